import type { Finding } from '#kernel';
import { transitFinding } from './finding-codes.ts';
import type { Point } from './geo.ts';

/** A position as a device reports it: anything may be wrong with it. */
export interface ReportedPosition extends Point {
  readonly transitNo: string;
  readonly at: string;
  readonly speedKmh?: number | undefined;
}

export interface GoodPosition extends Point {
  readonly transitNo: string;
  readonly at: Date;
  readonly speedKmh: number | undefined;
}

/** When a transit of the carrier's was on the road. */
export interface RoadTime {
  readonly departedAt: Date | undefined;
  /** Undefined while it is on the road. */
  readonly arrivedAt: Date | undefined;
}

/** China with room around it: what lies outside was never driven to under its customs' control. */
const COUNTRY = { west: 73, east: 136, south: 3, north: 54 } as const;
const inCountry = ({ lon, lat }: Point): boolean =>
  lon >= COUNTRY.west && lon <= COUNTRY.east && lat >= COUNTRY.south && lat <= COUNTRY.north;

const zoned = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)$/;

/** A reported position that can be kept, or what is wrong with it. */
export function readPosition(
  reported: ReportedPosition,
  path: string,
  road: RoadTime | undefined,
  latest: Date,
): GoodPosition | Finding {
  const { transitNo, lon, lat, speedKmh } = reported;
  if (!road) return transitFinding('ROAD-TRANSIT-UNKNOWN', `${path}.transitNo`, transitNo);
  const at = zoned.test(reported.at) ? new Date(reported.at) : undefined;
  if (!at || Number.isNaN(at.getTime()) || at > latest)
    return transitFinding('ROAD-POSITION-TIME', `${path}.at`, reported.at);
  if (!inCountry({ lon, lat })) return transitFinding('ROAD-POSITION-PLACE', path, `${lon}, ${lat}`);
  const { departedAt, arrivedAt } = road;
  if (!departedAt || at < departedAt || (arrivedAt && at > arrivedAt))
    return transitFinding('ROAD-NOT-THEN', `${path}.at`, reported.at);
  return { transitNo, at, lon: micro(lon), lat: micro(lat), speedKmh };
}

/** To a millionth of a degree, as it is kept: a repeat is told from another position by that. */
const micro = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

/** @returns whether it is a finding and not a position */
export const isFinding = (read: GoodPosition | Finding): read is Finding => 'code' in read;
