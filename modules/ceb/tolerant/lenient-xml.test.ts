import { describe, expect, it } from 'vitest';
import { bytesOf, codesOf, headOf, list, read, soundHead, textOf } from '../testing/receipts.ts';
import { readReceipt } from './read-receipt.ts';

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
