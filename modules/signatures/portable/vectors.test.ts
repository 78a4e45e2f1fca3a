import { describe, expect, it } from 'vitest';
import { nodePrimitives } from '../application/node-primitives.ts';
import { VECTOR_OWNER, VECTOR_TIME, vector, vectorTrust } from '../testing/vectors.ts';
import { verify } from './verify.ts';
import { webPrimitives } from './web-primitives.ts';

const messages = ['sm2-specification', 'sm2-variant', 'rsa-specification', 'rsa-variant'];
const places = { Node: nodePrimitives, 'a browser': webPrimitives };

describe.each(Object.entries(places))('with the primitives of %s', (_, primitives) => {
  const options = { primitives, trust: vectorTrust, at: VECTOR_TIME };

  it.each(messages)('a message OpenSSL has signed verifies: %s', async (name) => {
    const verdict = await verify(vector(`${name}.xml`), { ...options, owner: { customsCode: VECTOR_OWNER } });
    expect(verdict.findings).toEqual([]);
    expect(verdict).toMatchObject({ ok: true, signed: true, root: 'CEB311Message' });
    expect(verdict.signer).toMatchObject({ trust: 'chain', owners: [VECTOR_OWNER] });
    expect(verdict.notes.map(({ code }) => code)).toEqual(name.startsWith('rsa') ? ['SIG-OLD-KEY'] : []);
  });

  it.each(messages)('a message is not verified once a character of it is changed: %s', async (name) => {
    const text = vector(`${name}.xml`).toString();
    const changed = Buffer.from(text.replace('茶 &amp; 马 1', '茶 &amp; 马 2'));
    expect((await verify(changed, options)).findings.map(({ code }) => code)).toEqual(['SIG-DIGEST']);
    const other = Buffer.from(text.replace('xmldsig#enveloped-signature"', '$& Id="x"'));
    expect((await verify(other, options)).ok).toBe(false);
  });
});
