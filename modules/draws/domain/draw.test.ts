import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { parseDecimal } from '#kernel';
import { commit, draw, isDrawn, ticketOf, verifyDraw } from './draw.ts';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const seed = digest('a secret of the day');
const rate = parseDecimal('0.1');
const commitment = commit('inspection 2026-05-01 8620', rate, seed, digest);
const candidates = Array.from({ length: 2_000 }, (_, at) => `86202026I${String(at).padStart(9, '0')}`);
const record = draw(commitment, rate, seed, candidates, digest);

describe('a draw that was committed to', () => {
  test('draws about the share it said, and the same ones whoever draws again', () => {
    // Six standard deviations of a fair draw, fixed by the seed: this never changes.
    expect(record.drawn.length).toBeGreaterThan(120);
    expect(record.drawn.length).toBeLessThan(280);
    expect(draw(commitment, rate, seed, candidates, digest)).toEqual(record);
    expect(verifyDraw(commitment, record, rate, candidates, digest)).toEqual([]);
  });

  test('another seed draws others: nobody can foresee whom', () => {
    const other = digest('another');
    const others = draw(commit(commitment.purpose, rate, other, digest), rate, other, candidates, digest);
    expect(others.drawn).not.toEqual(record.drawn);
  });

  test('each is drawn by itself: candidates that come later change nothing for those before', () => {
    const first = draw(commitment, rate, seed, candidates.slice(0, 500), digest);
    expect(record.drawn.slice(0, first.drawn.length)).toEqual(first.drawn);
  });

  test('a rate of one draws all; the bounds of a ticket are the bounds of the rate', () => {
    expect(isDrawn(parseDecimal('1'), (1n << 64n) - 1n)).toBe(true);
    expect(isDrawn(parseDecimal('0.5'), (1n << 63n) - 1n)).toBe(true);
    expect(isDrawn(parseDecimal('0.5'), 1n << 63n)).toBe(false);
    expect(ticketOf('p', seed, 'c', digest)).toBe(ticketOf('p', seed, 'c', digest));
  });
});

describe('a draw that was not fair is seen', () => {
  test('when one was left out, or another put in', () => {
    const without = { ...record, drawn: record.drawn.slice(1) };
    expect(verifyDraw(commitment, without, rate, candidates, digest)).toEqual(['DRAW-RESULT']);
  });

  test('when the seed was chosen afterwards', () => {
    const other = digest('chosen afterwards');
    const forged = draw(commit(commitment.purpose, rate, other, digest), rate, other, candidates, digest);
    expect(verifyDraw(commitment, forged, rate, candidates, digest)).toEqual([
      'DRAW-COMMITMENT',
      'DRAW-SEED',
    ]);
  });

  test('when candidates were added, taken away or put in another order', () => {
    const fewer = candidates.slice(1);
    expect(verifyDraw(commitment, record, rate, fewer, digest)).toContain('DRAW-CANDIDATES');
    expect(verifyDraw(commitment, record, rate, candidates.toReversed(), digest)).toContain(
      'DRAW-CANDIDATES',
    );
  });

  test('a seed that is no secret, a rate that is none, another seed and a candidate twice are refused', () => {
    expect(() => commit('p', rate, 'short', digest)).toThrow(RangeError);
    expect(() => commit('p', parseDecimal('1.1'), seed, digest)).toThrow(RangeError);
    expect(() => commit('p', parseDecimal('0'), seed, digest)).toThrow(RangeError);
    expect(() => draw(commitment, rate, digest('x'), candidates, digest)).toThrow('not the seed');
    expect(() => draw(commitment, rate, seed, ['A', 'A'], digest)).toThrow('twice');
  });
});
