import { expect, test } from 'vitest';
import { answerable } from './second-officer.ts';

const proposal = { officer: 'li', seq: '7' };

test('another officer confirms or rejects what one has proposed', () => {
  expect(answerable(proposal, 'confirm', 'wang')).toBe(proposal);
  expect(answerable(proposal, 'reject', 'wang')).toBe(proposal);
});

test('who proposes does not confirm, and may take it back', () => {
  expect(answerable(proposal, 'confirm', 'li')).toBe('same-officer');
  expect(answerable(proposal, 'reject', 'li')).toBe(proposal);
});

test('what nobody proposes nobody answers', () => {
  expect(answerable(undefined, 'confirm', 'wang')).toBe('not-proposed');
  expect(answerable(null, 'reject', 'li')).toBe('not-proposed');
});
