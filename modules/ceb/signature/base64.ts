const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const SPACE = 64;
const PADDING = 65;
const OTHER = 255;
const EQUALS = 0x3d;

/** Value of each byte as a Base64 digit; white space of XML, padding and the rest have values of their own. */
const VALUE = new Uint8Array(256).fill(OTHER);
for (let value = 0; value < 64; value++) VALUE[DIGITS.charCodeAt(value)] = value;
for (const space of [0x20, 0x09, 0x0a, 0x0d]) VALUE[space] = SPACE;
VALUE[EQUALS] = PADDING;

/**
 * Bytes of a Base64 text as `xs:base64Binary` has it: white space anywhere, padding complete, no bits beyond the
 * last byte. So that each sequence of bytes is written in one way only, but for white space.
 * @returns undefined where the text is not that.
 */
export function base64Bytes(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let held = 0;
  let digits = 0;
  let padding = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const value = code < 256 ? (VALUE[code] ?? OTHER) : OTHER;
    if (value === SPACE) continue;
    if (value === OTHER || (padding > 0 && value !== PADDING)) return undefined;
    digits++;
    if (value === PADDING) {
      padding++;
      continue;
    }
    held = ((held << 6) | value) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[length++] = (held >> bits) & 0xff;
    }
  }
  const clean = (held & ((1 << bits) - 1)) === 0;
  return digits % 4 === 0 && padding === paddingFor(bits) && clean ? bytes.subarray(0, length) : undefined;
}

/** Padding that belongs to a number of bits left over: 4 after one byte, 2 after two, none after three. */
function paddingFor(bits: number): number {
  return bits === 4 ? 2 : bits === 2 ? 1 : 0;
}

const letters = Uint8Array.from(DIGITS, (digit) => digit.charCodeAt(0));

declare const TextDecoder: new (encoding: string) => { decode(bytes: Uint8Array): string };
const latin1 = new TextDecoder('latin1');

/** Base64 of bytes, without line ends; written as bytes first, since joining letters costs twenty times as much. */
export function base64Text(bytes: Uint8Array): string {
  const text = new Uint8Array(Math.ceil(bytes.length / 3) * 4).fill(EQUALS);
  let to = 0;
  for (let at = 0; at < bytes.length; at += 3) {
    const held = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const left = bytes.length - at;
    text[to] = letters[held >>> 18] ?? 0;
    text[to + 1] = letters[(held >>> 12) & 63] ?? 0;
    if (left > 1) text[to + 2] = letters[(held >>> 6) & 63] ?? 0;
    if (left > 2) text[to + 3] = letters[held & 63] ?? 0;
    to += 4;
  }
  return latin1.decode(text);
}
