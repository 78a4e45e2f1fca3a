import { keyText } from '#documents';
import type { DocumentHandler, TakenDocument } from '#exchange';
import { record } from '#journal';
import { instantOfStamp } from '#kernel';
import type { Client } from '#postgres';
import { type ExportKey, type ExportMove, type ExportStanding, listKey } from '../domain/export-list.ts';
import {
  markGoods,
  reliedOn,
  type Told,
  takeBackArrivals,
  toldArrived,
  toldDeparted,
  waybillsOf,
} from '../storage/movements.ts';
import { standingsOfOrders } from '../storage/standings.ts';
import { type ExportFollower, tellFollowers } from './follower.ts';
import { journalEntry } from './journal-entries.ts';
import { numbered } from './numbers.ts';
import type { ExportPorts } from './ports.ts';
import { recordSteps } from './record-steps.ts';

/** Waybills moved in one transaction: an arrival may name any number of them. */
const mostAtOnce = 1_000;

/**
 * Moves the goods of lists by the papers on file: what came before its list, or out of its order, is applied as soon as
 * the list allows it. Where the rules decide, a list whose goods have left is closed (899).
 * @param numbers of waybills whose lists have been judged, and of papers of the goods
 */
export async function moveGoods(
  ports: ExportPorts,
  numbers: readonly string[],
): Promise<{ readonly judged: number; readonly held: readonly string[] }> {
  const waybills = new Set(numbered('waybill', numbers));
  for (const table of ['arrival', 'departure'] as const) {
    const copNos = numbered(table, numbers);
    if (copNos.length > 0)
      for (const one of await waybillsOf(ports.database, table, copNos)) waybills.add(one);
  }
  const all = [...waybills].sort();
  let judged = 0;
  for (let from = 0; from < all.length; from += mostAtOnce) {
    const some = all.slice(from, from + mostAtOnce);
    const moved = await ports.database.transaction((client) => moveWaybills(ports, client, some));
    judged += moved.length;
    if (moved.length > 0)
      ports.moved({ lists: moved, recipients: new Set(moved.map(({ recipient }) => recipient)) });
  }
  return { judged, held: [] };
}

async function moveWaybills(
  ports: ExportPorts,
  client: Client,
  logisticsNos: readonly string[],
): Promise<ExportStanding[]> {
  const at = ports.now();
  const arrived = firstOfEach(await toldArrived(client, logisticsNos)).map((told) => ({
    ...told,
    at: told.receivedAt,
  }));
  if (arrived.length > 0) await markGoods(client, 'arrived', arrived);
  const departed = firstOfEach(await toldDeparted(client, logisticsNos)).map((told) => ({
    ...told,
    at: leftAt(told),
  }));
  if (departed.length > 0) await markGoods(client, 'departed', departed);
  if (arrived.length + departed.length === 0) return [];
  const standings = await standingsByKey(client, [...arrived, ...departed]);
  const moves = [...movesOf('arrived', arrived, standings), ...movesOf('departed', departed, standings)];
  await record(client, moves.map(journalEntry));
  await tellFollowers(ports.followers, client, moves);
  // Customs closes by itself where it decides.
  if (!ports.forward) await closeLists(ports, client, departed, standings, at);
  return [...standings.values()];
}

const firstOfEach = (all: readonly Told[]): Told[] => [
  ...new Map([...all].reverse().map((told) => [listKey(told), told])).values(),
];

const leftAt = ({ leaveTime = '', receivedAt }: Told): Date => {
  const left = instantOfStamp(leaveTime);
  return left === undefined ? receivedAt : new Date(left);
};

async function standingsByKey(
  client: Client,
  keys: readonly ExportKey[],
): Promise<Map<string, ExportStanding>> {
  const wanted = new Set(keys.map(listKey));
  const standings = await standingsOfOrders(client, [...new Set(keys.map(({ orderNo }) => orderNo))]);
  return new Map(standings.map((one) => [listKey(one), one] as const).filter(([key]) => wanted.has(key)));
}

function movesOf(
  what: ExportMove['what'],
  moved: readonly (ExportKey & { readonly at: Date })[],
  standings: ReadonlyMap<string, ExportStanding>,
): ExportMove[] {
  return moved.flatMap((one) => {
    const list = standings.get(listKey(one));
    return list ? [{ what, at: one.at, list }] : [];
  });
}

async function closeLists(
  ports: ExportPorts,
  client: Client,
  departed: readonly ExportKey[],
  standings: Map<string, ExportStanding>,
  at: Date,
): Promise<void> {
  const steps = departed.flatMap((one) => {
    const before = standings.get(listKey(one));
    return before
      ? [
          {
            ...{ before, at },
            ...({ judge: 'engine', outcome: 'closed', returnStatus: '899', returnInfo: '结关' } as const),
          },
        ]
      : [];
  });
  for (const list of await recordSteps(ports, client, steps, 'by-us')) standings.set(listKey(list), list);
}

type Movement = Pick<DocumentHandler, 'standings' | 'taken'>;

const lockedParts =
  (table: 'arrival' | 'departure'): DocumentHandler['standings'] =>
  async (client, copNos) =>
    new Map(
      (await reliedOn(client, table, copNos)).map(({ copNo, firm, part }) => [
        keyText([copNo, firm, String(part)]),
        'locked' as const,
      ]),
    );

/** Arrivals may be changed and deleted until goods have left by them: what they said before does not hold any more. */
export const arrivalMovement = (followers: readonly ExportFollower[], now: () => Date): Movement => ({
  standings: lockedParts('arrival'),
  taken: async (client, documents) => {
    const changed = documents.filter(({ act }) => act !== 'insert').map(arrivalOf);
    if (changed.length === 0) return;
    const back = await takeBackArrivals(client, changed);
    if (back.length === 0) return;
    const at = now();
    const standings = await standingsByKey(client, back);
    const moves = movesOf(
      'not-arrived',
      back.map((key) => ({ ...key, at })),
      standings,
    );
    await record(client, moves.map(journalEntry));
    await tellFollowers(followers, client, moves);
  },
});

const arrivalOf = ({ document }: TakenDocument): string => {
  const { copNo, operatorCode } = document.head as { copNo: string; operatorCode: string };
  return `${operatorCode}/${copNo}`;
};

/** Departures may be changed until lists are closed by them. */
export const departureMovement: Movement = { standings: lockedParts('departure') };
