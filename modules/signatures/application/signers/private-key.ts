import { createPrivateKey } from 'node:crypto';
import { contentOf, derValues, inside, OCTETS, SEQUENCE } from '../../portable/der-reader.ts';
import { KeyFault } from '../../portable/key-fault.ts';
import { pemBlocks } from '../../portable/pem.ts';
import { type PrivateKey, pkcs8Key, sec1Key } from '../../portable/private-key.ts';
import { decryptByPassword } from './password-encryption.ts';

/**
 * Private keys of a PEM text: PKCS#8, encrypted PKCS#8, SEC1 (`EC PRIVATE KEY`, `SM2 PRIVATE KEY`) and PKCS#1 (`RSA PRIVATE KEY`).
 * Throws KeyFault where a key is of another kind, or its password is wrong or wanting.
 */
export function readPrivateKeys(pem: string, password?: string): PrivateKey[] {
  return pemBlocks(pem).flatMap(({ label, bytes }) => {
    if (label === 'PRIVATE KEY') return [pkcs8Key(bytes)];
    if (label === 'ENCRYPTED PRIVATE KEY') return [encryptedKey(bytes, password)];
    if (label === 'EC PRIVATE KEY' || label === 'SM2 PRIVATE KEY') return [sec1Key(bytes)];
    if (label === 'RSA PRIVATE KEY') return [pkcs1Key(bytes)];
    return [];
  });
}

/** A key in EncryptedPrivateKeyInfo. */
export function encryptedKey(bytes: Uint8Array, password: string | undefined): PrivateKey {
  if (password === undefined)
    throw new KeyFault('密钥已加密，需要口令', 'The key is encrypted; its password is needed.');
  const parts = inside(derValues(bytes), 0, SEQUENCE);
  const [algorithm] = parts;
  if (!algorithm) throw new KeyFault('加密的密钥格式不对', 'The encrypted key is malformed.');
  return pkcs8Key(decryptByPassword(algorithm, contentOf(parts, 1, OCTETS), password));
}

function pkcs1Key(bytes: Uint8Array): PrivateKey {
  const key = createPrivateKey({ key: Buffer.from(bytes), format: 'der', type: 'pkcs1' });
  return { kind: 'rsa', pkcs8: new Uint8Array(key.export({ format: 'der', type: 'pkcs8' })) };
}
