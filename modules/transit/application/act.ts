import type { Client } from '#postgres';
import { alertsByTime, type NewAlert } from '../domain/alerts.ts';
import { type Route, routeOn } from '../domain/corridors.ts';
import { kmBetween } from '../domain/geo.ts';
import { type Act, isLive, moveOf, type Party } from '../domain/states.ts';
import { alertsOf, raiseAlerts } from '../storage/alerts.ts';
import { type Change, lockTransit, moveTransit, type Transit, transitByNo } from '../storage/transits.ts';
import { bringToLastLeg } from './next-leg.ts';
import { type Actor, partiesOf, type TransitPorts } from './ports.ts';
import { recordAlerts, recordStep } from './record.ts';
import { farAway, needsReason, noTransit, wrongParty, wrongState } from './refusals.ts';

/** What an act does besides moving the transit on; throws what bars it. */
export interface Deed {
  readonly act: Act;
  readonly note?: string | undefined;
  /** Runs before the move, under the lock of the transit. */
  readonly before?: (client: Client, transit: Transit, as: Party) => Promise<void>;
  readonly change?: (transit: Transit, as: Party) => Partial<Change>;
  readonly alerts?: (transit: Transit, as: Party) => readonly NewAlert[];
}

/**
 * Moves a transit on: locked, held to the table of moves, written with its step, its alerts and its entry of the journal in
 * one transaction. Of two who act at once the second finds it moved on.
 * @throws Problem 404, 409
 */
export async function actOn(
  ports: TransitPorts,
  actor: Actor,
  transitNo: string,
  deed: Deed,
): Promise<Transit> {
  const at = ports.now();
  return ports.database.transaction(async (client) => {
    const transit = await lockTransit(
      client,
      transitNo,
      'enterprise' in actor ? actor.enterprise : undefined,
    );
    if (!transit) throw noTransit(transitNo);
    const move = moveOf(transit.state, deed.act, partiesOf(ports, transit, actor));
    if (move === 'state') throw wrongState(transit.state);
    if (move === 'party') throw wrongParty();
    await deed.before?.(client, transit, move.as);
    const change = { ...deed.change?.(transit, move.as), state: move.to };
    await moveTransit(client, transit, isLive(move.to) ? change : { ...change, closedAt: at });
    await raise(client, transit, deed.alerts?.(transit, move.as) ?? [], at);
    const after = await transitByNo(client, transitNo);
    if (!after) throw noTransit(transitNo);
    const { act, note = '' } = deed;
    await recordStep(client, after, { act, note, actor, at, from: transit.state, as: move.as });
    return after;
  });
}

/** Raises alerts of one transit and tells of those that are new. */
export async function raise(
  client: Client,
  transit: Transit,
  alerts: readonly NewAlert[],
  at: Date,
): Promise<void> {
  const { transitNo, applicant, carrier } = transit;
  const raised = await raiseAlerts(
    client,
    alerts.map((alert) => ({ ...alert, transitNo })),
    at,
  );
  await recordAlerts(
    client,
    raised.map((alert) => ({ ...alert, applicant, carrier })),
    at,
  );
}

/** The route of a transit, as the table was on the day it was applied for. */
export function routeOf(
  { corridors }: Pick<TransitPorts, 'corridors'>,
  { corridor, direction, appliedOn }: Pick<Transit, 'corridor' | 'direction' | 'appliedOn'>,
): Route {
  const route = routeOn(corridors, corridor, direction, appliedOn);
  if (!route) throw new Error(`the corridor ${corridor} is not in the table of ${appliedOn}`);
  return route;
}

const minuteMs = 60_000;

/** Sets out: from now on its usual time and its time limit run. */
export function depart(ports: TransitPorts, actor: Actor, transitNo: string): Promise<Transit> {
  const at = ports.now();
  const { latePercent } = ports.parameters();
  return actOn(ports, actor, transitNo, {
    act: 'depart',
    change: (transit) => {
      const { usualMinutes, limitMinutes } = routeOf(ports, transit);
      const lateMs = Math.ceil((usualMinutes * latePercent) / 100) * minuteMs;
      return {
        departedAt: at,
        lateAt: new Date(at.getTime() + lateMs),
        dueAt: new Date(at.getTime() + limitMinutes * minuteMs),
      };
    },
  });
}

/**
 * Takes a transit in at its destination. A carrier reports it itself only where its last position is near; an officer of
 * another office may take it in there, with a reason: then that office is its destination.
 */
export function arrive(ports: TransitPorts, actor: Actor, transitNo: string, note: string): Promise<Transit> {
  const at = ports.now();
  const { arrivalKm, silenceMs } = ports.parameters();
  return actOn(ports, actor, transitNo, {
    ...{ act: 'arrive', note },
    before: async (client, transit, as) => {
      if (as === 'elsewhere' && note === '') throw needsReason();
      const end = routeOf(ports, transit).line.at(-1);
      const near = transit.last !== null && end !== undefined && kmBetween(transit.last, end) <= arrivalKm;
      if (as === 'carrier' && !near) throw farAway(arrivalKm);
      if (as !== 'elsewhere') await bringToLastLeg(client, transitNo);
      // What the clock tells and nobody has looked at yet is told before it has arrived.
      const { departedAt, lateAt, dueAt, last } = transit;
      if (!departedAt || !lateAt || !dueAt) return;
      const raised = await alertsOf(client, transitNo);
      const road = { departedAt, lateAt, dueAt, lastAt: last?.at, raised };
      const late = alertsByTime(road, at, { silenceMs }).filter(({ kind }) => kind !== 'silent');
      await raise(client, transit, late, at);
    },
    change: (_transit, as) => ({
      arrivedAt: at,
      ...(as === 'elsewhere' && 'office' in actor ? { destinationOffice: actor.office } : {}),
    }),
    alerts: ({ destinationOffice }, as) =>
      as === 'elsewhere' && 'office' in actor
        ? [
            {
              kind: 'elsewhere',
              occasion: '',
              evidence: { office: actor.office, expected: destinationOffice },
            },
          ]
        : [],
  });
}
