import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { decode } from '../decode/decode.ts';
import { encode } from '../encode/encode.ts';
import { exampleMessage } from '../examples/example.ts';
import { messageTables } from '../tables/message-tables.ts';
import { OFFICIAL, officialPresent } from '../testing/official-schema.ts';
import type { CebMessage, Root } from '../types.ts';
import { readReceipt } from './read-receipt.ts';
import type { ReadReceipt, ReceiptReading } from './receipt.ts';

type Loose = Readonly<Record<string, string | number | undefined>>;

const RECEIPTS = Object.values(messageTables)
  .filter(({ kind }) => kind !== 'declaration')
  .map(({ root }) => root);
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (root: Root): string => encode(exampleMessage(root) as CebMessage);
const read = (text: string): ReceiptReading => readReceipt(bytesOf(text));
const headOf = (reading: ReceiptReading, index = 0): Loose =>
  given(reading.receipt?.documents[index]?.head ?? {});
const given = (fields: object): Loose =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
const codesOf = ({ deviations }: ReceiptReading): string[] =>
  deviations.map(({ code, path }) => `${code} ${path}`);

/** The text of the example with the leaves of each group in the opposite order. */
function reversed(text: string): string {
  return text.replace(/(?:<(\w+)>[^<]*<\/\1>){2,}/g, (run) =>
    [...run.matchAll(/<(\w+)>[^<]*<\/\1>/g)]
      .map(([leaf]) => leaf)
      .reverse()
      .join(''),
  );
}

const list = textOf('CEB622Message');
const soundHead = headOf(read(list));

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

describe('text that is hardly XML', () => {
  const withInfo = (info: string) => read(list.replace(/<returnInfo>[^<]*/, `<returnInfo>${info}`));

  it.each<[string, string, string, readonly string[]]>([
    [
      'markup for people',
      '第1条，企业内部编号[A]:[缺少签名]<br />第2条<b>重报</b>',
      '第1条，企业内部编号[A]:[缺少签名]<br />第2条<b>重报</b>',
      ['CEB-UNKNOWN InventoryReturn[1]/returnInfo/br'],
    ],
    [
      'markup that is never closed',
      '一<br>二',
      '一<br>二',
      ['CEB-XML ', 'CEB-UNKNOWN InventoryReturn[1]/returnInfo/br'],
    ],
    ['a bare ampersand', 'A&B 公司', 'A&B 公司', ['CEB-ENTITY ']],
    ['an entity of HTML', '甲&nbsp;乙&lt;', '甲&nbsp;乙<', ['CEB-ENTITY ']],
    ['a bare less-than', '重量 < 0 或 <= 1', '重量 < 0 或 <= 1', ['CEB-XML ']],
    ['a control character', '甲\u0001乙', '甲\u0001乙', ['CEB-XML ']],
  ])('with %s is kept as it is', (_, info, kept, deviations) => {
    const reading = withInfo(info);
    expect(headOf(reading)).toEqual({ ...soundHead, returnInfo: kept });
    expect(codesOf(reading)).toEqual(deviations);
  });

  it('that breaks off gives what came before', () => {
    const reading = read(list.slice(0, list.indexOf('</returnStatus>')));
    expect(headOf(reading)).toMatchObject({ copNo: soundHead.copNo, returnStatus: soundHead.returnStatus });
    expect(codesOf(reading)).toEqual([
      'CEB-XML ',
      'CEB-MISSING InventoryReturn[1]/returnTime',
      'CEB-MISSING InventoryReturn[1]/returnInfo',
    ]);
  });

  it('with fields outside their group is put in order', () => {
    const bare = read(list.replace('<InventoryReturn>', '').replace('</InventoryReturn>', ''));
    expect(headOf(bare)).toEqual(soundHead);
    const bill = textOf('CEB816Message').replace('<TaxHeadRd>', '').replace('</TaxHeadRd>', '');
    expect(headOf(read(bill))).toMatchObject(headOf(read(textOf('CEB816Message'))));
  });

  it('with another root or wrapped in something is found', () => {
    const short = read(list.replaceAll('CEB622Message', 'CEB622'));
    expect(headOf(short)).toEqual(soundHead);
    expect(short.receipt?.root).toBe('CEB622Message');
    const wrapped = read(`<Package><Id>7</Id>${list.replace(/<\?xml[^>]*>/, '')}</Package>`);
    expect(headOf(wrapped)).toEqual(soundHead);
    expect(wrapped.extra).toEqual([{ path: 'Package/Id', text: '7' }]);
  });

  it('without guid and version is a receipt all the same', () => {
    const reading = read(list.replace(/ guid="[^"]*" version="[^"]*"/, " guid='short'"));
    expect(reading.receipt).toMatchObject({ root: 'CEB622Message', guid: 'short' });
    expect(codesOf(reading)).toEqual(['CEB-ATTRIBUTE @guid', 'CEB-ATTRIBUTE @version']);
  });

  it('that is a declaration or nothing at all is kept as text', () => {
    const order = read(textOf('CEB311Message'));
    expect(order.receipt).toBeUndefined();
    expect(codesOf(order)).toEqual(['CEB-ROOT CEB311Message']);
    expect(order.extra).toContainEqual({
      path: 'CEB311Message/Order/OrderHead/appType',
      text: '1',
    });
    expect(codesOf(read('报文处理失败'))).toEqual(['CEB-ROOT ']);
    expect(codesOf(read(''))).toEqual(['CEB-ROOT ']);
  });
});

