import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDecimal, sum, ZERO } from '#kernel';
import { type Kind, type Place, postStock, type StockStand, type StockWish } from './stock.ts';

const d = parseDecimal;
const stand = (transit: string): StockStand => ({
  lines: new Map([[1, new Map<Place, ReturnType<typeof d>>([['transit', d(transit)]])]]),
  told: new Map([['1 depart E1', d(transit)]]),
});
const wish = (kind: Kind, quantity: string, reference: string = kind): StockWish => ({
  ...{ line: 1, kind, quantity: d(quantity), reference },
});
const outcomes = (wishes: readonly StockWish[], at = stand('100')) =>
  postStock(at, wishes).results.map((one) => (one.outcome === 'refused' ? one.refusal : one.outcome));

describe('goods abroad', () => {
  test('are received, sold, returned or lost, each from where they lie', () => {
    const { lines } = postStock(stand('100'), [
      ...[wish('receive', '90'), wish('lose-in-transit', '4'), wish('sell', '50'), wish('return', '10')],
      wish('lose', '1'),
    ]);
    expect(Object.fromEntries(lines.get(1) ?? [])).toEqual({
      ...{ transit: d('6'), warehouse: d('29'), sold: d('50'), returned: d('10'), lost: d('5') },
    });
  });

  test('are not sold before they have arrived, nor twice on one paper', () => {
    expect(outcomes([wish('sell', '1')])).toEqual(['ABROAD-NOT-ENOUGH']);
    const sale = wish('sell', '20', 'SO-1');
    expect(outcomes([wish('receive', '30'), sale, sale, wish('sell', '5', 'SO-1')])).toEqual([
      ...['posted', 'posted', 'repeated', 'ABROAD-REFERENCE-USED'],
    ]);
  });

  test('of a line nobody booked, or of nothing, are refused', () => {
    expect(outcomes([{ ...wish('receive', '1'), line: 2 }, wish('receive', '0')])).toEqual([
      ...['ABROAD-LINE-UNKNOWN', 'ABROAD-QUANTITY'],
    ]);
  });

  test('whatever is told, nothing is made up and nothing gets lost: all places together hold what departed', () => {
    const kinds = fc.constantFrom<Kind>('receive', 'sell', 'return', 'lose', 'lose-in-transit');
    const told = fc.tuple(kinds, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(fc.array(told, { maxLength: 40 }), (tellings) => {
        const wishes = tellings.map(([kind, quantity, paper]) => wish(kind, String(quantity), `P${paper}`));
        const places = postStock(stand('100'), wishes).lines.get(1) ?? new Map();
        expect(sum(places.values())).toBe(d('100'));
        for (const there of places.values()) expect(there >= ZERO).toBe(true);
      }),
    );
  });
});
