/** How a message is signed: the two families of the specification (chapter 6.2). */
export type SignatureAlgorithm = 'sm2-sm3' | 'rsa-sha1';

/** How a signer is doing, for operators and for failover. */
export interface SignerHealth {
  readonly ready: boolean;
  /** When it was last asked, by the clock of this machine. */
  readonly checkedAt: Date;
  /** Why it is not ready, in words of the device or file. */
  readonly reason?: string;
}

/** A key that can sign, wherever it lies: in a file, in a token, or behind a pool of several. */
export interface Signer {
  /** Number of the certificate as the E-Port prints it: the serial number in hexadecimal, lower case. */
  readonly certificateNumber: string;
  /** The certificate in DER. A transport signature names it only; a message's signature carries it. */
  readonly certificate?: Uint8Array;
  readonly algorithm: SignatureAlgorithm;
  /**
   * Signs bytes: the 64 bytes r‖s of SM2 with SM3 and the user id 1234567812345678, or RSA PKCS#1 v1.5 over
   * SHA-1. Hashing is part of it. Rejects when the key cannot be used now.
   */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
  /**
   * Of a pool only: lends one key after the other until the work succeeds with one. A signature carries the
   * certificate of its key, so whoever needs both takes them from the same loan.
   */
  lend?<T>(work: (signer: Signer) => Promise<T>): Promise<T>;
  health(): Promise<SignerHealth>;
  close(): Promise<void>;
}
