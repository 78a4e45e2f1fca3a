import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadCodeLists } from '../../registry/wiring.ts';
import { cleanDossier, contextWith, type Purchase } from '../testing/clean-dossier.ts';
import { matchDossier, matchingRule, matchingRules, matchingRulesOn } from './match-dossier.ts';

const cents = (most: number) =>
  fc.integer({ min: 0, max: most }).map((value) => {
    const text = String(value).padStart(3, '0');
    return `${text.slice(0, -2)}.${text.slice(-2)}`.replace(/\.?0+$/, '');
  });

const purchase: fc.Arbitrary<Purchase> = fc.record({
  tradeMode: fc.constantFrom('9610' as const, '1210' as const),
  lines: fc.array(
    fc.record({
      price: cents(500_000),
      qty: fc.integer({ min: 1, max: 99 }).map(String),
      name: fc.string({ minLength: 1, maxLength: 20 }),
    }),
    { minLength: 1, maxLength: 9 },
  ),
  freight: cents(9_999),
  insuredFee: cents(999),
  taxTotal: cents(99_999),
  discount: cents(9_999),
});

describe('any purchase', () => {
  test('told alike by all papers has no findings', () => {
    fc.assert(fc.property(purchase, (one) => matchDossier(cleanDossier(one), contextWith()).length === 0));
  });

  test('with one cent paid differently has exactly that finding', () => {
    fc.assert(
      fc.property(purchase, (one) => {
        const dossier = cleanDossier(one);
        const { head } = dossier.payment;
        head.amountPaid = (Number(head.amountPaid) + 0.01).toFixed(2);
        const codes = matchDossier(dossier, contextWith()).map((found) => found.code);
        expect(codes).toEqual(['MATCH-PAID-AMOUNT']);
      }),
    );
  });

  test('is only read, never changed', () => {
    fc.assert(
      fc.property(purchase, (one) => {
        const dossier = cleanDossier(one);
        matchDossier(dossier, contextWith());
        expect(dossier).toEqual(cleanDossier(one));
      }),
      { numRuns: 20 },
    );
  });
});

describe('the rules of matching', () => {
  test('each has a code of its own, both languages, a source and a customs code of the list', () => {
    const lists = loadCodeLists();
    const codes = matchingRules.map((rule) => rule.code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.length).toBeGreaterThan(40);
    for (const rule of matchingRules) {
      expect(rule.code).toMatch(/^MATCH-[A-Z-]+$/);
      expect([rule.code, lists.has('customs_result', rule.customsCode)]).toEqual([rule.code, true]);
      for (const text of [rule.text.zh, rule.text.en, rule.what.zh, rule.what.en, rule.source]) {
        expect([rule.code, text.trim()]).not.toEqual([rule.code, '']);
      }
      expect(rule.fields.length).toBeGreaterThan(0);
    }
  });

  test('a rule is found by the code of its finding', () => {
    expect(matchingRule('MATCH-PAID-AMOUNT')?.text.en).toBe(
      'The amount paid must be the same in order and payment',
    );
    expect(matchingRule('MATCH-PAID-AMOUNT')?.customsCode).toBe('1332');
    expect(matchingRule('NONE')).toBeUndefined();
  });

  test('before its first day a rule finds nothing', () => {
    const dossier = cleanDossier();
    dossier.payment.head.amountPaid = '1';
    const codes = (day: string) => matchDossier(dossier, contextWith([], { day })).map((found) => found.code);
    expect(codes('2026-11-23')).toEqual(['MATCH-PAID-AMOUNT']);
    expect(codes('2016-04-07')).toEqual([]);
  });

  test('are listed for the days they hold on', () => {
    expect(matchingRulesOn('2026-11-23')).toEqual(matchingRules);
    expect(matchingRulesOn('2016-04-07')).toEqual([]);
  });

  test('what our design adds to the law never refuses a list by itself', () => {
    for (const rule of matchingRules.filter((one) => one.confidence === 'D')) {
      expect([rule.code, rule.mode === 'watch' || rule.severity === 'review']).toEqual([rule.code, true]);
    }
  });
});
