import { record } from '#journal';
import type { Client } from '#postgres';
import { groupOf } from '../domain/group.ts';
import { recognisedBy } from '../domain/recognise.ts';
import type { HoldState } from '../domain/verdict.ts';
import { addHolds, type Hold, holdsOfLists, lapseHolds, lapseInspections } from '../storage/holds.ts';
import { openInspections } from '../storage/inspections.ts';
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

/** What came of a wish: an order was opened, one was joined, it was there already, or another's result counts for it. */
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

type Ports = Pick<InspectionPorts, 'chinaDay' | 'tables'>;
type Wanted = HoldWish & { readonly of: InspectedList };
type Fresh = Omit<Hold, 'found'> & { readonly came: 'opened' | 'joined' };

export const keyOf = ({ orderNo, ebpCode }: ListKey): string => JSON.stringify([orderNo, ebpCode]);

const same = (one: Pick<Hold, 'agency' | 'ground'>, wish: Pick<HoldWish, 'agency' | 'ground'>): boolean =>
  one.agency === wish.agency && one.ground === wish.ground;

/**
 * Opens holds in the caller's transaction: those of one consignment come into one order, what is open already is not
 * opened again, and what another agency has found in order counts where the table says so.
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
  const [toOpen, recognised]: [Wanted[], Omit<Hold, 'found'>[]] = [[], []];
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
    if (!found) toOpen.push(wish);
    else {
      recognised.push(found);
      const { inspectionId, reason } = found;
      outcomes.push({ ...told, inspectionId, came: 'recognised', state: 'recognised', by: reason ?? '' });
    }
  }
  const opened = await openedHolds(client, toOpen, { by, at });
  await addHolds(client, [...recognised, ...opened.map(({ came: _came, ...hold }) => hold)]);
  await tell(client, recognised, opened, { by, at });
  return [
    ...outcomes,
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

async function openedHolds(
  client: Client,
  wishes: readonly Wanted[],
  who: { readonly by: string; readonly at: Date },
): Promise<Fresh[]> {
  if (wishes.length === 0) return [];
  const groups = [...Map.groupBy(wishes, ({ of }) => groupOf(of))].map(([groupKey, of]) => ({
    groupKey,
    customsCode: of[0]?.of.customsCode ?? '',
    parties: [...new Set(of.flatMap(({ of: list }) => list.parties))],
  }));
  const orders = new Map(
    (await openInspections(client, groups, who.at)).map((one) => [one.groupKey, one] as const),
  );
  return wishes.map((wish) => {
    const groupKey = groupOf(wish.of);
    const order = orders.get(groupKey);
    if (!order) throw new Error(`no inspection of ${groupKey} was opened`);
    return {
      ...{ ...plain(wish, who), groupKey, inspectionId: order.inspectionId },
      ...{ state: 'open' as const, reason: null, endedBy: null, endedAt: null },
      came: order.fresh ? 'opened' : 'joined',
    };
  });
}

async function tell(
  client: Client,
  recognised: readonly Omit<Hold, 'found'>[],
  opened: readonly Fresh[],
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<void> {
  const stepOf = (hold: Omit<Hold, 'found'>, kind: NewStep['kind']): NewStep => {
    const { groupKey, inspectionId, orderNo, ebpCode, agency, ground, note, reason } = hold;
    const about = { orderNo, ebpCode, agency, ground, note, ...(reason ? { row: reason } : {}) };
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
