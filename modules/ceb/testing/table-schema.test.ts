import { afterAll, describe, expect, it } from 'vitest';
import { encode } from '../encode/encode.ts';
import { messageTables } from '../tables/message-tables.ts';
import { compare } from './differential.ts';
import { ROOTS, sampleMessage } from './messages.ts';
import { spoil } from './mutations.ts';
import { schemaOfTables } from './official-schema.ts';

const schema = schemaOfTables();
afterAll(() => schema.dispose());

describe('a schema written from the tables', () => {
  it.each(ROOTS)('takes a full %s, and one with the required fields only', (root) => {
    for (const full of [true, false]) {
      const bytes = new TextEncoder().encode(encode(sampleMessage(root, full)));
      expect(schema.complaint(bytes)).toBeUndefined();
    }
  });

  it.each(ROOTS)('judges a spoilt %s as the decoder does', (root) => {
    const { most } = messageTables[root].document;
    const sound = encode(sampleMessage(root, true, most === 1 ? 1 : 2));
    const outcomes: string[] = [];
    for (let seed = 0; seed < 100; seed++) {
      const compared = compare(spoil(sound, seed), schema);
      expect(compared, `seed ${seed}`).not.toHaveProperty('theirs');
      outcomes.push(compared.outcome);
    }
    expect(outcomes.filter((outcome) => outcome === 'invalid').length).toBeGreaterThan(20);
    expect(outcomes.filter((outcome) => outcome === 'valid').length).toBeGreaterThan(10);
  });
});
