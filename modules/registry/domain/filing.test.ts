import { describe, expect, test } from 'vitest';
import {
  type Filing,
  filingStates,
  filingSteps,
  mayBegin,
  outcomeOf,
  refusalOf,
  stateAfter,
  stepsFrom,
} from './filing.ts';

const filing = (change: Partial<Filing> = {}) =>
  ({
    ...{ state: 'checked', source: 'enterprise', madeBy: 'firm', checkedBy: 'first' },
    ...change,
  }) as Filing;

describe('a filing', () => {
  test('goes from draft by way of applied and checked to approved, and may be returned before', () => {
    const story = ['apply', 'check', 'approve'] as const;
    expect(story.map((step) => stateAfter(step, 'draft'))).toEqual(['applied', 'checked', 'approved']);
    expect(Object.fromEntries(filingStates.map((state) => [state, stepsFrom(state)]))).toEqual({
      draft: ['save', 'apply', 'withdraw'],
      applied: ['check', 'return', 'withdraw'],
      checked: ['return', 'approve', 'withdraw'],
      returned: ['save', 'apply', 'withdraw'],
      approved: [],
      withdrawn: [],
    });
  });

  test('is approved by another person than checked it, or entered it for a firm', () => {
    expect(refusalOf(filing(), 'approve', 'first')?.code).toBe('FILING-FOUR-EYES');
    expect(refusalOf(filing({ source: 'operator', madeBy: 'second' }), 'approve', 'second')?.code).toBe(
      'FILING-FOUR-EYES',
    );
    expect(refusalOf(filing(), 'approve', 'second')).toBeUndefined();
  });

  test('that is decided lets nobody do anything with it', () => {
    for (const state of ['approved', 'withdrawn'] as const)
      for (const step of filingSteps)
        expect(refusalOf(filing({ state }), step, 'x')?.code).toBe('FILING-STATE');
  });
});

test('who is suspended can ask to be resumed, cancelled or changed, and stays suspended while it is changed', () => {
  expect(
    ['register', 'change', 'resume', 'cancel'].map((kind) => mayBegin(kind as never, 'suspended')),
  ).toEqual([...[false, true, true, true]]);
  expect(outcomeOf('change', 'suspended')).toEqual({ state: 'suspended', cause: 'changed' });
  expect(mayBegin('register', 'closed')).toBe(true);
});
