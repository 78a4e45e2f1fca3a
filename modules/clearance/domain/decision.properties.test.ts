import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messageTables } from '#ceb';
import { type Decimal, ZERO } from '#kernel';
import { cleanDossier, contextWith, type FullDossier } from '../../matching/testing/clean-dossier.ts';
import { loadRulebook } from '../testing/house.ts';
import { type Assessment, assess, type Facts } from './assess.ts';
import { maskedFields } from './masking.ts';

const { rulebook } = loadRulebook();
const DAY = '2026-11-23';

const roots = {
  order: 'CEB311Message',
  payment: 'CEB411Message',
  waybill: 'CEB511Message',
  declaration: 'CEB621Message',
} as const;
type Paper = keyof typeof roots;

/** Anything the decoder lets through in a field of this type. */
const text = fc.oneof(
  fc.constantFrom('', ' ', '0', '-', '茶'.repeat(60), "';--", '<b>', '\u0085', '😀', '１２', 'X'.repeat(18)),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);
const decimal = fc.oneof(
  fc.constantFrom(
    '0',
    '-1',
    '0.00001',
    '99999999999999.99999',
    '9999999999999999999',
    '-0.5',
    '1',
    '5000',
    '5000.01',
  ),
  fc
    .tuple(fc.nat(10_000_000), fc.nat(99_999))
    .map(([whole, rest]) => `${whole}.${String(rest).padStart(5, '0')}`),
);
const integer = fc.oneof(fc.integer({ min: -2_147_483_648, max: 2_147_483_647 }), fc.constantFrom(0, 1, -1));

interface Change {
  readonly paper: Paper;
  readonly group: 'head' | 'items';
  readonly field: string;
  readonly value: string | number | undefined;
}

/** One field of one paper, whatever may stand in it. */
const change: fc.Arbitrary<Change> = fc
  .constantFrom(
    ...(Object.keys(roots) as Paper[]).flatMap((paper) =>
      messageTables[roots[paper]].groups.flatMap(({ fields }, at) =>
        fields.map((field) => ({ paper, group: at === 0 ? ('head' as const) : ('items' as const), field })),
      ),
    ),
  )
  .chain(({ paper, group, field }) => {
    const typed: fc.Arbitrary<string | number> =
      field.type === 'int' ? integer : field.type === 'decimal' ? decimal : text;
    const value: fc.Arbitrary<string | number | undefined> =
      field.required === true ? typed : fc.option(typed, { nil: undefined });
    return value.map((chosen) => ({ paper, group, field: field.name, value: chosen }));
  });

const amount = fc.bigInt(0n, 3_000_000_000n).map((fen) => fen as Decimal);
const facts: fc.Arbitrary<Facts> = fc.record({
  annualUsed: amount,
  yearlyKgUsed: fc.constant(new Map<string, Decimal>()),
  sameDayTotal: amount,
  recentAmounts: fc.array(amount, { maxLength: 4 }),
  enterprise: fc.constantFrom(contextWith().enterprise, () => undefined),
});

function spoilt(changes: readonly Change[], missing: readonly Paper[]): FullDossier {
  const dossier = cleanDossier();
  for (const { paper, group, field, value } of changes) {
    const targets: object[] = group === 'head' ? [dossier[paper].head] : dossier[paper].items;
    for (const target of targets.slice(0, 1)) Object.assign(target, { [field]: value });
  }
  return Object.fromEntries(
    Object.entries(dossier).filter(([paper]) => !missing.includes(paper as Paper)),
  ) as unknown as FullDossier;
}

const whatever = fc
  .tuple(
    fc.array(change, { maxLength: 6 }),
    fc.subarray<Paper>(['order', 'payment', 'waybill'], { maxLength: 2 }),
    facts,
  )
  .map(([changes, missing, known]) => ({ changes, missing, known }));

const judged = ({
  changes,
  missing,
  known,
}: {
  changes: Change[];
  missing: Paper[];
  known: Facts;
}): Assessment => assess(spoilt(changes, missing), rulebook, DAY, known);

describe('whatever the papers say', () => {
  test('a list is judged without a fault, its reasons fit into a receipt, and it is kept as JSON', () => {
    fc.assert(
      fc.property(whatever, (input) => {
        const { outcome, returnStatus, returnInfo, stored, findings, reserve } = judged(input);
        expect(returnInfo).toMatch(/^(\[Code:\d+;Desc:[^\]]+\])+$/);
        expect(returnInfo.length).toBeLessThanOrEqual(1_000);
        expect(JSON.parse(stored).findings).toEqual(JSON.parse(JSON.stringify(findings)));
        expect(returnStatus).toBe({ released: '800', refused: '100', held: returnStatus }[outcome]);
        expect(reserve >= ZERO).toBe(true);
        if (outcome === 'refused') expect(reserve).toBe(ZERO);
        const live = findings.filter(({ mode }) => mode === 'live');
        if (outcome === 'released') expect(live).toEqual([]);
        expect(outcome === 'refused').toBe(live.some(({ severity }) => severity === 'refuse'));
      }),
      { numRuns: 400 },
    );
  });

  test('the same papers, rules and facts give the same answer', () => {
    fc.assert(
      fc.property(whatever, (input) => {
        const [once, again] = [judged(input), judged(input)];
        expect(again.stored).toBe(once.stored);
        expect(again.returnInfo).toBe(once.returnInfo);
      }),
      { numRuns: 100 },
    );
  });

  test('judging changes no paper', () => {
    fc.assert(
      fc.property(whatever, ({ changes, missing, known }) => {
        const dossier = spoilt(changes, missing);
        const before = structuredClone(dossier);
        assess(dossier, rulebook, DAY, known);
        expect(dossier).toEqual(before);
      }),
      { numRuns: 50 },
    );
  });

  test('no finding holds a person’s name, number, telephone or address in the clear (R-10.1)', () => {
    const persons: Readonly<Record<string, fc.Arbitrary<string>>> = {
      name: fc.constantFrom('欧阳普洱', '王茶花花', 'Zhang Tea Horse', '阿卜杜拉·买买提'),
      number: fc.stringMatching(/^[1-9]\d{16}[\dX]$/),
      phone: fc.stringMatching(/^1[3-9]\d{9}$/),
      address: fc.constantFrom('云南省昆明市盘龙区茶马路99号3栋', '云南省大理州下关镇苍山路8号'),
    };
    const kindOf = (field: string): string =>
      /Address/.test(field)
        ? 'address'
        : /Tele|tele/.test(field)
          ? 'phone'
          : /Number|RegNo/.test(field)
            ? 'number'
            : 'name';
    const personal: fc.Arbitrary<Change> = fc
      .constantFrom(
        ...(Object.keys(roots) as Paper[]).flatMap((paper) =>
          (messageTables[roots[paper]].groups[0]?.fields ?? [])
            .filter(({ name }) => maskedFields.has(name))
            .map(({ name }) => ({ paper, field: name })),
        ),
      )
      .chain(({ paper, field }) =>
        (persons[kindOf(field)] ?? fc.constant('')).map((value) => ({
          paper,
          group: 'head' as const,
          field,
          value,
        })),
      );
    fc.assert(
      fc.property(fc.array(personal, { minLength: 1, maxLength: 5 }), facts, (changes, known) => {
        const { stored } = judged({ changes, missing: [], known });
        const dossier = spoilt(changes, []);
        for (const paper of Object.keys(roots) as Paper[])
          for (const [field, value] of Object.entries(dossier[paper].head))
            if (maskedFields.has(field) && value) expect(stored).not.toContain(`${value}`);
      }),
      { numRuns: 200 },
    );
  });
});
