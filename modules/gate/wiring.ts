import { createHash, randomBytes } from 'node:crypto';
import { standingsOf } from '#clearance';
import { carriedLists, recentListsOfBook } from '#declarations';
import { keyText } from '#documents';
import type { Http } from '#http';
import type { Day, Decimal } from '#kernel';
import type { Client, Database, Queryable } from '#postgres';
import { Draws } from './application/draws.ts';
import { GateKeeper } from './application/gate-keeper.ts';
import { listsOnPaper, type PaperOfLists, type Unfit } from './application/paper-lists.ts';
import type { FiledList, GateRules, GateSources, ListKey, PaperFollower } from './application/ports.ts';
import { type WholePass, wholePass } from './application/reading.ts';
import { gateRoutes } from './http/routes.ts';

export { exportsLeaveBooks } from './application/exports-left.ts';
export type { GateRules } from './application/ports.ts';

export interface GateSettings {
  readonly database: Database;
  readonly now: () => Date;
  /** The day in China. */
  readonly today: () => Day;
  readonly rules: (day: Day) => GateRules;
  /** Who follows checklists of goods on display. */
  readonly follower: PaperFollower;
  /** In place of chance, the secret of a draw; for tests. */
  readonly secret?: (() => string) | undefined;
}

export interface Gate {
  register(app: Http): void;
  /** Commits to the draws of today and tomorrow, before anybody comes. */
  start(): Promise<void>;
  /** A pass with everything on it. @throws Problem 404 where there is none of the party's */
  readonly pass: (passNo: string, party: string | undefined) => Promise<WholePass>;
  /** Puts released lists of a book on somebody else's paper. @returns what they take, by item of the book */
  readonly carry: (
    client: Client,
    paper: PaperOfLists,
    unfit: Unfit,
  ) => Promise<ReadonlyMap<number, Decimal>>;
}

/** A book has no index of its lists: so many of the newest are looked through for those that wait for a checklist. */
const AMONG = 50_000;

/** Where lists stand by their latest decision, by key. */
async function standings(client: Queryable, keys: readonly ListKey[]) {
  const found = await standingsOf(client, [...new Set(keys.map(({ orderNo }) => orderNo))]);
  return new Map(found.map((one) => [keyText([one.orderNo, one.ebpCode]), one]));
}

async function filedLists(client: Queryable, keys: readonly ListKey[]): Promise<FiledList[]> {
  const lists = await carriedLists(client, keys);
  const states = await standings(client, lists);
  return lists.map(({ goods, emsNo, ...list }) => {
    const standing = states.get(keyText([list.orderNo, list.ebpCode]));
    return {
      ...{ ...list, state: standing?.state ?? 'waiting', invtNo: standing?.invtNo ?? null },
      emsNo: emsNo ?? undefined,
      goods: goods.map(({ itemRecordNo, qty2, unit2, note, ...line }) => ({
        ...{
          ...line,
          itemRecordNo: itemRecordNo ?? undefined,
          qty2: qty2 ?? undefined,
          ...{ unit2: unit2 ?? undefined, note: note ?? undefined },
        },
      })),
    };
  });
}

async function unreleased(client: Queryable, keys: readonly ListKey[]): Promise<ListKey[]> {
  const states = await standings(client, keys);
  return keys.filter(({ orderNo, ebpCode }) => states.get(keyText([orderNo, ebpCode]))?.state !== 'released');
}

/** Puts checklists, passes and the gate together. */
export function wireGate(settings: GateSettings): Gate {
  const sources: GateSources = {
    ...settings,
    ...{ lists: filedLists, unreleased },
    latestLists: (client, bookNo, limit) => recentListsOfBook(client, bookNo, AMONG, limit),
    digest: (text) => createHash('sha256').update(text).digest('hex'),
    secret: settings.secret ?? (() => randomBytes(32).toString('hex')),
  };
  const draws = new Draws(sources);
  const keeper = new GateKeeper(sources, draws);
  return {
    register: (app) => gateRoutes(app, { ...sources, draws, keeper }),
    start: () => draws.commit(),
    pass: (passNo, party) => wholePass(sources, passNo, party),
    carry: async (client, paper, unfit) => (await listsOnPaper(sources, client, paper, unfit)).quantities,
  };
}
