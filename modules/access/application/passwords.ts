import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { Argon2Cost } from '../domain/parameters.ts';

const derive = promisify(argon2);
const saltBytes = 16;
const tagBytes = 32;

/** Hashes a password by argon2id, as a PHC string that says at which cost. */
export async function hashPassword(password: string, cost: Argon2Cost): Promise<string> {
  const salt = randomBytes(saltBytes);
  const tag = await tagOf(password, salt, cost);
  const { memoryKib, passes, lanes } = cost;
  return `$argon2id$v=19$m=${memoryKib},t=${passes},p=${lanes}$${unpadded(salt)}$${unpadded(tag)}`;
}

const form = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/**
 * Whether a password is the one hashed. Where there is no hash it takes as long all the same, so that the time does
 * not tell which accounts there are.
 */
export async function isPassword(password: string, phc: string | null, cost: Argon2Cost): Promise<boolean> {
  const [, memory, passes, lanes, salt, tag] = form.exec(phc ?? '') ?? [];
  if (salt === undefined || tag === undefined) {
    await tagOf(password, Buffer.alloc(saltBytes), cost);
    return false;
  }
  const kept = { memoryKib: Number(memory), passes: Number(passes), lanes: Number(lanes) };
  return timingSafeEqual(
    await tagOf(password, Buffer.from(salt, 'base64'), kept),
    Buffer.from(tag, 'base64'),
  );
}

/** Whether a hash was made at another cost than that of today. */
export const costsOtherwise = (phc: string, { memoryKib, passes, lanes }: Argon2Cost): boolean =>
  !phc.startsWith(`$argon2id$v=19$m=${memoryKib},t=${passes},p=${lanes}$`);

/** A password typed on another keyboard is the same one (NFKC; NIST SP 800-63B-4 3.1.1.2). */
function tagOf(password: string, nonce: Buffer, { memoryKib, passes, lanes }: Argon2Cost): Promise<Buffer> {
  return derive('argon2id', {
    message: Buffer.from(password.normalize('NFKC')),
    ...{ nonce, memory: memoryKib, passes, parallelism: lanes, tagLength: tagBytes },
  });
}

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');
