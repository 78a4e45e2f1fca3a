const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const PADDING = 0x3d;
const NONE = 0xff;

const sextetOf = new Uint8Array(128).fill(NONE);
const letterOf = new Uint8Array(64);
for (let value = 0; value < 64; value++) {
  const code = ALPHABET.charCodeAt(value);
  sextetOf[code] = value;
  letterOf[value] = code;
}

declare const TextDecoder: new (encoding: string) => { decode(bytes: Uint8Array): string };
const latin1 = new TextDecoder('latin1');

/**
 * The bytes behind a Base64 text whose form has been judged; characters outside the alphabet are passed over, as
 * the schema does. Written by hand: it runs in browsers too, and makes no text of one character a byte in between.
 */
export function bytesOfBase64(text: string): Uint8Array {
  const bytes = new Uint8Array((text.length * 3) >>> 2);
  let length = 0;
  let bits = 0;
  let held = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === PADDING) break;
    const value = code < 128 ? (sextetOf[code] ?? NONE) : NONE;
    if (value === NONE) continue;
    held = (held << 6) | value;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[length] = (held >>> bits) & 0xff;
      length++;
      held &= (1 << bits) - 1;
    }
  }
  return bytes.subarray(0, length);
}

/** Base64 of bytes, in one line. */
export function base64Of(bytes: Uint8Array): string {
  const letters = new Uint8Array(Math.ceil(bytes.length / 3) * 4).fill(PADDING);
  let to = 0;
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    letters[to] = letterOf[three >>> 18] ?? 0;
    letters[to + 1] = letterOf[(three >>> 12) & 63] ?? 0;
    if (left > 1) letters[to + 2] = letterOf[(three >>> 6) & 63] ?? 0;
    if (left > 2) letters[to + 3] = letterOf[three & 63] ?? 0;
    to += 4;
  }
  return latin1.decode(letters);
}
