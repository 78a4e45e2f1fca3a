import { expect, test } from 'vitest';
import { askedIn, questionOf } from './question.ts';

test('a question is read from its address, and what is none of its words is left out', () => {
  const asked = askedIn({
    direction: 'import',
    buyer: 'robot',
    hs: '19x',
    value: '300.5',
    licence: 'no',
    colour: 'red',
  });
  expect(asked).toEqual({ direction: 'import', value: '300.5', licence: 'no' });
});

test('the interface is asked with what fits the direction, once the value is told', () => {
  expect(questionOf({ direction: 'export' })).toBeUndefined();
  expect(
    questionOf({
      direction: 'export',
      value: '10.',
      stock: 'abroad',
      hs: '0902303100',
      refund: 'yes',
      annualUsed: '5',
    }),
  ).toEqual({ direction: 'export', goods: { hs: '0902303100', value: '10' }, refund: true });
});
