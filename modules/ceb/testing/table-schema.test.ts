import { XmlBufferInputProvider, XmlDocument, XsdValidator, xmlRegisterInputProvider } from 'libxml2-wasm';
import { afterAll, describe, expect, it } from 'vitest';
import { decode } from '../decode/decode.ts';
import { encode } from '../encode/encode.ts';
import type { MessageTable } from '../tables/row.ts';
import { TABLES } from '../tables/tables.ts';
import { sampleMessage } from './messages.ts';
import { mutate } from './mutations.ts';
import { SIGNATURE_SCHEMA, schemaOf, signatureSchema } from './table-schema.ts';

const utf8 = new TextEncoder();
xmlRegisterInputProvider(
  new XmlBufferInputProvider({ [`mem:///${SIGNATURE_SCHEMA}`]: utf8.encode(signatureSchema()) }),
);
const validators = new Map(
  (TABLES as readonly MessageTable[]).map((table) => [table.root, validatorOf(table)] as const),
);
afterAll(() => {
  for (const validator of validators.values()) validator.dispose();
});

function validatorOf(table: MessageTable): XsdValidator {
  const schema = XmlDocument.fromBuffer(utf8.encode(schemaOf(table)), { url: `mem:///${table.root}.xsd` });
  const validator = XsdValidator.fromDoc(schema);
  schema.dispose();
  return validator;
}

/** What libxml2 says of a message; undefined when it is sound. */
function complaint(root: string, bytes: Uint8Array): string | undefined {
  let document: XmlDocument | undefined;
  try {
    document = XmlDocument.fromBuffer(bytes);
    validators.get(root)?.validate(document);
    return undefined;
  } catch (error) {
    return String(error);
  } finally {
    document?.dispose();
  }
}

/** Where the decoder is stricter on purpose. */
const STRICTER = /<!DOCTYPE|<!ENTITY|xsi:type|encoding=|&\w+;/;

describe('a schema written from the tables', () => {
  it.each(TABLES.map(({ root }) => root))(
    'takes a full %s, and one with the required fields only',
    (root) => {
      for (const full of [true, false]) {
        expect(complaint(root, utf8.encode(encode(sampleMessage(root, full))))).toBeUndefined();
      }
    },
  );

  it.each(TABLES.map(({ root }) => root))('judges a spoilt %s as the decoder does', (root) => {
    const sound = encode(sampleMessage(root, true, root === 'CEB900Message' ? 1 : 2));
    let refused = 0;
    for (let seed = 0; seed < 100; seed++) {
      const spoilt = mutate(sound, seed);
      if (STRICTER.test(spoilt.replace(/^<\?xml[^>]*encoding="UTF-8"/, ''))) continue;
      const bytes = utf8.encode(spoilt);
      const decoded = decode(bytes);
      if (!spoilt.includes(root) || (decoded.root !== undefined && decoded.root !== root)) continue;
      expect(decoded.valid, `seed ${seed}: ${complaint(root, bytes)}`).toBe(
        complaint(root, bytes) === undefined,
      );
      if (!decoded.valid) refused++;
    }
    expect(refused).toBeGreaterThan(20);
  });
});
