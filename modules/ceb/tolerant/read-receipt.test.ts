import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { decode } from '../decode/decode.ts';
import { encode } from '../encode/encode.ts';
import { exampleMessage } from '../examples/example.ts';
import { messageTables } from '../tables/message-tables.ts';
import { OFFICIAL, officialPresent } from '../testing/official-schema.ts';
import { codesOf, type Given, given, headOf, list, read, soundHead, textOf } from '../testing/receipts.ts';
import type { CebMessage } from '../types.ts';
import { readReceipt } from './read-receipt.ts';
import type { ReadReceipt } from './receipt.ts';

const RECEIPTS = Object.values(messageTables)
  .filter(({ kind }) => kind !== 'declaration')
  .map(({ root }) => root);

/** The text of the example with the leaves of each group in the opposite order. */
function reversed(text: string): string {
  return text.replace(/(?:<(\w+)>[^<]*<\/\1>){2,}/g, (run) =>
    [...run.matchAll(/<(\w+)>[^<]*<\/\1>/g)]
      .map(([leaf]) => leaf)
      .reverse()
      .join(''),
  );
}

describe('a receipt', () => {
  it.each(RECEIPTS)('%s as the standard has it is read without a deviation', (root) => {
    const message = exampleMessage(root);
    const reading = read(encode(message as CebMessage));
    expect(reading).toMatchObject({ strict: true, encoding: 'utf-8', deviations: [], extra: [] });
    expect(reading.receipt).toMatchObject({ root, guid: message.guid, version: message.version });
    expect(headOf(reading)).toEqual(given(message.documents[0]?.head ?? {}));
    expect(reading.receipt?.documents[0]?.items).toEqual(message.documents[0]?.items);
  });

  it.each(RECEIPTS)('%s keeps its fields under any prefix, without a namespace, in any order', (root) => {
    const text = textOf(root);
    const sound = headOf(read(text));
    const prefixed = text.replace(/<(\/?)(\w)/g, '<$1c:$2').replace('xmlns=', 'xmlns:c=');
    expect(headOf(read(prefixed))).toEqual(sound);
    expect(read(prefixed).deviations).toEqual([]);
    const bare = read(text.replace(/ xmlns="[^"]*"/, ''));
    expect(headOf(bare)).toEqual(sound);
    expect(codesOf(bare)).toEqual([`CEB-NAMESPACE ${root}`]);
    const unbound = read(text.replace(/<(\/?)(\w)/g, '<$1c:$2'));
    expect(headOf(unbound)).toEqual(sound);
    const turned = read(reversed(text));
    expect(headOf(turned)).toEqual(sound);
    expect(turned.receipt?.documents[0]?.items).toEqual(read(text).receipt?.documents[0]?.items);
    expect(turned.deviations.map(({ code }) => code)).toContain('CEB-ORDER');
  });

  it.each(RECEIPTS)('%s may leave out any field: the others are read', (root) => {
    const text = textOf(root);
    const sound = headOf(read(text));
    for (const name of Object.keys(sound)) {
      const without = read(text.replace(new RegExp(`<${name}>[^<]*</${name}>`), ''));
      const { [name]: _, ...others } = sound;
      expect(headOf(without), name).toEqual(others);
      const missing = without.deviations.filter(({ code }) => code === 'CEB-MISSING');
      const required = messageTables[root].groups[0]?.fields.find((field) => field.name === name)?.required;
      expect(missing.length, name).toBe(required === true ? 1 : 0);
    }
  });

  it('as customs sends it for a list it could not take in lacks three mandatory fields', () => {
    const text = list
      .replace(/<(customsCode|ebpCode|ebcCode|agentCode|copNo|preNo|invtNo)>[^<]*<\/\1>/g, '')
      .replace(/<returnStatus>[^<]*/, '<returnStatus>-621001');
    const reading = read(text);
    expect(codesOf(reading)).toEqual([
      'CEB-MISSING InventoryReturn[1]/copNo',
      'CEB-MISSING InventoryReturn[1]/preNo',
    ]);
    expect(reading.receipt?.documents[0]?.status).toMatchObject({ code: '-621001', kind: 'failure' });
    expect(reading.deviations[0]?.remedy.en).toContain('nothing to do');
  });

  it('keeps fields nobody knows as text, with what stands inside them', () => {
    const more = '<channel>7</channel><audit><who>张三</who>!<when>2026</when></audit>';
    const reading = read(list.replace('</InventoryReturn>', `${more}</InventoryReturn><seal>x</seal>`));
    expect(headOf(reading)).toEqual(soundHead);
    expect(reading.receipt?.documents[0]?.extra).toEqual([
      { path: 'InventoryReturn[1]/channel', text: '7' },
      { path: 'InventoryReturn[1]/audit', text: '!' },
      { path: 'InventoryReturn[1]/audit/who', text: '张三' },
      { path: 'InventoryReturn[1]/audit/when', text: '2026' },
    ]);
    expect(reading.extra).toEqual([{ path: 'seal', text: 'x' }]);
  });

  it('of a tax bill has the order and waybill numbers only the text names', () => {
    const numbers = '<orderNo>A1</orderNo><logisticsNo>W1</logisticsNo><logisticNo>W1</logisticNo>';
    const reading = read(textOf('CEB816Message').replace('</TaxHeadRd>', `${numbers}</TaxHeadRd>`));
    expect(headOf(reading)).toMatchObject({ orderNo: 'A1', logisticsNo: 'W1' });
    expect(reading.receipt?.documents[0]?.extra).toEqual([
      { path: 'Tax[1]/TaxHeadRd/logisticNo', text: 'W1' },
    ]);
    expectTypeOf<
      Extract<ReadReceipt, { root: 'CEB816Message' }>['documents'][0]['head']['orderNo']
    >().toEqualTypeOf<string | undefined>();
  });

  it('keeps values of another length or kind', () => {
    const reading = read(
      list
        .replace(/<preNo>[^<]*/, '<preNo>B2026')
        .replace(/<returnInfo>[^<]*/, '<returnInfo>')
        .replace(/<customsCode>[^<]*<\/customsCode>/, '<customsCode/>'),
    );
    expect(headOf(reading)).toEqual({ ...soundHead, preNo: 'B2026', returnInfo: '', customsCode: '' });
    expect(codesOf(reading)).toEqual([
      'CEB-LENGTH InventoryReturn[1]/customsCode',
      'CEB-LENGTH InventoryReturn[1]/preNo',
      'CEB-LENGTH InventoryReturn[1]/returnInfo',
    ]);
    const bill = read(
      textOf('CEB816Message')
        .replace(/<gnum>[^<]*/, '<gnum>一')
        .replace(/<taxPrice>[^<]*/, '<taxPrice>1,000.00'),
    );
    expect(bill.receipt?.documents[0]?.items[0]).toMatchObject({ taxPrice: '1,000.00' });
    expect(bill.receipt?.documents[0]?.items[0]).not.toHaveProperty('gnum');
    expect(bill.receipt?.documents[0]?.extra).toEqual([{ path: 'Tax[1]/TaxListRd[1]/gnum', text: '一' }]);
  });

  it('keeps the first of a field given twice, and the other apart', () => {
    const reading = read(list.replace('<copNo>', '<copNo>FIRST</copNo><copNo>'));
    expect(headOf(reading)).toEqual({ ...soundHead, copNo: 'FIRST' });
    expect(reading.receipt?.documents[0]?.extra).toEqual([
      { path: 'InventoryReturn[1]/copNo', text: soundHead.copNo },
    ]);
    expect(codesOf(reading)).toEqual(['CEB-REPEATED InventoryReturn[1]/copNo']);
  });

  it('of more documents than the standard allows is read whole', () => {
    const one = /<MessageReturn>.*<\/MessageReturn>/s.exec(textOf('CEB900Message'))?.[0] ?? '';
    const reading = read(textOf('CEB900Message').replace(one, one.repeat(3)));
    expect(reading.receipt?.documents).toHaveLength(3);
    expect(codesOf(reading)).toContain('CEB-REPEATED MessageReturn');
  });

  it.each<[string, string, 'failure' | 'status' | 'unknown', readonly string[]]>([
    ['released', '800', 'status', []],
    ['a status of a local port', '5', 'status', []],
    [
      'an unknown status, which is in progress',
      '777',
      'unknown',
      ['CEB-STATUS InventoryReturn[1]/returnStatus'],
    ],
    ['a failure of the catalogue', '-621027', 'failure', []],
    ['a failure of no catalogue', '-77', 'failure', ['CEB-STATUS InventoryReturn[1]/returnStatus']],
  ])('says what %s means', (_, code, kind, deviations) => {
    const reading = read(list.replace(/<returnStatus>[^<]*/, `<returnStatus>${code}`));
    expect(reading.receipt?.documents[0]?.status).toMatchObject({ code, kind });
    expect(codesOf(reading)).toEqual(deviations);
  });
});

describe.skipIf(!officialPresent)('the published samples of receipts', () => {
  const numbers = new Set(RECEIPTS.map((root) => root.slice(3, 6)));
  const files = officialPresent
    ? readdirSync(join(OFFICIAL, 'samples')).filter(
        (file) => file.startsWith('CEB') && numbers.has(file.slice(3, 6)),
      )
    : [];

  it.each(files)('%s is read with every field it holds', (file) => {
    const bytes = readFileSync(join(OFFICIAL, 'samples', file));
    const { receipt, strict, deviations } = readReceipt(bytes);
    expect(receipt?.root).toBe(`${file.slice(0, 6)}Message`);
    expect(strict).toBe(decode(bytes).valid);
    expect(strict || deviations.length > 0).toBe(true);
    const text = new TextDecoder().decode(bytes);
    const leaves = [...text.matchAll(/<(?:\w+:)?(\w+)>([^<]*)<\/(?:\w+:)?\1>/g)];
    const documents = (receipt?.documents ?? []) as readonly {
      head: Given;
      items: readonly Given[];
      extra: readonly { text: string }[];
    }[];
    const kept = documents.flatMap(({ head, items, extra }) => [
      ...[head, ...items].flatMap((fields) => Object.values(given(fields)).map(String)),
      ...extra.map((one) => one.text),
    ]);
    expect(kept.length).toBe(leaves.length);
    for (const [, name = '', value = ''] of leaves) {
      const number = Number(value);
      expect(kept.includes(value) || kept.includes(String(number)), `${name} ${value}`).toBe(true);
    }
  });
});
