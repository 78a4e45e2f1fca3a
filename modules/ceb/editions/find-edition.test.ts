import { describe, expect, it } from 'vitest';
import { decode } from '../decode/decode.ts';
import { encode } from '../encode/encode.ts';
import { exampleMessage } from '../examples/example.ts';
import { messageTables } from '../tables/message-tables.ts';
import type { CebMessage, Root } from '../types.ts';
import { CHANGES } from './changes.ts';
import { findEdition } from './find-edition.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (root: Root): string => encode(exampleMessage(root) as CebMessage);

function found(text: string): string[] {
  const bytes = bytesOf(text);
  return findEdition(bytes, decode(bytes)).map(({ code, path, message }) => `${code} ${path}: ${message.en}`);
}

describe('a message of the former edition', () => {
  const list = textOf('CEB603Message');

  it('is recognised, and what has changed is named field by field', () => {
    const old = list
      .replace(/(<ceb:logisticsNo>)[^<]*/, `$1${'7'.repeat(80)}`)
      .replace(/(<ceb:ebpCode>)[^<]*/, `$1${'P'.repeat(50)}`)
      .replace(/(<ceb:fFlag>)3/, '$11');
    expect(found(old)).toEqual([
      'CEB-EDITION CEB603Message: The message keeps to the edition of announcement 2018 No. 113; edition 202205, in force from 2022-07-01, refuses it',
      'CEB-EDITION Inventory[1]/InventoryHead/ebpCode: ebpCode: C1..50 (required) in the edition of announcement 2018 No. 113, C..18 (required) in edition 202205',
      'CEB-EDITION Inventory[1]/InventoryHead/logisticsNo: logisticsNo: C1..80 (required) in the edition of announcement 2018 No. 113, C..32 (required) in edition 202205',
      'CEB-EDITION Inventory[1]/InventoryHead/fFlag: fFlag: C1 (required) in the edition of announcement 2018 No. 113, C1 (required, always 3) in edition 202205',
    ]);
  });

  it('that lacks a field which came later is told of it', () => {
    const result = textOf('CEB792Message').replace(/<gseqno>\d+<\/gseqno>/g, '');
    expect(found(result)).toContainEqual(
      'CEB-EDITION SummaryResult[1]/SummaryResultList[1]/gseqno: gseqno: not there in the edition of announcement 2018 No. 113, I5 (required) in edition 202205',
    );
  });

  it('wrong for other reasons as well is told what the edition explains, and not called right', () => {
    const old = list
      .replace(/(<ceb:logisticsNo>)[^<]*/, `$1${'7'.repeat(80)}`)
      .replace(/<ceb:copNo>[^<]*<\/ceb:copNo>/, '');
    expect(found(old)).toEqual([
      expect.stringContaining('CEB-EDITION Inventory[1]/InventoryHead/logisticsNo'),
    ]);
  });

  it.each<[string, string]>([
    ['is sound', list],
    ['is wrong in both editions', list.replace(/<ceb:copNo>[^<]*<\/ceb:copNo>/, '')],
    ['came with the present edition', textOf('CEB213Message').replace(/<ceb:coElNo>[^<]*<\/ceb:coElNo>/, '')],
    ['did not change', textOf('CEB311Message').replace(/<ceb:orderNo>[^<]*<\/ceb:orderNo>/, '')],
    ['is not XML', list.slice(0, -20)],
    ['is of no message', '<a/>'],
  ])('is not suspected in one that %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  it('has a table of changes that names only groups and fields there are', () => {
    for (const [root, groups] of Object.entries(CHANGES)) {
      const table = messageTables[root as Root];
      for (const [name, changes] of Object.entries(groups)) {
        const group = table.groups.find((one) => one.name === name);
        const fields = new Set(group?.fields.map((field) => field.name));
        const { formats, nonEmpty = [], plain = [], free = [], byDefault, added = [] } = changes;
        const named = [
          ...Object.keys(formats ?? {}),
          ...nonEmpty,
          ...plain,
          ...free,
          ...Object.keys(byDefault ?? {}),
          ...added,
        ];
        expect(
          named.filter((field) => !fields.has(field)),
          `${root} ${name}`,
        ).toEqual([]);
      }
    }
  });
});
