import { record } from '#journal';
import type { Client } from '#postgres';
import { groupOf } from '../domain/group.ts';
import { recognisedBy } from '../domain/recognise.ts';
import type { HoldState } from '../domain/verdict.ts';
import { addHolds, type Hold, holdsOfLists, lapseHolds, lapseInspections } from '../storage/holds.ts';
import { type Opened, openInspections } from '../storage/inspections.ts';
import { addSteps, type NewStep } from '../storage/steps.ts';
import type { ListKey } from './list-key.ts';
import type { InspectedList, InspectionPorts } from './ports.ts';

/** What an agency wants inspected of a list. */
export interface HoldWish {
  readonly list: ListKey;
  readonly agency: string;
  /** Code of the table of grounds. */
  readonly ground: string;
  readonly note?: string | undefined;
  readonly sampleWanted?: boolean | undefined;
}

/** What came of a wish: an order was opened, one was joined, it was there already, or another's result
 * or a certificate counts for it. */
export interface HoldOutcome extends ListKey {
  readonly agency: string;
  readonly ground: string;
  readonly inspectionId: string;
  readonly came: 'opened' | 'joined' | 'there' | 'recognised';
  /** How the hold stands. */
  readonly state: HoldState;
  /** Code of the row by which another's result counts. */
  readonly by?: string;
}

type Ports = Pick<InspectionPorts, 'chinaDay' | 'tables' | 'certificates'>;
type Wanted = HoldWish & { readonly of: InspectedList };
type Fresh = Omit<Hold, 'found'> & { readonly came: 'opened' | 'joined' };
/** A hold that needs no visit; with the number of the certificate it rests on, where it rests on one. */
type Recognised = Omit<Hold, 'found'> & { readonly certificate?: string };

export const keyOf = ({ orderNo, ebpCode }: ListKey): string => JSON.stringify([orderNo, ebpCode]);

const same = (one: Pick<Hold, 'agency' | 'ground'>, wish: Pick<HoldWish, 'agency' | 'ground'>): boolean =>
  one.agency === wish.agency && one.ground === wish.ground;

/**
 * Opens holds in the caller's transaction: those of one consignment come into one order, what is open already is not
 * opened again, and what another agency has found in order, or an accepted certificate says, counts where the table says
 * so.
 * @returns what came of each; wishes about lists that are not given are left out
 */
