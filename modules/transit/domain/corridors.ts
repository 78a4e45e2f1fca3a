import type { Bilingual, Confidence, Dated, Day } from '#kernel';
import { onDay } from '#kernel';
import { groupByKey, RowReader, rowDates, type TableRow } from '#tax';
import type { Point } from './geo.ts';

export type Direction = 'import' | 'export';
export const directions = ['import', 'export'] as const satisfies readonly Direction[];

/** A place on a corridor; an end of one has a customs office. */
export interface Place extends Point {
  readonly code: string;
  readonly office: string | undefined;
  readonly kind: PlaceKind;
  readonly name: Bilingual;
  readonly source: string;
  readonly confidence: Confidence;
}

const placeKinds = ['border', 'inland', 'airport', 'rail', 'river', 'waypoint'] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** A piece of a corridor, from the border inwards. */
export interface Leg {
  readonly from: Place;
  readonly to: Place;
  readonly km: number;
  readonly usualMinutes: number;
}

const modes = ['road', 'rail'] as const;

/** What holds of a corridor for a time. */
export interface Terms {
  readonly mode: (typeof modes)[number];
  /** Longest time a transit may take. */
  readonly limitMinutes: number;
  /** How far from its line a vehicle may be: the line is coarse. */
  readonly toleranceKm: number;
  readonly rule: string;
  readonly name: Bilingual;
}

/** A way goods take under customs control between a place at the border and one inland. */
export interface Corridor {
  readonly code: string;
  readonly legs: readonly Leg[];
  readonly terms: readonly (Dated<Terms> & { readonly source: string; readonly confidence: Confidence })[];
}

export type CorridorBook = ReadonlyMap<string, Corridor>;

/** A corridor as one transit takes it on its day: in its direction, with its two offices. */
export interface Route extends Terms {
  readonly corridor: string;
  readonly departureOffice: string;
  readonly destinationOffice: string;
  readonly usualMinutes: number;
  readonly km: number;
  /** From departure to destination. */
  readonly legs: readonly Leg[];
  readonly line: readonly Place[];
}

/**
 * Reads places, corridors and their legs (`contracts/transit-*.csv`).
 * @throws RangeError naming what cannot be read, or legs that do not hang together
 */
export function parseCorridors(tables: {
  readonly places: readonly TableRow[];
  readonly corridors: readonly TableRow[];
  readonly legs: readonly TableRow[];
}): CorridorBook {
  const places = new Map(
    tables.places.map((cells, index) => placeOf(new RowReader('transit-places.csv', index + 2, cells))),
  );
  const legs = tables.legs.map((cells, index) =>
    legOf(new RowReader('transit-legs.csv', index + 2, cells), places),
  );
  const terms = tables.corridors.map((cells, index) => {
    const row = new RowReader('transit-corridors.csv', index + 2, cells);
    return { code: row.text('corridor'), ...termsOf(row) };
  });
  return new Map(
    [...groupByKey(terms, ({ code }) => code)].map(([code, dated]) => {
      const own = legs.filter(({ corridor }) => corridor === code).map(({ leg }) => leg);
      if (own.length === 0 || own.some(({ from }, at) => at > 0 && from !== own[at - 1]?.to))
        throw new RangeError(`the legs of the corridor ${code} do not hang together`);
      return [code, { code, legs: own, terms: dated.map(({ code: _, ...held }) => held) }];
    }),
  );
}

const whole = (row: RowReader, column: string): number => {
  const number = Number(row.text(column));
  return Number.isSafeInteger(number) && number > 0
    ? number
    : row.fail(column, 'is no whole number above zero');
};

function degrees(row: RowReader, column: 'lon' | 'lat'): number {
  const number = Number(row.text(column));
  return Math.abs(number) <= (column === 'lon' ? 180 : 90) ? number : row.fail(column, 'is no degree');
}

const placeOf = (row: RowReader): [string, Place] => [
  row.text('place'),
  {
    ...{ code: row.text('place'), office: row.optional('office'), kind: row.oneOf('kind', placeKinds) },
    ...{
      lon: degrees(row, 'lon'),
      lat: degrees(row, 'lat'),
      name: { zh: row.text('zh'), en: row.text('en') },
    },
    ...{ source: row.text('source'), confidence: row.confidence('confidence') },
  },
];

function legOf(row: RowReader, places: ReadonlyMap<string, Place>): { corridor: string; leg: Leg } {
  const end = (column: string): Place => places.get(row.text(column)) ?? row.fail(column, 'is no place');
  return {
    corridor: row.text('corridor'),
    leg: {
      ...{ from: end('from_place'), to: end('to_place') },
      ...{ km: whole(row, 'km'), usualMinutes: whole(row, 'usual_minutes') },
    },
  };
}

const termsOf = (row: RowReader): Corridor['terms'][number] => ({
  value: {
    ...{ mode: row.oneOf('mode', modes), rule: row.text('rule') },
    ...{ limitMinutes: whole(row, 'limit_minutes'), toleranceKm: whole(row, 'tolerance_km') },
    name: { zh: row.text('zh'), en: row.text('en') },
  },
  ...{ ...rowDates(row), source: row.text('source'), confidence: row.confidence('confidence') },
});

/** A corridor in a direction as it holds on a day; undefined where there is none, or not then. */
export function routeOn(book: CorridorBook, code: string, direction: Direction, day: Day): Route | undefined {
  const corridor = book.get(code);
  const terms = corridor && onDay(corridor.terms, day)?.value;
  if (!corridor || !terms) return undefined;
  const legs =
    direction === 'import'
      ? corridor.legs
      : corridor.legs.map(({ from, to, ...leg }) => ({ ...leg, from: to, to: from })).reverse();
  const line = legs.flatMap(({ from, to }, at) => (at === 0 ? [from, to] : [to]));
  const [departureOffice, destinationOffice] = [line[0]?.office, line.at(-1)?.office];
  if (departureOffice === undefined || destinationOffice === undefined)
    throw new RangeError(`an end of the corridor ${code} has no customs office`);
  const sum = (of: (leg: Leg) => number): number => legs.reduce((all, leg) => all + of(leg), 0);
  return {
    ...{ ...terms, corridor: code, departureOffice, destinationOffice, legs, line },
    ...{ usualMinutes: sum(({ usualMinutes }) => usualMinutes), km: sum(({ km }) => km) },
  };
}

/** Every corridor that is open on a day, from the border inwards. */
export const routesOn = (book: CorridorBook, day: Day): Route[] =>
  [...book.keys()].flatMap((code) => routeOn(book, code, 'import', day) ?? []);
