import type { Finding } from '#kernel';
import type { CebMessage } from '../types.ts';
import { readCarefully } from './careful.ts';
import { unsignedDeclarations } from './declarations.ts';
import { textOf } from './encoding.ts';
import { DEFAULT_LIMITS, type DecodeOptions } from './limits.ts';
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

/**
 * Reads one message by the tables of edition 202205. The verdict is that of the official schema, with these
 * stricter points: UTF-8 only, no DOCTYPE, no entities, and the limits. Never throws on bad input.
 */
export function decode(bytes: Uint8Array, limits: DecodeOptions = {}): Decoded {
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
    ...(limits.unsigned ? { declarations: unsignedDeclarations() } : {}),
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

function tooLarge(bytes: number, most: number): Finding {
  return structureFinding(
    'CEB-SIZE',
    '',
    [`报文有 ${bytes} 字节，超过上限 ${most}`, `The message has ${bytes} bytes; the limit is ${most}`],
    ['拆成较小的报文，每份最多 100 单', 'Split it into smaller messages of at most 100 documents each'],
  );
}