export async function openHolds(
  ports: Ports,
  client: Client,
  wishes: readonly HoldWish[],
  lists: readonly InspectedList[],
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<HoldOutcome[]> {
  const known = new Map(lists.map((list) => [keyOf(list), list]));
  const wanted = wishes.flatMap((wish) => {
    const of = known.get(keyOf(wish.list));
    return of ? [{ ...wish, of }] : [];
  });
  if (wanted.length === 0) return [];
  const earlier = Map.groupBy(await holdsOfLists(client, lists), keyOf);
  const outcomes: HoldOutcome[] = [];
  const [left, recognised]: [Wanted[], Recognised[]] = [[], []];
  for (const wish of wanted) {
    const holds = (earlier.get(keyOf(wish.list)) ?? []).filter(({ attempt }) => attempt === wish.of.attempt);
    const { agency, ground } = wish;
    const told = { ...wish.list, agency, ground };
    const there = holds.find((one) => same(one, wish) && one.state !== 'lapsed');
    if (there) {
      outcomes.push({ ...told, inspectionId: there.inspectionId, came: 'there', state: there.state });
      continue;
    }
    const found = recognisedHold(ports, wish, holds, { by, at });
    if (found) recognised.push(found);
    else left.push(wish);
  }
  const certified = await certifiedHolds(ports, client, left, { by, at });
  recognised.push(...certified.holds);
  const opened = await openedHolds(client, certified.left, { by, at });
  await addHolds(client, [...recognised, ...opened.map(({ came: _came, ...hold }) => hold)]);
  await tell(client, recognised, opened, { by, at });
  // An order that only holds what a certificate answers has nothing to inspect.
  if (certified.holds.length > 0) await lapseInspections(client, certified.holds, at);
  return [
    ...outcomes,
    ...recognised.map(({ orderNo, ebpCode, agency, ground, inspectionId, reason }) => ({
      ...{ orderNo, ebpCode, agency, ground, inspectionId, by: reason ?? '' },
      ...{ came: 'recognised' as const, state: 'recognised' as const },
    })),
    ...opened.map(({ orderNo, ebpCode, agency, ground, inspectionId, came }) => ({
      ...{ orderNo, ebpCode, agency, ground, inspectionId, came, state: 'open' as const },
    })),
  ];
}

const plain = (wish: Wanted, { by, at }: { readonly by: string; readonly at: Date }) => {
  const { attempt, tradeMode, goodsName, hsChapter, origin, recipient, orderNo, ebpCode } = wish.of;
  return {
    ...{ orderNo, ebpCode, attempt, tradeMode, goodsName, hsChapter, origin, recipient },
    ...{ agency: wish.agency, ground: wish.ground, note: wish.note ?? '' },
    ...{ sampleWanted: wish.sampleWanted ?? false, openedBy: by, openedAt: at },
  };
};

/** The hold as one that needs no visit, where what was found in order already counts for it. */
function recognisedHold(
  { tables, chinaDay }: Ports,
  wish: Wanted,
  holds: readonly Hold[],
  who: { readonly by: string; readonly at: Date },
): Omit<Hold, 'found'> | undefined {
  // A sample is wanted for itself: what was seen on the spot says nothing of it.
  if (wish.sampleWanted) return undefined;
  const day = chinaDay(who.at);
  const inOrder = holds.filter(({ state }) => state === 'conforming');
  const row = recognisedBy(
    tables.recognitionsOn(day),
    wish,
    inOrder.map(({ agency, ground, endedAt }) => ({ agency, ground, day: chinaDay(endedAt ?? who.at) })),
    day,
  );
  const source = row && inOrder.find((one) => same(one, row.by));
  if (!row || !source) return undefined;
  const { groupKey, inspectionId } = source;
  return {
    ...{ ...plain(wish, who), groupKey, inspectionId },
    ...{ state: 'recognised' as const, reason: row.code, endedBy: who.by, endedAt: who.at },
  };
}

/** Of what is wanted, what an accepted certificate answers; a sample is wanted for itself. */
async function certifiedHolds(
  { certificates }: Ports,
  client: Client,
  wishes: readonly Wanted[],
  who: { readonly by: string; readonly at: Date },
): Promise<{ readonly holds: readonly Recognised[]; readonly left: readonly Wanted[] }> {
  const asked = wishes.filter(({ sampleWanted }) => !sampleWanted);
  const answers = asked.length > 0 ? await certificates.answering(client, asked, who.at) : [];
  if (answers.length === 0) return { holds: [], left: wishes };
  const nameOf = (list: ListKey, { agency, ground }: Pick<Hold, 'agency' | 'ground'>): string =>
    `${keyOf(list)} ${agency} ${ground}`;
  const found = new Map(answers.map((one) => [nameOf(one, one), one]));
  const answered = asked.filter((wish) => found.has(nameOf(wish.list, wish)));
  const orders = await ordersOf(client, answered, who.at);
  const holds = answered.map((wish) => {
    const { groupKey, inspectionId } = orders(wish);
    const { row = '', certificate = '' } = found.get(nameOf(wish.list, wish)) ?? {};
    return {
      ...{ ...plain(wish, who), groupKey, inspectionId, certificate },
      ...{ state: 'recognised' as const, reason: row, endedBy: who.by, endedAt: who.at },
    };
  });
  return { holds, left: wishes.filter((wish) => !answered.includes(wish)) };
}

/** The order to come of each wish's consignment, opened where there is none. */
async function ordersOf(
  client: Client,
  wishes: readonly Wanted[],
  at: Date,
): Promise<(wish: Wanted) => Opened> {
  const groups = [...Map.groupBy(wishes, ({ of }) => groupOf(of))].map(([groupKey, of]) => ({
    groupKey,
    customsCode: of[0]?.of.customsCode ?? '',
    parties: [...new Set(of.flatMap(({ of: list }) => list.parties))],
  }));
  const orders = new Map(
    (await openInspections(client, groups, at)).map((one) => [one.groupKey, one] as const),
  );
  return ({ of }) => {
    const order = orders.get(groupOf(of));
    if (!order) throw new Error(`no inspection of ${groupOf(of)} was opened`);
    return order;
  };
}

async function openedHolds(
  client: Client,
  wishes: readonly Wanted[],
  who: { readonly by: string; readonly at: Date },
): Promise<Fresh[]> {
  if (wishes.length === 0) return [];
  const orders = await ordersOf(client, wishes, who.at);
  return wishes.map((wish) => {
    const order = orders(wish);
    return {
      ...{ ...plain(wish, who), groupKey: order.groupKey, inspectionId: order.inspectionId },
      ...{ state: 'open' as const, reason: null, endedBy: null, endedAt: null },
      came: order.fresh ? 'opened' : 'joined',
    };
  });
}

async function tell(
  client: Client,
  recognised: readonly Recognised[],
  opened: readonly Fresh[],
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<void> {
  const stepOf = (hold: Recognised, kind: NewStep['kind']): NewStep => {
    const { groupKey, inspectionId, orderNo, ebpCode, agency, ground, note, reason, certificate } = hold;
    const about = {
      ...{ orderNo, ebpCode, agency, ground, note },
      ...(reason ? { row: reason } : {}),
      ...(certificate ? { certificate } : {}),
    };
    return { groupKey, inspectionId, at, kind, by, body: about };
  };
  await addSteps(client, [
    ...recognised.map((hold) => stepOf(hold, 'recognised')),
    ...opened.map((hold) => stepOf(hold, hold.came)),
  ]);
  const entries = opened.map(({ inspectionId, orderNo, ebpCode, agency, ground, recipient }) => ({
    ...{ at, kind: 'inspection-ordered', subject: `${ebpCode}/${orderNo}` },
    body: { inspectionId, orderNo, ebpCode, agency, ground, recipient },
  }));
  if (entries.length > 0) await record(client, entries);
}

/** Ends what was wanted of lists that are decided otherwise, and the orders in which nothing is left. */
export async function lapse(client: Client, lists: readonly ListKey[], at: Date): Promise<void> {
  const by = 'clearance';
  const lapsed = await lapseHolds(client, lists, by, at);
  if (lapsed.length === 0) return;
  await addSteps(
    client,
    lapsed.map(({ groupKey, inspectionId, ...body }) => ({
      ...{ groupKey, inspectionId, at, kind: 'lapsed' as const, by, body },
    })),
  );
  await lapseInspections(client, lapsed, at);
}
