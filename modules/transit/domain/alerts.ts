import type { TransitParameters } from './parameters.ts';

/** What may go wrong on the road. */
export const alertKinds = [
  'late',
  'overdue',
  'off-route',
  'silent',
  'seal-broken',
  'seal-missing',
  'elsewhere',
] as const;
export type AlertKind = (typeof alertKinds)[number];

/** An alert by what makes it one and no second: of a kind and an occasion there is one. */
export interface AlertKey {
  readonly kind: AlertKind;
  readonly occasion: string;
}

export interface NewAlert extends AlertKey {
  /** What is measured against what, for who looks into it. */
  readonly evidence: Readonly<Record<string, string | number>>;
}

/** An alert that was raised before, as far as it decides on another. */
export interface RaisedAlert extends AlertKey {
  readonly resolvedAt: Date | undefined;
}

/** A transit on the road, as far as time tells. */
export interface OnTheRoad {
  readonly departedAt: Date;
  /** When its usual time and what is allowed beyond it are over. */
  readonly lateAt: Date;
  /** When its time limit is over. */
  readonly dueAt: Date;
  readonly lastAt: Date | undefined;
  readonly raised: readonly AlertKey[];
}

const minuteMs = 60_000;
const minutesBetween = (from: Date, to: Date): number =>
  Math.floor((to.getTime() - from.getTime()) / minuteMs);

/** What the clock alone tells of a transit on the road: late, beyond its limit, silent. Each is told once. */
export function alertsByTime(
  transit: OnTheRoad,
  at: Date,
  { silenceMs }: Pick<TransitParameters, 'silenceMs'>,
): NewAlert[] {
  const { departedAt, lateAt, dueAt, lastAt = departedAt, raised } = transit;
  const found: NewAlert[] = [];
  const minutes = minutesBetween(departedAt, at);
  if (at > lateAt)
    found.push({
      kind: 'late',
      occasion: '',
      evidence: { minutes, usual: minutesBetween(departedAt, lateAt) },
    });
  if (at > dueAt)
    found.push({
      kind: 'overdue',
      occasion: '',
      evidence: { minutes, limit: minutesBetween(departedAt, dueAt) },
    });
  if (at.getTime() - lastAt.getTime() > silenceMs)
    found.push({
      kind: 'silent',
      // Of one silence one alert: it is named by what was heard last.
      occasion: lastAt.toISOString(),
      evidence: { minutes: minutesBetween(lastAt, at), allowed: Math.floor(silenceMs / minuteMs) },
    });
  return found.filter(
    (one) => !raised.some(({ kind, occasion }) => kind === one.kind && occasion === one.occasion),
  );
}

/**
 * Whether a position off the route is told: not while one is told and nobody has looked into it, and not for a position
 * from before somebody has.
 */
export function alertOffRoute(
  position: { readonly at: Date; readonly offKm: number },
  toleranceKm: number,
  raised: readonly RaisedAlert[],
): NewAlert | undefined {
  if (position.offKm <= toleranceKm) return undefined;
  const before = raised.filter(({ kind }) => kind === 'off-route');
  if (before.some(({ resolvedAt }) => resolvedAt === undefined || position.at <= resolvedAt))
    return undefined;
  return {
    ...{ kind: 'off-route', occasion: String(before.length + 1) },
    evidence: { km: Math.round(position.offKm), allowed: toleranceKm },
  };
}
