import { kindNamed, type MailWish, type Need, type NotificationKind } from './kinds.ts';

/** Something that has happened. */
export interface ToldEvent {
  readonly id: string;
  readonly kind: string;
  readonly happenedAt: Date;
  /** Customs codes of those it concerns. */
  readonly enterprises: readonly string[];
  readonly data: Readonly<Record<string, unknown>>;
  /** The account it was done with, if people did it. */
  readonly by: string | undefined;
}

/** Somebody who may be told. */
export interface Listener {
  readonly accountId: string;
  /** Of the enterprise the person works for; undefined for those who look after the zone. */
  readonly customsCode: string | undefined;
  /** With whose things the person may do it; undefined: not at all. */
  readonly reach: (need: Need) => string | undefined;
}

/** One line of what a person is told: an event, or several of a kind. */
export interface NewNotification {
  readonly accountId: string;
  readonly kind: string;
  readonly gatherKey: string;
  readonly count: number;
  readonly firstAt: Date;
  readonly happenedAt: Date;
  readonly about: string;
  readonly place: string;
  /** Whether it is shown, unless the person has said otherwise. */
  readonly shown: boolean;
  readonly mail: MailWish;
}

/**
 * What each listener is told of these events: those of the own enterprise, or of the zone, as far as the table of who may
 * do what lets the person see or do something about it. Nobody is told what they did themselves.
 */
export function notificationsFor(
  events: readonly ToldEvent[],
  listeners: readonly Listener[],
): readonly NewNotification[] {
  const gathered = new Map<string, NewNotification>();
  const ofZone = listeners.filter(({ customsCode }) => customsCode === undefined);
  const ofEnterprise = Map.groupBy(listeners, ({ customsCode }) => customsCode);
  for (const event of events) {
    const row = kindNamed(event.kind);
    if (!row || row.when?.(event.data) === false) continue;
    for (const customsCode of concerned(row, event))
      for (const listener of ofEnterprise.get(customsCode) ?? [])
        if (row.own && listener.reach(row.own) === 'own') gather(gathered, row, event, listener);
    for (const listener of row.zone ? ofZone : [])
      if (row.zone && listener.reach(row.zone) === 'zone') gather(gathered, row, event, listener);
  }
  return [...gathered.values()];
}

/** Customs codes of the enterprises whose people are told. */
function concerned({ side }: NotificationKind, { enterprises, data }: ToldEvent): readonly string[] {
  return side === undefined ? enterprises : enterprises.filter((code) => code === data[side]);
}

function gather(
  gathered: Map<string, NewNotification>,
  row: NotificationKind,
  event: ToldEvent,
  { accountId, customsCode }: Listener,
): void {
  if (event.by === accountId) return;
  const { happenedAt } = event;
  const gatherKey = row.gathered ? `${row.kind} ${happenedAt.toISOString().slice(0, 13)}` : event.id;
  const key = `${accountId} ${gatherKey}`;
  const before = gathered.get(key);
  const place = customsCode === undefined ? (row.zonePlace ?? row.place) : row.place;
  const single: NewNotification = {
    ...{ accountId, gatherKey, kind: row.kind, shown: row.shown, mail: row.mail, count: 1 },
    ...{ firstAt: happenedAt, happenedAt, about: row.about(event.data), place: place(event.data) },
  };
  gathered.set(key, before ? together(before, single) : single);
}

/** Both as one: what is shown is the newer. */
function together(before: NewNotification, further: NewNotification): NewNotification {
  const newest = further.happenedAt >= before.happenedAt ? further : before;
  const firstAt = new Date(Math.min(before.firstAt.getTime(), further.firstAt.getTime()));
  return { ...newest, firstAt, count: before.count + further.count };
}
