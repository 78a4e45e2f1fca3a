import { afterAll, describe, expect, it } from 'vitest';
import { decode } from '../decode/decode.ts';
import { knownVerdicts } from './known-verdicts.ts';
import { ROOTS } from './messages.ts';
import { officialPresent, officialSchema, schemaOfTables } from './official-schema.ts';

const encoder = new TextEncoder();
const schema = officialPresent ? officialSchema() : schemaOfTables();
afterAll(() => schema.dispose());

/** One letter a verdict, so that the verdicts of a field make a word. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ 'CEB-ATTRIBUTE': 'A', 'CEB-COUNT': 'C', 'CEB-DECIMAL': 'D', 'CEB-FIXED': 'F', 'CEB-INTEGER': 'I' },
  ...{ 'CEB-LENGTH': 'L', 'CEB-MISSING': 'M', 'CEB-NAMESPACE': 'N', 'CEB-ORDER': 'O', 'CEB-REPEATED': 'R' },
  ...{ 'CEB-TEXT': 'T', 'CEB-UNKNOWN': 'U' },
};

/** The order in which findings come does not matter. */
function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.toSorted().join() === other.toSorted().join();
}

describe('a message changed in a way whose verdict is known', () => {
  it.each(ROOTS)('%s gets that verdict from the decoder and from libxml2', (root) => {
    const known = knownVerdicts(root);
    expect(known.length).toBeGreaterThan(150);
    const wrong = known.flatMap(({ path, what, text, findings }) => {
      const bytes = encoder.encode(text);
      const found = decode(bytes).findings.map((one) => `${one.code} ${one.path}`);
      const complaint = schema.complaint(bytes);
      const agree = (complaint === undefined) === (findings.length === 0);
      return agree && sameList(found, findings) ? [] : [{ path, what, wanted: findings, found, complaint }];
    });
    expect(wrong).toEqual([]);
  });

  it('gets the verdict that is on file: what changes a table changes this file', async () => {
    const lines = ROOTS.flatMap((root) => {
      const words = new Map<string, string>();
      for (const { path, findings } of knownVerdicts(root)) {
        const letter = findings.length === 0 ? '.' : (LETTERS[findings[0]?.split(' ')[0] ?? ''] ?? '?');
        words.set(path, (words.get(path) ?? '') + letter);
      }
      return [...words].map(([path, word]) => `${root} ${path === '' ? '/' : path} ${word}`);
    });
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('known-verdicts.txt');
  });
});
