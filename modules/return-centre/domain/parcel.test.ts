import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayBecome, parcelStates, parcelsFor } from './parcel.ts';

const parcel = (parcelNo: string, ...goods: (readonly [number, bigint])[]) => ({
  parcelNo,
  goods: new Map(goods),
});
const numbers = (found: ReturnType<typeof parcelsFor>) => found?.map(({ parcelNo }) => parcelNo);

describe('the parcels of a return', () => {
  test('are those that hold just what it asks for, the first received first', () => {
    const parcels = [parcel('A', [1, 1n]), parcel('B', [1, 2n]), parcel('C', [2, 1n])];
    expect(numbers(parcelsFor(new Map([[1, 1n]]), parcels))).toEqual(['A']);
    // The first alone would leave one open that nobody holds.
    expect(numbers(parcelsFor(new Map([[1, 2n]]), parcels))).toEqual(['B']);
    const all = new Map([
      [1, 3n],
      [2, 1n],
    ]);
    expect(numbers(parcelsFor(all, parcels))).toEqual(['A', 'B', 'C']);
  });

  test('are none while something of it is not there, or only with more besides', () => {
    expect(parcelsFor(new Map([[1, 3n]]), [parcel('A', [1, 2n])])).toBeUndefined();
    expect(parcelsFor(new Map([[1, 1n]]), [parcel('A', [1, 1n], [2, 1n])])).toBeUndefined();
  });

  test('hold together what was asked for, whatever lies there', () => {
    const goods = fc.dictionary(fc.constantFrom('1', '2'), fc.bigInt({ min: 1n, max: 3n }), { minKeys: 1 });
    fc.assert(
      fc.property(fc.array(goods, { maxLength: 8 }), goods, (lie, asks) => {
        const mapOf = (one: Record<string, bigint>) =>
          new Map(Object.entries(one).map(([gnum, quantity]) => [Number(gnum), quantity]));
        const asked = mapOf(asks);
        const found = parcelsFor(
          asked,
          lie.map((one, at) => ({ parcelNo: String(at), goods: mapOf(one) })),
        );
        if (!found) return;
        const held = new Map<number, bigint>();
        for (const one of found)
          for (const [gnum, quantity] of one.goods) held.set(gnum, (held.get(gnum) ?? 0n) + quantity);
        expect(Object.fromEntries(held)).toEqual(Object.fromEntries(asked));
      }),
    );
  });
});

test('a parcel that has left the centre takes no step more', () => {
  for (const to of parcelStates) {
    expect(mayBecome('sent-back', to)).toBe(false);
    expect(mayBecome('destroyed', to)).toBe(false);
  }
});
