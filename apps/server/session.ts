import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { accessTo, allowedInBrowser, type Caller, entryOf, standingOf } from '#access';
import { type Session, session as sessionSchema, signIn } from '#clearance';
import { findKey, KeyRing } from '#exchange';
import { answer, type Http, harmlessTwice, Problem, problems } from '#http';
import type { Database } from '#postgres';
import type { EnterpriseBook } from './enterprise-book.ts';
import type { ServerSettings } from './settings.ts';

/** Name of the cookie of a session. */
export const cookieName = 'chama_session';
const lifetimeMs = 12 * 3_600_000;

/** Sessions of people who signed in with an API key: a signed cookie, so that servers hold no state. */
export class Sessions {
  readonly #secret: string;
  readonly #database: Database;
  readonly #keys: KeyRing;
  readonly #now: () => Date;

  constructor(secret: string, database: Database, now: () => Date) {
    this.#secret = secret;
    this.#database = database;
    this.#keys = new KeyRing(database);
    this.#now = now;
  }

  /** The caller behind a key and the cookie that will stand for it; undefined for a key that is not good. */
  async open(token: string): Promise<{ caller: Caller; cookie: string } | undefined> {
    const caller = await this.#keys.caller(token, this.#now());
    if (!caller) return undefined;
    const claim = `${caller.id}.${caller.customsCode}.${caller.role}.${this.#now().getTime() + lifetimeMs}`;
    return { caller, cookie: `${claim}.${this.#sign(claim)}` };
  }

  /** The caller of a request by its cookies; undefined without a session that is signed, young and of a living key. */
  async callerOf(header: string): Promise<Caller | undefined> {
    const value = header
      .split(/;\s*/)
      .find((pair) => pair.startsWith(`${cookieName}=`))
      ?.slice(cookieName.length + 1);
    const [keyId, customsCode, scope, until, signature] = value?.split('.') ?? [];
    if (!keyId || !customsCode || !until || !signature || (scope !== 'enterprise' && scope !== 'operator'))
      return undefined;
    const wanted = Buffer.from(this.#sign(`${keyId}.${customsCode}.${scope}.${until}`));
    const given = Buffer.from(signature);
    if (wanted.length !== given.length || !timingSafeEqual(wanted, given)) return undefined;
    if (Number(until) <= this.#now().getTime()) return undefined;
    const key = await findKey(this.#database, keyId);
    return key?.revokedAt === null ? { by: 'session', id: keyId, role: scope, customsCode } : undefined;
  }

  #sign(claim: string): string {
    return createHmac('sha256', this.#secret).update(claim).digest('base64url');
  }
}

/** What signing in needs of the server. */
interface SignInParts {
  readonly sessions: Sessions;
  readonly enterprises: EnterpriseBook;
}

/** What a browser is told of who uses it. */
async function viewOf(
  enterprises: EnterpriseBook,
  demo: boolean,
  caller: Caller | undefined,
): Promise<Session> {
  const mode = demo ? 'demo' : 'key';
  const may = allowedInBrowser(standingOf(caller, demo));
  if (!caller) return { mode, signedIn: false, roles: demo ? ['viewer'] : [], may };
  const sender = await enterprises.sender(caller.customsCode ?? '');
  return {
    ...{ mode, signedIn: true, may },
    ...(sender ? { enterprise: { code: sender.customsCode, name: sender.name } } : {}),
    roles: caller.role === 'operator' ? ['operator'] : [...(sender?.roles ?? [])],
  };
}

/** Signing in and out of the portal. */
export function sessionRoutes(
  app: Http,
  parts: SignInParts,
  { demo = false, secureCookies = false }: Pick<ServerSettings, 'demo' | 'secureCookies'>,
): void {
  const view = (caller: Caller | undefined) => viewOf(parts.enterprises, demo, caller);
  const tags = ['session'];
  app.get(
    '/api/session',
    {
      config: accessTo('session', 'read'),
      schema: {
        operationId: 'getSession',
        summary: 'Who is signed in, and what they may do here',
        tags,
        security: [],
        response: { 200: answer('The session, or that there is none.', sessionSchema), ...problems() },
      },
    },
    async (request) => view(entryOf(request).caller),
  );
  app.post(
    '/api/session',
    {
      config: {
        ...accessTo('session', 'sign-in'),
        ...harmlessTwice('Who signs in twice has two sessions, each of which can be ended.'),
      },
      schema: {
        operationId: 'signIn',
        summary: 'Sign in with an API key',
        description: 'Sets an HttpOnly cookie that stands for the key for twelve hours.',
        tags,
        security: [],
        body: signIn,
        response: { 200: answer('Signed in.', sessionSchema), ...problems(400, 401, 415) },
      },
    },
    async (request, reply) => {
      const opened = await parts.sessions.open(request.body.key);
      if (!opened)
        throw new Problem(401, 'KEY-UNKNOWN', {
          zh: '密钥错误或已吊销',
          en: 'The API key is wrong or revoked',
        });
      setCookie(reply, opened.cookie, lifetimeMs / 1000, secureCookies);
      return view(opened.caller);
    },
  );
  app.delete(
    '/api/session',
    {
      config: { ...accessTo('session', 'sign-out'), ...harmlessTwice('Who has signed out is signed out.') },
      schema: {
        operationId: 'signOut',
        summary: 'Sign out',
        tags,
        security: [],
        response: { 204: z.null().meta({ description: 'Signed out.' }), ...problems() },
      },
    },
    async (_request, reply) => {
      setCookie(reply, '', 0, secureCookies);
      return reply.code(204).send(null);
    },
  );
}

function setCookie(reply: FastifyReply, value: string, maxAgeSeconds: number, secure: boolean): void {
  void reply.header(
    'set-cookie',
    `${cookieName}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${maxAgeSeconds}${secure ? '; Secure' : ''}`,
  );
}
