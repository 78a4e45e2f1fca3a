import type { Account } from '../domain/account.ts';
import { type AccountsWish, accountById, type ListedAccount, listAccounts } from '../storage/accounts.ts';
import { type EventsWish, type ListedEvent, listEvents } from '../storage/events.ts';
import { type ListedSession, sessionsOf } from '../storage/sessions.ts';
import type { AccessPorts } from './ports.ts';
import { reached } from './reach.ts';

/** A wish as it is asked: what is left out is not looked at. */
type Asked<Wish extends { readonly limit: number }> = Partial<Wish> & Pick<Wish, 'limit'>;

/** A page of accounts: those of an enterprise's staff, or of everybody. */
export async function accountsOf(
  { database }: AccessPorts,
  party: string | undefined,
  query: Asked<AccountsWish>,
): Promise<{ readonly accounts: ListedAccount[]; readonly next?: string }> {
  const { state, role, q, cursor, limit } = query;
  const customsCode = party ?? query.customsCode;
  const rows = await listAccounts(database.readers, {
    customsCode,
    state,
    role,
    q,
    cursor,
    limit: limit + 1,
  });
  const accounts = rows.slice(0, limit);
  const next = rows.length > limit ? accounts.at(-1)?.login : undefined;
  return { accounts, ...(next === undefined ? {} : { next }) };
}

/** Throws Problem 404. */
export async function oneAccount(
  { database }: AccessPorts,
  party: string | undefined,
  accountId: string,
): Promise<Account> {
  return reached(await accountById(database.readers, accountId), party);
}

/** Throws Problem 404. */
export async function sessionsOfAccount(
  ports: AccessPorts,
  party: string | undefined,
  accountId: string,
): Promise<ListedSession[]> {
  await oneAccount(ports, party, accountId);
  const { database, now, parameters } = ports;
  const usedSince = new Date(now().getTime() - parameters().sessionIdleMs);
  return sessionsOf(database.readers, accountId, now(), usedSince);
}

/** What is on record, newest first. */
export async function eventsOf(
  { database }: AccessPorts,
  query: Asked<EventsWish>,
): Promise<{ readonly events: ListedEvent[]; readonly next?: string }> {
  const { accountId, kind, day, cursor, limit } = query;
  const rows = await listEvents(database.readers, { accountId, kind, day, cursor, limit: limit + 1 });
  const events = rows.slice(0, limit);
  const next = rows.length > limit ? events.at(-1)?.seq : undefined;
  return { events, ...(next === undefined ? {} : { next }) };
}
