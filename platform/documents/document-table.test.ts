import { describe, expect, test } from 'vitest';
import { testVault } from '../vault/testing.ts';
import { DocumentTable } from './document-table.ts';

const table = new DocumentTable({
  table: 'house.letter',
  head: ['guid', 'appType', 'appTime', 'appStatus', 'orderNo', 'firmCode', 'amount', 'pieces', 'note'],
  items: ['gnum', 'goodsName'],
  key: ['firmCode'],
  parties: ['firmCode'],
});

const vault = testVault();

interface Letter {
  readonly head: Readonly<Record<string, string | number>>;
  readonly items: readonly Readonly<Record<string, string | number>>[];
}

const letter = (head: Letter['head'] = {}, items: Letter['items'] = []): Letter => ({
  head: {
    ...{ guid: 'G1', appType: '1', appTime: '20261123120000', appStatus: '2', orderNo: 'D1', firmCode: 'F1' },
    ...head,
  },
  items,
});

describe('the content of a document', () => {
  const hashOf = (document: Letter): string => table.prepare(document, vault).contentHash;

  test('is the same whatever its guid, its kind of submission and its time', () => {
    const later = letter({ guid: 'G2', appType: '2', appTime: '20261123130000' });
    expect(hashOf(later)).toBe(hashOf(letter()));
    expect(hashOf(letter())).toMatch(/^[0-9a-f]{32}$/);
  });

  test.each<[string, Letter]>([
    ['one that only saves', letter({ appStatus: '1' })],
    ['an empty field in place of none', letter({ note: '' })],
    ['the two characters \\N in place of none', letter({ note: '\\N' })],
    ['a goods line more', letter({}, [{ gnum: 1, goodsName: 'tea' }])],
    ['another number of pieces', letter({ pieces: 0 })],
  ])('is other with %s', (_what, document) => {
    expect(hashOf(document)).not.toBe(hashOf(letter()));
  });

  test('does not run from one field or line into the next', () => {
    expect(hashOf(letter({ amount: '1', pieces: 2 }))).not.toBe(hashOf(letter({ amount: '12' })));
    const lines = (...names: string[]) =>
      letter(
        {},
        names.map((goodsName, at) => ({ gnum: at + 1, goodsName })),
      );
    expect(hashOf(lines('a', 'b'))).not.toBe(hashOf(lines('a\tb')));
    expect(table.keyOf({ orderNo: 'D1', firmCode: '2' })).not.toBe(
      table.keyOf({ orderNo: 'D', firmCode: '12' }),
    );
  });
});
