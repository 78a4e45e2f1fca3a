/** A hash a signature or a certificate is made over. */
export type HashName = 'sm3' | 'sha1' | 'sha256' | 'sha384' | 'sha512';

/** The public key of a certificate, of one of the kinds the E-Port has issued. */
export type PublicKey =
  | {
      readonly kind: 'sm2';
      /** The point, 65 bytes: 04, x, y. It need not lie on the curve before a primitive has looked at it. */
      readonly point: Uint8Array;
    }
  | {
      readonly kind: 'rsa';
      /** SubjectPublicKeyInfo in DER. */
      readonly spki: Uint8Array;
      readonly bits: number;
    };

/**
 * The operations a place where this runs has to offer: a browser has WebCrypto, Node has more and at once.
 * None throws on bad keys or signatures; they are answered `false`.
 */
export interface Primitives {
  /** Hash of pieces one after the other. */
  digest(name: HashName, pieces: readonly Uint8Array[]): Uint8Array | Promise<Uint8Array>;
  /**
   * Whether a signature over bytes is that of a key. SM2: r‖s of 64 bytes over SM3 with the user id
   * 1234567812345678 (`hash` has to be `sm3`). RSA: PKCS#1 v1.5 over the hash.
   */
  verifies(
    key: PublicKey,
    hash: HashName,
    bytes: Uint8Array,
    signature: Uint8Array,
  ): boolean | Promise<boolean>;
}
