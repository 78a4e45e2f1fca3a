import { describe, expect, it } from 'vitest';
import { encode } from '../encode/encode.ts';
import { sampleMessage } from '../testing/messages.ts';
import { read, verdicts } from '../testing/verdicts.ts';

const payment = encode(sampleMessage('CEB411Message', false));
const waybill = encode(sampleMessage('CEB511Message', false));

describe('the values of fields', () => {
  const length = (field: string, value: string): string =>
    payment.replace(new RegExp(`(<ceb:${field}>).*?<`), `$1${value}<`);
  const weight = (value: string): string => waybill.replace(/(<ceb:weight>).*?</, `$1${value}<`);
  const packs = (value: string): string => waybill.replace(/(<ceb:packNo>).*?</, `$1${value}<`);
  const path = 'Payment[1]/PaymentHead';
  verdicts([
    ['sixty Chinese characters fit a field of sixty', length('payerName', '茶'.repeat(60))],
    ['sixty-one do not', length('payerName', '茶'.repeat(61)), `CEB-LENGTH ${path}/payerName`],
    ['a character outside the basic plane counts once', length('payerName', '😀'.repeat(60))],
    ['an exact length is exact', length('guid', '😀'.repeat(18)), `CEB-LENGTH ${path}/guid`],
    ['white space counts in a text', length('payTime', '2026070112000 ')],
    [
      'a text may be empty only where the standard lets it',
      length('payerName', ''),
      `CEB-LENGTH ${path}/payerName`,
    ],
    ['references count as the characters they stand for', length('appType', '&#x31;')],
    ['comments do not count', length('appType', '<!-- one -->1')],
    ['a CDATA section is text', length('appType', '<![CDATA[1]]>')],
    ['a line end written with two characters is one', length('appType', '\r\n')],
    ['the currency is fixed', length('currency', '502'), `CEB-FIXED ${path}/currency`],
    ['an empty currency stands for the fixed one', length('currency', '')],
    ['an empty CDATA section does not', length('currency', '<![CDATA[]]>'), `CEB-LENGTH ${path}/currency`],
    ...['0', '+1', '1.', '.5', '-0', ' 12.50\n', '0001', '12345678901234.12345', '1.123450000'].map(
      (value) => [`the decimal "${value}" is read`, weight(value)] as const,
    ),
    ...[
      '',
      '.',
      '+',
      '1e3',
      '1,000',
      '1 2',
      '１',
      '0.000001',
      '123456789012345.12345',
      'NaN',
      '--1',
      '1.2.3',
    ].map(
      (value) =>
        [
          `the decimal "${value}" is refused`,
          weight(value),
          'CEB-DECIMAL Logistics[1]/LogisticsHead/weight',
        ] as const,
    ),
    ...['1', '+1', ' 1 ', '000000000001', '-0', '999999999'].map(
      (value) => [`the integer "${value}" is read`, packs(value)] as const,
    ),
    ...['', '1.0', '1000000000', 'one', '- 1'].map(
      (value) =>
        [
          `the integer "${value}" is refused`,
          packs(value),
          'CEB-INTEGER Logistics[1]/LogisticsHead/packNo',
        ] as const,
    ),
  ]);

  it.each([
    ['12.50', '12.5'],
    ['+007', '7'],
    ['-0.0', '0'],
    ['.5', '0.5'],
    ['-3.', '-3'],
  ])('the decimal %s comes out as %s', (given, canonical) => {
    const message = read(weight(given)).message;
    expect(message?.root === 'CEB511Message' && message.documents[0]?.head.weight).toBe(canonical);
  });

  it('the integers come out as numbers and minus zero as zero', () => {
    const message = read(packs('-0')).message;
    expect(message?.root === 'CEB511Message' && Object.is(message.documents[0]?.head.packNo, 0)).toBe(true);
  });

  it('an empty currency comes out as the fixed value', () => {
    const message = read(length('currency', '')).message;
    expect(message?.root === 'CEB411Message' && message.documents[0]?.head.currency).toBe('142');
  });
});
