import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeKeyPair } from '../../authority/key-pair.ts';
import { sign } from '../../portable/sign.ts';
import { verify } from '../../portable/verify.ts';
import { VECTOR_TIME, vector, vectorPath, vectorTrust } from '../../testing/vectors.ts';
import { openSigner, type SignerSetting } from './open-signer.ts';

const password = vector('password.txt').toString();
const pem = (key: string, certificate: string): SignerSetting => ({
  kind: 'pem',
  key: vectorPath(key),
  certificate: vectorPath(certificate),
  password,
});
const p12 = (file: string): SignerSetting => ({ kind: 'pkcs12', file: vectorPath(file), password });

describe('a key of OpenSSL signs', () => {
  it.each([
    ['from PKCS#8, SM2', pem('sm2.key', 'sm2.pem')],
    ['from PKCS#8, RSA', pem('rsa.key', 'rsa.pem')],
    ['from encrypted PKCS#8, SM2', pem('sm2-encrypted.key', 'sm2.pem')],
    ['from encrypted PKCS#8, RSA', pem('rsa-encrypted.key', 'rsa.pem')],
    ['from PKCS#8 encrypted with SM4', pem('sm2-sm4.key', 'sm2.pem')],
    ['from SEC1', pem('sm2-sec1.key', 'sm2.pem')],
    ['from PKCS#1', pem('rsa-pkcs1.key', 'rsa.pem')],
    ['from PKCS#12, SM2', p12('sm2.p12')],
    ['from PKCS#12, RSA', p12('rsa.p12')],
    ['from PKCS#12 with Triple DES', p12('rsa-3des.p12')],
  ])('%s', async (_, setting) => {
    const signer = await openSigner(setting);
    expect((await signer.health()).ready).toBe(true);
    const signed = await sign(vector('rsa-variant.xml'), signer);
    const verdict = await verify('bytes' in signed ? signed.bytes : new Uint8Array(), {
      trust: vectorTrust,
      at: VECTOR_TIME,
    });
    expect(verdict.findings).toEqual([]);
    expect(verdict.signature?.suite).toBe(signer.algorithm);
    await signer.close();
  });
});

describe('a key that cannot be used', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chama-keys-'));
  const file = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const half = vector('sm2.p12').subarray(0, 700);

  it.each<[string, SignerSetting, string]>([
    [
      'with a wrong password',
      { ...p12('sm2.p12'), password: 'x' } as SignerSetting,
      'does not open the PKCS#12 file',
    ],
    [
      'with a wrong password in PEM',
      { ...pem('sm2-encrypted.key', 'sm2.pem'), password: 'x' } as SignerSetting,
      'does not open the key',
    ],
    ['without its password', { kind: 'pem', key: vectorPath('sm2-encrypted.key') }, 'its password is needed'],
    ['that is not there', { kind: 'pem', key: join(folder, 'no') }, 'cannot be read'],
    ['without certificate or number', { kind: 'pem', key: vectorPath('sm2.key') }, 'its number is needed'],
    [
      'that is not the one of the certificate, SM2',
      pem('sm2.key', 'rsa.pem'),
      'does not belong to the certificate',
    ],
    [
      'that is not the one of the certificate, RSA',
      pem('rsa.key', 'rsa-authority.pem'),
      'does not belong to the certificate',
    ],
    ['in a file without key', { kind: 'pem', key: vectorPath('sm2.pem') }, 'There is no private key'],
    ['in a file cut short', { kind: 'pkcs12', file: file('half.p12', half), password }, 'may be damaged'],
    ['in a file that is none', { kind: 'pkcs12', file: vectorPath('make.sh'), password }, 'may be damaged'],
    ['with a certificate that is none', pem('sm2.key', 'make.sh'), 'no readable certificate'],
  ])('%s: what to mend is said in both languages', async (_, setting, sentence) => {
    const fault = await openSigner(setting).catch((reason: unknown) => reason);
    expect(fault).toMatchObject({
      name: 'KeyFault',
      sentence: { zh: expect.stringMatching(/\p{Script=Han}/u) },
    });
    expect((fault as { sentence: { en: string } }).sentence.en).toContain(sentence);
  });

  it('a key made here is read back', async () => {
    const key = file('own.key', makeKeyPair('sm2').privateKeyPem);
    expect((await openSigner({ kind: 'pem', key, certificateNumber: '01' })).certificateNumber).toBe('01');
  });
});
