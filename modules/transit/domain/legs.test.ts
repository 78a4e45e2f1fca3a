import { describe, expect, test } from 'vitest';
import { loadCorridors } from '../wiring.ts';
import { routeOn } from './corridors.ts';
import { type LegWished, legFindings, planOf, timesOf } from './legs.ts';

const rail = routeOn(loadCorridors(), 'MOHAN-RAIL', 'import', '2026-03-10');
if (!rail) throw new Error('there is no railway');
const first = { carrier: '5301963612', vehicleNo: '云A1' };
const leg = (to: string, more: Partial<LegWished> = {}): LegWished => ({
  ...{ mode: 'road', ...first, documentNo: 'CMR1', to, ...more },
});
const found = (...legs: readonly LegWished[]) =>
  legFindings(rail, first, legs).map(({ code, path }) => `${code} ${path}`);

describe('a transit of several legs', () => {
  test('goes on along its route leg by leg, and their usual times are that of the route', () => {
    const legs = [leg('JINGHONG'), leg('YUXI', { mode: 'water' }), leg('WJY', { mode: 'rail' })];
    expect(found(...legs)).toEqual([]);
    const plan = planOf(rail, legs);
    expect(plan.map(({ from, to, usualMinutes }) => [from, to, usualMinutes])).toEqual([
      ['MOHAN', 'JINGHONG', 130],
      ['JINGHONG', 'YUXI', 280],
      ['YUXI', 'WJY', 100],
    ]);
    expect(plan.reduce((all, { usualMinutes }) => all + usualMinutes, 0)).toBe(rail.usualMinutes);
  });

  test('neither goes back, nor by places of other routes, nor ends anywhere but where its route does', () => {
    expect(found(leg('PUER'), leg('JINGHONG'), leg('WJY'))).toEqual(['ROAD-LEG-PLACE legs[1].to']);
    expect(found(leg('RUILI'), leg('YUXI'))).toEqual([
      'ROAD-LEG-PLACE legs[0].to',
      'ROAD-LEG-PLACE legs[1].to',
    ]);
    expect(found(leg('WJY'), leg('WJY'))).toEqual(['ROAD-LEG-PLACE legs[0].to', 'ROAD-LEG-PLACE legs[1].to']);
    expect(found(leg('MOHAN'), leg('WJY'))).toEqual(['ROAD-LEG-PLACE legs[0].to']);
  });

  test('begins with the vehicle and the carrier it is applied for', () => {
    expect(found(leg('PUER', { carrier: '5301963699' }), leg('WJY'))).toEqual(['ROAD-LEG-FIRST legs[0]']);
  });

  test('splits its time where its goods are taken over; taken in elsewhere it ends on the leg it was on', () => {
    const [departedAt, taken, arrivedAt] = ['08', '11', '19'].map(
      (hour) => new Date(`2026-03-10T${hour}:00:00Z`),
    ) as [Date, Date, Date];
    expect(timesOf([undefined, taken, undefined], { departedAt, arrivedAt })).toEqual([
      { beganAt: departedAt, endedAt: taken },
      { beganAt: taken, endedAt: arrivedAt },
      { beganAt: undefined, endedAt: undefined },
    ]);
    expect(timesOf([undefined, undefined], { departedAt: null, arrivedAt: null })).toEqual([
      { beganAt: undefined, endedAt: undefined },
      { beganAt: undefined, endedAt: undefined },
    ]);
  });
});
