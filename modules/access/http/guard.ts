import { Problem, type RouteGuard } from '#http';
import { letIn, nameOf } from '../application/entries.ts';
import { mayDo } from '../domain/may-do.ts';
import { type Access, type Credential, rowOf } from '../domain/policy.ts';
import { type Caller, standingOf } from '../domain/roles.ts';

/** Who is behind what a request shows; undefined for what is not good. */
export interface Lookups {
  readonly byKey: (token: string) => Promise<Caller | undefined>;
  /** @param cookies the header as it came */
  readonly bySession: (cookies: string) => Promise<Caller | undefined>;
  /** Whether who shows nothing is a visitor: in demonstrations only. */
  readonly visitors: boolean;
}

interface Shown {
  readonly authorization?: string | undefined;
  readonly cookie?: string | undefined;
}

/** Holds every route to the table before a byte of its body is read. */
export function tableGuard(lookups: Lookups): RouteGuard {
  return {
    declared: ({ method, url, config }) => {
      const { access } = config as { readonly access?: Access };
      if (!access || !rowOf(access))
        throw new Error(
          `${method} ${url} does not declare what it gives access to: add \`config: accessTo(resource, action)\`, ` +
            'with a row of modules/access/domain/policy.ts.',
        );
    },
    admit: async (request) => {
      const { access } = request.routeOptions.config as unknown as { readonly access: Access };
      const shownBy = rowOf(access)?.shownBy ?? [];
      const caller = await whoShows(request.headers, shownBy, lookups);
      const nothing = request.headers.authorization === undefined;
      const standing = standingOf(caller, lookups.visitors && nothing);
      const verdict = mayDo(standing, access.resource, access.action as never);
      if (verdict.allowed) return letIn(request, { role: standing.role, scope: verdict.scope, caller });
      const { code, reason, remedy } = verdict;
      throw new Problem(code === 'KEY-UNKNOWN' ? 401 : 403, code, {
        zh: `${reason.zh}；${remedy.zh}`,
        en: `${reason.en}; ${remedy.en}`,
      });
    },
    known: nameOf,
  };
}

/** One look-up at most: a key that is shown counts alone, also when it is not good. */
async function whoShows(
  { authorization, cookie }: Shown,
  shownBy: readonly Credential[],
  { byKey, bySession }: Lookups,
): Promise<Caller | undefined> {
  const token = /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1];
  if (token && shownBy.includes('key')) return byKey(token);
  return cookie && shownBy.includes('session') ? bySession(cookie) : undefined;
}
