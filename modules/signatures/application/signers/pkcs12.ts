import { createHmac, timingSafeEqual } from 'node:crypto';
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
} from '../../portable/der-reader.ts';
import { KeyFault } from '../../portable/key-fault.ts';
import { type PrivateKey, pkcs8Key } from '../../portable/private-key.ts';
import { decryptByPassword, roundsOf } from './password-encryption.ts';
import { pkcs12Bytes } from './pkcs12-derivation.ts';
import { encryptedKey } from './private-key.ts';

/** What a PKCS#12 file holds. */
export interface KeyStore {
  readonly keys: readonly PrivateKey[];
  /** DER. */
  readonly certificates: readonly Uint8Array[];
}

const PLAIN = '1.2.840.113549.1.7.1';
const ENCRYPTED = '1.2.840.113549.1.7.6';
const KEY_BAG = '1.2.840.113549.1.12.10.1.1';
const SHROUDED_BAG = '1.2.840.113549.1.12.10.1.2';
const CERTIFICATE_BAG = '1.2.840.113549.1.12.10.1.3';
const NESTED_BAG = '1.2.840.113549.1.12.10.1.6';
const X509 = '1.2.840.113549.1.9.22.1';
const CONTENT = 0xa0;

const HASHES: ReadonlyMap<string, string> = new Map([
  ['1.3.14.3.2.26', 'sha1'],
  ['2.16.840.1.101.3.4.2.1', 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
  ['1.2.156.10197.1.401', 'sm3'],
]);

/**
 * Reads a PKCS#12 file (RFC 7292) with keys of RSA or SM2, sealed and encrypted under one password.
 * Throws KeyFault where the password is wrong, or the file is malformed or encrypted in an outdated way.
 */
export function readPkcs12(bytes: Uint8Array, password: string): KeyStore {
  const [version, safe, seal] = inside(derValues(bytes), 0, SEQUENCE);
  if (!version || !safe) throw new KeyFault('这不是 PKCS#12 文件', 'This is no PKCS#12 file.');
  const contents = plainContent(safe);
  if (!seal)
    throw new KeyFault('PKCS#12 文件没有口令校验', 'The PKCS#12 file carries no seal of its password.');
  checkSeal(seal, contents, password);
  const bags = derValues(contentOf(derValues(contents), 0, SEQUENCE)).flatMap((part) =>
    bagsIn(part, password),
  );
  return {
    keys: bags.flatMap(({ key }) => key ?? []),
    certificates: bags.flatMap(({ der }) => (der ? [der] : [])),
  };
}

interface Bag {
  readonly key?: PrivateKey;
  readonly der?: Uint8Array;
}

/** ContentInfo of plain data: the octets in it. */
function plainContent(info: DerValue): Uint8Array {
  const parts = derValues(info.content);
  if (dotted(contentOf(parts, 0, IDENTIFIER)) !== PLAIN) {
    throw new KeyFault(
      'PKCS#12 文件以公钥封签，此处不读',
      'The PKCS#12 file is sealed by a public key, which is not read here.',
    );
  }
  return contentOf(inside(parts, 1, CONTENT), 0, OCTETS);
}

function checkSeal(seal: DerValue, contents: Uint8Array, password: string): void {
  const parts = derValues(seal.content);
  const info = inside(parts, 0, SEQUENCE);
  const hash = HASHES.get(dotted(contentOf(inside(info, 0, SEQUENCE), 0, IDENTIFIER)));
  if (hash === undefined)
    throw new KeyFault(
      'PKCS#12 文件的校验用了不认识的摘要算法',
      'The seal of the PKCS#12 file is made with a hash not known here.',
    );
  const wanted = contentOf(info, 1, OCTETS);
  const salt = contentOf(parts, 1, OCTETS);
  const rounds = parts[2] ? roundsOf(contentOf(parts, 2, INTEGER)) : 1;
  const key = pkcs12Bytes(hash, password, salt, rounds, 'mac', wanted.length);
  const made = createHmac(hash, key).update(contents).digest();
  if (made.length !== wanted.length || !timingSafeEqual(made, wanted)) {
    throw new KeyFault('口令打不开 PKCS#12 文件', 'The password does not open the PKCS#12 file.');
  }
}

function bagsIn(info: DerValue, password: string): Bag[] {
  const parts = derValues(info.content);
  const kind = dotted(contentOf(parts, 0, IDENTIFIER));
  if (kind === PLAIN) return safeBags(contentOf(inside(parts, 1, CONTENT), 0, OCTETS), password);
  if (kind !== ENCRYPTED)
    throw new KeyFault('PKCS#12 文件以公钥加密，此处不读', 'The PKCS#12 file is encrypted to a public key.');
  const data = inside(inside(parts, 1, CONTENT), 0, SEQUENCE);
  const content = inside(data, 1, SEQUENCE);
  const [, algorithm, held] = content;
  if (!algorithm || held?.tag !== 0x80)
    throw new KeyFault('PKCS#12 文件格式不对或不是 DER', 'The PKCS#12 file is malformed or not in DER.');
  return safeBags(decryptByPassword(algorithm, held.content, password), password);
}

function safeBags(bytes: Uint8Array, password: string): Bag[] {
  return inside(derValues(bytes), 0, SEQUENCE).flatMap((bag) => {
    const parts = derValues(bag.content);
    const kind = dotted(contentOf(parts, 0, IDENTIFIER));
    const [value] = inside(parts, 1, CONTENT);
    if (!value) return [];
    if (kind === KEY_BAG) return [{ key: pkcs8Key(value.whole) }];
    if (kind === SHROUDED_BAG) return [{ key: encryptedKey(value.whole, password) }];
    if (kind === NESTED_BAG) return safeBags(value.whole, password);
    return kind === CERTIFICATE_BAG ? certificateIn(value) : [];
  });
}

function certificateIn({ content }: DerValue): Bag[] {
  const parts = derValues(content);
  if (dotted(contentOf(parts, 0, IDENTIFIER)) !== X509) return [];
  return [{ der: contentOf(inside(parts, 1, CONTENT), 0, OCTETS) }];
}
