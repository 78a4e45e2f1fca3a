import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Decimal, parseDecimal } from '#kernel';
import { allowanceYear, buyerKeyOf, remainingAllowance, withinYearlyLimit } from './allowance.ts';
import { effectOnUsed, type Holding, type Movement, move, NO_HOLDING, usedAfter } from './ledger.ts';

const LIMIT = parseDecimal('26000');
const amount = (text: string): Decimal => parseDecimal(text);
const movement = (kind: Movement['kind'], text: string): Movement => ({ kind, amount: amount(text) });

describe('a yearly allowance', () => {
  test('may be used up to the limit, not a cent beyond', () => {
    expect(withinYearlyLimit(amount('23000'), amount('3000'), LIMIT)).toBe(true);
    expect(withinYearlyLimit(amount('23000'), amount('3000.01'), LIMIT)).toBe(false);
    expect(remainingAllowance(amount('23000'), LIMIT)).toBe(amount('3000'));
    expect(remainingAllowance(amount('27000'), LIMIT)).toBe(0n);
  });

  test('is that of the calendar year the list was accepted in', () => {
    expect(allowanceYear('2025-12-31')).toBe(2025);
    expect(allowanceYear('2026-01-01')).toBe(2026);
  });

  test('belongs to the ID document, however its number is written', () => {
    const key = buyerKeyOf('1', '11010519491231002X');
    expect(buyerKeyOf('1', ' 110105 19491231 002x ')).toBe(key);
    expect(buyerKeyOf('1', '110105-19491231-002x')).toBe(key);
    expect(buyerKeyOf('2', '11010519491231002X')).not.toBe(key);
  });
});

describe('what a list holds of the allowance', () => {
  const reserved: Holding = { reserved: amount('320'), posted: amount('0') };

  test('is reserved, posted when released, given back when goods return', () => {
    expect(move(NO_HOLDING, movement('reserve', '320'), amount('0'), LIMIT)).toEqual(reserved);
    const posted = { reserved: amount('0'), posted: amount('320') };
    expect(move(reserved, movement('post', '320'), amount('320'), LIMIT)).toEqual(posted);
    expect(move(posted, movement('give-back', '120'), amount('320'), LIMIT)).toEqual({
      reserved: amount('0'),
      posted: amount('200'),
    });
  });

  test('goes back whole when the list is refused', () => {
    expect(move(reserved, movement('give-back', '320'), amount('320'), LIMIT)).toEqual(NO_HOLDING);
  });

  test.each<[string, Holding, Movement, string, string]>([
    ['reserving beyond the limit', NO_HOLDING, movement('reserve', '0.01'), '26000', 'yearly-limit-exceeded'],
    ['posting more than was reserved', reserved, movement('post', '320.01'), '320', 'more-than-reserved'],
    ['giving back more than is held', reserved, movement('give-back', '320.01'), '320', 'more-than-held'],
    ['moving nothing', reserved, movement('post', '0'), '320', 'amount-not-positive'],
    ['moving less than nothing', NO_HOLDING, movement('reserve', '-1'), '0', 'amount-not-positive'],
  ])('%s is refused', (_name, holding, wanted, used, refusal) => {
    expect(move(holding, wanted, amount(used), LIMIT)).toBe(refusal);
  });
});

test('whatever is tried, what is used is what is held, and stays between zero and the limit', () => {
  const attempt = fc.record({
    list: fc.nat(3),
    kind: fc.constantFrom<Movement['kind'][]>('reserve', 'post', 'give-back'),
    amount: fc.integer({ min: -100, max: 1_500_000 }).map((cents) => (BigInt(cents) * 1000n) as Decimal),
  });
  fc.assert(
    fc.property(fc.array(attempt, { maxLength: 60 }), (attempts) => {
      const holdings = [NO_HOLDING, NO_HOLDING, NO_HOLDING, NO_HOLDING];
      const ledger: Movement[] = [];
      for (const wanted of attempts) {
        const after = move(holdings[wanted.list] ?? NO_HOLDING, wanted, usedAfter(ledger), LIMIT);
        if (typeof after === 'string') continue;
        holdings[wanted.list] = after;
        ledger.push(wanted);
      }
      const held = holdings.reduce((total, { reserved, posted }) => total + reserved + posted, 0n);
      expect(usedAfter(ledger)).toBe(held);
      expect(held >= 0n && held <= LIMIT).toBe(true);
      expect(holdings.every(({ reserved, posted }) => reserved >= 0n && posted >= 0n)).toBe(true);
    }),
  );
});

test('a posting changes nothing that is used', () => {
  expect(effectOnUsed(movement('post', '320'))).toBe(0n);
  expect(effectOnUsed(movement('reserve', '320'))).toBe(amount('320'));
  expect(effectOnUsed(movement('give-back', '320'))).toBe(amount('-320'));
});
