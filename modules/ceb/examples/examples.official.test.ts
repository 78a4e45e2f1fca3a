import { describe, expect, it } from 'vitest';
import { encode } from '../encode/encode.ts';
import { officialPresent, officialSchema } from '../testing/official-schema.ts';
import { allExamples } from './example.ts';

describe.skipIf(!officialPresent)('the examples and the official schema', () => {
  it('agree: each of the 42 is valid', () => {
    const schema = officialSchema();
    const complaints = allExamples().flatMap((message) => {
      const complaint = schema.complaint(new TextEncoder().encode(encode(message)));
      return complaint === undefined ? [] : [`${message.root}: ${complaint}`];
    });
    schema.dispose();
    expect(complaints).toEqual([]);
  });
});
