import { createSecretKey, hash } from 'node:crypto';
import {
  headerOf,
  isSealed,
  keyNumberOf,
  Nonces,
  type NumberedKey,
  openBytes,
  sealBytes,
  sealHex,
} from './sealing.ts';

export interface DataKey {
  readonly number: number;
  readonly bytes: Buffer;
  /** From then on it seals; every server has learnt it before. */
  readonly beginsAt: Date;
}

/** Secrets an installation has one of, for as long as what was written by them is kept. */
export type SecretName = 'content' | 'device' | 'mail' | 'person' | 'print';

/** Names the place something sealed lies in: table and key of its row. No two rows have the same. */
export const placeOf = (table: string, ...key: readonly string[]): string =>
  `${table}\u0000${key.join('\u0000')}`;

/** Something is sealed by a key this process has not been told of (yet). */
export class UnknownKey extends Error {}

/**
 * Keys at hand: seals personal data before it is written, opens it where it must be read, and digests persons so
 * that they can be found. It holds keys in memory only; `openVault` brings them.
 */
export class Vault {
  readonly #nonces = new Nonces();
  readonly #keys = new Map<number, NumberedKey & { readonly header: string; readonly beginsAt: number }>();
  readonly #secrets = new Map<SecretName, string>();
  #newestFirst: (NumberedKey & { readonly header: string; readonly beginsAt: number })[] = [];

  /** Learns keys and secrets; those known already stay. */
  learn(keys: readonly DataKey[], secrets: ReadonlyMap<SecretName, string>): void {
    for (const { number, bytes, beginsAt } of keys) {
      if (this.#keys.has(number)) continue;
      const key = createSecretKey(bytes);
      this.#keys.set(number, {
        ...{ number, key, beginsAt: beginsAt.getTime() },
        header: headerOf(number).toString('hex'),
      });
    }
    for (const [name, secret] of secrets) this.#secrets.set(name, secret);
    this.#newestFirst = [...this.#keys.values()].sort((one, other) => other.number - one.number);
  }

  /** Number of the key that seals now. A new one begins after every server has had time to learn it. */
  get keyInUse(): number {
    return this.#inUse().number;
  }

  #inUse() {
    const [newest] = this.#newestFirst;
    // Nearly always the newest has begun long ago.
    const key =
      newest && newest.beginsAt <= Date.now()
        ? newest
        : this.#newestFirst.find(({ beginsAt }) => beginsAt <= Date.now());
    if (!key) throw new UnknownKey('this connection was opened without keys');
    return key;
  }

  /** @param place `placeOf` the row: a value moved to another row cannot be opened there */
  seal(place: string, plain: string | Uint8Array): Buffer {
    return sealBytes(this.#inUse(), this.#nonces.next(), place, plain);
  }

  /** As a `bytea` in the text format of COPY. */
  sealForCopy(place: string, plain: string): string {
    return `\\\\x${sealHex(this.#inUse(), this.#nonces.next(), place, plain)}`;
  }

  /** Opens what was sealed for this place; bytes from before there were keys come back as they are. */
  open(place: string, bytes: Uint8Array): Buffer {
    if (!isSealed(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const known = this.#keys.get(keyNumberOf(bytes));
    if (!known) throw new UnknownKey(`sealed by key ${keyNumberOf(bytes)}, which is not known here`);
    return openBytes(known.key, place, bytes);
  }

  openText(place: string, bytes: Uint8Array): string {
    return this.open(place, bytes).toString('utf8');
  }

  secret(name: SecretName): string {
    const secret = this.#secrets.get(name);
    if (secret === undefined) throw new UnknownKey(`no secret ${name} here`);
    return secret;
  }

  /**
   * Keyed digest of a document's content, 128 bits in hexadecimal. A bare one would let whoever has the database try
   * out the few possible telephone numbers of a paper. Truncated, SHA-256 with the secret in front cannot be extended.
   */
  contentDigest(text: string): string {
    return hash('sha256', `${this.secret('content')}\n${text}`).slice(0, 32);
  }

  /**
   * By which a person is found in ledgers and papers without being named, 144 bits.
   * @param identity type and number of an identity document in one writing
   */
  personDigest(identity: string): string {
    return hash('sha256', `${this.secret('person')}\n${identity}`, 'base64url').slice(0, 24);
  }
}
