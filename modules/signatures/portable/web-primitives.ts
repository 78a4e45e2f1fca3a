import { sm3 as sm3Hex } from 'sm-crypto-v2';
import { BoundedCache } from './bounded-cache.ts';
import { bytesOfHex, joinBytes } from './bytes.ts';
import type { HashName, Primitives, PublicKey } from './primitives.ts';
import { type Sm2Key, sm2Key, sm2Verifies } from './sm2.ts';

const WEB_NAMES: Readonly<Record<Exclude<HashName, 'sm3'>, string>> = {
  sha1: 'SHA-1',
  sha256: 'SHA-256',
  sha384: 'SHA-384',
  sha512: 'SHA-512',
};

export function sm3(bytes: Uint8Array): Uint8Array {
  return bytesOfHex(sm3Hex(bytes));
}

/** Keys made ready, by their point; a page that verifies has few. */
const ready = new BoundedCache<string, Sm2Key>(32);

/** What browsers offer: WebCrypto for RSA and SHA, and SM2 and SM3 in JavaScript. Node has it too. */
export const webPrimitives: Primitives = {
  async digest(name, pieces) {
    const bytes = joinBytes(...pieces);
    if (name === 'sm3') return sm3(bytes);
    return new Uint8Array(await crypto.subtle.digest(WEB_NAMES[name], new Uint8Array(bytes)));
  },
  verifies(key, hash, bytes, signature) {
    if (key.kind === 'rsa') return verifiesRsa(key, hash, bytes, signature);
    const prepared = ready.get(key.point.join(), () => sm2Key(key.point, sm3, false));
    return prepared !== undefined && hash === 'sm3' && sm2Verifies(prepared, sm3, bytes, signature);
  },
};

async function verifiesRsa(
  { spki }: PublicKey & { kind: 'rsa' },
  hash: HashName,
  bytes: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  if (hash === 'sm3') return false;
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: WEB_NAMES[hash] };
  try {
    const key = await crypto.subtle.importKey('spki', new Uint8Array(spki), algorithm, false, ['verify']);
    return await crypto.subtle.verify(algorithm, key, new Uint8Array(signature), new Uint8Array(bytes));
  } catch {
    return false;
  }
}
