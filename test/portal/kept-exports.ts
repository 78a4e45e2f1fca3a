import { type CebMessage, type DocumentOf, encode, exampleMessage, type Root } from '#ceb';
import type { Platform } from './platform.ts';

/** Order number of the export list that is left held for an officer. */
export const heldOrderNo = 'EXSHOW0002';

/** How the lines of a paper are other than the example's. */
interface Lines {
  /** Of the first line. */
  readonly unit?: string;
  readonly currency?: string;
}

/** Sends one paper of an export of the example's firms. */
export async function sendExport(
  platform: Platform,
  root: Root,
  orderNo: string,
  lines: Lines = {},
): Promise<void> {
  const message = exampleMessage(root, { orderNo, orderedAt: '20260309090000' });
  const documents = message.documents.map(({ head, items }) => ({
    head: lines.currency && 'currency' in head ? { ...head, currency: lines.currency } : head,
    items: changed(items, lines),
  }));
  const code = message.transfer?.copCode ?? '';
  const answer = await fetch(`${platform.url}/api/messages?wait=10`, {
    method: 'POST',
    headers: { 'content-type': 'application/xml', authorization: `Bearer ${platform.keyOf(code)}` },
    body: encode({ ...message, documents } as unknown as CebMessage),
  });
  if (!answer.ok) throw new Error(`${root}: ${answer.status} ${await answer.text()}`);
}

/** Two exports of the example's firms: one whose goods have left, one that an officer has to look at. */
export async function keepExports(platform: Platform): Promise<void> {
  const send = (root: Root, orderNo: string, lines?: Lines) => sendExport(platform, root, orderNo, lines);
  for (const root of ['CEB303Message', 'CEB505Message', 'CEB603Message', 'CEB507Message'] as const)
    await send(root, 'EXSHOW0001');
  await send('CEB607Message', 'EXSHOW0001');
  await send('CEB509Message', 'EXSHOW0001');
  for (const root of ['CEB303Message', 'CEB505Message'] as const) await send(root, heldOrderNo);
  // The unit of the list is not that of the order.
  await send('CEB603Message', heldOrderNo, { unit: '125' });
}

/** One that is held too, whose goods are in dollars: nobody here knows what they are worth in CNY. */
export async function keepDearExport(platform: Platform, orderNo: string): Promise<void> {
  const currency = '502';
  await sendExport(platform, 'CEB303Message', orderNo, { currency });
  await sendExport(platform, 'CEB505Message', orderNo);
  await sendExport(platform, 'CEB603Message', orderNo, { currency, unit: '125' });
}

function changed(items: readonly object[], { unit, currency }: Lines): readonly object[] {
  const goods = items as DocumentOf<'CEB603Message'>['items'];
  return goods.map((item, at) => ({
    ...item,
    ...(unit && at === 0 ? { unit } : {}),
    ...(currency ? { currency } : {}),
  }));
}
