import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Caller } from '#access';
import type { Database } from '#postgres';
import { type ApiKey, addKey, findKey } from '../storage/keys.ts';

const form = /^chk_([0-9a-f]{32})_([A-Za-z0-9_-]{43})$/;
const digest = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/**
 * Makes a key bound to an enterprise. The token is shown once; only its hash is kept.
 * @param customsCode ten-character customs code of the enterprise
 */
export async function issueKey(
  database: Database,
  customsCode: string,
  label: string,
  scope: ApiKey['scope'],
  now: Date,
): Promise<{ token: string; keyId: string }> {
  const keyId = randomUUID();
  const secret = randomBytes(32).toString('base64url');
  await addKey(database, { keyId, customsCode, scope, label, createdAt: now, secretHash: digest(secret) });
  return { keyId, token: `chk_${keyId.replaceAll('-', '')}_${secret}` };
}

const callerOf = ({ keyId, scope, customsCode }: ApiKey): Caller => ({
  ...{ by: 'key', id: keyId, role: scope, customsCode },
});

/** How long a looked-up key is believed; a revoked one works on for at most this long. */
const trustMs = 5_000;

/** Looks keys up, remembering each for a few seconds: senders come back many times a second. */
export class KeyRing {
  readonly #database: Database;
  readonly #known = new Map<string, { caller: Caller | undefined; until: number }>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** The caller behind a token; undefined when it is unknown, revoked or malformed. */
  async caller(token: string, now: Date): Promise<Caller | undefined> {
    const [, id, secret] = form.exec(token) ?? [];
    if (!id || !secret) return undefined;
    const hash = digest(secret);
    const name = `${id}${hash.toString('hex')}`;
    const known = this.#known.get(name);
    if (known && known.until > now.getTime()) return known.caller;
    const keyId = id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    const key = await findKey(this.#database, keyId);
    const good = key && key.revokedAt === null && timingSafeEqual(key.secretHash, hash);
    const caller = good ? callerOf(key) : undefined;
    // Guessed tokens must not fill the memory.
    if (this.#known.size >= 10_000) this.#known.clear();
    this.#known.set(name, { caller, until: now.getTime() + trustMs });
    return caller;
  }

  /** The caller behind a key, for sessions that stand for it; undefined when it is unknown or revoked. Remembers nothing. */
  async callerById(keyId: string): Promise<Caller | undefined> {
    const key = await findKey(this.#database, keyId);
    return key && key.revokedAt === null ? callerOf(key) : undefined;
  }
}
