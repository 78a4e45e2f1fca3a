import { type Book, booksPage, type MovementRow, movementsPage } from '../storage/books.ts';
import { countsPage, type StockCount } from '../storage/counts.ts';
import { type Transfer, transfersPage } from '../storage/transfers.ts';
import type { BondedPorts } from './ports.ts';

type Ports = Pick<BondedPorts, 'database'>;
/** What a page ended with: the next one goes on before it. */
type Before = { readonly at: string; readonly id: string } | undefined;

/** Books of a party or of the zone, after a number. */
export const booksAfter = (
  { database }: Ports,
  wish: { readonly owner: string | undefined; readonly after: string; readonly limit: number },
): Promise<Book[]> => booksPage(database.readers, wish);

/** Movements of a book, the latest first. */
export const movementsBefore = (
  { database }: Ports,
  wish: {
    readonly bookNo: string;
    readonly itemNo: number | undefined;
    readonly before: string | undefined;
    readonly limit: number;
  },
): Promise<MovementRow[]> => movementsPage(database.readers, wish);

/** Transfers of a party or of the zone, the latest first. */
export const transfersBefore = (
  { database }: Ports,
  wish: { readonly party: string | undefined; readonly before: Before; readonly limit: number },
): Promise<Transfer[]> => transfersPage(database.readers, wish);

/** Counts of a book, the latest first. */
export const countsBefore = (
  { database }: Ports,
  wish: { readonly bookNo: string; readonly before: Before; readonly limit: number },
): Promise<StockCount[]> => countsPage(database.readers, wish);

export type { StockCount } from '../storage/counts.ts';
export type { Transfer } from '../storage/transfers.ts';
