/** How places are put on the map: degrees to units, north up, true to scale in the middle of the province. */

interface Point {
  readonly lon: number;
  readonly lat: number;
}

/** Width of the map in its own units; a degree east of Yunnan is some 100 km, and 100 units. */
const UNITS = 100;
const MIDDLE = Math.cos((24 * Math.PI) / 180);
const ROOM = 0.35;
/** Names need more of it at the sides. */
const SIDE = 1.1;

/** Degrees a map shows at least: what lies near to each other is not drawn as large as a province. */
const LEAST = { lon: 5, lat: 2.6 };

function around(along: readonly number[], room: number, least: number): readonly [from: number, to: number] {
  const [from, to] = [Math.min(...along) - room, Math.max(...along) + room];
  const lacks = Math.max(0, least - (to - from)) / 2;
  return [from - lacks, to + lacks];
}

/** What of the world a map shows, around these points. */
export interface Frame {
  readonly west: number;
  readonly north: number;
  readonly width: number;
  readonly height: number;
}

export function frameOf(points: readonly Point[]): Frame {
  const lons = points.map(({ lon }) => lon);
  const lats = points.map(({ lat }) => lat);
  const [west, east] = around(lons, SIDE, LEAST.lon);
  const [south, north] = around(lats, ROOM, LEAST.lat);
  return { west, north, width: (east - west) * UNITS * MIDDLE, height: (north - south) * UNITS };
}

export const spot = ({ west, north }: Frame, { lon, lat }: Point): { x: number; y: number } => ({
  x: Math.round((lon - west) * UNITS * MIDDLE * 10) / 10,
  y: Math.round((north - lat) * UNITS * 10) / 10,
});

export const lineOf = (frame: Frame, points: readonly Point[]): string =>
  points
    .map((point) => spot(frame, point))
    .map(({ x, y }) => `${x},${y}`)
    .join(' ');

/** A label beside its spot: where it begins or ends. */
export interface Label {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
}

const LETTER = { wide: 16, narrow: 9, high: 18 };
const widthOf = (text: string): number =>
  [...text].reduce((all, letter) => all + (letter.charCodeAt(0) > 0x2e80 ? LETTER.wide : LETTER.narrow), 0);

/**
 * Where names are written so that none lies over another: to the right of the spot, to its left, above or below; the first
 * names first. One there is no room for is left out: its place is in the list of the corridor.
 */
export function labelled(
  spots: readonly { readonly x: number; readonly y: number; readonly text: string }[],
  width: number,
): (Label | undefined)[] {
  const taken = spots.map(({ x, y }) => ({ left: x - 7, right: x + 7, top: y - 7, bottom: y + 7 }));
  return spots.map(({ x, y, text }, own) => {
    const long = widthOf(text);
    const tries: readonly Label[] = [
      { x: x + 11, y: y + 5, anchor: 'start' },
      { x: x - 11, y: y + 5, anchor: 'end' },
      { x: x + 4, y: y - 12, anchor: 'start' },
      { x: x + 4, y: y + 23, anchor: 'start' },
      { x: x - 4, y: y - 12, anchor: 'end' },
      { x: x - 4, y: y + 23, anchor: 'end' },
    ];
    for (const label of tries) {
      const left = label.anchor === 'start' ? label.x : label.x - long;
      const box = { left, right: left + long, top: label.y - LETTER.high + 4, bottom: label.y + 4 };
      const free = taken.every(
        (one, at) =>
          at === own ||
          one.right < box.left ||
          one.left > box.right ||
          one.bottom < box.top ||
          one.top > box.bottom,
      );
      if (!free || box.left < 0 || box.right > width) continue;
      taken.push(box);
      return label;
    }
    return undefined;
  });
}
