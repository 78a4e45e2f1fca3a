import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Caller, KeyScope } from '#access';
import { type ClientCertificate, Problem } from '#http';
import type { Database, Queryable } from '#postgres';
import { works } from '../domain/key-life.ts';
import { type ApiKey, addKey, findKey, noteUses } from '../storage/keys.ts';
import { CertificateRing } from './certificate-ring.ts';

const form = /^chk_([0-9a-f]{32})_([A-Za-z0-9_-]{43})$/;
const digest = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** What a key is made with besides. */
export interface KeyWish {
  /** What it is limited to; left out: all its enterprise's clerks, or operators, may do. */
  readonly scopes?: readonly KeyScope[] | undefined;
  readonly expiresAt?: Date | undefined;
  /** Account or key it is made with; left out: at the command line of the platform. */
  readonly madeBy?: string | undefined;
  /** Account that answers for it. */
  readonly ownerId?: string | undefined;
}

/**
 * Makes a key bound to an enterprise. The token is shown once; only its hash is kept.
 * @param customsCode ten-character customs code of the enterprise
 */
export async function issueKey(
  client: Queryable,
  customsCode: string,
  label: string,
  scope: ApiKey['scope'],
  now: Date,
  { scopes, expiresAt, madeBy, ownerId }: KeyWish = {},
): Promise<{ token: string; keyId: string }> {
  const keyId = randomUUID();
  const secret = randomBytes(32).toString('base64url');
  await addKey(client, {
    ...{ keyId, customsCode, scope, label, createdAt: now, secretHash: digest(secret) },
    ...{ scopes: scopes ?? null, expiresAt: expiresAt ?? null },
    ...{ madeBy: madeBy ?? null, ownerId: ownerId ?? null },
  });
  return { keyId, token: `chk_${keyId.replaceAll('-', '')}_${secret}` };
}

/** What of a key may be shown: by its beginning its owner knows which one it is. */
export const prefixOf = (keyId: string): string => `chk_${keyId.slice(0, 8)}`;

/** Who is behind a key that works. */
const callerOf = ({ keyId, scope, customsCode, scopes, ownerId }: ApiKey): Caller => ({
  ...{ by: 'key', id: keyId, role: scope, customsCode },
  ...(scopes === null ? {} : { keyScopes: scopes }),
  ...(ownerId === null ? {} : { ownerId }),
});

/** How long a looked-up key is believed; a revoked one works on for at most this long. */
const trustMs = 5_000;

/** What is remembered of a key. */
interface Known {
  readonly caller: Caller | undefined;
  /** Whether it works beside a certificate of its enterprise only. */
  readonly beside: boolean;
}

const certificateMissing = new Problem(401, 'CERTIFICATE-REQUIRED', {
  zh: '本企业要求密钥与其登记的客户端证书一同使用；此连接没有这样的证书',
  en: 'This enterprise has its keys used beside one of its client certificates; this connection shows none of them',
});

/** Looks keys up, remembering each for a few seconds: senders come back many times a second. */
export class KeyRing {
  readonly #database: Database;
  readonly #certificates: Pick<CertificateRing, 'isOf'>;
  readonly #known = new Map<string, Known & { readonly until: number }>();
  #uses = new Map<string, Date>();

  constructor(
    database: Database,
    certificates: Pick<CertificateRing, 'isOf'> = new CertificateRing(database),
  ) {
    this.#database = database;
    this.#certificates = certificates;
  }

  /**
   * The caller behind a token; undefined when it is unknown, revoked, expired or malformed.
   * @param shown the certificate it comes with
   * @throws Problem 401 where its enterprise asks for one of its certificates beside it, and none came
   */
  async caller(token: string, now: Date, shown?: ClientCertificate): Promise<Caller | undefined> {
    const [, id, secret] = form.exec(token) ?? [];
    if (!id || !secret) return undefined;
    const hash = digest(secret);
    const name = `${id}${hash.toString('hex')}`;
    const known = this.#known.get(name);
    const { caller, beside } =
      known && known.until > now.getTime() ? known : await this.#look(id, hash, name, now);
    if (!caller) return undefined;
    const own = shown && (await this.#certificates.isOf(shown, caller.customsCode ?? '', now));
    if (beside && !own) throw certificateMissing;
    this.#uses.set(caller.id, now);
    return caller;
  }

  /**
   * The caller behind a key, for sessions that stand for it; undefined when it works no more, or beside a certificate
   * only, which no session shows. Remembers nothing.
   */
  async callerById(keyId: string, now: Date): Promise<Caller | undefined> {
    const key = await findKey(this.#database, keyId);
    return key && works(key, now) && !key.certificateRequired ? callerOf(key) : undefined;
  }

  /** Writes down which keys were used since it was last called; one statement, however many there are. */
  async noteUses(): Promise<void> {
    const uses = this.#uses;
    this.#uses = new Map();
    await noteUses(this.#database, uses);
  }

  async #look(id: string, hash: Buffer, name: string, now: Date): Promise<Known> {
    const keyId = id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    const key = await findKey(this.#database, keyId);
    const good = key && works(key, now) && timingSafeEqual(key.secretHash, hash);
    const found = { caller: good ? callerOf(key) : undefined, beside: key?.certificateRequired ?? false };
    // Guessed tokens must not fill the memory.
    if (this.#known.size >= 10_000) this.#known.clear();
    const end = key?.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY;
    this.#known.set(name, { ...found, until: Math.min(now.getTime() + trustMs, end) });
    return found;
  }
}
