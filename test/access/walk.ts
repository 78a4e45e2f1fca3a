import {
  type Access,
  keyScopeOf,
  leastRight,
  type PolicyRow,
  policy,
  type Role,
  rights,
  type Standing,
} from '#access';
import type { DeclaredRoute } from '#http';
import type { Identity } from './callers.ts';
import { foreigner } from './callers.ts';
import type { Example } from './example.ts';

/** A row of the table, as far as the walk looks at it. */
export type Row = PolicyRow;

/** What one identity got at one route. */
export interface Visit {
  readonly route: DeclaredRoute;
  readonly identity: Identity;
  readonly example: Example;
  /** Whether this server takes who shows nothing for a visitor. */
  readonly demo: boolean;
  readonly status: number;
  /** Of a problem. */
  readonly code: string | undefined;
  readonly body: string;
}

/**
 * Asks every route as everybody.
 * @param been routes everybody has been to on another server; there, by HEAD, and where nobody is asked who they are, one of
 *   each kind goes
 */
export async function walk(
  server: { readonly url: string; readonly routes: readonly DeclaredRoute[] },
  demo: boolean,
  been: ReadonlySet<string>,
  identities: readonly Identity[],
  examples: Readonly<Record<string, Example>>,
): Promise<Visit[]> {
  const visits: Visit[] = [];
  for (const route of headsLast(server.routes)) {
    const name = `${route.method.replace('HEAD', 'GET')} ${route.url}`;
    const example = examples[name] ?? { good: 200 };
    if (/[:*]/.test(example.url ?? route.url)) throw new Error(`${name} needs an example.`);
    const known = route.method === 'HEAD' || been.has(name) || asksNobody(route);
    for (const identity of known ? identities.filter((one) => one.ofEachKind) : identities) {
      const headers = (example.ends && (await identity.again?.())) || identity.headers;
      const { status, body, code } = await ask(server.url, route, example, headers);
      visits.push({ route, identity, example, demo, status, code, body });
    }
  }
  return visits;
}

/** After a HEAD Node's fetch gives every connection up, and opens one for each request that follows. */
const headsLast = (routes: readonly DeclaredRoute[]): readonly DeclaredRoute[] =>
  routes.toSorted((one, other) => Number(one.method === 'HEAD') - Number(other.method === 'HEAD'));

/** Whether the table has nobody asked who they are at a route. */
function asksNobody({ config }: DeclaredRoute): boolean {
  const { access } = config as { readonly access: Access };
  const row = (policy as readonly Row[]).find(
    (one) => one.resource === access.resource && one.action === access.action,
  );
  return row?.shownBy.length === 0;
}

async function ask(
  url: string,
  { method, url: path }: DeclaredRoute,
  example: Example,
  shown: Identity['headers'],
) {
  const gone = new AbortController();
  const response = await fetch(`${url}${example.url ?? path}`, {
    method,
    headers: {
      ...shown,
      ...example.headers,
      ...(example.type ? { 'content-type': example.type } : {}),
    },
    ...(example.body === undefined ? {} : { body: example.body }),
    signal: gone.signal,
    redirect: 'manual',
  });
  const { status, headers } = response;
  const type = headers.get('content-type') ?? '';
  const streams = type.startsWith('text/event-stream');
  const body = streams ? '' : await response.text();
  // A stream stays open for as long as somebody listens; others leave their connection to the next who asks.
  if (streams) gone.abort();
  const code = type.startsWith('application/problem+json') && body ? JSON.parse(body).code : undefined;
  return { status, body, code };
}

/** Who an identity is at a route: what its credentials are worth there. */
function standingAt(row: Row, { identity, demo }: Visit): Standing {
  const { good, headers } = identity;
  const keyCounts = row.shownBy.includes('key') && headers.authorization?.startsWith('Bearer ');
  const looked = good && row.shownBy.includes(good.by) && (good.by === 'key' || !keyCounts);
  if (looked) return good;
  return { role: demo && headers.authorization === undefined ? 'visitor' : 'nobody' };
}

/** What a row gives somebody, read from it here once more: role, agency, right. */
function scopeAt({ role, agency, member, keyScopes }: Standing, row: Row): string | undefined {
  const scope = row.may[role as Role];
  if (scope === 'public') return scope;
  if (isBeyondKey({ keyScopes }, row)) return undefined;
  if (role === 'officer' && row.officersOf && !row.officersOf.some((one) => one === agency)) return undefined;
  const order = Object.keys(rights);
  const right = member ?? (keyScopes ? 'administrator' : 'clerk');
  if (role === 'enterprise' && order.indexOf(right) < order.indexOf(leastRight(row))) return undefined;
  return scope;
}

/** Whether a key that is limited lacks the scope the row is in. */
const isBeyondKey = ({ keyScopes }: Pick<Standing, 'keyScopes'>, row: Row): boolean =>
  keyScopes !== undefined && row.resource !== 'session' && !keyScopes.includes(keyScopeOf(row));

/** The code somebody who is known and may not is refused with. */
function whatLacks(row: Row, standing: Standing, nobodys: boolean): string {
  if (row.may[standing.role as Role] === undefined) return 'ACCESS-REFUSED';
  if (isBeyondKey(standing, row)) return 'KEY-SCOPE';
  return nobodys && scopeAt(standing, row) !== undefined ? 'PERSON-NEEDED' : 'ACCESS-REFUSED';
}

/** What the table has against how a visit went; undefined when it went as the table says. */
export function objection(table: readonly Row[], marks: readonly string[], visit: Visit): string | undefined {
  const { route, identity, example } = visit;
  const { access } = route.config as { readonly access: Access };
  const row = table.find(({ resource, action }) => resource === access.resource && action === access.action);
  const place = `${route.method} ${route.url} by ${identity.name}${visit.demo ? ' (demo)' : ''}`;
  if (!row) return `${place}: the table does not have ${access.resource} ${access.action}`;
  const standing = standingAt(row, visit);
  const { role } = standing;
  const ofKey = identity.keyBehind === true || identity.good?.by === 'key';
  // The operator's key that walks has no owner.
  const nobodys = ofKey && (row.byPersons || (row.answeredFor && role === 'operator'));
  const scope = nobodys ? undefined : scopeAt(standing, row);
  const foreign = scope === 'own' && identity.of === foreigner;
  const known = role !== 'nobody' && role !== 'visitor';
  const keyBehind = identity.keyBehind && known ? example.ofKey : undefined;
  const answered = (scope === 'zone' ? example.ofZone : undefined) ?? example.good;
  const good = keyBehind ?? (foreign ? (example.foreign ?? answered) : answered);
  const wanted = scope === undefined ? (known ? 403 : 401) : good;
  if (visit.status !== wanted)
    return `${place}: ${visit.status} ${visit.code ?? ''} instead of ${wanted} (${scope ?? 'not allowed'})`;
  const lacks = whatLacks(row, standing, nobodys === true);
  const code = scope === undefined ? (known ? lacks : 'KEY-UNKNOWN') : undefined;
  if (code && route.method !== 'HEAD' && visit.code !== code) return `${place}: ${visit.code}, not ${code}`;
  // A problem repeats the address that was asked for.
  const shown =
    route.method === 'GET' && visit.status < 400 ? marks.filter((mark) => visit.body.includes(mark)) : [];
  if (foreign && shown.length > 0) return `${place}: shows ${shown.join(', ')}`;
  return undefined;
}
