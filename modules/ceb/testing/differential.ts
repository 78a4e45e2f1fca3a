import { isDeepStrictEqual } from 'node:util';
import { readCarefully } from '../decode/careful.ts';
import { type Decoded, decode } from '../decode/decode.ts';
import { encode } from '../encode/encode.ts';

/** What came of comparing one input: agreement, a point on which the decoder is meant to be stricter, or neither. */
export type Compared =
  | { readonly outcome: 'valid' | 'invalid' }
  | { readonly outcome: 'stricter'; readonly point: string }
  | { readonly outcome: 'difference'; readonly ours: string; readonly theirs: string };

const utf8 = new TextDecoder('utf-8', { fatal: true });
const encoder = new TextEncoder();

/** Who says whether an input is sound, and what is wrong with it if it is not. */
export interface Judge {
  complaint(bytes: Uint8Array): string | undefined;
}

type Verdict = Pick<Decoded, 'valid' | 'findings'>;

/**
 * Compares the decoder with a schema on one input, and the decoder with itself: the quick reading must say what the
 * careful one says, and what is read must be written so that it reads the same again.
 */
export function compare(bytes: Uint8Array, judge: Judge): Compared {
  const compared = compareVerdicts(bytes, judge, decode);
  return compared.outcome === 'valid' || compared.outcome === 'invalid'
    ? (disagreementWithin(bytes, decode(bytes)) ?? compared)
    : compared;
}

/** Compares the verdict of a reader of ours with that of a schema. */
export function compareVerdicts(
  bytes: Uint8Array,
  judge: Judge,
  read: (bytes: Uint8Array) => Verdict,
): Compared {
  const ours = read(bytes);
  const complaint = judge.complaint(bytes);
  if (ours.valid === (complaint === undefined)) return { outcome: ours.valid ? 'valid' : 'invalid' };
  const point = ours.valid ? undefined : stricterPoint(bytes, ours, judge, read);
  return point === undefined
    ? { outcome: 'difference', ours: described(ours), theirs: complaint ?? 'valid' }
    : { outcome: 'stricter', point };
}

function described({ valid, findings }: Verdict): string {
  return valid ? 'valid' : findings.map(({ code, path }) => `${code} ${path}`).join(', ');
}

function disagreementWithin(bytes: Uint8Array, decoded: Decoded): Compared | undefined {
  const text = textOf(bytes);
  if (text === undefined || decoded.findings[0]?.code === 'CEB-ENCODING') return undefined;
  const careful = readCarefully(text, { deepest: 256, mostFindings: 1000 });
  const { root, findings, message } = decoded;
  if (!isDeepStrictEqual({ root, findings, message }, careful)) {
    return { outcome: 'difference', ours: 'quick reading', theirs: 'careful reading of the same text' };
  }
  if (message) {
    const again = decode(encoder.encode(encode(message)));
    if (!isDeepStrictEqual(again.message, message)) {
      return { outcome: 'difference', ours: 'read', theirs: `written and read again: ${described(again)}` };
    }
  }
  return undefined;
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

interface Point {
  readonly name: string;
  /** The only finding the decoder may have made. */
  readonly code: string;
  /** The input without the thing that is refused, on which both must then agree; undefined if it is not there. */
  readonly without: (bytes: Uint8Array) => Uint8Array | undefined;
}

/**
 * The points on which the decoder is stricter by intent. None is taken on trust: the thing refused must be there, the
 * decoder must complain of nothing else, and without that thing the decoder must accept the input too.
 */
const POINTS: readonly Point[] = [
  {
    name: 'document type declaration',
    code: 'CEB-DOCTYPE',
    without: (bytes) => replaced(bytes, /<!DOCTYPE[^[>]*(?:\[[^\]]*\]\s*)?>/, ''),
  },
  {
    name: 'another encoding than UTF-8',
    code: 'CEB-ENCODING',
    without: (bytes) => inUtf8(bytes),
  },
  {
    name: 'xsi:type naming another type than the declared one',
    code: 'CEB-ATTRIBUTE',
    without: (bytes) => replaced(bytes, /\s[^\s:="'<>/]+:type\s*=\s*(?:"[^"]*"|'[^']*')/g, ''),
  },
  {
    name: 'an element of the schema that is not a message, as root',
    code: 'CEB-ROOT',
    without: (bytes) => (/CEB\d+Message[\s/>]/.test(rootTag(bytes)) ? undefined : bytes),
  },
];

function stricterPoint(
  bytes: Uint8Array,
  { findings }: Verdict,
  judge: Judge,
  read: (bytes: Uint8Array) => Verdict,
): string | undefined {
  const codes = new Set(findings.map(({ code }) => code));
  return POINTS.find(({ code, without }) => {
    if (codes.size !== 1 || !codes.has(code)) return false;
    const rest = without(bytes);
    if (rest === undefined || rest === bytes) return rest === bytes;
    // Both accept what is left, or the decoder is stricter on yet another point.
    const { outcome } = compareVerdicts(rest, judge, read);
    return outcome === 'valid' || outcome === 'stricter';
  })?.name;
}

function replaced(bytes: Uint8Array, pattern: RegExp, by: string): Uint8Array | undefined {
  const text = textOf(bytes);
  const changed = text?.replace(pattern, by);
  return changed === undefined || changed === text ? undefined : encoder.encode(changed);
}

function rootTag(bytes: Uint8Array): string {
  return /<[^!?][^>]*>/.exec(textOf(bytes) ?? '')?.[0] ?? '';
}

const DECLARED = /(<\?xml[^>]*\sencoding\s*=\s*)(?:"[^"]*"|'[^']*')/;

/** The same text in UTF-8, by the byte order mark, the zero bytes around `<`, or the declaration. */
function inUtf8(bytes: Uint8Array): Uint8Array | undefined {
  const text = units(bytes) ?? textOf(bytes) ?? String.fromCharCode(...bytes);
  const changed = text.replace(/^\ufeff/, '').replace(DECLARED, '$1"UTF-8"');
  const encoded = encoder.encode(changed);
  return isDeepStrictEqual(encoded, bytes) ? undefined : encoded;
}

/** Text of bytes that are UTF-16 or UTF-32. */
function units(bytes: Uint8Array): string | undefined {
  const head = bytes.slice(0, 4).join(' ');
  const label = /^255 254 0 0|^60 0 0 0/.test(head)
    ? ([4, true] as const)
    : /^0 0 254 255|^0 0 0 60/.test(head)
      ? ([4, false] as const)
      : /^255 254|^60 0/.test(head)
        ? ([2, true] as const)
        : /^254 255|^0 60/.test(head)
          ? ([2, false] as const)
          : undefined;
  if (!label) return undefined;
  const [size, little] = label;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = '';
  for (let at = 0; at + size <= bytes.length; at += size) {
    text +=
      size === 2
        ? String.fromCharCode(view.getUint16(at, little))
        : String.fromCodePoint(Math.min(view.getUint32(at, little), 0x10ffff));
  }
  return text;
}
