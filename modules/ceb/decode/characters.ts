/** Blank, tab, line feed, carriage return: the white space of XML. */
export function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d;
}

/** Position of the first character XML does not allow at all, or -1. */
export function impossibleCharacterAt(text: string): number {
  return text.search(IMPOSSIBLE);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters looked for
const IMPOSSIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** Whether a character reference may stand for this code point. */
export function isPossible(code: number): boolean {
  return (
    code === 0x09 ||
    code === 0x0a ||
    code === 0x0d ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  );
}

const START = String.raw`A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}`;
const PART = String.raw`${START}\-.0-9\u00B7\u0300-\u036F\u203F-\u2040`;
const NAME = new RegExp(`[${START}:][${PART}:]*`, 'uy');
const NO_COLON_NAME = new RegExp(`^[${START}][${PART}]*$`, 'u');

/** Name (colons allowed) of the fifth edition of XML 1.0 that starts at a position; empty where there is none. */
export function nameAt(text: string, at: number): string {
  const end = asciiNameEnd(text, at);
  if (end >= 0) {
    return text.slice(at, end);
  }
  NAME.lastIndex = at;
  return NAME.exec(text)?.[0] ?? '';
}

/** Bytes of the longest name, or of the longest part of one beside a colon: the bound of libxml2. */
const LONGEST_NAME = 50_000;

export function isTooLongName(name: string): boolean {
  return name.length * 3 > LONGEST_NAME && name.split(':').some((part) => bytesIn(part) > LONGEST_NAME);
}

function bytesIn(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // Half of a pair stands for two of the four bytes of a character outside the basic plane.
    if (code >= 0x80) bytes += code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 1 : 2;
  }
  return bytes;
}

/** A name without colon, as an `xs:ID` must be. */
export function isPlainName(text: string): boolean {
  return PLAIN_ASCII_NAME.test(text) || NO_COLON_NAME.test(text);
}

const PLAIN_ASCII_NAME = /^[A-Za-z_][\w.-]*$/;

/** End of a name of ASCII characters only, or -1 where the expression has to decide. Nearly all names are ASCII. */
function asciiNameEnd(text: string, at: number): number {
  const first = text.charCodeAt(at);
  if (!isLetter(first)) {
    return -1;
  }
  let end = at + 1;
  for (; ; end++) {
    const code = text.charCodeAt(end);
    if (code >= 0x80) {
      return -1;
    }
    const digit = code >= 0x30 && code <= 0x3a;
    if (!isLetter(code) && !digit && code !== 0x2d && code !== 0x2e) {
      return end;
    }
  }
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f;
}
