import { describe, expect, it } from 'vitest';
import { encode } from '../encode/encode.ts';
import { messageTables } from '../tables/message-tables.ts';
import { officialPresent, officialSchema } from '../testing/official-schema.ts';
import type { CebMessage, Root } from '../types.ts';
import { allExamples, exampleMessage } from './example.ts';
import { EXAMPLE_MODES, occursUnder } from './modes.ts';

describe.skipIf(!officialPresent)('the examples and the official schema', () => {
  it('agree: each of the 42 is valid, under every mode', () => {
    const schema = officialSchema();
    const roots = Object.keys(messageTables) as Root[];
    const underModes = (['import', 'export'] as const).flatMap((direction) =>
      EXAMPLE_MODES[direction].flatMap((mode) =>
        roots
          .filter((root) => messageTables[root].direction === direction && occursUnder(mode, root))
          .map((root): CebMessage => exampleMessage(root, { mode }) as CebMessage),
      ),
    );
    const complaints = [...allExamples(), ...underModes].flatMap((message) => {
      const complaint = schema.complaint(new TextEncoder().encode(encode(message)));
      return complaint === undefined ? [] : [`${message.root}: ${complaint}`];
    });
    schema.dispose();
    expect(complaints).toEqual([]);
  });
});
