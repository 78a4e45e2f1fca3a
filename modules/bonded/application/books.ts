import { Problem } from '#http';
import { record } from '#journal';
import { addDays, type Decimal, type Finding, parseDecimal } from '#kernel';
import { bondedFinding, unitFinding } from '../domain/findings.ts';
import { type Lot, lotsOf } from '../domain/lots.ts';
import type { Cause } from '../domain/movement.ts';
import {
  addBook,
  addItems,
  type Book,
  type BookItem,
  bookOf,
  datedArrivals,
  itemsPage,
  stockDays,
} from '../storage/books.ts';
import type { BondedPorts } from './ports.ts';

export const noBook = (bookNo: string): Problem =>
  new Problem(404, 'BOOK-NOT-FOUND', { zh: `没有账册 ${bookNo}`, en: `There is no account book ${bookNo}` });

/** Opens an account book for an enterprise. @throws Problem 409 where its number is taken, 422 where the firm may not have one */
export async function openBook(ports: BondedPorts, book: Book, by: string): Promise<Book> {
  if (!(await ports.isActive(book.owner)))
    throw new Problem(422, 'BOOK-OWNER', {
      zh: `企业 ${book.owner} 未备案或已停用`,
      en: `Enterprise ${book.owner} is not registered or not active`,
    });
  await ports.database.transaction(async (client) => {
    if (!(await addBook(client, book)))
      throw new Problem(409, 'BOOK-NUMBER-TAKEN', {
        zh: `账册号 ${book.bookNo} 已被使用`,
        en: `There is an account book ${book.bookNo} already`,
      });
    await record(client, [
      { at: ports.now(), kind: 'book-opened', subject: book.bookNo, body: { ...book, by } },
    ]);
  });
  return book;
}

/** A book of the party's, or of the zone where none is named. @throws Problem 404 */
export async function bookFor(ports: BondedPorts, bookNo: string, party: string | undefined): Promise<Book> {
  const book = await bookOf(ports.database.readers, bookNo, party);
  if (!book) throw noBook(bookNo);
  return book;
}

/** Files goods in a book. @returns how many are new; what was there stays as it is */
export async function fileItems(
  ports: BondedPorts,
  bookNo: string,
  party: string,
  items: readonly BookItem[],
): Promise<number> {
  await bookFor(ports, bookNo, party);
  const findings = items.flatMap(({ unit }, at) =>
    ports.isUnit(unit) ? [] : [unitFinding(unit, `items[${at}].unit`)],
  );
  if (findings.length > 0)
    throw new Problem(
      422,
      'BOOK-ITEMS',
      { zh: '商品有误，见 findings', en: 'Something is wrong with the goods: see findings' },
      findings,
    );
  return (await addItems(ports.database, bookNo, items)).size;
}

/** A movement as an enterprise asks for it. Goods that come in are none: the gate writes them, of an approved checklist. */
export interface AskedMovement {
  readonly itemNo: number;
  readonly cause: Extract<Cause, 'return' | 'ship-back' | 'destruction'>;
  readonly quantity: string;
  readonly reference: string;
  /** 1 where it is left out. */
  readonly line?: number | undefined;
  readonly day?: string | undefined;
  readonly note?: string | undefined;
  readonly expiresOn?: string | undefined;
}

/** What became of a movement that was asked for. */
export interface MovementAnswer {
  readonly outcome: 'posted' | 'repeated' | 'refused';
  /** What lies in stock now. */
  readonly stock?: Decimal;
  readonly finding?: Finding;
}

/** Writes movements of a book; each has its own answer, in the order they were asked for. */
export async function move(
  ports: BondedPorts,
  bookNo: string,
  caller: { readonly customsCode: string; readonly id: string },
  asked: readonly AskedMovement[],
): Promise<MovementAnswer[]> {
  await bookFor(ports, bookNo, caller.customsCode);
  const posted = await ports.keeper.post(
    asked.map(({ day, note, expiresOn, quantity, line = 1, ...plain }) => ({
      ...{
        ...plain,
        line,
        bookNo,
        quantity: parseDecimal(quantity),
        day: day ?? ports.today(),
        by: caller.id,
      },
      ...(note === undefined ? {} : { note }),
      ...(expiresOn === undefined ? {} : { expiresOn }),
    })),
  );
  return posted.map((one, at) =>
    one.outcome === 'refused'
      ? { outcome: 'refused', finding: bondedFinding(one.refusal, `movements[${at}]`, one.there) }
      : { outcome: one.outcome, stock: one.stock },
  );
}

/** Lots of goods that have expired or soon will, by item. */
export interface ExpiringLot extends Lot {
  readonly itemNo: number;
  readonly gname: string;
}

/** What of a book has expired or is near its best-before day. */
export async function expiring(ports: BondedPorts, bookNo: string): Promise<ExpiringLot[]> {
  const rows = await datedArrivals(ports.database.readers, bookNo);
  const days = ports.expiryWarningDays();
  return [...Map.groupBy(rows, ({ itemNo }) => itemNo)].flatMap(([itemNo, came]) => {
    const arrivals = came.map(({ expiresOn, quantity }) => ({ expiresOn, quantity: parseDecimal(quantity) }));
    const [{ gname, stock } = { gname: '', stock: '0' }] = came;
    return lotsOf(arrivals, parseDecimal(stock), ports.today(), days)
      .filter(({ state }) => state !== 'good')
      .map((lot) => ({ ...lot, itemNo, gname }));
  });
}

/** How the stock of an item went these days. */
export const stockOverDays = (ports: BondedPorts, bookNo: string, itemNo: number, days: number) =>
  stockDays(ports.database.readers, bookNo, itemNo, addDays(ports.today(), -days));

export const itemsAfter = (ports: BondedPorts, bookNo: string, after: number, limit: number) =>
  itemsPage(ports.database.readers, bookNo, after, limit);
