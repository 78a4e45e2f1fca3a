import type { Database } from '#postgres';
import { owner } from './callers.ts';
import { type Example, json } from './example.ts';

const bookNo = 'T5301W000001';
const otherBook = 'T5301W000002';
const transferId = 'ffffffff-0000-4000-8000-000000000011';
const countId = 'ffffffff-0000-4000-8000-000000000012';

/** A book of the owner's with an item, a transfer out of it and a count, both settled. */
export async function keepBook(database: Database, now: Date): Promise<void> {
  for (const book of [bookNo, otherBook]) {
    await database.query(
      `insert into bonded.book (book_no, owner, trade_mode, customs_code, area_code, area_name, opened_on, valid_to)
       values ($1, $2, '1210', '8628', '5301', '昆明综合保税区', '2026-01-01', '2036-12-31')`,
      [book, owner],
    );
    await database.query(
      `insert into bonded.item (book_no, item_no, item_record_no, goods_no, gcode, gname, unit, unit_value)
       values ($1, 1, 'IR1', 'SKU1', '1901101090', '奶粉', '142', 80)`,
      [book],
    );
  }
  await database.query(
    `insert into bonded.transfer (from_book, transfer_id, from_item, to_book, to_item, quantity, state, sender, receiver, note,
       proposed_by, proposed_at, settled_by, settled_at) values ($1, $2, 1, $3, 1, 1, 'declined', $4, $4, '', 'test', $5, 'test', $5)`,
    [bookNo, transferId, otherBook, owner, now],
  );
  await database.query(
    `insert into bonded.stock_count (book_no, count_id, state, note, proposed_by, proposed_at, settled_by, settled_at)
     values ($1, $2, 'rejected', '', 'test', $3, 'other', $3)`,
    [bookNo, countId, now],
  );
}

/** Examples of the account books: of its owner, and of others who find no such book. */
export function bondedExamples(): Readonly<Record<string, Example>> {
  const book = `/api/bonded/books/${bookNo}`;
  const found = { good: 200, foreign: 404 };
  const movement = { itemNo: 1, cause: 'return', quantity: '1', reference: 'R1' };
  const transfer = { fromBook: bookNo, fromItem: 1, toBook: bookNo, toItem: 1, quantity: '1' };
  const settled = (act: string) => ({
    url: `/api/bonded/transfers/${transferId}/${act}`,
    good: 409,
    foreign: 404,
  });
  const newBook = {
    ...{ bookNo, owner, tradeMode: '1210', customsCode: '8628', areaCode: '5301', areaName: '昆明' },
    ...{ openedOn: '2026-01-01', validTo: '2026-12-31' },
  };
  return {
    'POST /api/modes/advice': { ...json({ direction: 'import', goods: { value: '1' } }), good: 200 },
    // Let in, and told that the number is taken.
    'POST /api/bonded/books': { ...json(newBook), good: 409 },
    'GET /api/bonded/books/:bookNo': { url: book, ...found },
    'GET /api/bonded/books/:bookNo/items': { url: `${book}/items`, ...found },
    'POST /api/bonded/books/:bookNo/items': {
      ...{ url: `${book}/items`, ...found },
      ...json({
        items: [
          {
            itemNo: 1,
            itemRecordNo: 'IR1',
            goodsNo: 'S',
            gcode: '1901101090',
            gname: '奶粉',
            unit: '142',
            unitValue: '1',
          },
        ],
      }),
    },
    'GET /api/bonded/books/:bookNo/movements': { url: `${book}/movements`, ...found },
    'POST /api/bonded/books/:bookNo/movements': {
      ...{ url: `${book}/movements`, ...json({ movements: [movement] }), ...found },
    },
    'GET /api/bonded/books/:bookNo/items/:itemNo/days': { url: `${book}/items/1/days`, ...found },
    'GET /api/bonded/books/:bookNo/expiring': { url: `${book}/expiring`, ...found },
    'GET /api/bonded/books/:bookNo/counts': { url: `${book}/counts`, ...found },
    'POST /api/bonded/books/:bookNo/counts': {
      ...{
        url: `${book}/counts`,
        ...json({ lines: [{ itemNo: 9, counted: '1' }] }),
        good: 422,
        foreign: 404,
      },
    },
    // Let in, and told that it is settled.
    'POST /api/bonded/counts/:countId/verdict': {
      ...{ url: `/api/bonded/counts/${countId}/verdict`, ...json({ verdict: 'rejected' }), good: 409 },
    },
    'POST /api/bonded/transfers': { ...json(transfer), good: 404 },
    'POST /api/bonded/transfers/:transferId/accept': settled('accept'),
    'POST /api/bonded/transfers/:transferId/decline': settled('decline'),
    'POST /api/bonded/transfers/:transferId/withdraw': settled('withdraw'),
  };
}
