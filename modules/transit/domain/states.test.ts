import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Act,
  actsOf,
  isLive,
  moveOf,
  moves,
  type Party,
  type TransitState,
  transitStates,
} from './states.ts';

const acts = [...new Set(moves.map(({ act }) => act))];
const parties: readonly Party[] = ['applicant', 'carrier', 'departure', 'destination', 'elsewhere'];
const deed = fc.record({
  act: fc.constantFrom<Act>(...acts),
  by: fc.subarray<Party>([...parties], { minLength: 1, maxLength: 2 }),
});

/** Does what may be done, in this order, and says through which states it went. */
function live(deeds: readonly { readonly act: Act; readonly by: readonly Party[] }[]): TransitState[] {
  const been: TransitState[] = ['applied'];
  for (const { act, by } of deeds) {
    const move = moveOf(been.at(-1) ?? 'applied', act, by);
    if (typeof move === 'object') been.push(move.to);
  }
  return been;
}

describe('a transit', () => {
  test('whatever is tried with it passes through no state twice and ends where nothing more may be done', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
        const been = live(deeds);
        expect(new Set(been).size).toBe(been.length);
        for (const state of been.slice(0, -1)) expect(isLive(state)).toBe(true);
        if (!isLive(been.at(-1) ?? 'applied')) expect(actsOf(been.at(-1) ?? 'applied', parties)).toEqual([]);
      }),
    );
  });

  test('is written off only after it was approved, sealed, on the road, taken in and unsealed', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
        const been = live(deeds);
        if (been.at(-1) !== 'written-off') return;
        expect(been).toEqual([
          'applied',
          'approved',
          'sealed',
          'on-the-road',
          'arrived',
          'unsealed',
          'written-off',
        ]);
      }),
    );
  });

  test('can end from every state it may be in', () => {
    const reaches = (state: TransitState): boolean =>
      !isLive(state) || moves.some(({ from, to }) => from === state && reaches(to));
    for (const state of transitStates) expect([state, reaches(state)]).toEqual([state, true]);
  });

  test('is sealed, unsealed, approved and written off by nobody but customs', () => {
    for (const act of ['approve', 'refuse', 'seal', 'unseal', 'write-off'] as const)
      for (const state of transitStates)
        expect(['state', 'party']).toContain(moveOf(state, act, ['applicant', 'carrier', 'elsewhere']));
  });

  test('that is not at that state, and one that is for another side, are told apart', () => {
    expect(moveOf('applied', 'seal', ['departure'])).toBe('state');
    expect(moveOf('applied', 'approve', ['destination'])).toBe('party');
    expect(moveOf('on-the-road', 'arrive', ['destination'])).toEqual({ to: 'arrived', as: 'destination' });
  });
});
