import { sm2 } from 'sm-crypto-v2';
import { bytesOfHex, hexOf, joinBytes } from './bytes.ts';

/** User id of SM2 by default (GM/T 0009); the one the E-Port's signatures are made with, proven by its own keys. */
const USER_ID = new TextEncoder().encode('1234567812345678');

/** Parameters of the curve sm2p256v1 (GM/T 0003.5): a, b and the generator, as they go into Z. */
const CURVE = bytesOfHex(
  'fffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffc' +
    '28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93' +
    '32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7' +
    'bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0',
);

/** Order of the generator. */
const ORDER = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;

const POINT_BYTES = 65;
const SIGNATURE_BYTES = 64;

type Hash = (bytes: Uint8Array) => Uint8Array;

/** A public key made ready: its share of the hash, and a table by which it verifies about six times as quickly. */
export interface Sm2Key {
  readonly z: Uint8Array;
  readonly point: Parameters<typeof sm2.doVerifySignature>[2];
}

/**
 * Makes a public key ready. With `table` 20 ms are spent on a table, which pays from about the fifth signature on.
 * @returns undefined where the bytes are no point of the curve.
 */
export function sm2Key(point: Uint8Array, sm3: Hash, table: boolean): Sm2Key | undefined {
  if (point.length !== POINT_BYTES || point[0] !== 4) return undefined;
  const hex = hexOf(point);
  try {
    if (!sm2.verifyPublicKey(hex)) return undefined;
    return { z: userHash(point, sm3), point: table ? sm2.precomputePublicKey(hex) : hex };
  } catch {
    return undefined;
  }
}

/** Z: the hash of the user id, the curve and the public key, which goes before every message. */
function userHash(point: Uint8Array, sm3: Hash): Uint8Array {
  const bits = USER_ID.length * 8;
  return sm3(joinBytes(Uint8Array.of(bits >> 8, bits & 0xff), USER_ID, CURVE, point.subarray(1)));
}

/** What SM2 signs of bytes: their hash with Z before them. The point is taken as it is. */
export function sm2Digest(point: Uint8Array, sm3: Hash, bytes: Uint8Array): Uint8Array {
  return sm3(joinBytes(userHash(point, sm3), bytes));
}

/** Whether r‖s is a signature of the key over bytes. */
export function sm2Verifies(key: Sm2Key, sm3: Hash, bytes: Uint8Array, signature: Uint8Array): boolean {
  if (signature.length !== SIGNATURE_BYTES) return false;
  const hex = hexOf(signature);
  // The library does not look whether r and s are in range; out of it there would be several signatures of one text.
  if (!inRange(hex.slice(0, SIGNATURE_BYTES)) || !inRange(hex.slice(SIGNATURE_BYTES))) return false;
  const digest = sm3(joinBytes(key.z, bytes));
  try {
    return sm2.doVerifySignature(digest, hex, key.point, { hash: false });
  } catch {
    return false;
  }
}

function inRange(hex: string): boolean {
  const value = BigInt(`0x${hex}`);
  return value > 0n && value < ORDER;
}

/** Signs bytes with a private key of 32 bytes: r‖s. */
export function sm2Sign(privateKey: Uint8Array, key: Sm2Key, sm3: Hash, bytes: Uint8Array): Uint8Array {
  const digest = sm3(joinBytes(key.z, bytes));
  return bytesOfHex(sm2.doSignature(digest, hexOf(privateKey), { hash: false }));
}

/** The public point of a private key; undefined where the key is out of range. */
export function sm2PublicPoint(privateKey: Uint8Array): Uint8Array | undefined {
  if (privateKey.length !== 32 || !inRange(hexOf(privateKey))) return undefined;
  return bytesOfHex(sm2.getPublicKeyFromPrivateKey(hexOf(privateKey)));
}

/** A new private key and its point. */
export function newSm2Key(): { readonly privateKey: Uint8Array; readonly point: Uint8Array } {
  const { privateKey, publicKey } = sm2.generateKeyPairHex();
  return { privateKey: bytesOfHex(privateKey), point: bytesOfHex(publicKey) };
}
