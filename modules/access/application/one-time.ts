import { createHash, randomInt } from 'node:crypto';

/** Letters and digits nobody takes for one another when they are read out. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Random letters in groups, to be copied by hand: `k7mp-9xqe-…`; nearly five bits a letter. */
export function writtenSecret(groups: number): string {
  const group = (): string => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return Array.from({ length: groups }, group).join('-');
}

/** A written secret as it was meant, however it is typed. */
export const meant = (typed: string): string =>
  typed
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '');

/** A recovery code: 118 random bits. */
export const recoveryCode = (): string => writtenSecret(6);

/** What of a recovery code is kept: so many bits need no slow hash (OWASP ASVS 5.0 6.5.2). */
export const recoveryHash = (code: string): Buffer => createHash('sha256').update(meant(code)).digest();