describe('bytes of another encoding', () => {
  /** `订单` and the rest of the words below in GB18030; the platform's encoders write UTF-8 only. */
  const GB: Readonly<Record<string, readonly number[]>> = { 订: [0xb6, 0xa9], 单: [0xb5, 0xa5] };
  const inGb = (text: string): Uint8Array =>
    Uint8Array.from([...text].flatMap((character) => GB[character] ?? [character.charCodeAt(0)]));
  const chinese = list.replace(/<returnInfo>[^<]*/, '<returnInfo>订单').replace(/[^\x20-\x7e订单]/g, '');

  it.each([
    ['GB18030', 'gb18030'],
    ['GBK', 'gbk'],
    ['gb2312', 'gb2312'],
  ])('declared as %s are read', (declared, encoding) => {
    const reading = readReceipt(inGb(chinese.replace('encoding="UTF-8"', `encoding="${declared}"`)));
    expect(headOf(reading).returnInfo).toBe('订单');
    expect(reading.encoding).toBe(encoding);
    expect(codesOf(reading)).toEqual(['CEB-ENCODING ']);
  });

  it('GB18030 that says it is UTF-8 is recognised', () => {
    expect(headOf(readReceipt(inGb(chinese))).returnInfo).toBe('订单');
  });

  it('UTF-8 that says it is GBK is recognised', () => {
    const reading = read(chinese.replace('UTF-8', 'GBK').replace('订单', '订单号'));
    expect(headOf(reading).returnInfo).toBe('订单号');
    expect(reading.encoding).toBe('utf-8');
  });

  it('UTF-16 and a byte order mark are read', () => {
    const units = Uint8Array.from([
      0xff,
      0xfe,
      ...[...list].flatMap((c) => [c.charCodeAt(0) & 0xff, c.charCodeAt(0) >> 8]),
    ]);
    expect(headOf(readReceipt(units))).toEqual(soundHead);
    const marked = readReceipt(Uint8Array.from([0xef, 0xbb, 0xbf, ...bytesOf(list)]));
    expect(marked).toMatchObject({ strict: true, deviations: [] });
  });

  it('that fit nothing are read as far as they go', () => {
    const bytes = bytesOf(list.replace(/<returnInfo>[^<]*/, '<returnInfo>#'));
    const damaged = bytes.map((byte) => (byte === 0x23 ? 0xff : byte));
    const reading = readReceipt(damaged);
    expect(headOf(reading)).toEqual({ ...soundHead, returnInfo: '\ufffd' });
    expect(codesOf(reading)).toEqual(['CEB-ENCODING ']);
  });
});

describe('hostile text', () => {
  it.each<[string, string, string]>([
    [
      'a document type',
      list.replace('<CEB622Message', '<!DOCTYPE a [<!ENTITY b "c">]><CEB622Message'),
      'CEB-DOCTYPE ',
    ],
    ['100,000 elements inside one another', '<a>'.repeat(100_000), 'CEB-DEPTH '],
    ['a million elements', `<CEB622Message>${'<a/>'.repeat(1_000_000)}`, 'CEB-SIZE '],
    ['a million marks', '<'.repeat(1_000_000), 'CEB-XML '],
    ['a million tags that begin', '<a '.repeat(1_000_000), 'CEB-XML '],
    ['a million open quotes', '<a "'.repeat(500_000), 'CEB-XML '],
    ['a million end tags', '</a>'.repeat(500_000), 'CEB-XML '],
    ['a million references', `<a>${'&a;'.repeat(500_000)}</a>`, 'CEB-ENTITY '],
    ['a million sections', '<![CDATA['.repeat(500_000), 'CEB-XML '],
    [
      'an attribute of a million characters',
      `<CEB622Message ${'a'.repeat(1_000_000)}/>`,
      'CEB-ATTRIBUTE @guid',
    ],
  ])('with %s is read to a bound', (_, text, said) => {
    const reading = read(text);
    expect(codesOf(reading)).toContain(said);
    expect(reading.deviations.length).toBeLessThanOrEqual(1001);
  });

  it('longer than the limit is not read at all', () => {
    expect(readReceipt(bytesOf(list), { mostBytes: 10 })).toMatchObject({
      ...{ strict: false, deviations: [{ code: 'CEB-SIZE' }] },
    });
  });

  it('gets no more findings than are asked for', () => {
    const text = list.replace('</InventoryReturn>', `${'<x/>'.repeat(50)}</InventoryReturn>`);
    const { deviations, receipt } = readReceipt(bytesOf(text), { mostFindings: 10 });
    expect(deviations).toHaveLength(11);
    expect(deviations[10]?.code).toBe('CEB-MORE');
    expect(receipt?.documents[0]?.extra).toHaveLength(50);
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
      head: Loose;
      items: readonly Loose[];
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
