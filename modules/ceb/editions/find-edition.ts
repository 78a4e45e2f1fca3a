import type { Finding } from '#kernel';
import { readCarefully } from '../decode/careful.ts';
import { declarationsOf, type RootDeclaration } from '../decode/declarations.ts';
import type { Decoded } from '../decode/decode.ts';
import { DEFAULT_LIMITS, type DecodeLimits } from '../decode/limits.ts';
import { CHANGES, NEW_MESSAGES } from './changes.ts';
import * as say from './edition-finding.ts';
import { FORMER_TABLES } from './former-tables.ts';

declare const TextDecoder: new (
  encoding: string,
  options: { readonly fatal: boolean },
) => { decode(bytes: Uint8Array): string };

const former: ReadonlyMap<string, RootDeclaration> = declarationsOf(FORMER_TABLES);

/**
 * For a message that `decode` refused: whether the edition of announcement 2018 No. 113 would have accepted it, and
 * which of the findings are there only because edition 202205 changed something: one finding each, `CEB-EDITION`, at the
 * same path, saying what was and what is; and one for the whole if the message is right under the old edition. Empty
 * where the edition has nothing to do with it. The verdict of `decode` stays as it is.
 */
export function findEdition(bytes: Uint8Array, decoded: Decoded, limits: DecodeLimits = {}): Finding[] {
  const { root, valid, findings } = decoded;
  if (valid || root === undefined || NEW_MESSAGES.has(root) || !CHANGES[root]) {
    return [];
  }
  const text = textOf(bytes);
  if (text === undefined) {
    return [];
  }
  const before = readCarefully(text, {
    deepest: limits.deepest ?? DEFAULT_LIMITS.deepest,
    mostFindings: limits.mostFindings ?? DEFAULT_LIMITS.mostFindings,
    declarations: former,
  });
  const lasting = new Set(before.findings.map(keyOf));
  const explained = findings
    .filter((finding) => !lasting.has(keyOf(finding)))
    .flatMap(({ path }) => say.changed(root, path) ?? []);
  return before.message ? [say.right(root), ...explained] : explained;
}

const keyOf = ({ code, path }: Finding): string => `${code} ${path}`;

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
