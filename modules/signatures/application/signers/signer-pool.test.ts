import { describe, expect, it } from 'vitest';
import { sign } from '../../portable/sign.ts';
import type { Signer } from '../../portable/signer.ts';
import { verify } from '../../portable/verify.ts';
import { VECTOR_TIME, vector, vectorPath, vectorTrust } from '../../testing/vectors.ts';
import { openSigner } from './open-signer.ts';
import { poolSigners } from './signer-pool.ts';

/** A key of its own certificate, whose token can be pulled out and put back. */
class PulledOut implements Signer {
  pulled = false;
  signatures = 0;
  readonly certificateNumber: string;
  readonly certificate?: Uint8Array;
  readonly algorithm: Signer['algorithm'];
  readonly #signer: Signer;

  constructor(signer: Signer) {
    this.#signer = signer;
    this.certificateNumber = signer.certificateNumber;
    if (signer.certificate) this.certificate = signer.certificate;
    this.algorithm = signer.algorithm;
  }

  async sign(bytes: Uint8Array): Promise<Uint8Array> {
    if (this.pulled) throw new Error('the token is gone');
    this.signatures += 1;
    return this.#signer.sign(bytes);
  }

  async health() {
    return { ready: !this.pulled, checkedAt: VECTOR_TIME, ...(this.pulled ? { reason: 'gone' } : {}) };
  }

  close = async () => {};
}

async function twoKeys(): Promise<[PulledOut, PulledOut]> {
  const open = (name: string) =>
    openSigner({ kind: 'pem', key: vectorPath(`${name}.key`), certificate: vectorPath(`${name}.pem`) });
  return [new PulledOut(await open('sm2')), new PulledOut(await open('rsa'))];
}

const message = vector('sm2-specification.xml');

async function signedWith(pool: Signer): Promise<string | undefined> {
  const signed = await sign(message, pool);
  if (!('bytes' in signed)) throw new Error('It could not be signed.');
  const verdict = await verify(signed.bytes, { trust: vectorTrust, at: VECTOR_TIME });
  expect(verdict.findings).toEqual([]);
  return verdict.signature?.suite;
}

describe('a pool of keys', () => {
  it('takes turns, each signature with the certificate of its own key', async () => {
    const pool = poolSigners(await twoKeys());
    expect([await signedWith(pool), await signedWith(pool), await signedWith(pool)]).toEqual([
      'sm2-sm3',
      'rsa-sha1',
      'sm2-sm3',
    ]);
  });

  it('goes on with the others when a token is pulled out, and takes it back when it is there again', async () => {
    const [first, second] = await twoKeys();
    let now = VECTOR_TIME.getTime();
    const pool = poolSigners([first, second], { now: () => new Date(now), restMs: 1000 });
    first.pulled = true;
    for (let times = 0; times < 4; times++) expect(await signedWith(pool)).toBe('rsa-sha1');
    expect(await pool.health()).toMatchObject({ ready: true, reason: `${first.certificateNumber}: gone` });
    now += 1001;
    for (let times = 0; times < 2; times++) expect(await signedWith(pool)).toBe('rsa-sha1');
    first.pulled = false;
    expect(await signedWith(pool)).toBe('rsa-sha1');
    now += 1001;
    await signedWith(pool);
    await signedWith(pool);
    expect(first.signatures).toBe(1);
  });

  it('says of every key why it cannot sign when none can', async () => {
    const [first, second] = await twoKeys();
    first.pulled = true;
    second.pulled = true;
    const pool = poolSigners([first, second]);
    const reason = `${first.certificateNumber}: the token is gone; ${second.certificateNumber}: the token is gone`;
    await expect(sign(message, pool)).rejects.toThrow(`No key can sign now (${reason})`);
    expect((await pool.health()).ready).toBe(false);
  });

  it('signs by itself only with keys of the certificate it names', async () => {
    const [first, second] = await twoKeys();
    const pool = poolSigners([first, second]);
    await pool.sign(message);
    await pool.sign(message);
    expect([first.signatures, second.signatures]).toEqual([2, 0]);
  });
});
