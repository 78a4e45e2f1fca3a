import { AsnConvert } from '@peculiar/asn1-schema';
import { SubjectPublicKeyInfo } from '@peculiar/asn1-x509';
import { hexOf } from './bytes.ts';
import type { PublicKey } from './primitives.ts';

const EC_KEY = '1.2.840.10045.2.1';
const SM2_CURVE = '1.2.156.10197.1.301';
const RSA_KEY = '1.2.840.113549.1.1.1';

/** The key of a certificate; undefined if it is neither SM2 nor RSA. */
export function publicKeyOf(info: SubjectPublicKeyInfo): PublicKey | undefined {
  const { algorithm, parameters } = info.algorithm;
  const held = new Uint8Array(info.subjectPublicKey);
  if (algorithm === SM2_CURVE || (algorithm === EC_KEY && isSm2(parameters))) {
    return held.length === 65 && held[0] === 4 ? { kind: 'sm2', point: held } : undefined;
  }
  if (algorithm !== RSA_KEY) return undefined;
  const bits = modulusBits(held);
  return bits === 0 ? undefined : { kind: 'rsa', spki: new Uint8Array(AsnConvert.serialize(info)), bits };
}

/** Reads a SubjectPublicKeyInfo in DER. */
export function readPublicKey(spki: Uint8Array): PublicKey | undefined {
  try {
    return publicKeyOf(AsnConvert.parse(spki, SubjectPublicKeyInfo));
  } catch {
    return undefined;
  }
}

/** The object identifier of the curve, in DER. */
const SM2_CURVE_DER = '06082a811ccf5501822d';

function isSm2(parameters: ArrayBuffer | null | undefined): boolean {
  return parameters != null && hexOf(new Uint8Array(parameters)) === SM2_CURVE_DER;
}

/** Bits of the modulus of an RSAPublicKey: SEQUENCE { INTEGER modulus, INTEGER exponent }; 0 where it is none. */
function modulusBits(der: Uint8Array): number {
  const sequence = lengthAt(der, 1);
  const modulus =
    der[0] === 0x30 && sequence && der[sequence.at] === 2 ? lengthAt(der, sequence.at + 1) : undefined;
  if (!modulus) return 0;
  let { at } = modulus;
  const end = at + modulus.length;
  while (at < end && der[at] === 0) at++;
  return at >= end || end > der.length ? 0 : (end - at) * 8 - Math.clz32(der[at] ?? 0) + 24;
}

function lengthAt(der: Uint8Array, at: number): { length: number; at: number } | undefined {
  const first = der[at] ?? 0;
  if (first < 0x80) return { length: first, at: at + 1 };
  const count = first & 0x7f;
  if (count === 0 || count > 3) return undefined;
  let length = 0;
  for (let place = 1; place <= count; place++) length = length * 256 + (der[at + place] ?? 0);
  return { length, at: at + 1 + count };
}
