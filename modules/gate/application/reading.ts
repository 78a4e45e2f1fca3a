import { bookOf, noBook } from '#bonded';
import { displaysNamed } from '../domain/set-aside.ts';
import {
  type Checklist,
  type ChecklistGoods,
  checklistOf,
  checklistsOn,
  checklistsPage,
  goodsOf,
  type PaperWish,
} from '../storage/checklists.ts';
import { type Listed, listedPage, papersOf } from '../storage/listed.ts';
import { gateCounts, type PassageWish, passagesPage } from '../storage/passages.ts';
import { type Pass, passesPage, passOf } from '../storage/passes.ts';
import { noChecklist } from './checklists.ts';
import { noPass } from './passes.ts';
import type { FiledList, GateSources } from './ports.ts';

/** A checklist with everything on it. */
export interface WholeChecklist extends Checklist {
  readonly goods: readonly ChecklistGoods[];
  readonly listed: readonly Listed[];
}

/** A pass with everything on it. */
export interface WholePass extends Pass {
  readonly loaded: readonly Checklist[];
  /** Lists that are on it by themselves. */
  readonly listed: readonly Listed[];
}

const mostListed = (ports: GateSources): number => ports.rules(ports.today()).mostLists;

/** @throws Problem 404 where there is none, or none of the party */
export async function wholeChecklist(
  ports: GateSources,
  checklistNo: string,
  party: string | undefined,
): Promise<WholeChecklist> {
  const { readers } = ports.database;
  const list = await checklistOf(readers, checklistNo, party);
  if (list === undefined) throw noChecklist(checklistNo);
  const listed = await listedPage(readers, checklistNo, mostListed(ports));
  return { ...list, listed, goods: await goodsOf(readers, list) };
}

/** @throws Problem 404 where there is none, or none of the party */
export async function wholePass(
  ports: GateSources,
  passNo: string,
  party: string | undefined,
): Promise<WholePass> {
  const { readers } = ports.database;
  const pass = await passOf(readers, passNo, party);
  if (pass === undefined) throw noPass(passNo);
  const listed = await listedPage(readers, passNo, mostListed(ports));
  return { ...pass, listed, loaded: await checklistsOn(readers, passNo) };
}

/** Released lists of a book, the latest first, that are on no paper yet. */
export async function waitingLists(
  ports: GateSources,
  bookNo: string,
  owner: string,
  limit: number,
): Promise<FiledList[]> {
  const { readers } = ports.database;
  if ((await bookOf(readers, bookNo, owner)) === undefined) throw noBook(bookNo);
  return readers.transaction(async (client) => {
    const keys = await ports.latestLists(client, bookNo, limit);
    const taken = new Set(
      (await papersOf(client, keys)).map(({ orderNo, ebpCode }) => `${orderNo} ${ebpCode}`),
    );
    const free = keys.filter(({ orderNo, ebpCode }) => !taken.has(`${orderNo} ${ebpCode}`));
    const lists = await ports.lists(client, free);
    // What names a display is sold there.
    return lists.filter(
      (list) => list.state === 'released' && [...displaysNamed(list)].every((named) => named === undefined),
    );
  });
}

type Ports = Pick<GateSources, 'database'>;
export const checklistsBefore = ({ database }: Ports, wish: PaperWish) =>
  checklistsPage(database.readers, wish);
export const passesBefore = ({ database }: Ports, wish: PaperWish) => passesPage(database.readers, wish);
export const passagesBefore = ({ database }: Ports, wish: PassageWish) =>
  passagesPage(database.readers, wish);
export const countsSince = ({ database }: Ports, owner: string | undefined, since: Date) =>
  gateCounts(database.readers, owner, since);

export type { Checklist, PaperWish } from '../storage/checklists.ts';
export type { DayOfDraws } from '../storage/draws.ts';
export type { Passage } from '../storage/passages.ts';
export type { Pass } from '../storage/passes.ts';
