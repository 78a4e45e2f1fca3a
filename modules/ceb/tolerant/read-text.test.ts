import { describe, expect, it } from 'vitest';
import { bytesOf, codesOf, headOf, list, read, soundHead } from '../testing/receipts.ts';
import { readReceipt } from './read-receipt.ts';

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
