import { expect, test } from 'vitest';
import { barsOf } from './judge-parcel.ts';

const list = { outcome: 'released', tradeMode: '1210', customsCode: '8628', releasedOn: '2026-11-01' };
const window = { applyBy: '2026-12-01', arriveBy: '2026-12-16' };
const here = { customsCode: '8628', receivedOn: '2026-12-16' };

test('goods of a released bonded list come back to the zone they left, up to the last day', () => {
  expect(barsOf(list, window, here)).toEqual([]);
  expect(barsOf(list, window, { ...here, receivedOn: '2026-12-17' })).toEqual(['CENTRE-TOO-LATE']);
});

test('every reason against them is told', () => {
  const other = { outcome: 'withdrawn', tradeMode: '9610', customsCode: '8601', releasedOn: undefined };
  expect(barsOf(other, undefined, here)).toEqual(['CENTRE-NOT-RELEASED', 'CENTRE-MODE', 'CENTRE-OFFICE']);
});
