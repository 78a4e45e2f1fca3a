import { describe, expect, test } from 'vitest';
import { formatDecimal } from '#kernel';
import { directFaults, displaysNamed, type ListToCarry, setAside } from './set-aside.ts';

const book = { bookNo: 'T8628W000001', tradeMode: '1210' };
const items = new Map([
  ['IR1', { itemNo: 1, unit: '142' }],
  ['IR2', { itemNo: 2, unit: '035' }],
]);
const secondLine = new Set(['Y', '7', 'W']);
const line = { gnum: 1, itemRecordNo: 'IR1', qty: '2', unit: '142', qty1: '1.8', unit1: '035' };

function list(orderNo: string, more: Partial<ListToCarry> = {}): ListToCarry {
  return {
    ...{ orderNo, ebpCode: 'P', emsNo: book.bookNo, tradeMode: '1210', trafMode: 'Y', state: 'released' },
    ...{ invtNo: `I${orderNo}`, grossWeight: '2.1', goods: [line] },
    ...more,
  };
}
const asked = (...lists: readonly (ListToCarry | undefined)[]) =>
  lists.map((one, at) => ({ orderNo: one?.orderNo ?? `X${at}`, ebpCode: 'P', list: one }));
const codes = (...lists: readonly (ListToCarry | undefined)[]) =>
  setAside(book, asked(...lists), items, secondLine).findings.map(({ code, path }) => `${path} ${code}`);

describe('a checklist of released lists', () => {
  test('sets aside what all its lists take of each item, in the unit of the book', () => {
    const second = { ...line, gnum: 2, itemRecordNo: 'IR2', qty: '3', qty1: '0.75' };
    const { findings, quantities, grossKg } = setAside(
      book,
      asked(list('A'), list('B', { goods: [line, second] })),
      items,
      secondLine,
    );
    expect(findings).toEqual([]);
    expect([...quantities].map(([item, quantity]) => [item, formatDecimal(quantity)])).toEqual([
      [1, '4'],
      [2, '0.75'],
    ]);
    expect(formatDecimal(grossKg)).toBe('4.2');
  });

  test('takes no list that is not released, not of this book, named twice or on another paper', () => {
    expect(codes(list('A', { state: 'held' }))).toEqual(['lists[0] GATE-LIST-NOT-RELEASED']);
    expect(codes(list('A', { emsNo: 'T8628W000002' }), undefined)).toEqual([
      'lists[0] GATE-LIST-UNKNOWN',
      'lists[1] GATE-LIST-UNKNOWN',
    ]);
    expect(codes(list('A'), list('A'))).toEqual(['lists[1] GATE-LIST-TWICE']);
    expect(codes(list('A', { on: 'QD862826E000000009' }))).toEqual(['lists[0] GATE-LIST-TAKEN']);
  });

  test('has lists of the mode under which goods entered, that leave by a transport mode of the second line', () => {
    expect(codes(list('A', { tradeMode: '1239' }))).toEqual(['lists[0] GATE-LIST-MODE']);
    expect(codes(list('A', { trafMode: '5' }), list('B', { trafMode: '7' }))).toEqual([
      'lists[0] GATE-LIST-TRANSPORT',
    ]);
  });

  test('knows every goods line in the book, and its quantity in the unit of the book', () => {
    expect(codes(list('A', { goods: [{ ...line, itemRecordNo: 'IR9' }] }))).toEqual([
      'lists[0].goods[1] GATE-GOODS-RECORD',
    ]);
    expect(codes(list('A', { goods: [{ ...line, unit: '007' }] }))).toEqual([
      'lists[0].goods[1] GATE-GOODS-UNIT',
    ]);
  });
});

test('a list that goes out by itself is one bought direct', () => {
  const direct = list('A', { tradeMode: '9610', emsNo: undefined });
  expect(directFaults(asked(direct))).toEqual([]);
  expect(directFaults(asked(list('B'))).map(({ code }) => code)).toEqual(['GATE-LIST-MODE']);
});

test('a list names goods on display by the notes of its lines, each by itself', () => {
  const goods = (...notes: (string | undefined)[]) => ({
    goods: notes.map((note, at) => ({
      ...{ gnum: at + 1, qty: '1', unit: '122', qty1: '1', unit1: '035' },
      ...(note === undefined ? {} : { note }),
    })),
  });
  expect([...displaysNamed(goods('展示 ZS862826E000000007', 'zs'))]).toEqual([
    'ZS862826E000000007',
    undefined,
  ]);
  expect([...displaysNamed(goods(undefined, 'HF862826E000000007'))]).toEqual([undefined]);
});
