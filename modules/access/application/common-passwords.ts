import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Bytes of an entry: the beginning of the SHA-1 of a password; by chance one in ten billion is taken for another. */
export const prefixBytes = 6;

/**
 * Passwords guessers know: a file of sorted beginnings of SHA-1, as lists of breached passwords are published
 * (Have I Been Pwned). It is searched where it lies, so a list of a billion needs no memory.
 */
export class CommonPasswords {
  readonly #file: number;
  readonly #count: number;

  /** @throws Error where the file is missing or is cut off */
  constructor(path: string | URL) {
    this.#file = openSync(path, 'r');
    const { size } = fstatSync(this.#file);
    if (size % prefixBytes !== 0) throw new Error(`${path} is no list of common passwords`);
    this.#count = size / prefixBytes;
  }

  /** Whether a password is on the list, as it stands or in small letters. */
  has(password: string): boolean {
    return [...new Set([password, password.toLowerCase()])].some((one) => this.#holds(prefixOf(one)));
  }

  close(): void {
    closeSync(this.#file);
  }

  #holds(wanted: Buffer): boolean {
    const entry = Buffer.alloc(prefixBytes);
    let low = 0;
    let high = this.#count - 1;
    while (low <= high) {
      const middle = Math.floor((low + high) / 2);
      readSync(this.#file, entry, 0, prefixBytes, middle * prefixBytes);
      const order = Buffer.compare(entry, wanted);
      if (order === 0) return true;
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return false;
  }
}

export const prefixOf = (password: string): Buffer =>
  createHash('sha1').update(password).digest().subarray(0, prefixBytes);
