import { createHash, createPublicKey, type KeyObject, verify as verifyBytes } from 'node:crypto';
import { BoundedCache } from '../portable/bounded-cache.ts';
import type { HashName, Primitives, PublicKey } from '../portable/primitives.ts';
import { type Sm2Key, sm2Key, sm2Verifies } from '../portable/sm2.ts';

/** SM3 of OpenSSL, about twice as quick as in JavaScript. */
export function nodeSm3(bytes: Uint8Array): Uint8Array {
  return createHash('sm3').update(bytes).digest();
}

/** Keys of one thread made ready. A table takes 0.7 MB, so this many keys come to 90 MB; (D). */
const MOST_KEYS = 128;
/** A table is made when a key comes for the third time; before that it would cost more than it saves. */
const TABLE_FROM = 3;

interface ReadyKey {
  key: Sm2Key;
  times: number;
}

const sm2Keys = new BoundedCache<string, ReadyKey>(MOST_KEYS);
const rsaKeys = new BoundedCache<string, KeyObject>(MOST_KEYS);

/** The operations of Node: OpenSSL for the hashes and for RSA, and SM2 with tables kept for the keys in use. */
export const nodePrimitives: Primitives = {
  digest: (name, pieces) => {
    const hash = createHash(name);
    for (const piece of pieces) hash.update(piece);
    return hash.digest();
  },
  verifies(key, hash, bytes, signature) {
    return key.kind === 'rsa'
      ? rsaVerifies(key, hash, bytes, signature)
      : verifiesSm2(key, hash, bytes, signature);
  },
};

function verifiesSm2(
  { point }: PublicKey & { kind: 'sm2' },
  hash: HashName,
  bytes: Uint8Array,
  signature: Uint8Array,
): boolean {
  const name = String.fromCharCode(...point);
  const ready = sm2Keys.get(name, () => {
    const key = sm2Key(point, nodeSm3, false);
    return key && { key, times: 0 };
  });
  if (!ready || hash !== 'sm3') return false;
  ready.times += 1;
  if (ready.times === TABLE_FROM) ready.key = sm2Key(point, nodeSm3, true) ?? ready.key;
  return sm2Verifies(ready.key, nodeSm3, bytes, signature);
}

function rsaVerifies(
  { spki }: PublicKey & { kind: 'rsa' },
  hash: HashName,
  bytes: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (hash === 'sm3') return false;
  try {
    const key = rsaKeys.get(String.fromCharCode(...spki), () =>
      createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' }),
    );
    return key !== undefined && verifyBytes(hash, bytes, key, signature);
  } catch {
    return false;
  }
}
