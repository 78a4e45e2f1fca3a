import type { Queryable } from '#postgres';
import { statement } from '#postgres';

/** An account book. */
export interface Book {
  readonly bookNo: string;
  /** Customs code of the enterprise that answers for the stock. */
  readonly owner: string;
  readonly tradeMode: '1210' | '1239';
  readonly customsCode: string;
  readonly areaCode: string;
  readonly areaName: string;
  readonly openedOn: string;
  readonly validTo: string;
}

/** Goods of a book. */
export interface BookItem {
  readonly itemNo: number;
  readonly itemRecordNo: string;
  readonly goodsNo: string;
  readonly gcode: string;
  readonly gname: string;
  readonly unit: string;
  /** CNY a unit. */
  readonly unitValue: string;
}

/** An item with what lies where; quantities as decimal texts in the unit of the book. */
export interface ItemStock extends BookItem {
  readonly stock: string;
  readonly display: string;
  readonly pending: string;
}

const COLUMNS = `book_no as "bookNo", owner, trade_mode as "tradeMode", customs_code as "customsCode", area_code as "areaCode",
  area_name as "areaName", opened_on::text as "openedOn", valid_to::text as "validTo"`;

/** Writes a new book. @returns whether there was none of its number */
export async function addBook(client: Queryable, book: Book): Promise<boolean> {
  const added = await client.run(
    `insert into bonded.book (book_no, owner, trade_mode, customs_code, area_code, area_name, opened_on, valid_to)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
    [
      book.bookNo,
      book.owner,
      book.tradeMode,
      book.customsCode,
      book.areaCode,
      book.areaName,
      book.openedOn,
      book.validTo,
    ],
  );
  return added === 1;
}

/** Books in the order of their numbers, after one; of one owner where it is named. */
export async function booksPage(
  client: Queryable,
  wish: { readonly owner: string | undefined; readonly after: string; readonly limit: number },
): Promise<Book[]> {
  return client.query<Book>(
    `select ${COLUMNS} from bonded.book where book_no > $1 and ($2::text is null or owner = $2) order by book_no limit $3`,
    [wish.after, wish.owner ?? null, wish.limit],
  );
}

/** A book; undefined where there is none, or none of the owner that is named. */
export async function bookOf(client: Queryable, bookNo: string, owner?: string): Promise<Book | undefined> {
  const [row] = await client.query<Book>(
    `select ${COLUMNS} from bonded.book where book_no = $1 and ($2::text is null or owner = $2)`,
    [bookNo, owner ?? null],
  );
  return row;
}

const addRows = statement(`
insert into bonded.item (book_no, item_no, item_record_no, goods_no, gcode, gname, unit, unit_value)
select $1, item_no, record, goods, gcode, gname, unit, value
from unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::numeric[])
  as i(item_no, record, goods, gcode, gname, unit, value)
on conflict do nothing returning item_no as "itemNo"`);

/** Files goods in a book, all in one statement. @returns numbers of those that are new; the others were there */
export async function addItems(
  client: Queryable,
  bookNo: string,
  items: readonly BookItem[],
): Promise<Set<number>> {
  const of = <K extends keyof BookItem>(key: K) => items.map((item) => item[key]);
  const rows = await client.query<{ itemNo: number }>(addRows, [
    ...[
      bookNo,
      of('itemNo'),
      of('itemRecordNo'),
      of('goodsNo'),
      of('gcode'),
      of('gname'),
      of('unit'),
      of('unitValue'),
    ],
  ]);
  return new Set(rows.map(({ itemNo }) => itemNo));
}

const itemsPageOf = statement(`
select i.item_no as "itemNo", item_record_no as "itemRecordNo", goods_no as "goodsNo", gcode, gname, unit,
  trim_scale(unit_value)::text as "unitValue",
  coalesce(trim_scale(max(quantity) filter (where place = 'stock')), 0)::text as stock,
  coalesce(trim_scale(max(quantity) filter (where place = 'display')), 0)::text as display,
  coalesce(trim_scale(max(quantity) filter (where place = 'pending')), 0)::text as pending
from bonded.item i left join bonded.balance b using (book_no, item_no)
where i.book_no = $1 and i.item_no > $2 group by i.book_no, i.item_no order by i.item_no limit $3`);

/** Items of a book with what lies where, by number, after one. */
export async function itemsPage(
  client: Queryable,
  bookNo: string,
  after: number,
  limit: number,
): Promise<ItemStock[]> {
  return client.query<ItemStock>(itemsPageOf, [bookNo, after, limit]);
}

/** Named items of a book with what lies in stock. */
export async function itemsOf(
  client: Queryable,
  bookNo: string,
  itemNos: readonly number[],
): Promise<Pick<ItemStock, 'itemNo' | 'gcode' | 'gname' | 'unit' | 'unitValue' | 'stock'>[]> {
  return client.query(
    `select i.item_no as "itemNo", gcode, gname, unit, trim_scale(unit_value)::text as "unitValue",
       coalesce(trim_scale(quantity), 0)::text as stock
     from bonded.item i left join bonded.balance b
       on b.book_no = i.book_no and b.item_no = i.item_no and b.place = 'stock'
     where i.book_no = $1 and i.item_no = any($2) order by i.item_no`,
    [bookNo, itemNos],
  );
}

/** Items of a book by their record numbers; unknown ones are left out. */
export async function itemsByRecord(
  client: Queryable,
  bookNo: string,
  recordNos: readonly string[],
): Promise<Pick<BookItem, 'itemNo' | 'itemRecordNo' | 'unit'>[]> {
  return client.query(
    `select item_no as "itemNo", item_record_no as "itemRecordNo", unit from bonded.item
     where book_no = $1 and item_record_no = any($2)`,
    [bookNo, recordNos],
  );
}

/** How the papers of exports name an item. */
interface RecordedItem extends Pick<BookItem, 'itemRecordNo'> {
  readonly bookNo: string;
}

/** Items of any books by book and record number; unknown ones are left out. */
export async function itemsOfBooks(
  client: Queryable,
  wanted: readonly RecordedItem[],
): Promise<(RecordedItem & Pick<BookItem, 'itemNo' | 'unit'>)[]> {
  return client.query(
    `select book_no as "bookNo", item_no as "itemNo", item_record_no as "itemRecordNo", unit from bonded.item
     where (book_no, item_record_no) in (select * from unnest($1::text[], $2::text[]))`,
    [wanted.map(({ bookNo }) => bookNo), wanted.map(({ itemRecordNo }) => itemRecordNo)],
  );
}

/** A movement as it was written. */
export interface MovementRow {
  readonly movementNo: string;
  readonly at: Date;
  readonly day: string;
  readonly itemNo: number;
  readonly gname: string;
  readonly kind: string;
  readonly cause: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly quantity: string;
  readonly reference: string;
  readonly line: number;
  readonly note: string;
  readonly stockAfter: string;
}

/** Movements of a book or of one of its items, the latest first, before one. */
export async function movementsPage(
  client: Queryable,
  wish: {
    readonly bookNo: string;
    readonly itemNo: number | undefined;
    readonly before: string | undefined;
    readonly limit: number;
  },
): Promise<MovementRow[]> {
  return client.query<MovementRow>(
    `select movement_no::text as "movementNo", at, day::text as day, m.item_no as "itemNo", gname, kind, cause,
       from_place as "from", to_place as "to", trim_scale(quantity)::text as quantity, reference, line, note,
       trim_scale(stock_after)::text as "stockAfter"
     from bonded.movement m join bonded.item i using (book_no, item_no)
     where m.book_no = $1 and ($2::int is null or m.item_no = $2) and ($3::bigint is null or movement_no < $3)
     order by movement_no desc limit $4`,
    [wish.bookNo, wish.itemNo ?? null, wish.before ?? null, wish.limit],
  );
}

/** What came into stock and left it each day, and what lay there in the evening, in the order of the days. */
export interface StockDay {
  readonly day: string;
  readonly came: string;
  readonly left: string;
  readonly stock: string;
}

/** The days of an item on which something moved, since a day. */
export async function stockDays(
  client: Queryable,
  bookNo: string,
  itemNo: number,
  since: string,
): Promise<StockDay[]> {
  return client.query<StockDay>(
    `select day::text as day, trim_scale(coalesce(sum(quantity) filter (where to_place = 'stock'), 0))::text as came,
       trim_scale(coalesce(sum(quantity) filter (where from_place = 'stock'), 0))::text as left,
       trim_scale((array_agg(stock_after order by movement_no desc))[1])::text as stock
     from bonded.movement where book_no = $1 and item_no = $2 and day >= $3::date group by day order by day`,
    [bookNo, itemNo, since],
  );
}

/** Arrivals with a best-before day of the items of a book that are still in stock, with the stock. */
export async function datedArrivals(
  client: Queryable,
  bookNo: string,
): Promise<{ itemNo: number; gname: string; expiresOn: string; quantity: string; stock: string }[]> {
  return client.query(
    `select m.item_no as "itemNo", i.gname, m.expires_on::text as "expiresOn", sum(m.quantity)::text as quantity,
       b.quantity::text as stock
     from bonded.movement m join bonded.item i using (book_no, item_no)
     join bonded.balance b on b.book_no = m.book_no and b.item_no = m.item_no and b.place = 'stock' and b.quantity > 0
     where m.book_no = $1 and m.expires_on is not null and m.to_place = 'stock'
     group by m.item_no, i.gname, m.expires_on, b.quantity order by m.item_no, m.expires_on`,
    [bookNo],
  );
}
