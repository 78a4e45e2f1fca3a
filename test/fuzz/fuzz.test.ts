import { afterAll, describe, expect, it } from 'vitest';
import { spoil } from '../../modules/ceb/testing/mutations.ts';
import {
  officialPresent,
  officialSchema,
  schemaOfTables,
} from '../../modules/ceb/testing/official-schema.ts';
import { originals } from './originals.ts';
import { runFuzz } from './run-fuzz.ts';
import { fewerChanges, shrink } from './shrink.ts';

const schema = officialPresent ? officialSchema() : schemaOfTables();
afterAll(() => schema.dispose());
const messages = originals(schema);
/** Spoilt messages of one seed; `npm run soak` asks for many more. */
const asked = process.env.CEB_MUTATIONS;
const COUNT = Number(asked ?? 2000);
/** A machine at work on other things takes a few milliseconds for one. */
const TIMEOUT_MS = Math.max(120_000, COUNT * 10);
/** At length another seed every day, so that many days see many inputs; it is printed, so that a failure can be played again. */
const OTHER = asked === undefined ? 2 : Math.floor(Date.now() / 86_400_000);

describe('the decoder and libxml2', () => {
  it('start from two messages of our own of each kind, and the official ones where they are at hand', () => {
    const roots = new Set(messages.map(({ root }) => root));
    expect(roots.size).toBe(42);
    expect(messages.length).toBeGreaterThanOrEqual(officialPresent ? 140 : 84);
  });

  it.each([1, OTHER])('agree on spoilt messages of seed %i', { timeout: TIMEOUT_MS }, (seed) => {
    const told: string[] = [];
    const say = (line: string): void => void told.push(line);
    const { differences, byRoot } = runFuzz({
      count: COUNT,
      seed,
      from: 0,
      schema,
      originals: messages,
      say,
    });
    expect(differences, told.join('\n')).toBe(0);
    expect(byRoot.size).toBe(42);
    const counts = [...byRoot.values()];
    for (const outcome of ['valid', 'invalid'] as const) {
      expect(counts.reduce((sum, one) => sum + one[outcome], 0)).toBeGreaterThan(400);
    }
  });

  it('would be seen to differ', () => {
    const told: string[] = [];
    const strict = { complaint: () => 'never content', dispose: () => undefined } as unknown as typeof schema;
    const run = { count: 12, seed: 1, from: 0, schema: strict, originals: messages.slice(0, 1) };
    const { differences } = runFuzz({ ...run, say: (line) => void told.push(line) });
    expect(differences).toBeGreaterThan(0);
    expect(told.join('\n')).toMatch(/DIFFERENCE .* --seed 1 --from \d+ --count 1/);
  });
});

describe('an input that differs', () => {
  const text = messages[0]?.text ?? '';

  it('loses the changes and the bytes that do not matter', () => {
    const marked = { name: 'add byte order mark', seed: 1 };
    const changes = [{ name: 'lay out', seed: 1 }, marked, { name: 'change line ends', seed: 2 }];
    expect(fewerChanges(text, changes, ([first]) => first !== 0x3c)).toEqual([marked]);
    const smallest = shrink(new TextEncoder().encode('some bytes with an x between'), (bytes) =>
      new TextDecoder().decode(bytes).includes('x'),
    );
    expect(new TextDecoder().decode(smallest)).toBe('x');
  });

  it('is the same each time it is made of the same seed', () => {
    for (let seed = 0; seed < 50; seed++) expect(spoil(text, seed)).toEqual(spoil(text, seed));
  });
});
