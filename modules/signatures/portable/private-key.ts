import {
  contentOf,
  derValues,
  dotted,
  IDENTIFIER,
  INTEGER,
  inside,
  OCTETS,
  SEQUENCE,
  smallWhole,
} from './der-reader.ts';
import { KeyFault } from './key-fault.ts';
import { rsaSigner, sm2Signer } from './memory-signer.ts';
import { pemBlocks } from './pem.ts';
import type { Signer } from './signer.ts';

/** A private key as it was found in a file. */
export type PrivateKey =
  | {
      readonly kind: 'sm2';
      /** 32 bytes. */
      readonly scalar: Uint8Array;
    }
  | {
      readonly kind: 'rsa';
      /** PKCS#8 in DER. */
      readonly pkcs8: Uint8Array;
    };

const EC_KEY = '1.2.840.10045.2.1';
const SM2_CURVE = '1.2.156.10197.1.301';
const RSA_KEY = '1.2.840.113549.1.1.1';

/** A key in PKCS#8, not encrypted. */
export function pkcs8Key(bytes: Uint8Array): PrivateKey {
  const parts = inside(derValues(bytes), 0, SEQUENCE);
  const algorithm = inside(parts, 1, SEQUENCE);
  const name = dotted(contentOf(algorithm, 0, IDENTIFIER));
  if (name === RSA_KEY) return { kind: 'rsa', pkcs8: bytes };
  const curve = algorithm[1]?.tag === IDENTIFIER ? dotted(algorithm[1].content) : '';
  if (name !== EC_KEY || curve !== SM2_CURVE) {
    throw new KeyFault(
      '这把密钥不能用于电子口岸加签：既不是 SM2 也不是 RSA',
      'This key cannot sign for the E-Port: it is neither on the curve of SM2 nor RSA.',
    );
  }
  return { kind: 'sm2', scalar: scalarOf(contentOf(parts, 2, OCTETS)) };
}

/** `EC PRIVATE KEY` of OpenSSL: the curve stands in it, under the tag [0]. */
export function sec1Key(bytes: Uint8Array): PrivateKey {
  const curve = inside(derValues(bytes), 0, SEQUENCE).find(({ tag }) => tag === 0xa0);
  if (!curve || dotted(contentOf(derValues(curve.content), 0, IDENTIFIER)) !== SM2_CURVE) {
    throw new KeyFault(
      '这把 EC 密钥不在 SM2 曲线上，电子口岸只用 SM2',
      'This EC key is not on the curve of SM2; the E-Port knows no other.',
    );
  }
  return { kind: 'sm2', scalar: scalarOf(bytes) };
}

/** ECPrivateKey: SEQUENCE { INTEGER 1, OCTET STRING scalar, … }. */
function scalarOf(der: Uint8Array): Uint8Array {
  const parts = inside(derValues(der), 0, SEQUENCE);
  const scalar = contentOf(parts, 1, OCTETS);
  if (smallWhole(contentOf(parts, 0, INTEGER)) !== 1 || scalar.length > 32) {
    throw new KeyFault('SM2 私钥格式不对', 'The private key of SM2 is malformed.');
  }
  const padded = new Uint8Array(32);
  padded.set(scalar, 32 - scalar.length);
  return padded;
}

/**
 * A signer from two PEM texts, which may be one: a private key that is not encrypted (PKCS#8, or SEC1 of SM2), and its
 * certificate. Rejects with KeyFault where there is none, or with RangeError where the two do not belong together.
 */
export async function signerFromPem(privateKey: string, certificate: string): Promise<Signer> {
  const [key] = pemBlocks(privateKey).flatMap(({ label, bytes }) => {
    if (label === 'PRIVATE KEY') return [pkcs8Key(bytes)];
    return label === 'EC PRIVATE KEY' || label === 'SM2 PRIVATE KEY' ? [sec1Key(bytes)] : [];
  });
  if (!key) throw new KeyFault('没有未加密的私钥', 'There is no private key that is not encrypted.');
  const [first] = pemBlocks(certificate).filter(({ label }) => label === 'CERTIFICATE');
  if (!first) throw new KeyFault('没有证书', 'There is no certificate.');
  const holder = { certificate: first.bytes };
  return key.kind === 'sm2' ? sm2Signer(key.scalar, holder) : rsaSigner(key.pkcs8, holder);
}
