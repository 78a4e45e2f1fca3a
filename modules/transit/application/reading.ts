import { standingTo } from '../domain/geo.ts';
import { type LegTimes, timesOf } from '../domain/legs.ts';
import { type Act, actsOf, isUnderSeal } from '../domain/states.ts';
import { type Alert, alertsOf } from '../storage/alerts.ts';
import { cargoPage, type ListKey, transitOf } from '../storage/cargo.ts';
import { type Leg, legsOf } from '../storage/legs.ts';
import { positionsPage } from '../storage/positions.ts';
import { type Seal, sealsOf } from '../storage/seals.ts';
import {
  eventsOf,
  type Transit,
  type TransitEvent,
  type TransitWish,
  transitByNo,
  transitsPage,
} from '../storage/transits.ts';
import { routeOf } from './act.ts';
import { partyToHandover } from './legs.ts';
import { nextLeg } from './next-leg.ts';
import { type Actor, partiesOf, type TransitPorts } from './ports.ts';
import { noTransit } from './refusals.ts';

/** A transit with how far it has come along its route, 0 to 1. */
export interface TransitWithProgress extends Transit {
  readonly along: number | null;
}

const withProgress = (ports: TransitPorts, transit: Transit): TransitWithProgress => ({
  ...transit,
  along: transit.last && standingTo(routeOf(ports, transit).line, transit.last).along,
});

export const transits = async (ports: TransitPorts, wish: TransitWish): Promise<TransitWithProgress[]> =>
  (await transitsPage(ports.database.readers, wish)).map((transit) => withProgress(ports, transit));

/** A transit with all that was done with it. */
export interface TransitDetail {
  readonly transit: TransitWithProgress;
  readonly events: readonly TransitEvent[];
  readonly seals: readonly Seal[];
  readonly alerts: readonly Alert[];
  /** None where it goes by one vehicle. */
  readonly legs: readonly (Leg & LegTimes)[];
  /** What the reader may do with it now. */
  readonly acts: readonly (Act | 'hand-over' | 'report-seal' | 'replace-seal' | 'resolve')[];
}

/** @param actor who reads; undefined for one who may only read */
export async function transitDetail(
  ports: TransitPorts,
  transitNo: string,
  actor: Actor | undefined,
): Promise<TransitDetail> {
  const client = ports.database.readers;
  const transit = await transitByNo(
    client,
    transitNo,
    actor && 'enterprise' in actor ? actor.enterprise : undefined,
  );
  if (!transit) throw noTransit(transitNo);
  const [events, seals, alerts, legs] = [
    await eventsOf(client, transitNo),
    await sealsOf(client, transitNo),
    await alertsOf(client, transitNo),
    await legsOf(client, transitNo),
  ];
  const parties = actor ? partiesOf(ports, transit, actor) : [];
  const sealed = parties.length > 0 && isUnderSeal(transit.state);
  const ofOffice = parties.includes('departure') || parties.includes('destination');
  const next = transit.state === 'on-the-road' ? nextLeg(legs) : undefined;
  const times = timesOf(
    legs.map(({ handover }) => handover?.at),
    transit,
  );
  return {
    ...{ transit: withProgress(ports, transit), events, seals, alerts },
    legs: legs.flatMap((leg, at) => ({
      ...leg,
      ...(times[at] ?? { beganAt: undefined, endedAt: undefined }),
    })),
    acts: [
      ...actsOf(transit.state, parties),
      ...(next && actor && partyToHandover(ports, transit, next, actor) ? (['hand-over'] as const) : []),
      ...(sealed ? (['report-seal'] as const) : []),
      ...(sealed && ofOffice ? (['replace-seal'] as const) : []),
      ...(ofOffice && alerts.some(({ resolvedAt }) => resolvedAt === null) ? (['resolve'] as const) : []),
    ],
  };
}

/** The lists of a transit the reader may see, page by page. */
export async function listsOfTransit(
  ports: TransitPorts,
  transitNo: string,
  wish: {
    readonly enterprise: string | undefined;
    readonly after: ListKey | undefined;
    readonly limit: number;
  },
): Promise<ListKey[]> {
  const client = ports.database.readers;
  if (!(await transitByNo(client, transitNo, wish.enterprise))) throw noTransit(transitNo);
  return cargoPage(client, transitNo, wish.after, wish.limit);
}

/** The positions of a transit the reader may see, the latest first. */
export async function positionsOfTransit(
  ports: TransitPorts,
  transitNo: string,
  wish: {
    readonly enterprise: string | undefined;
    readonly before: string | undefined;
    readonly limit: number;
  },
) {
  const client = ports.database.readers;
  if (!(await transitByNo(client, transitNo, wish.enterprise))) throw noTransit(transitNo);
  return positionsPage(client, transitNo, wish.before, wish.limit);
}

/** The transits of a list that the reader may know of. */
export const transitsOfList = (ports: TransitPorts, list: ListKey, party: string | undefined) =>
  transitOf(ports.database.readers, [list], party);
