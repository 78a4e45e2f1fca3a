import { describe, expect, test } from 'vitest';
import { type AskedFor, isChangeable, outcomes, whyNot } from './correction.ts';

const asked = (more: Partial<AskedFor> = {}): AskedFor => ({
  ...{ wish: 'correct', state: 'open', ofPaper: true },
  ...more,
});

describe('what is to be corrected', () => {
  test('is corrected when the paper says something else now, not when somebody merely says so', () => {
    const now = (changed: boolean) => whyNot(asked(), 'corrected', { changeable: true, changed });
    expect(now(true)).toBeUndefined();
    expect(now(false)).toBe('CORRECTION-UNCHANGED');
  });

  test('is noted beside a paper that was decided on, and not where the paper can be changed', () => {
    const noted = (changeable: boolean) => whyNot(asked(), 'noted', { changeable, changed: false });
    expect(noted(false)).toBeUndefined();
    expect(noted(true)).toBe('CORRECTION-CHANGE-FIRST');
  });

  test.each(['waiting', 'refused', undefined])('can be changed in a paper whose list is %s', (state) => {
    expect(isChangeable(state)).toBe(true);
  });

  test.each(['released', 'held', 'forwarded', 'withdrawn'])('cannot in one whose list is %s', (state) => {
    expect(isChangeable(state)).toBe(false);
  });
});

test('what is to be deleted is kept as the law says or refused; what is to be explained is explained', () => {
  const open = { changeable: false, changed: true };
  const fitting = (wish: AskedFor['wish']) =>
    outcomes.filter((outcome) => whyNot(asked({ wish }), outcome, open) === undefined);
  expect(fitting('delete')).toEqual(['kept', 'refused']);
  expect(fitting('explain')).toEqual(['explained', 'refused']);
});

test('what is answered or withdrawn is answered no more', () => {
  for (const state of ['answered', 'withdrawn'] as const)
    expect(whyNot(asked({ state }), 'refused', { changeable: true, changed: false })).toBe(
      'CORRECTION-ENDED',
    );
});
