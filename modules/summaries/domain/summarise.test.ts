import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, type Decimal, formatDecimal, parseDecimal, ZERO } from '#kernel';
import { itemOf, listOf } from '../testing/lists.ts';
import { prove, verifyProof } from './proof.ts';
import { summarise } from './summarise.ts';

const WISH = { bySeller: false, byName: false };
const digest = (text: string) => createHash('sha256').update(text).digest('hex');

describe('export lists put together', () => {
  test('lists of one key make one declaration, goods of one kind one line', () => {
    const { declarations } = summarise([listOf(1), listOf(2), listOf(3, { country: '110' })], WISH, 50);
    expect(declarations.map(({ lists }) => lists.length)).toEqual([2, 1]);
    const [line] = declarations[0]?.lines ?? [];
    expect(declarations[0]?.lines).toHaveLength(1);
    expect(line && [line.qty, line.qty1, line.totalPrice].map((value) => formatDecimal(value))).toEqual([
      '4',
      '1.428',
      '400',
    ]);
  });

  test.each([
    ['another consignor', { ebcCode: '5301361299' }],
    ['another way of transport', { trafMode: '3' }],
    ['another port of exit', { portCode: '8613' }],
    ['another mode', { tradeMode: '1210' }],
  ])('%s is another declaration', (_why, head) => {
    expect(summarise([listOf(1), listOf(2, head)], WISH, 50).declarations).toHaveLength(2);
  });

  test('another seller is one only where it is wished', () => {
    const lists = [listOf(1), listOf(2, { ownerCode: 'NO' })];
    expect(summarise(lists, WISH, 50).declarations).toHaveLength(1);
    expect(summarise(lists, { ...WISH, bySeller: true }, 50).declarations).toHaveLength(2);
  });

  test.each([
    ['another destination', { country: '133' }],
    ['another currency', { currency: '502' }],
    ['another unit', { unit: '035' }],
    ['another code', { gcode: '0902309000' }],
  ])('%s is another line', (_why, more) => {
    const items = [itemOf(), itemOf({ gnum: 2, ...more })];
    expect(summarise([listOf(1, {}, items)], WISH, 50).declarations[0]?.lines).toHaveLength(2);
  });

  test('goods of another name are one line, or one each where it is wished', () => {
    const lists = [listOf(1, {}, [itemOf(), itemOf({ gnum: 2, gname: '普洱茶' })])];
    expect(summarise(lists, WISH, 50).declarations[0]?.lines).toHaveLength(1);
    expect(summarise(lists, { ...WISH, byName: true }, 50).declarations[0]?.lines).toHaveLength(2);
  });

  test('statistics, lists without number, lists given twice and lists too long are left out with the reason', () => {
    const long = listOf(
      4,
      {},
      ['0902303100', '0902309000', '0901210000'].map((gcode) => itemOf({ gcode })),
    );
    const { invtNo: _none, ...unnumbered } = listOf(5).head;
    const { declarations, leftOut } = summarise(
      [listOf(1), listOf(1), listOf(2, { statisticsFlag: 'A' }), long, { ...listOf(5), head: unnumbered }],
      WISH,
      2,
    );
    expect(declarations).toHaveLength(1);
    expect(leftOut.map(({ why }) => why)).toEqual([
      ...['SUMMARY-LIST-TWICE', 'SUMMARY-STATISTICS', 'SUMMARY-TOO-MANY-LINES', 'SUMMARY-NO-NUMBER'],
    ]);
  });

  test('whatever lists: each stands whole in one declaration, none is too long, and the money adds up', () => {
    const cents = fc
      .integer({ min: 1, max: 1_000_000 })
      .map((value) => formatDecimal((BigInt(value) * 1000n) as Decimal));
    const item = fc.record({
      gcode: fc.constantFrom('0902303100', '0902309000', '0901210000'),
      currency: fc.constantFrom('142', '502'),
      totalPrice: cents,
    });
    const lists = fc.array(
      fc.tuple(fc.constantFrom('119', '110'), fc.array(item, { minLength: 1, maxLength: 4 })),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(lists, (given) => {
        const made = given.map(([country, items], at) =>
          listOf(
            at,
            { country },
            items.map((more) => itemOf(more)),
          ),
        );
        const { declarations, leftOut } = summarise(made, WISH, 3);
        expect(declarations.every(({ lines }) => lines.length <= 3)).toBe(true);
        const placed = declarations.flatMap(({ lists: whole }) => whole.map(({ head }) => head.invtNo));
        expect(new Set(placed).size).toBe(placed.length);
        expect(placed.length + leftOut.length).toBe(made.length);
        const sum = (prices: readonly (string | Decimal)[]) =>
          prices.reduce<Decimal>(
            (total, price) => add(total, typeof price === 'string' ? parseDecimal(price) : price),
            ZERO,
          );
        expect(sum(declarations.flatMap(({ lines }) => lines.map(({ totalPrice }) => totalPrice)))).toBe(
          sum(
            declarations.flatMap(({ lists: whole }) =>
              whole.flatMap(({ items }) => items.map(({ totalPrice }) => totalPrice)),
            ),
          ),
        );
      }),
    );
  });
});

describe('the proof of a declaration', () => {
  const lists = [listOf(1), listOf(2, {}, [itemOf({ totalPrice: '350' })]), listOf(3)];
  const [declaration] = summarise(lists, WISH, 50).declarations;
  if (declaration === undefined) throw new Error('no declaration');
  const proof = prove(declaration, WISH, 50, digest);

  test('holds for anybody who has the lists, whatever else they have', () => {
    expect(verifyProof(proof, [...lists, listOf(9)], digest)).toEqual([]);
    expect(verifyProof(JSON.parse(JSON.stringify(proof)), lists, digest)).toEqual([]);
  });

  test('a list that is missing, changed or named twice is seen', () => {
    expect(verifyProof(proof, lists.slice(1), digest)).toEqual([
      { fault: 'PROOF-LIST-MISSING', invtNo: lists[0]?.head.invtNo },
    ]);
    const changed = [listOf(1, {}, [itemOf({ qty: '3' })]), ...lists.slice(1)];
    expect(verifyProof(proof, changed, digest)).toEqual([
      { fault: 'PROOF-LIST-CHANGED', invtNo: lists[0]?.head.invtNo },
    ]);
    const twice = { ...proof, lists: [...proof.lists, ...proof.lists.slice(0, 1)] };
    expect(verifyProof(twice, lists, digest).map(({ fault }) => fault)).toEqual([
      'PROOF-ROOT',
      'PROOF-LIST-TWICE',
    ]);
  });

  test('a line that is not the sum of the lists is seen, also where its word was made anew', () => {
    const lines = proof.lines.map((line) => ({ ...line, totalPrice: '1' }));
    expect(verifyProof({ ...proof, lines }, lists, digest)).toEqual([{ fault: 'PROOF-ROOT' }]);
    const forged = prove(
      { ...declaration, lines: declaration.lines.map((line) => ({ ...line, qty: ZERO })) },
      WISH,
      50,
      digest,
    );
    expect(verifyProof(forged, lists, digest)).toEqual([{ fault: 'PROOF-LINES' }]);
  });
});
