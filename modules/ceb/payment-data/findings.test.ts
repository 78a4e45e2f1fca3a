import { describe, expect, test } from 'vitest';
import { draftPaymentData, readPaymentData } from './real-time-data.ts';
import { UNSIGNED } from './testing/payments.ts';

const sent = draftPaymentData(UNSIGNED).signed('03000000000cde6f', 'c2lnbmF0dXJl');

/** Code, level and path of everything found. */
const found = (json: string): string[] =>
  readPaymentData(json).findings.map(({ code, level, path }) => `${code} ${level} ${path}`);

describe('a sound message', () => {
  test('gives nothing to find', () => {
    expect(readPaymentData(sent)).toMatchObject({ valid: true, findings: [] });
  });

  test('is told that white space was not meant to be signed, and is read all the same', () => {
    const pretty = JSON.stringify(JSON.parse(sent), undefined, 1);
    expect(pretty).toContain('"totalAmount": 5,');
    expect(readPaymentData(pretty)).toMatchObject({
      valid: true,
      toSign: draftPaymentData(UNSIGNED).toSign.replace('5.0,"currency', '5,"currency'),
    });
    expect(found(pretty)).toEqual(['PAYDATA-SIGNED-FORM field ']);
  });
});

describe('what is wrong is found, with its place', () => {
  const head = 'payExchangeInfoHead';
  const order = 'payExchangeInfoLists[1]';
  test.each<[string, (json: string) => string, string[]]>([
    [
      'a mandatory field that is missing',
      (json) => json.replace(/"payCode":"\d+",/, ''),
      [`PAYDATA-MISSING structure ${head}/payCode`],
    ],
    [
      'one that is empty',
      (json) => json.replace(/"payCode":"\d+"/, '"payCode":""'),
      [`PAYDATA-EMPTY structure ${head}/payCode`],
    ],
    [
      'a field the notice does not have',
      (json) => json.replace('"ebpCode"', '"ebpcode":"1","ebpCode"'),
      [`PAYDATA-UNKNOWN structure ${head}/ebpcode`],
    ],
    [
      'an amount in quotes',
      (json) => json.replace(':5.0,', ':"5.0",'),
      [`PAYDATA-TYPE structure ${head}/totalAmount`],
    ],
    [
      'an amount with an exponent',
      (json) => json.replace(':5.0,', ':5e0,'),
      [`PAYDATA-NUMBER structure ${head}/totalAmount`],
    ],
    [
      'six digits after the point',
      (json) => json.replace(':5.0,', ':5.000000,'),
      [`PAYDATA-NUMBER structure ${head}/totalAmount`],
    ],
    [
      'fifteen before it',
      (json) => json.replace(':5.0,', ':100000000000000,'),
      [`PAYDATA-NUMBER structure ${head}/totalAmount`],
    ],
    [
      'an amount of a million digits',
      (json) => json.replace(':5.0,', `:${'9'.repeat(1_000_000)},`),
      [`PAYDATA-NUMBER structure ${head}/totalAmount`],
    ],
    ['nothing paid', (json) => json.replace(':5.0,', ':0.0,'), [`PAYDATA-AMOUNT field ${head}/totalAmount`]],
    [
      'less than nothing',
      (json) => json.replace(':5.0,', ':-5.0,'),
      [`PAYDATA-AMOUNT field ${head}/totalAmount`],
    ],
    [
      'a code without quotes',
      (json) => json.replace('"currency":"142"', '"currency":142'),
      [`PAYDATA-TYPE structure ${head}/currency`],
    ],
    [
      'an unknown verifying body',
      (json) => json.replace('"verDept":"3"', '"verDept":"4"'),
      [`PAYDATA-VALUE field ${head}/verDept`],
    ],
    [
      'a second that never was',
      (json) => json.replace('20260310095500', '20260310095560'),
      [`PAYDATA-TIME field ${head}/tradingTime`],
    ],
    [
      'a number in lower case',
      (json) => json.replace('E4B7F0C2', 'e4b7f0c2'),
      [`PAYDATA-GUID field ${head}/guid`],
    ],
    [
      'a link that is none',
      (json) => json.replace('https://shop.example/goods/1', 'goods 1'),
      [`PAYDATA-LINK field ${order}/goodsInfo[1]/itemLink`],
    ],
    [
      'an order without goods',
      (json) => json.replace(/"goodsInfo":\[.*?\],/, '"goodsInfo":[],'),
      [`PAYDATA-EMPTY structure ${order}/goodsInfo`],
    ],
    [
      'no orders',
      (json) =>
        json.replace(/"payExchangeInfoLists":.*"serviceTime"/, '"payExchangeInfoLists":[],"serviceTime"'),
      ['PAYDATA-EMPTY structure payExchangeInfoLists'],
    ],
    [
      'a list in place of the head',
      (json) => json.replace(/"payExchangeInfoHead":\{.*?\},/, '"payExchangeInfoHead":[],'),
      [`PAYDATA-TYPE structure ${head}`],
    ],
    [
      'goods that are a text',
      (json) => json.replace(/\{"gname":"普洱茶".*?\}/, '"普洱茶"'),
      [`PAYDATA-TYPE structure ${order}/goodsInfo[1]`],
    ],
    [
      'no signature',
      (json) => json.replace(/,"certNo".*$/, '}'),
      ['PAYDATA-MISSING structure certNo', 'PAYDATA-MISSING structure signValue'],
    ],
    [
      'a time that is none',
      (json) => json.replace(':1773107700000', ':1773107700000.5'),
      ['PAYDATA-TYPE structure serviceTime'],
    ],
    [
      'a session with a quote in it',
      (json) => json.replace('fe2374-', 'fe2374-\\"||\\"'),
      ['PAYDATA-VALUE structure sessionID'],
    ],
    [
      'fields in another order',
      (json) => json.replace(/("verDept":"3"),("payType":"1")/, '$2,$1'),
      [`PAYDATA-ORDER field ${head}`],
    ],
    [
      'a field given twice',
      (json) => json.replace('"verDept":"3"', '"verDept":"3","verDept":"1"'),
      [`PAYDATA-DUPLICATE structure ${head}/verDept`],
    ],
    [
      'half an emoji',
      (json) => json.replace('"note":""', '"note":"\\ud83d"'),
      [`PAYDATA-CHARACTER structure ${head}/note`],
    ],
    [
      'the character NUL',
      (json) => json.replace('"note":""', '"note":"\\u0000"'),
      [`PAYDATA-CHARACTER structure ${head}/note`],
    ],
  ])('%s', (_what, spoil, wanted) => {
    const spoilt = spoil(sent);
    expect(spoilt).not.toBe(sent);
    expect(found(spoilt)).toEqual(wanted);
    for (const { message, remedy } of readPaymentData(spoilt).findings)
      for (const { zh, en } of [message, remedy])
        expect([/[一-鿿]/.test(zh), /[a-z]{3}/.test(en)], en).toEqual([true, true]);
  });

  test('one order listed twice', () => {
    const twice = draftPaymentData({
      ...UNSIGNED,
      payExchangeInfoLists: [...UNSIGNED.payExchangeInfoLists, ...UNSIGNED.payExchangeInfoLists],
    });
    expect(found(twice.signed('1', '2'))).toEqual([
      'PAYDATA-REPEATED structure payExchangeInfoLists[2]/orderNo',
    ]);
  });

  test('all of it, not the first alone', () => {
    const spoilt = sent
      .replace(':5.0,', ':"5.0",')
      .replace('"verDept":"3"', '"verDept":"9"')
      .replace(/"recpName":"[^"]+"/, '"recpName":""');
    expect(found(spoilt)).toEqual([
      'PAYDATA-TYPE structure payExchangeInfoHead/totalAmount',
      'PAYDATA-VALUE field payExchangeInfoHead/verDept',
      'PAYDATA-EMPTY structure payExchangeInfoLists[1]/recpName',
    ]);
  });
});

describe('the raw texts of 8,000 characters', () => {
  const withRequest = (initalRequest: string): string =>
    draftPaymentData({
      ...UNSIGNED,
      payExchangeInfoHead: { ...UNSIGNED.payExchangeInfoHead, initalRequest },
    }).signed('1', '2');

  test.each(['茶', '😀', '"', '\n'])(
    'are counted in characters, not in halves, bytes or escapes: %j',
    (character) => {
      expect(found(withRequest(character.repeat(8000)))).toEqual([]);
      expect(found(withRequest(character.repeat(8001)))).toEqual([
        'PAYDATA-LENGTH structure payExchangeInfoHead/initalRequest',
      ]);
    },
  );
});
