import { cursorOf, readCursor } from '#http';
import type { Database } from '#postgres';
import { kindNamed } from '../domain/kinds.ts';
import type { NotificationsPage, NotificationView } from '../http/schemas.ts';
import { markRead, type Notification, notificationsOf, unreadOf } from '../storage/notifications.ts';

export interface ReadingPorts {
  readonly database: Database;
  readonly now: () => Date;
}

/** Unread ones are counted as far as a glance tells apart (D). */
const mostCounted = 100;

/** A page of what somebody was told, the newest first. @throws Problem 400 for what is no cursor */
export async function pageFor(
  { database }: ReadingPorts,
  accountId: string,
  wish: {
    readonly unread?: boolean | undefined;
    readonly cursor?: string | undefined;
    readonly limit: number;
  },
): Promise<NotificationsPage> {
  const behind = wish.cursor === undefined ? undefined : behindOf(wish.cursor);
  const { unread = false, limit } = wish;
  const found = await notificationsOf(database.readers, accountId, { unread, behind, limit: limit + 1 });
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  return {
    notifications: page.map(viewOf),
    unread: await unreadOf(database.readers, accountId, mostCounted),
    ...(last ? { next: cursorOf(last.happenedAt.toISOString(), last.seq) } : {}),
  };
}

function behindOf(cursor: string): { readonly at: string; readonly seq: string } {
  const [at = '', seq = ''] = readCursor(cursor, 2);
  // What is no number is behind everything, as a cursor nobody was given.
  return { at, seq: /^\d{1,18}$/.test(seq) ? seq : '0' };
}

export const countFor = ({ database }: ReadingPorts, accountId: string): Promise<number> =>
  unreadOf(database.readers, accountId, mostCounted);

/** Marks somebody's own as read; one of somebody else is passed over. */
export async function readFor(
  { database, now }: ReadingPorts,
  accountId: string,
  which: { readonly ids?: readonly string[] | undefined; readonly until?: string | undefined },
): Promise<{ readonly read: number; readonly unread: number }> {
  const { ids = [], until } = which;
  const wish = until === undefined ? { seqs: ids } : { until };
  const read = await markRead(database, accountId, wish, now());
  return { read, unread: await unreadOf(database, accountId, mostCounted) };
}

function viewOf({
  seq,
  kind,
  count,
  firstAt,
  happenedAt,
  about,
  place,
  readAt,
}: Notification): NotificationView {
  const row = kindNamed(kind);
  const several = count > 1 && row?.places !== undefined;
  return {
    ...{ notificationId: seq, kind, count, read: readAt !== null },
    // A kind that is no longer told of goes by its name.
    text: row?.text ?? { zh: kind, en: kind },
    firstAt: firstAt.toISOString(),
    happenedAt: happenedAt.toISOString(),
    ...(about === '' || several ? {} : { about }),
    place: several ? (row.places ?? place) : place,
  };
}
