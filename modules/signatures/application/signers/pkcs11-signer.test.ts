import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sign } from '../../portable/sign.ts';
import { verify } from '../../portable/verify.ts';
import { SoftToken, softHsm } from '../../testing/soft-token.ts';
import { VECTOR_TIME, vector, vectorTrust } from '../../testing/vectors.ts';
import { openSigner } from './open-signer.ts';
import type { Pkcs11Setting } from './pkcs11-signer.ts';

const library = softHsm();
if (!library) console.log('Tokens are left out: SoftHSM is not installed (Debian: softhsm2 and opensc).');

it('a library that is not there is named', async () => {
  const missing = openSigner({ kind: 'pkcs11', library: '/nowhere/token.so', pin: '', label: 'x' });
  await expect(missing).rejects.toThrow('/nowhere/token.so cannot be loaded');
});

describe.skipIf(!library)('a key in a token', () => {
  let token: SoftToken;
  const open = (change: Partial<Pkcs11Setting> = {}) =>
    openSigner({
      ...{ kind: 'pkcs11', library: token.library, token: 'chama', pin: '1234', label: 'rsa' },
      ...change,
    });
  beforeAll(() => {
    token = new SoftToken(library ?? '');
    token.holdRsa();
    token.holdWrongCurve();
  });
  afterAll(() => token.remove());

  it('signs messages that verify, several at once', async () => {
    const signer = await open();
    const signed = await Promise.all(
      Array.from({ length: 5 }, () => sign(vector('sm2-variant.xml'), signer)),
    );
    for (const one of signed) {
      const bytes = 'bytes' in one ? one.bytes : new Uint8Array();
      expect(await verify(bytes, { trust: vectorTrust, at: VECTOR_TIME })).toMatchObject({
        ok: true,
        signer: { number: '01691fea' },
      });
    }
    expect((await signer.health()).ready).toBe(true);
    await signer.close();
  });

  it('is shared by two signers of one program', async () => {
    const [one, other] = [await open(), await open()];
    await one.close();
    expect(await other.sign(Uint8Array.of(1))).toHaveLength(128);
    await other.close();
    const third = await open();
    expect(await third.sign(Uint8Array.of(1))).toHaveLength(128);
    await third.close();
  });

  it.each<[string, Partial<Pkcs11Setting>, string]>([
    ['the PIN is wrong', { pin: '4321' }, 'the PIN is wrong'],
    ['the label is wrong', { label: 'other' }, 'no private key with the label other'],
    ['the token is another', { token: 'other' }, 'Name the token by its label; there are: chama'],
  ])('is not opened when %s', async (_, change, sentence) => {
    await expect(open(change)).rejects.toThrow(sentence);
  });

  it('gives out no signature that does not fit its certificate, as with a wrong mechanism for SM2', async () => {
    const ecdsa = 0x1041;
    const signer = await open({ label: 'sm2', sm2Mechanism: ecdsa });
    await expect(signer.sign(Uint8Array.of(1))).rejects.toThrow('does not fit its certificate');
    await expect((await open({ label: 'sm2' })).sign(Uint8Array.of(1))).rejects.toThrow(
      'set the one of the vendor',
    );
  });
});
