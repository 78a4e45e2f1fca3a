import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encode } from '../encode/encode.ts';
import { ROOTS, sampleMessage } from '../testing/messages.ts';
import { type JudgingSchema, OFFICIAL, officialPresent, officialSchema } from '../testing/official-schema.ts';
import { DECIMALS, TEXTS } from '../testing/spoilers.ts';
import { decode } from './decode.ts';

interface Listed {
  readonly file: string;
  readonly type: string;
  readonly xsd202205: string;
}

describe.skipIf(!officialPresent)('the official schema of edition 202205', () => {
  let schema: JudgingSchema;
  beforeAll(() => {
    schema = officialSchema();
  });
  afterAll(() => {
    schema.dispose();
  });

  it('and the decoder agree on every sample', () => {
    const listed: Listed[] = JSON.parse(readFileSync(join(OFFICIAL, 'samples/manifest.json'), 'utf8'));
    const messages = listed.filter((sample) => (ROOTS as readonly string[]).includes(sample.type));
    expect(messages.length).toBeGreaterThanOrEqual(90);
    for (const { file, xsd202205 } of messages) {
      const { valid } = decode(readFileSync(join(OFFICIAL, 'samples', file)));
      // A root the schema does not know makes a sample `no-schema`: refused all the same.
      expect(valid, file).toBe(xsd202205 === 'valid');
    }
  });

  it('accepts what the encoder writes', () => {
    for (const root of ROOTS) {
      for (const full of [false, true]) {
        const text = encode(sampleMessage(root, full));
        expect(schema.complaint(new TextEncoder().encode(text)), text).toBeUndefined();
      }
    }
  });

  it('and the decoder agree on every odd value in every kind of place', () => {
    const full = encode(sampleMessage('CEB621Message', true));
    const between = (from: string, to: string) => (value: string) =>
      full.replace(new RegExp(`(${from})[^<"]*(${to})`), (_, before, after) => before + value + after);
    const kinds = [
      between('<ceb:note>', '<'),
      between('<ceb:buyerName>', '<'),
      between('<ceb:currency>', '<'),
      between('<ceb:freight>', '<'),
      between('<ceb:packNo>', '<'),
      between('<ceb:gnum>', '<'),
      between('<ds:DigestValue>', '<'),
      between('<ds:KeyName>', '<'),
      between('<ds:SignatureMethod Algorithm="', '"'),
      between(' version="', '" xmlns'),
      between('<a b="', '"'),
    ];
    const values = [...DECIMALS, ...TEXTS].filter((value) => !value.includes('"'));
    for (const put of kinds) {
      for (const value of values) {
        const bytes = new TextEncoder().encode(put(value));
        const complaint = schema.complaint(bytes);
        expect(decode(bytes).valid, `${put('HERE')} ${value} ${complaint}`).toBe(complaint === undefined);
      }
    }
  });
});
