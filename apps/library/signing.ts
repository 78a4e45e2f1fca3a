import {
  type Signed,
  type Signer,
  type SignOptions,
  sign as signBytes,
  type Verdict,
  type VerifyOptions,
  verify as verifyBytes,
} from '#signatures/portable';

const utf8 = new TextEncoder();
const bytesOf = (xml: string | Uint8Array): Uint8Array => (typeof xml === 'string' ? utf8.encode(xml) : xml);

/**
 * Signs one message as the specification asks (SM2 with SM3, or RSA with SHA-1) and puts the signature where the
 * schema has it; one that is there already is replaced.
 * @returns the signed bytes, to be sent as they are, or findings where the message cannot be signed.
 */
export function sign(xml: string | Uint8Array, signer: Signer, options?: SignOptions): Promise<Signed> {
  return signBytes(bytesOf(xml), signer, options);
}

/**
 * Verifies the signature of one message: that the message is the one that was signed, that the key of the
 * certificate signed it, and whose it is. Never throws on bad input. Give the bytes as they came.
 */
export function verify(xml: string | Uint8Array, options?: VerifyOptions): Promise<Verdict> {
  return verifyBytes(bytesOf(xml), options);
}
