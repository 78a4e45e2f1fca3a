import { describe, expect, test } from 'vitest';
import { recompute } from './recompute.ts';

/** What the platform gave out of a summary of two lists: names with quotes, a producer without a code, zeros behind. */
const proof = {
  wish: { bySeller: false, byName: false },
  mostLines: 50,
  key: {
    ebcCode: '5301361234',
    ebcName: '云南示例',
    tradeMode: '9610',
    trafMode: '5',
    country: '119',
    portCode: '8612',
    ownerCode: '',
    ownerName: '',
  },
  lines: [
    {
      country: '119',
      gcode: '0902303100',
      currency: '142',
      unit: '011',
      unit1: '035',
      unit2: '',
      gname: '"茶"\\',
      qty: '3',
      qty1: '1.428',
      qty2: '0',
      totalPrice: '399.8',
    },
    {
      country: '119',
      gcode: '0901210000',
      currency: '142',
      unit: '011',
      unit1: '035',
      unit2: '035',
      gname: '咖啡',
      qty: '2.5',
      qty1: '0.714',
      qty2: '0.00001',
      totalPrice: '199.9',
    },
  ],
  lists: [
    {
      invtNo: '86002026E000000001',
      digest: '111cd75e69f6063054cfa5b4cae1afb809377fe78bc6f488b7c0c947eade3356',
    },
    {
      invtNo: '86002026E000000002',
      digest: '28cb0a3e0a3984ce7c343660a745e5b36d7093ce6ecbd1dc766733a1d8b941d0',
    },
  ],
  root: '4d4966e43bf93751223e98a9b9be1e405837d589119d0a73338fc13472f44c0a',
};
const lists = [
  {
    head: {
      invtNo: '86002026E000000001',
      statisticsFlag: 'B',
      ebcCode: '5301361234',
      ebcName: '云南示例',
      ownerCode: 'NO',
      ownerName: '茶厂',
      tradeMode: '9610',
      trafMode: '5',
      country: '119',
      portCode: '8612',
    },
    items: [
      {
        gnum: 1,
        country: '119',
        gcode: '0902303100',
        gname: '"茶"\\',
        currency: '142',
        unit: '011',
        unit1: '035',
        unit2: '',
        qty: '2.50',
        qty1: '0.714',
        qty2: '',
        totalPrice: '199.90',
      },
      {
        gnum: 2,
        country: '119',
        gcode: '0901210000',
        gname: '咖啡',
        currency: '142',
        unit: '011',
        unit1: '035',
        unit2: '035',
        qty: '2.50',
        qty1: '0.714',
        qty2: '0.00001',
        totalPrice: '199.90',
      },
    ],
  },
  {
    head: {
      invtNo: '86002026E000000002',
      statisticsFlag: 'B',
      ebcCode: '5301361234',
      ebcName: '云南示例',
      ownerCode: 'NO',
      ownerName: '茶厂',
      tradeMode: '9610',
      trafMode: '5',
      country: '119',
      portCode: '8612',
    },
    items: [
      {
        gnum: 1,
        country: '119',
        gcode: '0902303100',
        gname: '"茶"\\',
        currency: '142',
        unit: '011',
        unit1: '035',
        unit2: '',
        qty: '0.5',
        qty1: '0.714',
        qty2: '',
        totalPrice: '199.90',
      },
    ],
  },
];

describe('a proof recomputed in the browser', () => {
  test('holds where the lists add up to the lines', async () => {
    expect(await recompute(proof, lists)).toEqual({ holds: true, lists: 2 });
  });

  test('counts a number by its value, however it is written', async () => {
    const [first, ...rest] = structuredClone(lists);
    if (first?.items[0]) first.items[0].qty = '2.50000';
    expect(await recompute(proof, first ? [first, ...rest] : [])).toEqual({ holds: true, lists: 2 });
  });

  test('tells the list that is missing or not as it was', async () => {
    const changed = structuredClone(lists);
    if (changed[1]?.items[0]) changed[1].items[0].totalPrice = '200';
    const second = { holds: false, what: 'list', invtNo: '86002026E000000002' };
    expect(await recompute(proof, changed)).toEqual(second);
    expect(await recompute(proof, lists.slice(0, 1))).toEqual(second);
  });

  test('tells a word that does not stand for what the proof says', async () => {
    expect(await recompute({ ...proof, mostLines: 51 }, lists)).toEqual({ holds: false, what: 'root' });
  });
});
