const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const PADDING = 0x3d;
const NONE = 0xff;

const sextets = new Uint8Array(256).fill(NONE);
for (let value = 0; value < 64; value++) sextets[ALPHABET.charCodeAt(value)] = value;

/**
 * The bytes behind a Base64 text whose form has been judged; characters outside the alphabet are passed over, as
 * the schema does. Four letters at a time where they stand together, one by one where something stands between.
 */
export function bytesOfBase64(text: string): Uint8Array {
  const bytes = new Uint8Array((text.length * 3) >>> 2);
  let length = 0;
  let bits = 0;
  let held = 0;
  for (let at = 0; at < text.length; ) {
    if (bits === 0 && at + 4 <= text.length) {
      const four =
        (sextetAt(text, at) << 18) |
        (sextetAt(text, at + 1) << 12) |
        (sextetAt(text, at + 2) << 6) |
        sextetAt(text, at + 3);
      if (four >= 0) {
        bytes[length] = four >>> 16;
        bytes[length + 1] = four >>> 8;
        bytes[length + 2] = four;
        length += 3;
        at += 4;
        continue;
      }
    }
    if (text.charCodeAt(at) === PADDING) break;
    const value = sextetAt(text, at);
    at++;
    if (value < 0) continue;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[length] = held >>> bits;
      length++;
    }
  }
  return bytes.subarray(0, length);
}

/** Value of a letter, or -1, which shows through every shift. */
function sextetAt(text: string, at: number): number {
  const value = sextets[text.charCodeAt(at)];
  return value === undefined || value === NONE ? -1 : value;
}
