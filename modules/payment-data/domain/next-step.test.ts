import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextStep, pauseMs, type TryOutcome } from './next-step.ts';

const pace = { firstPauseMs: 1_000, longestPauseMs: 15_000 };
const now = 1_773_107_700_000;
const dueAt = now + 120_000;
const stepAfter = (outcome: TryOutcome, tries = 1) => nextStep(outcome, tries, now, dueAt, pace);
const answer = (code: string): TryOutcome => ({ httpStatus: 200, answer: { code, message: '' } });

describe('a request', () => {
  test('is answered once customs says 10000', () => {
    expect(stepAfter(answer('10000'))).toEqual({ state: 'answered' });
  });

  test.each(['20001', '20004', '21000'])('is refused by %s, which the same data would meet again', (code) => {
    expect(stepAfter(answer(code))).toEqual({ state: 'refused' });
  });

  test.each<[string, TryOutcome]>([
    ['20000, of whatever cause', answer('20000')],
    ['a code the notice does not have', answer('500')],
    ['a page in place of an answer', { httpStatus: 200 }],
    ['a server that is down', { httpStatus: 503 }],
    ['too many requests', { httpStatus: 429 }],
    ['no connection', { fault: 'ECONNREFUSED' }],
    ['no answer in time', { fault: 'TIMEOUT' }],
  ])('is tried again after %s', (_what, outcome) => {
    expect(stepAfter(outcome)).toEqual({ state: 'asked', nextTryAt: now + 1_000 });
  });

  test.each([301, 302, 400, 403, 404])(
    'is refused by HTTP %i: it was sent to the wrong place',
    (httpStatus) => {
      expect(stepAfter({ httpStatus })).toEqual({ state: 'refused' });
    },
  );

  test('is overdue when no further sending would be in time', () => {
    expect(nextStep({ httpStatus: 503 }, 3, dueAt - 4_001, dueAt, pace)).toEqual({
      state: 'asked',
      nextTryAt: dueAt - 1,
    });
    expect(nextStep({ httpStatus: 503 }, 3, dueAt - 4_000, dueAt, pace)).toEqual({ state: 'overdue' });
  });
});

test('pauses grow from the first to the longest, and never beyond', () => {
  expect([1, 2, 3, 4, 5, 6].map((tries) => pauseMs(tries, pace))).toEqual([
    1_000, 2_000, 4_000, 8_000, 15_000, 15_000,
  ]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (tries) => {
      const pause = pauseMs(tries, pace);
      expect([pause >= 1_000, pause <= 15_000]).toEqual([true, true]);
    }),
  );
});
