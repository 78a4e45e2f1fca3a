import { type CebMessage, type DocumentOf, encode, exampleMessage, type Root } from '#ceb';
import type { Platform } from './platform.ts';

/** Order number of the export list that is left held for an officer. */
export const heldOrderNo = 'EXSHOW0002';

/** Sends one paper of an export of the example's firms. */
export async function sendExport(
  platform: Platform,
  root: Root,
  orderNo: string,
  unit?: string,
): Promise<void> {
  const message = exampleMessage(root, { orderNo, orderedAt: '20260309090000' });
  const documents = message.documents.map((one) => ({ ...one, items: withUnit(one.items, unit) }));
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
  const send = (root: Root, orderNo: string, unit?: string) => sendExport(platform, root, orderNo, unit);
  for (const root of ['CEB303Message', 'CEB505Message', 'CEB603Message', 'CEB507Message'] as const)
    await send(root, 'EXSHOW0001');
  await send('CEB607Message', 'EXSHOW0001');
  await send('CEB509Message', 'EXSHOW0001');
  for (const root of ['CEB303Message', 'CEB505Message'] as const) await send(root, heldOrderNo);
  // The unit of the list is not that of the order.
  await send('CEB603Message', heldOrderNo, '125');
}

const withUnit = (items: readonly object[], unit: string | undefined): readonly object[] =>
  unit === undefined
    ? items
    : (items as DocumentOf<'CEB603Message'>['items']).map((item, at) =>
        at === 0 ? { ...item, unit } : item,
      );
