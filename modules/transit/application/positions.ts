import type { Finding } from '#kernel';
import type { Client } from '#postgres';
import { alertOffRoute } from '../domain/alerts.ts';
import { transitFinding } from '../domain/finding-codes.ts';
import { standingTo } from '../domain/geo.ts';
import { type GoodPosition, isFinding, type ReportedPosition, readPosition } from '../domain/positions.ts';
import { raiseAlerts, raisedOf } from '../storage/alerts.ts';
import {
  type CarriedTransit,
  type KeptPosition,
  keepPositions,
  lockCarried,
  positionsAt,
} from '../storage/positions.ts';
import { routeOf } from './act.ts';
import type { TransitPorts } from './ports.ts';
import { recordAlerts } from './record.ts';

/** What became of a reported position. */
export interface PositionAnswer {
  readonly outcome: 'kept' | 'repeated' | 'refused';
  readonly finding?: Finding;
}

const momentOf = ({ transitNo, at }: { readonly transitNo: string; readonly at: Date }): string =>
  `${transitNo} ${at.toISOString()}`;

/**
 * Keeps what devices report, in whatever order it comes and however often; each position has its own answer. A vehicle off
 * its route raises an alert at once.
 */
export async function reportPositions(
  ports: TransitPorts,
  carrier: string,
  reported: readonly ReportedPosition[],
): Promise<PositionAnswer[]> {
  const at = ports.now();
  const latest = new Date(at.getTime() + ports.parameters().aheadMs);
  return ports.database.transaction(async (client) => {
    const numbers = [...new Set(reported.map(({ transitNo }) => transitNo))];
    const transits = new Map(
      (await lockCarried(client, numbers, carrier)).map((one) => [one.transitNo, one]),
    );
    const read = reported.map((one, index) =>
      readPosition(one, `positions[${index}]`, roadTimeOf(transits.get(one.transitNo)), latest),
    );
    const good = read.filter((one): one is GoodPosition => !isFinding(one));
    const known = new Map((await positionsAt(client, good)).map((one) => [momentOf(one), one]));
    const fresh: KeptPosition[] = [];
    const answers = read.map((one, index): PositionAnswer => {
      if (isFinding(one)) return { outcome: 'refused', finding: one };
      const before = known.get(momentOf(one));
      if (before)
        return before.lon === one.lon && before.lat === one.lat
          ? { outcome: 'repeated' }
          : {
              outcome: 'refused',
              finding: transitFinding('ROAD-POSITION-DIFFERS', `positions[${index}]`),
            };
      known.set(momentOf(one), { ...one });
      fresh.push({ ...one, offKm: offRoute(ports, transits.get(one.transitNo), one) });
      return { outcome: 'kept' };
    });
    await keepPositions(client, fresh, at);
    await alertThose(ports, client, transits, fresh, at);
    return answers;
  });
}

/** A closed transit takes no more positions. */
const roadTimeOf = (transit: CarriedTransit | undefined) =>
  transit && {
    departedAt: transit.closedAt ? undefined : (transit.departedAt ?? undefined),
    arrivedAt: transit.arrivedAt ?? undefined,
  };

const offRoute = (ports: TransitPorts, transit: CarriedTransit | undefined, point: GoodPosition): number =>
  transit ? standingTo(routeOf(ports, transit).line, point).offKm : 0;

async function alertThose(
  ports: TransitPorts,
  client: Client,
  transits: ReadonlyMap<string, CarriedTransit>,
  kept: readonly KeptPosition[],
  at: Date,
): Promise<void> {
  const off = kept.filter((one) => {
    const transit = transits.get(one.transitNo);
    return transit !== undefined && one.offKm > routeOf(ports, transit).toleranceKm;
  });
  if (off.length === 0) return;
  const raised = await raisedOf(client, [...new Set(off.map(({ transitNo }) => transitNo))]);
  const alerts = [...Map.groupBy(off, ({ transitNo }) => transitNo)].flatMap(([transitNo, positions]) => {
    const transit = transits.get(transitNo);
    const last = positions.toSorted((one, other) => other.at.getTime() - one.at.getTime())[0];
    const alert =
      transit &&
      last &&
      alertOffRoute(last, routeOf(ports, transit).toleranceKm, raised.get(transitNo) ?? []);
    return alert && transit
      ? [{ ...alert, transitNo, applicant: transit.applicant, carrier: transit.carrier }]
      : [];
  });
  const made = new Set((await raiseAlerts(client, alerts, at)).map(({ transitNo }) => transitNo));
  await recordAlerts(
    client,
    alerts.filter(({ transitNo }) => made.has(transitNo)),
    at,
  );
}
