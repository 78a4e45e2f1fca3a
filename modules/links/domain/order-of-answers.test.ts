import { describe, expect, it } from 'vitest';
import { isLate } from './order-of-answers.ts';
import { answerPauseMs, faultPauseMs } from './patience.ts';

const said = (returnStatus: string, returnTime: string) => ({ returnStatus, returnTime });

describe('an answer', () => {
  it.each([
    ['the first', said('800', '2'), undefined, false],
    ['newer by the agency’s clock', said('800', '3'), said('120', '2'), false],
    ['older by the agency’s clock', said('100', '1'), said('800', '2'), true],
    ['of the same instant that is only on the way', said('2', '2'), said('120', '2'), true],
    ['of the same instant that decides', said('800', '2'), said('2', '2'), false],
    ['of the same instant, both on the way', said('3', '2'), said('2', '2'), false],
  ])('that is %s is judged so', (_what, answer, newest, late) => {
    expect(isLate(answer, newest)).toBe(late);
  });
});

describe('the patience of a link', () => {
  const patience = {
    ...{ answerMs: 600, longestAnswerMs: 2_000, mostTries: 5 },
    ...{ faultMs: 10, longestFaultMs: 25 },
  };

  it('doubles with every try and every fault, up to its longest', () => {
    expect([1, 2, 3, 4, 99].map((tries) => answerPauseMs(patience, tries))).toEqual([
      600, 1_200, 2_000, 2_000, 2_000,
    ]);
    expect([1, 2, 3, 99].map((faults) => faultPauseMs(patience, faults))).toEqual([10, 20, 25, 25]);
  });
});
