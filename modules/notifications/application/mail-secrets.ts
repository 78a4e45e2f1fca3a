import { createHmac, timingSafeEqual } from 'node:crypto';

/** Digits of a code that proves an address; it is made anew from what it stands for, and kept nowhere. */
export function codeOf(secret: string, accountId: string, address: string, proposedAt: Date): string {
  const digest = mark(secret, 'code', accountId, address, proposedAt.toISOString());
  return String(digest.readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
}

/** Word of an address that ends mail to an account: no one can make up that of another. */
export function leaveToken(secret: string, accountId: string, confirmedAt: Date): string {
  const id = Buffer.from(accountId.replaceAll('-', ''), 'hex');
  const seal = mark(secret, 'leave', accountId, confirmedAt.toISOString()).subarray(0, 16);
  return Buffer.concat([id, seal]).toString('base64url');
}

/** The account a token speaks of, whether or not it is good; undefined for what is none. */
export function accountOfToken(token: string): string | undefined {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 32 || bytes.toString('base64url') !== token) return undefined;
  const hex = bytes.subarray(0, 16).toString('hex');
  return [[0, 8], [8, 12], [12, 16], [16, 20], [20]].map(([from, to]) => hex.slice(from, to)).join('-');
}

/** Compares in a time that says nothing. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

const mark = (secret: string, ...words: readonly string[]): Buffer =>
  createHmac('sha256', secret).update(words.join('\n')).digest();
