import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCarefully } from '../decode/careful.ts';
import { declarationsOf } from '../decode/declarations.ts';
import { DEFAULT_LIMITS } from '../decode/limits.ts';
import { encode } from '../encode/encode.ts';
import { fieldOf } from '../tables/field.ts';
import type { MessageTable, Row } from '../tables/row.ts';
import { TABLES } from '../tables/tables.ts';
import { sampleMessage } from '../testing/messages.ts';
import { type JudgingSchema, OFFICIAL, officialPresent, officialSchema } from '../testing/official-schema.ts';
import type { Root } from '../types.ts';
import { FORMER_TABLES } from './former-tables.ts';

const { deepest, mostFindings } = DEFAULT_LIMITS;
const declarations = declarationsOf(FORMER_TABLES);
const ROOTS = FORMER_TABLES.map(({ root }) => root as Root);

/** A full message as the former edition had it: numbers of lists of 18 characters, no field that came later. */
const fullText = (root: Root, items = 1): string =>
  encode(sampleMessage(root, true, 1, items))
    .replace(/<gseqno>\d+<\/gseqno>/g, '')
    .replace(/(<(?:ceb:)?invtNo>)[^<]*/g, (_, tag) => `${tag}29242026E123456789`);

/** Text around the limits of a field in either edition, and other odd values. */
function odd(before: Row, now: Row | undefined): string[] {
  const fields = [before, ...(now ? [now] : [])].map((row) => fieldOf(row, ''));
  if (fields[0]?.type !== 'string') return ['', '0'];
  const limits = fields.flatMap(({ minLength = 0, maxLength = 40 }) => [minLength, maxLength]);
  const lengths = new Set(
    limits.flatMap((limit) => [limit - 1, limit, limit + 1]).filter((length) => length >= 0),
  );
  return [' ', ' 2 ', '1', '2', '3', ...[...lengths].map((length) => '茶'.repeat(length))];
}

/** All fields of a document, by the group they stand in. */
function rowsOf({ document }: MessageTable): (readonly [place: string, row: Row])[] {
  const { name, rows = [], head, items } = document;
  const groups = [{ name, rows }, ...(head ? [head] : []), ...(items ? [items] : [])];
  return groups.flatMap((group) => group.rows.map((row) => [`${group.name}/${row[0]}`, row] as const));
}

describe.skipIf(!officialPresent)('the edition of announcement 2018 No. 113', () => {
  let schema: JudgingSchema;
  beforeAll(() => {
    schema = officialSchema('2018-113');
  });
  afterAll(() => {
    schema.dispose();
  });

  function agree(text: string, what: string): boolean {
    const complaint = schema.complaint(new TextEncoder().encode(text));
    const { message, findings } = readCarefully(text, { deepest, mostFindings, declarations });
    expect(message !== undefined, `${what}: ${complaint} ${JSON.stringify(findings)}`).toBe(
      complaint === undefined,
    );
    return complaint === undefined;
  }

  it('accepts and refuses the samples as its official schema does', () => {
    const files = readdirSync(join(OFFICIAL, 'samples')).filter((file) => /^CEB\d+Message/.test(file));
    expect(files.length).toBeGreaterThan(90);
    const accepted = files.filter((file) =>
      agree(readFileSync(join(OFFICIAL, 'samples', file), 'utf8'), file),
    );
    expect(accepted.length).toBeGreaterThan(60);
  });

  it.each(ROOTS)('%s has its old limits field by field', (root) => {
    const full = fullText(root);
    expect(agree(full, root)).toBe(true);
    const [before, now] = [FORMER_TABLES, TABLES as readonly MessageTable[]].map((tables) => {
      const table = tables.find((candidate) => candidate.root === root);
      return new Map(table ? rowsOf(table) : []);
    });
    for (const [at, row] of before ?? []) {
      const [name] = row;
      const place = new RegExp(`(<(?:ceb:)?${name}>)[^<]*(</)`);
      for (const value of odd(row, now?.get(at))) {
        agree(full.replace(place, `$1${value}$2`), `${root} ${at} ${value}`);
      }
      agree(full.replace(new RegExp(`<((?:ceb:)?${name})>[^<]*</\\1>`), ''), `${root} without ${at}`);
    }
  });

  it.each(['CEB507Message', 'CEB509Message', 'CEB607Message', 'CEB701Message', 'CEB792Message'] as const)(
    '%s has as many items as it had',
    (root) => {
      for (const items of [0, 1, 100, 101]) agree(fullText(root, items), `${root} with ${items} items`);
    },
  );

  it('knows nothing of the messages that came later', () => {
    for (const root of ['CEB213Message', 'CEB214Message', 'CEB215Message', 'CEB216Message'] as const) {
      expect(agree(encode(sampleMessage(root, true)), root)).toBe(false);
    }
  });
});
