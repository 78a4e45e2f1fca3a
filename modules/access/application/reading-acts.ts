import { Problem } from '#http';
import { type Act, actsOf } from '#journal';
import { namesOf } from '../storage/accounts.ts';
import type { AccessPorts } from './ports.ts';

export interface ActsQuery {
  readonly kind?: string | undefined;
  readonly subject?: string | undefined;
  readonly day?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const isId = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);

/** Under what names entries say who did it, the surest first. */
const doers = ['by', 'doneBy', 'byId', 'operator'] as const;

/** A page of what people have done, the newest first, with who it was. @throws Problem 400 for a wrong cursor */
export async function readActs({ database, keys }: AccessPorts, { cursor, limit, ...wish }: ActsQuery) {
  const before = cursor === undefined ? undefined : readCursor(cursor);
  const rows = await actsOf(database.readers, { ...wish, before, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const doers = page.flatMap((row) => doerOf(row) ?? []);
  const byKey = new Map((await keys.among(doers.filter(isId))).map((key) => [key.keyId, key]));
  const owners = [...byKey.values()].flatMap(({ ownerId }) => ownerId ?? []);
  const names = await namesOf(database.readers, [...doers, ...owners]);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    entries: page.map((row) => {
      const actor = doerOf(row) ?? null;
      const key = byKey.get(actor ?? '');
      const { login = null, displayName = null } = names.get(key?.ownerId ?? actor ?? '') ?? {};
      const { tx, seq, at, kind, subject, body } = row;
      const entryId = `${tx}.${seq}`;
      const told = body as Record<string, unknown>;
      return {
        ...{ entryId, at, kind, subject, actor, actorLogin: login, actorName: displayName, body: told },
        ...(key ? { actorKey: key.label } : {}),
      };
    }),
    ...(last ? { next: `${last.at.toISOString()}~${last.tx}~${last.seq}` } : {}),
  };
}

function doerOf({ body }: Act): string | undefined {
  const told = body as Readonly<Record<string, unknown>>;
  return doers.map((name) => told[name]).find((id) => typeof id === 'string');
}

function readCursor(cursor: string): { at: string; tx: string; seq: string } {
  const [, at = '', tx = '', seq = ''] = /^([^~]+)~(\d{1,19})~(\d{1,18})$/.exec(cursor) ?? [];
  const time = new Date(at);
  if (!Number.isNaN(time.getTime()) && time.toISOString() === at) return { at, tx, seq };
  throw new Problem(400, 'CURSOR', {
    zh: '游标无效，请从第一页重新读取',
    en: 'Not a cursor of this API; start from the first page',
  });
}
