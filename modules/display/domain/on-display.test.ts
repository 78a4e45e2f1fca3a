import { describe, expect, test } from 'vitest';
import { type Decimal, formatDecimal, parseDecimal } from '#kernel';
import { allGone, amountFaults, freedBy, missingOf, onDisplay, type ShownGoods } from './on-display.ts';

const d = parseDecimal;
const none = d('0');
const line = (more: Partial<ShownGoods> = {}): ShownGoods => ({
  ...{ itemNo: 1, quantity: d('3'), cover: d('100'), returning: none, back: none, sold: none, lost: none },
  ...more,
});
const codes = (asked: readonly (readonly [number, string])[], lines = [line()]) =>
  amountFaults(
    lines,
    asked.map(([itemNo, quantity]) => ({ itemNo, quantity: d(quantity) })),
    (at) => `goods[${at}]`,
  ).map(({ code, path }) => `${code} ${path}`);

describe('goods on display', () => {
  test('are what went out, less what is sold, back, missing or on its way back', () => {
    expect(
      onDisplay(line({ quantity: d('10'), sold: d('2'), back: d('1'), lost: d('1'), returning: d('3') })),
    ).toBe(d('3'));
  });

  test('are all gone once each piece is back, sold or missing, and not while it is on its way', () => {
    expect(allGone([line({ sold: d('2'), back: d('1') })])).toBe(true);
    expect(allGone([line({ sold: d('2'), returning: d('1') })])).toBe(false);
  });

  test('free their cover in parts that come to the whole exactly', () => {
    let sold: Decimal = none;
    const parts = ['1', '1', '1'].map((quantity) => {
      const freed = freedBy(line({ sold }), d(quantity));
      sold = (sold + d(quantity)) as Decimal;
      return formatDecimal(freed);
    });
    expect(parts).toEqual(['33.33', '33.33', '33.34']);
  });

  test('are not sold beyond what is there, named twice, or where they never were', () => {
    expect(codes([[1, '3']])).toEqual([]);
    expect(codes([[1, '3.00001']])).toEqual(['DISPLAY-NOT-ENOUGH goods[0]']);
    expect(
      codes([
        [1, '1'],
        [2, '1'],
        [1, '1'],
      ]),
    ).toEqual(['DISPLAY-GOODS goods[1]', 'DISPLAY-GOODS-TWICE goods[2]']);
  });

  test('are missing where fewer were counted than should be there', () => {
    expect(
      missingOf([
        { itemNo: 1, counted: d('2'), expected: d('3') },
        { itemNo: 2, counted: d('5'), expected: d('5') },
      ]),
    ).toEqual([{ itemNo: 1, quantity: d('1') }]);
  });
});
