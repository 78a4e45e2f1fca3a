import { callerOf } from '#access';
import type { Actor } from '../application/ports.ts';
import type { TransitDetail, TransitWithProgress } from '../application/reading.ts';

export const described = { tags: ['transit'], security: [{ apiKey: [] }, { session: [] }] };
/** Only people decide: a session, never a key. */
export const describedForPeople = { tags: ['transit'], security: [{ session: [] }] };

/** Whoever acts, as transits name them; undefined for one who only looks. */
export function actorOf(request: object): Actor | undefined {
  const { id, role, customsCode, office } = callerOf(request);
  if (role === 'enterprise' && customsCode !== undefined) return { id, enterprise: customsCode };
  return role === 'officer' && office !== undefined ? { id, office } : undefined;
}

/** Whoever acts, where the table lets in nobody else; throws a fault elsewhere. */
export function actingOf(request: object): Actor {
  const actor = actorOf(request);
  if (!actor) throw new Error('The route needs an enterprise or an officer, and the table lets in others.');
  return actor;
}

/** Fields that are there, moments as text. */
function told<Row extends object>(row: Row) {
  return Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) =>
      value === null ? [] : [[name, value instanceof Date ? value.toISOString() : value]],
    ),
  ) as { [Name in keyof Row]: Told<Row[Name]> };
}
type Told<Value> = Date extends Value
  ? string | (null extends Value ? undefined : never)
  : null extends Value
    ? Exclude<Value, null> | undefined
    : Value;

export { told };

export function transitView({ last, appliedOn: _day, ...plain }: TransitWithProgress) {
  return { ...told(plain), ...(last ? { last: { ...last, at: last.at.toISOString() } } : {}) };
}

const minuteMs = 60_000;

/** A leg, its own time and its handover; who wrote it down is the house's. */
function legView({ handover, beganAt, endedAt, ...leg }: TransitDetail['legs'][number]) {
  const took = beganAt && endedAt && Math.round((endedAt.getTime() - beganAt.getTime()) / minuteMs);
  return {
    ...told(leg),
    ...(beganAt ? { beganAt: beganAt.toISOString() } : {}),
    ...(endedAt ? { endedAt: endedAt.toISOString() } : {}),
    ...(took === undefined ? {} : { minutes: took }),
    ...(handover ? { handover: handoverView(handover) } : {}),
  };
}

const handoverView = ({
  byWhom: _by,
  at,
  seals,
  ...handover
}: NonNullable<TransitDetail['legs'][number]['handover']>) => ({
  ...{ ...handover, at: at.toISOString(), seals: [...seals] },
});

export function detailView({ transit, events, seals, alerts, legs, acts }: TransitDetail, now: Date) {
  return {
    now: now.toISOString(),
    transit: transitView(transit),
    events: events.map(({ byWhom: _by, revision: _revision, ...event }) => told(event)),
    seals: seals.map(told),
    alerts: alerts.map(told),
    legs: legs.map(legView),
    acts: [...acts],
  };
}
