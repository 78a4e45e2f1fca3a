import { createDecipheriv, pbkdf2Sync } from 'node:crypto';
import {
  contentOf,
  type DerValue,
  derValues,
  dotted,
  IDENTIFIER,
  INTEGER,
  inside,
  OCTETS,
  SEQUENCE,
  smallWhole,
} from '../../portable/der-reader.ts';
import { KeyFault } from '../../portable/key-fault.ts';
import { pkcs12Bytes } from './pkcs12-derivation.ts';

const PBES2 = '1.2.840.113549.1.5.13';
const PBKDF2 = '1.2.840.113549.1.5.12';
const TRIPLE_DES = '1.2.840.113549.1.12.1.3';

const PRFS: ReadonlyMap<string, string> = new Map([
  ['1.2.840.113549.2.7', 'sha1'],
  ['1.2.840.113549.2.9', 'sha256'],
  ['1.2.840.113549.2.10', 'sha384'],
  ['1.2.840.113549.2.11', 'sha512'],
  ['1.2.156.10197.1.401.3.1', 'sm3'],
]);

const CIPHERS: ReadonlyMap<string, { readonly name: string; readonly keyBytes: number }> = new Map([
  ['2.16.840.1.101.3.4.1.2', { name: 'aes-128-cbc', keyBytes: 16 }],
  ['2.16.840.1.101.3.4.1.22', { name: 'aes-192-cbc', keyBytes: 24 }],
  ['2.16.840.1.101.3.4.1.42', { name: 'aes-256-cbc', keyBytes: 32 }],
  ['1.2.840.113549.3.7', { name: 'des-ede3-cbc', keyBytes: 24 }],
  ['1.2.156.10197.1.104.2', { name: 'sm4-cbc', keyBytes: 16 }],
]);

/** Most rounds of a derivation: files of strangers must not keep a machine busy; (D). OpenSSL writes 2,048. */
const MOST_ROUNDS = 10_000_000;

/**
 * Opens what was encrypted under a password by PKCS#5 (PBES2) or by PKCS#12's Triple DES.
 * `algorithm` is an AlgorithmIdentifier in DER. Throws KeyFault where the password is wrong, or the encryption is
 * another one.
 */
export function decryptByPassword(algorithm: DerValue, data: Uint8Array, password: string): Uint8Array {
  const parts = derValues(algorithm.content);
  const name = dotted(contentOf(parts, 0, IDENTIFIER));
  if (name === PBES2) return byPbes2(inside(parts, 1, SEQUENCE), data, password);
  if (name === TRIPLE_DES) {
    const parameters = inside(parts, 1, SEQUENCE);
    const salt = contentOf(parameters, 0, OCTETS);
    const rounds = roundsOf(contentOf(parameters, 1, INTEGER));
    const key = pkcs12Bytes('sha1', password, salt, rounds, 'key', 24);
    const iv = pkcs12Bytes('sha1', password, salt, rounds, 'iv', 8);
    return opened('des-ede3-cbc', key, iv, data);
  }
  throw new KeyFault(
    `加密方式 ${name} 已过时或不认识，请用 openssl pkcs12 -export 或 openssl pkcs8 -topk8 重新生成文件`,
    `The encryption ${name} is outdated or not known; write the file anew with openssl pkcs12 -export or openssl pkcs8 -topk8.`,
  );
}

function byPbes2(parts: readonly DerValue[], data: Uint8Array, password: string): Uint8Array {
  const derivation = inside(parts, 0, SEQUENCE);
  const encryption = inside(parts, 1, SEQUENCE);
  const method = dotted(contentOf(derivation, 0, IDENTIFIER));
  const cipher = CIPHERS.get(dotted(contentOf(encryption, 0, IDENTIFIER)));
  if (method !== PBKDF2 || !cipher)
    throw new KeyFault('不认识密钥的加密方式', 'The encryption of the key is of a kind not known here.');
  const parameters = inside(derivation, 1, SEQUENCE);
  const salt = contentOf(parameters, 0, OCTETS);
  const rounds = roundsOf(contentOf(parameters, 1, INTEGER));
  const named = parameters.find(({ tag }) => tag === SEQUENCE);
  const prf = named ? PRFS.get(dotted(contentOf(derValues(named.content), 0, IDENTIFIER))) : 'sha1';
  if (prf === undefined)
    throw new KeyFault('不认识口令的派生方式', 'The derivation of the key is of a kind not known here.');
  const key = pbkdf2Sync(password, salt, rounds, cipher.keyBytes, prf);
  return opened(cipher.name, key, contentOf(encryption, 1, OCTETS), data);
}

export function roundsOf(content: Uint8Array): number {
  const rounds = smallWhole(content);
  if (rounds < 1 || rounds > MOST_ROUNDS)
    throw new KeyFault(`口令派生轮数 ${rounds} 超出范围`, `${rounds} rounds of derivation are out of bounds`);
  return rounds;
}

function opened(cipher: string, key: Uint8Array, iv: Uint8Array, data: Uint8Array): Uint8Array {
  try {
    const decipher = createDecipheriv(cipher, key, iv);
    return new Uint8Array(Buffer.concat([decipher.update(data), decipher.final()]));
  } catch (cause) {
    throw new KeyFault('口令打不开密钥', 'The password does not open the key.', cause);
  }
}
