/** A point in WGS 84, decimal degrees. */
export interface Point {
  readonly lon: number;
  readonly lat: number;
}

const EARTH_KM = 6371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Kilometres between two points, as the crow flies. */
export function kmBetween(a: Point, b: Point): number {
  const lat = radians(b.lat - a.lat) / 2;
  const lon = radians(b.lon - a.lon) / 2;
  const h = Math.sin(lat) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(lon) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Where a point stands to a line of points. */
export interface Standing {
  /** Kilometres to the nearest place of the line. */
  readonly offKm: number;
  /** Share of the line behind it, 0 to 1. */
  readonly along: number;
}

/**
 * How far a point is from a line and how much of the line lies behind it. Flat between two points of the line, which over
 * the width of a province is wrong by far less than the line itself is coarse.
 */
export function standingTo(line: readonly Point[], point: Point): Standing {
  const [first] = line;
  if (!first) throw new RangeError('a line has at least one point');
  let nearest = { offKm: kmBetween(first, point), at: 0 };
  let length = 0;
  line.slice(1).forEach((end, index) => {
    const start = line[index] ?? first;
    const share = shareOf(start, end, point);
    const foot = {
      lon: start.lon + (end.lon - start.lon) * share,
      lat: start.lat + (end.lat - start.lat) * share,
    };
    const piece = kmBetween(start, end);
    const offKm = kmBetween(foot, point);
    if (offKm < nearest.offKm) nearest = { offKm, at: length + piece * share };
    length += piece;
  });
  return { offKm: nearest.offKm, along: length === 0 ? 0 : nearest.at / length };
}

/** How far along from start to end the nearest place to a point lies, 0 to 1. */
function shareOf(start: Point, end: Point, point: Point): number {
  const narrowed = Math.cos(radians(start.lat));
  const [x, y] = [(end.lon - start.lon) * narrowed, end.lat - start.lat];
  const [px, py] = [(point.lon - start.lon) * narrowed, point.lat - start.lat];
  const square = x * x + y * y;
  return square === 0 ? 0 : Math.min(1, Math.max(0, (px * x + py * y) / square));
}
