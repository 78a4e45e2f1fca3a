import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto';

/** First byte of everything sealed. What was kept before is zstd, which begins with another. */
const FORM = 1;
const HEADER = 1 + 4;
const IV = 12;
const TAG = 16;
const cipher = 'aes-256-gcm';

/** A data key by its number. */
export interface NumberedKey {
  readonly number: number;
  readonly key: KeyObject;
}

/** Whether these bytes are sealed, or lie there as they were before there were keys. */
export const isSealed = (bytes: Uint8Array): boolean => bytes[0] === FORM;

/** Number of the key by which something is sealed. */
export const keyNumberOf = (sealed: Uint8Array): number =>
  new DataView(sealed.buffer, sealed.byteOffset, sealed.byteLength).getUint32(1);

/** What all that is sealed by a key begins with. */
export function headerOf(number: number): Buffer {
  const header = Buffer.alloc(HEADER);
  header[0] = FORM;
  header.writeUInt32BE(number, 1);
  return header;
}

/**
 * Nonces that never come twice under one key: 48 random bits for this process, 48 that count. By chance alone a key
 * would be worn out after some 2^32 pieces; so it is only asked that no two processes draw the same 48 bits.
 */
export class Nonces {
  readonly #bytes = Buffer.concat([randomBytes(6), Buffer.alloc(6)]);
  #count = 0;

  /** The next one; its bytes change with the call after. */
  next(): Buffer {
    this.#count += 1;
    this.#bytes.writeUIntBE(this.#count, 6, 6);
    return this.#bytes;
  }
}

/**
 * Seals bytes: form 1, number of the key (4), nonce (12), ciphertext, tag (16).
 * @param place where it will lie (table and key of the row); opened elsewhere it is refused
 */
export function sealBytes(by: NumberedKey, nonce: Buffer, place: string, plain: string | Uint8Array): Buffer {
  const sealing = createCipheriv(cipher, by.key, nonce).setAAD(Buffer.from(place));
  const sealed = typeof plain === 'string' ? sealing.update(plain, 'utf8') : sealing.update(plain);
  sealing.final();
  return Buffer.concat([headerOf(by.number), nonce, sealed, sealing.getAuthTag()]);
}

/** The same as hexadecimal text, for COPY: on the hot path it is never bytes in between. */
export function sealHex(
  by: NumberedKey & { readonly header: string },
  nonce: Buffer,
  place: string,
  plain: string,
): string {
  const sealing = createCipheriv(cipher, by.key, nonce).setAAD(Buffer.from(place));
  const text = sealing.update(plain, 'utf8', 'hex');
  sealing.final();
  return by.header + nonce.toString('hex') + text + sealing.getAuthTag().toString('hex');
}

/** Opens what is sealed; throws where a bit, the key or the place is another. */
export function openBytes(key: KeyObject, place: string, sealed: Uint8Array): Buffer {
  const end = sealed.length - TAG;
  if (end < HEADER + IV) throw new Error('too short to be sealed');
  const opening = createDecipheriv(cipher, key, sealed.subarray(HEADER, HEADER + IV))
    .setAAD(Buffer.from(place))
    .setAuthTag(sealed.subarray(end));
  return Buffer.concat([opening.update(sealed.subarray(HEADER + IV, end)), opening.final()]);
}
