import { broughtIn } from '../border/brought-in.ts';
import type { Platform } from './platform.ts';

const [owner, other] = ['5301363602', '5301963601'];

/** What came into the first book by the gate: quantity, reference, day, best before. */
const came = [
  ['480', 'QD862826I800000001', '2026-02-16', '2026-03-01'],
  ['240', 'QD862826I800000002', '2026-02-27', '2026-04-15'],
] as const;

/** What moved there otherwise: cause, quantity, reference, day. */
const moved = [
  ['ship-back', '24', 'S-2026-0001', '2026-02-20'],
  ['return', '3', 'T-2026-0001', '2026-03-04'],
  ['destruction', '6', 'X-2026-0001', '2026-03-09'],
] as const;

/** Two books with some weeks of movements, a count that waits and a transfer that does, as an enterprise would have them. */
export async function keepBooks(platform: Platform): Promise<void> {
  const officer = await platform.signIn({ role: 'officer', agency: 'customs' });
  const send = async (
    path: string,
    headers: Readonly<Record<string, string>>,
    body: object,
  ): Promise<void> => {
    const answer = await fetch(`${platform.url}/api/bonded${path}`, {
      ...{ method: 'POST', body: JSON.stringify(body) },
      headers: { 'content-type': 'application/json', ...headers },
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  };
  const by = (code: string) => ({ authorization: `Bearer ${platform.keyOf(code)}` });
  for (const [bookNo, of] of [
    ['T5301W000001', owner],
    ['T5301W000002', other],
  ] as const) {
    await send(
      '/books',
      { cookie: `chama_session=${officer}`, 'sec-fetch-site': 'same-origin' },
      {
        ...{
          bookNo,
          owner: of,
          tradeMode: '1210',
          customsCode: '8628',
          areaCode: '5301',
          areaName: '昆明综合保税区',
        },
        ...{ openedOn: '2026-01-01', validTo: '2026-12-31' },
      },
    );
    const item = { gcode: '1901101090', unit: '142', unitValue: '180' };
    await send(`/books/${bookNo}/items`, by(of), {
      items: [
        { ...item, itemNo: 1, itemRecordNo: 'IR-0001', goodsNo: 'SKU-0001', gname: '婴幼儿配方奶粉 一段' },
        { ...item, itemNo: 2, itemRecordNo: 'IR-0002', goodsNo: 'SKU-0002', gname: '婴幼儿配方奶粉 二段' },
      ],
    });
  }
  await broughtIn(
    platform.database,
    'T5301W000001',
    came.map(([quantity, reference, day, expiresOn]) => ({ itemNo: 1, quantity, reference, day, expiresOn })),
  );
  await send('/books/T5301W000001/movements', by(owner), {
    movements: moved.map(([cause, quantity, reference, day]) => ({
      ...{ itemNo: 1, cause, quantity, reference, day },
    })),
  });
  await send('/books/T5301W000001/counts', by(owner), {
    lines: [{ itemNo: 1, counted: '690' }],
    note: '季度盘点',
  });
  const transfer = {
    fromBook: 'T5301W000001',
    fromItem: 1,
    toBook: 'T5301W000002',
    toItem: 1,
    quantity: '48',
  };
  await send('/transfers', by(owner), transfer);
}
