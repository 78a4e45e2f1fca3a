import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/** What was answered, to be answered again. */
export interface KeptAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** In base64; empty where there is none. */
  readonly body: string;
}

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A digest by which the database finds something again without holding it. */
export function digestOf(...parts: readonly (string | Uint8Array)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest();
}

/**
 * Seals an answer with the key its caller chose: some answers show a secret once, and the database, which holds a
 * digest of that key only, must not be able to show it again by itself.
 */
export function seal(kept: KeptAnswer, key: string, caller: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, cipherKey(key, caller), nonce);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(kept), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** @throws where it was sealed with another key or for another caller */
export function unseal(sealed: Buffer, key: string, caller: string): KeptAnswer {
  const decipher = createDecipheriv(CIPHER, cipherKey(key, caller), sealed.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const text = Buffer.concat([
    decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)),
    decipher.final(),
  ]).toString('utf8');
  return JSON.parse(text) as KeptAnswer;
}

const cipherKey = (key: string, caller: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', key, caller, 'chama answer to a repeated request', 32));
