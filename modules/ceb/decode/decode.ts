import type { Finding } from '#kernel';
import type { CebMessage } from '../types.ts';
import { readCarefully } from './careful.ts';
import { DEFAULT_LIMITS, type DecodeLimits } from './limits.ts';
import { structureFinding } from './structure-finding.ts';

/** Verdict on the structure of a message, and the message if it is sound. */
export interface Decoded {
  /** Local name of the root element, if the text got that far. */
  readonly root?: string;
  /** The verdict of the standard's schema. */
  readonly valid: boolean;
  /** Empty if and only if valid. */
  readonly findings: readonly Finding[];
  /** Present if and only if valid. */
  readonly message?: CebMessage;
}

declare const TextDecoder: new (
  encoding: string,
  options: { readonly fatal: boolean },
) => { decode(bytes: Uint8Array): string };

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads one message by the tables of edition 202205. The verdict is that of the official schema, with these
 * stricter points: UTF-8 only, no DOCTYPE, no entities, and the limits. Never throws on bad input.
 */
export function decode(bytes: Uint8Array, limits: DecodeLimits = {}): Decoded {
  const mostBytes = limits.mostBytes ?? DEFAULT_LIMITS.mostBytes;
  if (bytes.length > mostBytes) {
    return refused(tooLarge(bytes.length, mostBytes));
  }
  const text = textOf(bytes);
  if (typeof text !== 'string') {
    return refused(text);
  }
  const { root, findings, message } = readCarefully(text, {
    deepest: limits.deepest ?? DEFAULT_LIMITS.deepest,
    mostFindings: limits.mostFindings ?? DEFAULT_LIMITS.mostFindings,
    bytes,
  });
  return {
    ...(root === undefined ? {} : { root }),
    valid: message !== undefined,
    findings,
    ...(message === undefined ? {} : { message }),
  };
}

function refused(finding: Finding): Decoded {
  return { valid: false, findings: [finding] };
}

/** The text of bytes in UTF-8, or why they are not. */
export function textOf(bytes: Uint8Array): string | Finding {
  const other = otherEncoding(bytes);
  if (other !== undefined) {
    return wrongEncoding(`报文像是 ${other} 编码`, `The message looks like ${other}`);
  }
  try {
    return utf8.decode(bytes);
  } catch {
    return wrongEncoding('报文含有不是 UTF-8 的字节', 'The message has bytes that are not UTF-8');
  }
}

/** Encodings told by their first bytes: a byte order mark, or zero bytes around the first `<`. */
function otherEncoding(bytes: Uint8Array): string | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return third === 0 && fourth === 0 ? 'UTF-32' : 'UTF-16';
  if (first === 0xfe && second === 0xff) return 'UTF-16';
  if (first === 0 && second === 0) return 'UTF-32';
  if ((first === 0x3c && second === 0) || (first === 0 && second === 0x3c)) return 'UTF-16';
  return undefined;
}

function wrongEncoding(zh: string, en: string): Finding {
  return structureFinding(
    'CEB-ENCODING',
    '',
    [`${zh}，只接受 UTF-8`, `${en}; only UTF-8 is accepted`],
    [
      '把报文转为 UTF-8（可带 BOM），并声明 encoding="UTF-8"',
      'Convert the message to UTF-8 (a byte order mark is fine) and declare encoding="UTF-8"',
    ],
  );
}

function tooLarge(bytes: number, most: number): Finding {
  return structureFinding(
    'CEB-SIZE',
    '',
    [`报文有 ${bytes} 字节，超过上限 ${most}`, `The message has ${bytes} bytes; the limit is ${most}`],
    ['拆成较小的报文，每份最多 100 单', 'Split it into smaller messages of at most 100 documents each'],
  );
}
