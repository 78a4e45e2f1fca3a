import { describe, expect, it } from 'vitest';
import { encode } from '../encode/encode.ts';
import { sampleMessage } from '../testing/messages.ts';
import { bytesOf } from '../testing/verdicts.ts';
import { decode } from './decode.ts';

const order = encode(sampleMessage('CEB311Message', true));

/** 茶马古道 in GB18030. */
const TEA_ROAD = [0xb2, 0xe8, 0xc2, 0xed, 0xb9, 0xc5, 0xb5, 0xc0];
/** 𠮷 in GB18030: four bytes. */
const RARE = [0x95, 0x34, 0xc6, 0x36];

/** The one finding of bytes that are refused for their encoding. */
function told(bytes: Uint8Array): string {
  const { valid, findings } = decode(bytes);
  expect(valid).toBe(false);
  expect(findings.map(({ code }) => code)).toEqual(['CEB-ENCODING']);
  return findings[0]?.message.en ?? '';
}

/** A message without Chinese, with these bytes for a name. */
function named(bytes: readonly number[], encoding = 'UTF-8'): Uint8Array {
  const [before = '', after = ''] = order
    .replace('UTF-8', encoding)
    .replace(/[^ -~\n]/g, 'x')
    .replace(/(<ceb:buyerName>)[^<]*/, '$1|')
    .split('|');
  return Uint8Array.from([...bytesOf(before), ...bytes, ...bytesOf(after)]);
}

/** A text in units of two or four bytes. */
function units(text: string, size: 2 | 4, little: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * size);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) {
    if (size === 2) view.setUint16(at * 2, text.charCodeAt(at), little);
    else view.setUint32(at * 4, text.charCodeAt(at), little);
  }
  return bytes;
}

describe('bytes that are not UTF-8', () => {
  it.each([
    ['a byte that continues nothing', [0x80]],
    ['a character cut off', [0xe8, 0x8c]],
    ['a character cut off before the next', [0xe8, 0x8c, 0x78]],
    ['a slash in two bytes', [0xc0, 0xaf]],
    ['a null in two bytes', [0xc0, 0x80]],
    ['a character in more bytes than it needs', [0xe0, 0x80, 0xaf]],
    ['half of a pair', [0xed, 0xa0, 0xbd]],
    ['both halves of a pair', [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80]],
    ['a character beyond Unicode', [0xf4, 0x90, 0x80, 0x80]],
    ['a character of five bytes', [0xf8, 0x88, 0x80, 0x80, 0x80]],
    ['a byte UTF-8 never has', [0xff]],
    ['a broken character among sound ones', [...bytesOf('茶马古'), 0xe9, 0x81, ...bytesOf('道')]],
  ])('%s: the place is named', (_, bytes) => {
    const whole = named(bytes);
    const at = whole.findIndex((__, place) => place >= 100 && !sound(whole.subarray(0, place + 1)));
    expect(told(whole)).toMatch(/^From line 2, byte \d+ \([0-9A-F]{2}\) the message is not UTF-8/);
    // The place named is where the broken character begins: at most three bytes before decoding gives up.
    const place = Number(/byte (\d+)/.exec(told(whole))?.[1]) - 1;
    expect(at - place).toBeLessThanOrEqual(3);
    expect(sound(whole.subarray(0, place))).toBe(true);
  });

  it('end in the middle of a character', () => {
    expect(told(bytesOf(order).subarray(0, bytesOf(order).indexOf(0xe6) + 1))).toMatch(/is not UTF-8/);
  });
});

/** Whether bytes are UTF-8, but for a character that only lacks its end. */
function sound(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

describe('another encoding is named', () => {
  const marked = `\ufeff${order}`;
  it.each([
    ['UTF-16, little end first, marked', units(marked, 2, true), 'UTF-16'],
    ['UTF-16, big end first, marked', units(marked, 2, false), 'UTF-16'],
    ['UTF-16, little end first', units(order, 2, true), 'UTF-16'],
    ['UTF-16, big end first', units(order, 2, false), 'UTF-16'],
    ['UTF-32, little end first, marked', units(marked, 4, true), 'UTF-32'],
    ['UTF-32, big end first, marked', units(marked, 4, false), 'UTF-32'],
    ['UTF-32, little end first', units(order, 4, true), 'UTF-32'],
    ['UTF-32, big end first', units(order, 4, false), 'UTF-32'],
    ['GB18030 as declared', named(TEA_ROAD, 'GB18030'), 'is in GB18030 (GBK), as it declares'],
    ['GBK as declared', named(TEA_ROAD, 'gbk'), 'is in GB18030 (GBK), as it declares'],
    ['GB18030 declared as UTF-8', named(TEA_ROAD), 'looks like GB18030 (GBK), though'],
    ['GB18030 with a rare character', named([...RARE, ...TEA_ROAD]), 'looks like GB18030 (GBK), though'],
    [
      'GBK in words only',
      bytesOf(order.replace('UTF-8', 'GBK')),
      'The declared encoding is GBK, yet the bytes are UTF-8',
    ],
    [
      'UTF-16 in words only',
      bytesOf(order.replace('UTF-8', 'UTF-16')),
      'The declared encoding is UTF-16, yet',
    ],
  ])('%s', (_, bytes, name) => {
    expect(told(bytes)).toContain(name);
  });

  it('while UTF-8 with one slip in much Chinese is not taken for GB18030', () => {
    const text = bytesOf('进口电子订单的收货人姓名与地址'.repeat(20));
    for (let place = 0; place < 60; place++) {
      const slip = Uint8Array.from(text);
      slip[place] = 0xff - place;
      const bytes = named([...slip]);
      if (!sound(bytes)) expect(told(bytes)).toMatch(/is not UTF-8/);
    }
  });

  it('while UTF-8 with a byte order mark is read', () => {
    expect(decode(Uint8Array.of(0xef, 0xbb, 0xbf, ...bytesOf(order))).valid).toBe(true);
  });
});
