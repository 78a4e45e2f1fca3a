import {
  type Consignment,
  consignmentOf,
  consignmentsPage,
  type GoodsRow,
  goodsOf,
} from '../storage/consignments.ts';
import { countsOf, type ShopCount } from '../storage/counts.ts';
import { type Paper, papersOf } from '../storage/papers.ts';
import { type PageWish, type Shop, shopsPage } from '../storage/shops.ts';
import type { DisplayPorts } from './ports.ts';
import { nothingShown } from './problems.ts';

/** Papers and counts that are shown with goods on display; the latest. */
const MOST_SHOWN = 200;

/** Goods on display with what is there of them. */
export interface Listed extends Consignment {
  readonly goods: readonly GoodsRow[];
}

/** With everything that became of them. */
export interface Whole extends Listed {
  readonly papers: readonly Paper[];
  readonly counts: readonly ShopCount[];
}

export const shopsBefore = ({ database }: DisplayPorts, wish: PageWish): Promise<Shop[]> =>
  shopsPage(database.readers, wish);

/** Goods on display of an owner or of the zone, the latest first. */
export async function shownBefore(
  ports: DisplayPorts,
  { overdue, ...wish }: PageWish & { readonly state: string | undefined; readonly overdue: boolean },
): Promise<Listed[]> {
  const { readers } = ports.database;
  const rows = await consignmentsPage(readers, { ...wish, overdueOn: overdue ? ports.today() : undefined });
  const goods = await goodsOf(
    readers,
    rows.map(({ displayNo }) => displayNo),
  );
  return rows.map((one) => ({ ...one, goods: goods.get(one.displayNo) ?? [] }));
}

/** @throws Problem 404 where there are none, or none of the party's */
export async function wholeShown(
  ports: DisplayPorts,
  displayNo: string,
  party: string | undefined,
): Promise<Whole> {
  const { readers } = ports.database;
  const one = await consignmentOf(readers, displayNo, party);
  if (one === undefined) throw nothingShown(displayNo);
  return {
    ...{ ...one, goods: (await goodsOf(readers, [displayNo])).get(displayNo) ?? [] },
    papers: await papersOf(readers, displayNo, MOST_SHOWN),
    counts: await countsOf(readers, displayNo, MOST_SHOWN),
  };
}

export type { ShopCount } from '../storage/counts.ts';
export type { Paper } from '../storage/papers.ts';
export type { Shop } from '../storage/shops.ts';
