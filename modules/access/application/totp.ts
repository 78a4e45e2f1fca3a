import { createHmac, timingSafeEqual } from 'node:crypto';
import { base32 } from '../domain/base32.ts';

/** RFC 6238 as every authenticator app has it: SHA-1, six digits, steps of thirty seconds. */
const stepMs = 30_000;
const digits = 6;
/** RFC 4226 §4 R6 recommends 160 bits. */
export const totpSecretBytes = 20;

export const stepAt = (at: Date): number => Math.floor(at.getTime() / stepMs);

/** The code of a time step. */
export function codeOf(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac('sha1', secret).update(counter).digest();
  const offset = (hash[hash.length - 1] ?? 0) & 15;
  const number = hash.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/** The step a code belongs to: this one, or one beside it for a clock that is a little off; undefined for none. */
export function stepOf(secret: Buffer, code: string, at: Date): number | undefined {
  const given = Buffer.from(code.replaceAll(/\s/g, ''));
  const now = stepAt(at);
  return [now, now - 1, now + 1].find((step) => {
    const wanted = Buffer.from(codeOf(secret, step));
    return wanted.length === given.length && timingSafeEqual(wanted, given);
  });
}

/** What an authenticator app reads from a QR code. */
export function otpauth(secret: Buffer, issuer: string, login: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(login)}`;
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}`;
}
