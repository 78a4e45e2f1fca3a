import { base64Bytes, signedParts } from '#ceb';
import { bytesOfHex, joinBytes, sameBytes } from '../portable/bytes.ts';
import { bits, identifier, nothing, sequence, whole } from '../portable/der-writer.ts';
import type { PublicKey } from '../portable/primitives.ts';
import { readPublicKey } from '../portable/public-key.ts';
import { nodePrimitives } from './node-primitives.ts';

/** A published signature with its public key, as files of vectors have them. */
export interface SignatureVector {
  readonly kind?: string;
  readonly algorithm?: string;
  /** SM2: the point, 64 hexadecimal digits each. */
  readonly publicKeyX?: string;
  readonly publicKeyY?: string;
  /** RSA. */
  readonly modulusHex?: string;
  readonly exponent?: number;
  /** The bytes signed, as text. */
  readonly signedBytesUtf8?: string;
  readonly signatureBase64?: string;
  /** Of a SignedInfo: the digest in it. */
  readonly digestValueBase64?: string;
  /** Name of the message the digest is of, which lies beside the file. */
  readonly document?: string;
}

/**
 * Verifies a vector: the signature over its bytes, that they hold the digest where it gives one, and that the
 * document has that digest in canonical form where it is at hand. Never throws on bad vectors.
 */
export async function verifyVector(vector: SignatureVector, document?: Uint8Array): Promise<boolean> {
  const { signedBytesUtf8 = '', signatureBase64 = '', digestValueBase64 } = vector;
  const key = keyOf(vector);
  const signature = base64Bytes(signatureBase64);
  if (!key || !signature) return false;
  const bytes = new TextEncoder().encode(signedBytesUtf8);
  const hash = key.kind === 'sm2' ? 'sm3' : 'sha1';
  if (!(await nodePrimitives.verifies(key, hash, bytes, signature))) return false;
  if (digestValueBase64 === undefined) return true;
  if (!signedBytesUtf8.includes(`DigestValue>${digestValueBase64}<`)) return false;
  return document === undefined || hasDigest(document, digestValueBase64);
}

async function hasDigest(document: Uint8Array, digestBase64: string): Promise<boolean> {
  const wanted = base64Bytes(digestBase64);
  const parts = signedParts(document);
  if (!wanted || parts.state === 'unfit') return false;
  const hash = wanted.length === 20 ? 'sha1' : 'sm3';
  return sameBytes(await nodePrimitives.digest(hash, parts.content), wanted);
}

function keyOf({ publicKeyX, publicKeyY, modulusHex, exponent }: SignatureVector): PublicKey | undefined {
  if (publicKeyX !== undefined && publicKeyY !== undefined) {
    return {
      kind: 'sm2',
      point: joinBytes(Uint8Array.of(4), bytesOfHex(publicKeyX), bytesOfHex(publicKeyY)),
    };
  }
  if (modulusHex === undefined || !(Number(exponent) > 0)) return undefined;
  const key = sequence(whole(bytesOfHex(modulusHex)), whole(Number(exponent)));
  return readPublicKey(sequence(sequence(identifier('1.2.840.113549.1.1.1'), nothing()), bits(key)));
}
