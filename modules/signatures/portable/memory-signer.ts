import { readCertificate } from './certificate.ts';
import type { Signer } from './signer.ts';
import { sm2Key, sm2PublicPoint, sm2Sign } from './sm2.ts';
import { sm3 } from './web-primitives.ts';

/** Whose key it is: a certificate in DER, or at least its number. */
export interface Holder {
  readonly certificate?: Uint8Array | undefined;
  /** Default: the number in the certificate. */
  readonly certificateNumber?: string | undefined;
}

/**
 * A signer with an SM2 key of 32 bytes in memory.
 * Throws RangeError where the key is none, or not the one of the certificate.
 */
export function sm2Signer(privateKey: Uint8Array, holder: Holder): Signer {
  const point = sm2PublicPoint(privateKey);
  const key = point && sm2Key(point, sm3, false);
  if (!key || !point)
    throw new RangeError('This is no private key of SM2: 32 bytes, from 1 to the order less one.');
  const held = holderOf(holder);
  if (held.key && !(held.key.kind === 'sm2' && held.key.point.every((byte, at) => byte === point[at]))) {
    throw new RangeError('The certificate belongs to another key.');
  }
  return signer('sm2-sm3', held, async (bytes) => sm2Sign(privateKey, key, sm3, bytes));
}

/**
 * A signer with an RSA key in PKCS#8 DER, by WebCrypto.
 * Rejects where the bytes are no such key, or the key is not the one of the certificate.
 */
export async function rsaSigner(pkcs8: Uint8Array, holder: Holder): Promise<Signer> {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-1' };
  const key = await crypto.subtle.importKey('pkcs8', new Uint8Array(pkcs8), algorithm, false, ['sign']);
  const held = holderOf(holder);
  const made = signer('rsa-sha1', held, async (bytes) => {
    return new Uint8Array(await crypto.subtle.sign(algorithm, key, new Uint8Array(bytes)));
  });
  if (held.key) await proveRsaPair(made, held.key);
  return made;
}

async function proveRsaPair(
  made: Signer,
  key: { readonly kind: string; readonly spki?: Uint8Array },
): Promise<void> {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-1' };
  const probe = Uint8Array.of(1);
  const value = await made.sign(probe);
  const spki =
    key.spki &&
    (await crypto.subtle.importKey('spki', new Uint8Array(key.spki), algorithm, false, ['verify']));
  const pair = spki && (await crypto.subtle.verify(algorithm, spki, new Uint8Array(value), probe));
  if (!pair) throw new RangeError('The certificate belongs to another key.');
}

function holderOf({ certificate, certificateNumber }: Holder) {
  const facts = certificate && readCertificate(certificate);
  if (certificate && !facts) throw new RangeError('The certificate cannot be read.');
  const number = certificateNumber ?? facts?.number;
  if (number === undefined) throw new RangeError('A signer needs a certificate, or at least its number.');
  return {
    certificateNumber: number,
    ...(certificate ? { certificate } : {}),
    ...(facts ? { key: facts.key } : {}),
  };
}

function signer(
  algorithm: Signer['algorithm'],
  { certificateNumber, certificate }: { certificateNumber: string; certificate?: Uint8Array },
  sign: Signer['sign'],
): Signer {
  return {
    certificateNumber,
    ...(certificate === undefined ? {} : { certificate }),
    algorithm,
    sign,
    health: async () => ({ ready: true, checkedAt: new Date() }),
    close: async () => {},
  };
}
