import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadCorridors } from '../wiring.ts';
import { alertOffRoute, alertsByTime } from './alerts.ts';
import { parseCorridors, routeOn, routesOn } from './corridors.ts';
import { kmBetween, standingTo } from './geo.ts';
import { isFinding, readPosition } from './positions.ts';

const mohan = { lon: 101.69, lat: 21.19 };
const kunming = { lon: 102.71, lat: 25.04 };

describe('a distance', () => {
  test('from Mohan to Kunming is some 440 km as the crow flies, and nothing from a place to itself', () => {
    expect(Math.round(kmBetween(mohan, kunming))).toBe(441);
    expect(kmBetween(mohan, mohan)).toBe(0);
  });

  test('from a line is that of its nearest place, and how far along is between its ends', () => {
    const line = [mohan, { lon: 101.69, lat: 22.19 }, { lon: 101.69, lat: 23.19 }];
    const { offKm, along } = standingTo(line, { lon: 101.79, lat: 22.69 });
    expect([Math.round(offKm), Math.round(along * 100)]).toEqual([10, 75]);
    expect(standingTo(line, { lon: 101.69, lat: 20.19 })).toMatchObject({ along: 0 });
    expect(standingTo([mohan], mohan)).toEqual({ offKm: 0, along: 0 });
  });

  test('from a line is never more than that from any of its places, wherever one is', () => {
    const line = [mohan, { lon: 100.8, lat: 22.01 }, kunming];
    const anywhere = fc.record({
      lon: fc.double({ min: 97, max: 106, noNaN: true }),
      lat: fc.double({ min: 21, max: 29, noNaN: true }),
    });
    fc.assert(
      fc.property(anywhere, (point) => {
        const { offKm, along } = standingTo(line, point);
        for (const place of line) expect(offKm).toBeLessThanOrEqual(kmBetween(place, point) * 1.005 + 0.001);
        expect(along).toBeGreaterThanOrEqual(0);
        expect(along).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('the corridors of the table', () => {
  const book = loadCorridors();

  test('hang together, have an office at both ends, and a limit beyond what is late', () => {
    const routes = routesOn(book, '2026-03-10');
    expect(routes.length).toBeGreaterThanOrEqual(8);
    for (const { corridor, line, usualMinutes, limitMinutes } of routes) {
      expect([corridor, new Set(line).size]).toEqual([corridor, line.length]);
      expect([corridor, limitMinutes > usualMinutes * 1.2]).toEqual([corridor, true]);
    }
  });

  test('are never shorter on the road than as the crow flies', () => {
    for (const { corridor, legs } of routesOn(book, '2026-03-10'))
      for (const { from, to, km } of legs) {
        const straight = kmBetween(from, to);
        expect([corridor, from.code, to.code, km >= straight - 1]).toEqual([
          corridor,
          from.code,
          to.code,
          true,
        ]);
      }
  });

  test('are taken from the border inwards on import and outwards on export', () => {
    const [inwards, outwards] = [
      routeOn(book, 'MOHAN-ROAD', 'import', '2026-03-10'),
      routeOn(book, 'MOHAN-ROAD', 'export', '2026-03-10'),
    ];
    expect([inwards?.departureOffice, inwards?.destinationOffice]).toEqual(['8612', '8628']);
    expect([outwards?.departureOffice, outwards?.destinationOffice]).toEqual(['8628', '8612']);
    expect(outwards?.line).toEqual(inwards?.line.toReversed());
    expect(outwards?.usualMinutes).toBe(inwards?.usualMinutes);
  });

  test('are not there before they were opened: the railway since 2021-12-03', () => {
    expect(routeOn(book, 'MOHAN-RAIL', 'import', '2021-12-02')).toBeUndefined();
    expect(routeOn(book, 'MOHAN-RAIL', 'import', '2021-12-03')?.mode).toBe('rail');
    expect(routeOn(book, 'NOWHERE', 'import', '2026-03-10')).toBeUndefined();
  });

  test('whose legs do not meet are not read', () => {
    const place = (code: string) => ({
      ...{ place: code, lon: '101', lat: '22', office: '8612', kind: 'border', zh: '口岸', en: 'port' },
      ...{ source: 'x', confidence: 'D' },
    });
    const leg = (from: string, to: string) => ({
      ...{ corridor: 'A', from_place: from, to_place: to, km: '1', usual_minutes: '1' },
    });
    const corridor = {
      ...{
        corridor: 'A',
        mode: 'road',
        limit_minutes: '9',
        tolerance_km: '1',
        from: '2020-01-01',
        to: '',
        rule: 'R-8.7',
      },
      ...{ source: 'x', confidence: 'D', zh: '线', en: 'line' },
    };
    const tables = { places: ['P', 'Q', 'R', 'S'].map(place), corridors: [corridor] };
    expect(() => parseCorridors({ ...tables, legs: [leg('P', 'Q'), leg('R', 'S')] })).toThrow(
      'do not hang together',
    );
    expect(() => parseCorridors({ ...tables, legs: [leg('P', 'X')] })).toThrow('to_place: is no place');
  });
});

describe('what time tells', () => {
  const minute = (count: number) => new Date(Date.UTC(2026, 2, 10, 4, count));
  const road = {
    departedAt: minute(0),
    lateAt: minute(120),
    dueAt: minute(240),
    lastAt: minute(100),
    raised: [],
  };
  const silenceMs = 30 * 60_000;
  const kinds = (at: number, more: object = {}) =>
    alertsByTime({ ...road, ...more }, minute(at), { silenceMs }).map(({ kind }) => kind);

  test('is late after what is usual and allowed, overdue after the limit, silent after the time set: not a moment before', () => {
    expect(kinds(120)).toEqual([]);
    expect(kinds(121, { lastAt: minute(120) })).toEqual(['late']);
    expect(kinds(240, { lastAt: minute(240) })).toEqual(['late']);
    expect(kinds(241, { lastAt: minute(240) })).toEqual(['late', 'overdue']);
    expect(kinds(130, { lateAt: minute(200) })).toEqual([]);
    expect(kinds(131, { lateAt: minute(200) })).toEqual(['silent']);
    expect(kinds(31, { lastAt: undefined })).toEqual(['silent']);
  });

  test('is told once of one silence, and again of the next', () => {
    const [silent] = alertsByTime({ ...road, lateAt: minute(900), dueAt: minute(900) }, minute(140), {
      silenceMs,
    });
    const raised = [{ kind: 'silent' as const, occasion: silent?.occasion ?? '' }];
    const later = { ...road, lateAt: minute(900), dueAt: minute(900), raised };
    expect(alertsByTime(later, minute(150), { silenceMs })).toEqual([]);
    expect(alertsByTime({ ...later, lastAt: minute(160) }, minute(200), { silenceMs })).toHaveLength(1);
  });

  test('off the route is told beyond the tolerance, and again only for what came after somebody looked into it', () => {
    const off = (at: number, offKm: number, resolvedAt?: Date | null) =>
      alertOffRoute(
        { at: minute(at), offKm },
        30,
        resolvedAt === undefined
          ? []
          : [{ kind: 'off-route', occasion: '1', resolvedAt: resolvedAt ?? undefined }],
      )?.occasion;
    expect(off(10, 30)).toBeUndefined();
    expect(off(10, 31)).toBe('1');
    expect(off(10, 99, null)).toBeUndefined();
    expect(off(10, 99, minute(20))).toBeUndefined();
    expect(off(21, 99, minute(20))).toBe('2');
  });
});

describe('a reported position', () => {
  const road = { departedAt: new Date('2026-03-10T04:00:00Z'), arrivedAt: undefined };
  const latest = new Date('2026-03-10T06:00:00Z');

  test('of whatever text and number is kept as it is or told what is wrong, never thrown', () => {
    const anything = fc.record({
      ...{
        transitNo: fc.string(),
        at: fc.oneof(
          fc.string(),
          fc.date({ noInvalidDate: true }).map((day) => day.toISOString()),
        ),
      },
      ...{ lon: fc.double(), lat: fc.double() },
    });
    fc.assert(
      fc.property(anything, (reported) => {
        const read = readPosition(reported, 'positions[0]', road, latest);
        if (isFinding(read)) expect(read.code).toMatch(/^ROAD-/);
        else expect(read.at >= road.departedAt && read.at <= latest).toBe(true);
      }),
    );
  });

  test('without a zone in its time is refused: nobody knows when that was', () => {
    const read = readPosition(
      { transitNo: 'T', at: '2026-03-10T13:00:00', lon: 101, lat: 22 },
      'p',
      road,
      latest,
    );
    expect(isFinding(read) && read.code).toBe('ROAD-POSITION-TIME');
  });
});
