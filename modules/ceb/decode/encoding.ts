import type { Finding } from '#kernel';
import { structureFinding } from './structure-finding.ts';

declare const TextDecoder: new (
  encoding: string,
  options: { readonly fatal: boolean },
) => { decode(bytes: Uint8Array): string };

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The text of bytes in UTF-8, or why they are not: what they seem to be, or where they go wrong. */
export function textOf(bytes: Uint8Array): string | Finding {
  const other = byFirstBytes(bytes);
  if (other !== undefined) {
    return wrongEncoding(other, `报文像是 ${other} 编码`, `The message looks like ${other}`);
  }
  try {
    return utf8.decode(bytes);
  } catch {
    return looksLikeGb18030(bytes) ? inGb18030(bytes) : broken(bytes);
  }
}

const LESS = 0x3c;

/** Encodings told by a byte order mark, or by the zero bytes beside the first `<`. */
function byFirstBytes(bytes: Uint8Array): string | undefined {
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes;
  if (bytes.length < 2) return undefined;
  const rest = third === 0 && fourth === 0;
  if (first === 0xff && second === 0xfe) return rest && bytes.length > 3 ? 'UTF-32' : 'UTF-16';
  if (first === LESS && second === 0) return rest && bytes.length > 3 ? 'UTF-32' : 'UTF-16';
  if (first === 0xfe && second === 0xff) return 'UTF-16';
  if (first === 0 && second === LESS) return 'UTF-16';
  const big = first === 0 && second === 0;
  return big && ((third === 0xfe && fourth === 0xff) || (third === 0 && fourth === LESS))
    ? 'UTF-32'
    : undefined;
}

function wrongEncoding(name: string, zh: string, en: string): Finding {
  return structureFinding(
    'CEB-ENCODING',
    '',
    [`${zh}，只接受 UTF-8`, `${en}; only UTF-8 is accepted`],
    [
      `把报文由 ${name} 转为 UTF-8（可带 BOM），并声明 encoding="UTF-8"`,
      `Convert the message from ${name} to UTF-8 (a byte order mark is fine) and declare encoding="UTF-8"`,
    ],
  );
}

/** Of the two-byte characters of Chinese text in GB18030, at least so many in a hundred are common ones. */
const COMMON_PERCENT = 60;
/** Fewer characters than these tell nothing: two bytes of a slip in UTF-8 may well be a common character. */
const FEWEST_PAIRS = 4;

/**
 * Whether bytes are GB18030 from first to last and read as usual Chinese in it. UTF-8 taken for GB18030 gives
 * rare characters for the most part, so a slip in UTF-8 is not mistaken for the other encoding.
 */
function looksLikeGb18030(bytes: Uint8Array): boolean {
  let pairs = 0;
  let common = 0;
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      at++;
      continue;
    }
    const trail = bytes[at + 1] ?? 0;
    if (lead === 0x80 || lead === 0xff) return false;
    if (trail >= 0x30 && trail <= 0x39) {
      const [third = 0, fourth = 0] = bytes.subarray(at + 2, at + 4);
      if (third < 0x81 || third === 0xff || fourth < 0x30 || fourth > 0x39) return false;
      at += 4;
      continue;
    }
    if (trail < 0x40 || trail === 0x7f || trail === 0xff) return false;
    pairs++;
    if (isCommon(lead, trail)) common++;
    at += 2;
  }
  return pairs >= FEWEST_PAIRS && common * 100 >= pairs * COMMON_PERCENT;
}

/** The first level of GB 2312 (3,755 characters by sound) and the rows of punctuation and full-width letters. */
function isCommon(lead: number, trail: number): boolean {
  return trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3));
}

const LONGEST_DECLARATION = 200;

function inGb18030(bytes: Uint8Array): Finding {
  const start = String.fromCharCode(...bytes.subarray(0, LONGEST_DECLARATION));
  const declared = /^<\?xml[^>]*encoding\s*=\s*["'](GB[\w-]*)["']/i.test(start);
  return declared
    ? wrongEncoding(
        'GB18030',
        '报文如其声明，是 GB18030（GBK）编码',
        'The message is in GB18030 (GBK), as it declares',
      )
    : wrongEncoding(
        'GB18030',
        '报文像是 GB18030（GBK）编码，却没有这样声明',
        'The message looks like GB18030 (GBK), though it does not declare so',
      );
}

/** UTF-8 with something else in it. */
function broken(bytes: Uint8Array): Finding {
  const at = firstBrokenByte(bytes);
  let line = 1;
  for (let before = 0; before < at; before++) {
    if (bytes[before] === 0x0a) line++;
  }
  const byte = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  return structureFinding(
    'CEB-ENCODING',
    '',
    [
      `报文第 ${line} 行、第 ${at + 1} 字节起（${byte}）不是 UTF-8，只接受 UTF-8`,
      `From line ${line}, byte ${at + 1} (${byte}) the message is not UTF-8; only UTF-8 is accepted`,
    ],
    [
      '把报文转为 UTF-8（可带 BOM），并声明 encoding="UTF-8"；截断文字时按字符，不按字节',
      'Convert the message to UTF-8 (a byte order mark is fine) and declare encoding="UTF-8"; cut texts by characters, not by bytes',
    ],
  );
}

/** Place of the first byte that neither is a character nor begins a whole one; the end if there is none. */
function firstBrokenByte(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = characterAt(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return at;
}

/** Bytes of the character at a place, or 0: overlong forms, surrogates and what lies beyond Unicode are none. */
function characterAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  const second = bytes[at + 1] ?? 0;
  if (first < 0x80) return 1;
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  const least = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const most = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (length === 0 || second < least || second > most) return 0;
  for (let more = 2; more < length; more++) {
    if (((bytes[at + more] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return length;
}
