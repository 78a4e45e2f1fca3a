import type { Finding } from '#kernel';
import type { Route } from './corridors.ts';
import { transitFinding } from './finding-codes.ts';

/** Means of transport of a leg. */
export const legModes = ['road', 'rail', 'air', 'water'] as const;
export type LegMode = (typeof legModes)[number];

/** A leg as it is applied for; it begins where the one before it ends. */
export interface LegWished {
  readonly mode: LegMode;
  /** Customs code. */
  readonly carrier: string;
  /** Number of the paper its goods go by. */
  readonly documentNo: string;
  readonly vehicleNo: string;
  /** Code of the place of the corridor it goes to. */
  readonly to: string;
  /** CNY, decimal text. */
  readonly cost?: string | undefined;
  /** Kilograms, decimal text. */
  readonly co2Kg?: string | undefined;
}

/** A leg of a transit as it is planned. */
export interface PlannedLeg extends Omit<LegWished, 'cost' | 'co2Kg'> {
  readonly legNo: number;
  readonly from: string;
  /** By the table of the corridor on the day it was applied for. */
  readonly usualMinutes: number;
  readonly cost: string | null;
  readonly co2Kg: string | null;
}

/** Where each leg ends on the line of the route; -1 for a place that is not on it. */
const ends = ({ line }: Route, legs: readonly LegWished[]): number[] =>
  legs.map(({ to }) => line.findIndex(({ code }) => code === to));

/**
 * What is wrong with the legs of a transit: the first is that of the vehicle applied for, each goes on along the
 * route, and the last ends where the route does.
 */
export function legFindings(
  route: Route,
  first: { readonly carrier: string; readonly vehicleNo: string },
  legs: readonly LegWished[],
): Finding[] {
  const [one] = legs;
  if (!one) return [];
  const places = ends(route, legs);
  const last = route.line.length - 1;
  return [
    ...(one.carrier === first.carrier && one.vehicleNo === first.vehicleNo
      ? []
      : [transitFinding('ROAD-LEG-FIRST', 'legs[0]', `${first.carrier} ${first.vehicleNo}`)]),
    ...legs.flatMap(({ to }, at): Finding[] => {
      const place = places[at] ?? -1;
      const on = place > (at === 0 ? 0 : (places[at - 1] ?? 0));
      const fits = at === legs.length - 1 ? place === last : place < last;
      return on && fits ? [] : [transitFinding('ROAD-LEG-PLACE', `legs[${at}].to`, to)];
    }),
  ];
}

/** The legs of a transit whose findings are none. */
export function planOf(route: Route, legs: readonly LegWished[]): PlannedLeg[] {
  const places = ends(route, legs);
  return legs.map(({ cost = null, co2Kg = null, ...leg }, at) => {
    const [from, to] = [at === 0 ? 0 : (places[at - 1] ?? 0), places[at] ?? 0];
    return {
      ...{ ...leg, cost, co2Kg, legNo: at + 1, from: route.line[from]?.code ?? '' },
      usualMinutes: route.legs.slice(from, to).reduce((all, { usualMinutes }) => all + usualMinutes, 0),
    };
  });
}

/** When a leg began and ended; undefined while it has not. */
export interface LegTimes {
  readonly beganAt: Date | undefined;
  readonly endedAt: Date | undefined;
}

/** How the time of a transit is split between its legs: each begins when its goods are taken over. */
export function timesOf(
  handedOver: readonly (Date | undefined)[],
  { departedAt, arrivedAt }: { readonly departedAt: Date | null; readonly arrivedAt: Date | null },
): LegTimes[] {
  const began = handedOver.map((at, index) => (index === 0 ? (departedAt ?? undefined) : at));
  // Taken in elsewhere, it has ended on the leg it was on.
  const current = began.findLastIndex((at) => at !== undefined);
  return began.map((beganAt, index) => ({
    beganAt,
    endedAt: beganAt && (index === current ? (arrivedAt ?? undefined) : began[index + 1]),
  }));
}
