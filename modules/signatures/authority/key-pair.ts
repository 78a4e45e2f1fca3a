import { generateKeyPairSync } from 'node:crypto';
import { bits, explicit, identifier, octets, sequence, whole } from '../portable/der-writer.ts';
import { pemText } from '../portable/pem.ts';
import { newSm2Key } from '../portable/sm2.ts';

/** A key pair for trying things out. */
export interface KeyPair {
  readonly kind: 'sm2' | 'rsa';
  /** PKCS#8, not encrypted. */
  readonly privateKeyPem: string;
  /** SubjectPublicKeyInfo in DER, for `issueCertificate`. */
  readonly publicKey: Uint8Array;
}

const EC_KEY = identifier('1.2.840.10045.2.1');
const SM2_CURVE = identifier('1.2.156.10197.1.301');

/** Makes a key pair: SM2, or RSA of 2,048 bits unless another size is asked for. */
export function makeKeyPair(kind: KeyPair['kind'], rsaBits = 2048): KeyPair {
  if (kind === 'rsa') {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', {
      modulusLength: rsaBits,
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'der' },
    });
    return { kind, privateKeyPem: privateKey, publicKey: new Uint8Array(publicKey) };
  }
  const { privateKey, point } = newSm2Key();
  const inner = sequence(whole(1), octets(privateKey), explicit(1, bits(point)));
  const pkcs8 = sequence(whole(0), sequence(EC_KEY, SM2_CURVE), octets(inner));
  return {
    kind,
    privateKeyPem: pemText('PRIVATE KEY', pkcs8),
    publicKey: sequence(sequence(EC_KEY, SM2_CURVE), bits(point)),
  };
}
