import type { FastifyRequest } from 'fastify';
import { type ClientCertificate, Problem, type RouteGuard } from '#http';
import { letIn, nameOf } from '../application/entries.ts';
import { mayDo } from '../domain/may-do.ts';
import { type Access, type Credential, rowOf } from '../domain/policy.ts';
import { type Caller, standingOf } from '../domain/roles.ts';
import { tokenIn } from './cookie.ts';
import { type Site, siteOf } from './same-site.ts';

/** Who is behind what a request shows; undefined for what is not good. */
export interface Lookups {
  /** @param certificate the one the key comes with */
  readonly byKey: (token: string, certificate?: ClientCertificate) => Promise<Caller | undefined>;
  /** Who may come in with a certificate alone, where programs may. */
  readonly byCertificate?: (certificate: ClientCertificate) => Promise<Caller | undefined>;
  /** The certificate a request came with; without it none is looked at. */
  readonly certificateOf?: ((request: FastifyRequest['raw']) => ClientCertificate | undefined) | undefined;
  /**
   * @param token from the cookie of a session
   * @param used whether somebody has asked, and not a page by itself
   */
  readonly bySession: (token: string, used: boolean) => Promise<Caller | undefined>;
  /** Whether sessions go by HTTPS only. */
  readonly secureCookies?: boolean;
  /** Whether who shows nothing is a visitor: in demonstrations only. */
  readonly visitors: boolean;
}

/** Holds every route to the table before a byte of its body is read. */
export function tableGuard(lookups: Lookups): RouteGuard {
  const askers = new WeakMap<FastifyRequest, Caller>();
  const admitted = async (request: FastifyRequest, used: boolean): Promise<void> => {
    const { access } = request.routeOptions.config as unknown as { readonly access: Access };
    const shownBy = rowOf(access)?.shownBy ?? [];
    const caller = await whoShows(request, shownBy, lookups, used);
    if (caller) askers.set(request, caller);
    if (!/^(GET|HEAD|OPTIONS)$/.test(request.method)) refuseForeign(siteOf(request.headers), caller);
    const nothing = request.headers.authorization === undefined;
    const standing = standingOf(caller, lookups.visitors && nothing);
    const verdict = mayDo(standing, access.resource, access.action as never);
    if (verdict.allowed)
      return letIn(request, { role: standing.role, scope: verdict.scope, caller }, () =>
        admitted(request, false),
      );
    const { code, reason, remedy } = verdict;
    throw new Problem(code === 'KEY-UNKNOWN' ? 401 : 403, code, {
      zh: `${reason.zh}；${remedy.zh}`,
      en: `${reason.en}; ${remedy.en}`,
    });
  };
  return {
    declared: ({ method, url, config }) => {
      const { access } = config as { readonly access?: Access };
      if (!access || !rowOf(access))
        throw new Error(
          `${method} ${url} does not declare what it gives access to: add \`config: accessTo(resource, action)\`, ` +
            'with a row of modules/access/domain/policy.ts.',
        );
    },
    admit: (request) => admitted(request, !isUnasked(request.headers)),
    known: nameOf,
    asker: (request) => {
      const caller = askers.get(request);
      return caller && `${caller.role} ${caller.id}`;
    },
  };
}

/**
 * Whether a page asks by itself while nobody sits before it: our portal says so in a header, a stream of events by what it
 * accepts. Whoever says nothing counts as somebody.
 */
const isUnasked = ({ accept, 'x-chama-unasked': said }: FastifyRequest['headers']): boolean =>
  said !== undefined || accept === 'text/event-stream';

/**
 * Another site must not have a browser change anything here: neither with a session or a certificate, which the browser
 * sends by itself (SameSite keeps it from doing so with a session; this holds where it does not), nor by signing
 * somebody in. What shows a session has to say that it comes from a page of ours.
 */
function refuseForeign(site: Site, caller: Caller | undefined): void {
  if (site === 'same' || (site === 'unsaid' && caller?.by !== 'session')) return;
  throw new Problem(403, 'CROSS-SITE', {
    zh: '此请求不是由本平台页面发出；请在门户中操作，程序请用接口密钥，或在 Origin 头中给出本平台地址',
    en: 'This does not come from a page of the platform; use the portal, or from a program a key, or say where you are in Origin',
  });
}

/**
 * One look-up at most: a key that is shown counts alone, also when it is not good; then a session; and only where there
 * is neither, a certificate, which a browser may show without its user knowing.
 */
async function whoShows(
  { headers, raw }: Pick<FastifyRequest, 'headers' | 'raw'>,
  shownBy: readonly Credential[],
  { byKey, bySession, byCertificate, certificateOf, secureCookies = false }: Lookups,
  used: boolean,
): Promise<Caller | undefined> {
  const { authorization, cookie } = headers;
  const token = /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1];
  const byKeys = shownBy.includes('key');
  const certificate = byKeys ? certificateOf?.(raw) : undefined;
  if (token && byKeys) return byKey(token, certificate);
  const session = shownBy.includes('session') ? tokenIn(cookie, secureCookies) : undefined;
  if (session !== undefined) return bySession(session, used);
  return certificate && authorization === undefined ? byCertificate?.(certificate) : undefined;
}
