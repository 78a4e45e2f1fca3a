import type { Queryable } from '#postgres';

/** What is on record of accounts and sign-ins. */
export type EventKind =
  | 'signed-in'
  | 'sign-in-failed'
  | 'sign-in-barred'
  | 'signed-out'
  | 'session-ended'
  | 'password-changed'
  | 'password-reset'
  | 'second-factor-set'
  | 'second-factor-removed'
  | 'recovery-codes-made'
  | 'recovery-code-used'
  | 'account-proposed'
  | 'account-made'
  | 'account-approved'
  | 'account-refused'
  | 'account-changed'
  | 'account-locked'
  | 'account-unlocked'
  | 'account-closed';

export interface AccessEvent {
  readonly at: Date;
  readonly kind: EventKind;
  /** The account it happened to; null where there is none of that login. */
  readonly accountId: string | null;
  readonly login: string | null;
  /** Id of the account or key that did it, or a word for the command line; null for the account itself. */
  readonly actor: string | null;
  /** Network address it came from. */
  readonly address: string | null;
  readonly detail: Readonly<Record<string, unknown>> | null;
}

export async function noteEvent(client: Queryable, event: AccessEvent): Promise<void> {
  await client.run(
    `insert into access.event (at, kind, account_id, login, actor, address, detail)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      ...[event.at, event.kind, event.accountId, event.login, event.actor, event.address],
      event.detail === null ? null : JSON.stringify(event.detail),
    ],
  );
}

export interface ListedEvent extends AccessEvent {
  readonly seq: string;
}

export interface EventsWish {
  readonly accountId: string | undefined;
  readonly kind: string | undefined;
  /** `seq` before which the page begins. */
  readonly cursor: string | undefined;
  readonly limit: number;
}

/** A page of events, newest first. */
export async function listEvents(client: Queryable, wish: EventsWish): Promise<ListedEvent[]> {
  return client.query<ListedEvent>(
    `select seq::text as seq, at, kind, account_id as "accountId", login, actor, address, detail from access.event
     where ($1::uuid is null or account_id = $1) and ($2::text is null or kind = $2)
       and ($3::bigint is null or seq < $3)
     order by access.event.seq desc limit $4`,
    [wish.accountId ?? null, wish.kind ?? null, wish.cursor ?? null, wish.limit],
  );
}
