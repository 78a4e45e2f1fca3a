import { bytesOfHex, joinBytes } from './bytes.ts';

/** One value in DER. */
export type Der = Uint8Array;

/** A value of any tag around its content. */
function tagged(tag: number, ...content: readonly Der[]): Der {
  const body = joinBytes(...content);
  return joinBytes(Uint8Array.of(tag), lengthOf(body.length), body);
}

function lengthOf(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(length);
  const digits: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) digits.unshift(rest % 256);
  return Uint8Array.of(0x80 | digits.length, ...digits);
}

export const sequence = (...content: readonly Der[]): Der => tagged(0x30, ...content);
export const setOf = (...content: readonly Der[]): Der => tagged(0x31, ...content);
export const octets = (content: Uint8Array): Der => tagged(0x04, content);
export const bits = (content: Uint8Array, unused = 0): Der => tagged(0x03, Uint8Array.of(unused), content);
export const truth = (): Der => Uint8Array.of(1, 1, 0xff);
export const nothing = (): Der => Uint8Array.of(5, 0);
export const utf8Value = (text: string): Der => tagged(0x0c, new TextEncoder().encode(text));
export const explicit = (number: number, ...content: readonly Der[]): Der =>
  tagged(0xa0 | number, ...content);

/** A whole number from 0 on. */
export function whole(value: number | bigint | Uint8Array): Der {
  const hex = typeof value === 'object' ? undefined : value.toString(16);
  const digits =
    hex === undefined ? (value as Uint8Array) : bytesOfHex(hex.padStart(hex.length + (hex.length % 2), '0'));
  let from = 0;
  while (from < digits.length - 1 && digits[from] === 0) from++;
  const bare = digits.subarray(from);
  return tagged(2, (bare[0] ?? 0) >= 0x80 ? Uint8Array.of(0) : new Uint8Array(0), bare);
}

/** An object identifier from its dotted form. */
export function identifier(dotted: string): Der {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return tagged(6, Uint8Array.from([first * 40 + second, ...rest].flatMap(base128)));
}

function base128(arc: number): number[] {
  const digits = [arc % 128];
  for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) {
    digits.unshift((left % 128) | 0x80);
  }
  return digits;
}

/** A moment, to the second: with two digits of the year until 2049, as RFC 5280 asks. */
export function moment(at: Date): Der {
  const text = `${at.toISOString().slice(0, 19).replace(/[-T:]/g, '')}Z`;
  const short = at.getUTCFullYear() < 2050;
  return tagged(short ? 0x17 : 0x18, new TextEncoder().encode(short ? text.slice(2) : text));
}
