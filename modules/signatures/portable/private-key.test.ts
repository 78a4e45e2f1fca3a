import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { encode, exampleMessage } from '#ceb';
import { KeyFault } from './key-fault.ts';
import { signerFromPem } from './private-key.ts';
import { sign } from './sign.ts';
import { verify } from './verify.ts';

const vector = (name: string): string =>
  readFileSync(new URL(`../testing/vectors/${name}`, import.meta.url), 'utf8');
const AT = new Date('2026-12-01');

describe('a signer from PEM texts', () => {
  it.each([
    ['sm2.key', 'sm2.pem', 'sm2-sm3'],
    ['sm2-sec1.key', 'sm2.pem', 'sm2-sm3'],
    ['rsa.key', 'rsa.pem', 'rsa-sha1'],
  ])('signs with %s what its certificate verifies', async (key, certificate, algorithm) => {
    const signer = await signerFromPem(vector(key), vector(certificate));
    expect(signer.algorithm).toBe(algorithm);
    const signed = await sign(new TextEncoder().encode(encode(exampleMessage('CEB311Message'))), signer);
    if ('findings' in signed) throw new Error('not signed');
    expect(await verify(signed.bytes, { at: AT })).toMatchObject({ ok: true, signed: true });
  });

  it('says what is wanting: a key, a certificate, or that they are a pair', async () => {
    await expect(signerFromPem(vector('sm2-encrypted.key'), vector('sm2.pem'))).rejects.toBeInstanceOf(
      KeyFault,
    );
    await expect(signerFromPem(vector('sm2.key'), '')).rejects.toBeInstanceOf(KeyFault);
    await expect(signerFromPem(vector('sm2.key'), vector('rsa.pem'))).rejects.toBeInstanceOf(RangeError);
  });
});
