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
  | 'passkey-set'
  | 'passkey-renamed'
  | 'passkey-removed'
  | 'recovery-codes-made'
  | 'recovery-code-used'
  | 'account-proposed'
  | 'account-made'
  | 'account-approved'
  | 'account-refused'
  | 'account-changed'
  | 'account-locked'
  | 'account-unlocked'
  | 'account-closed'
  | 'agency-proposed'
  | 'agency-changed'
  | 'agency-confirmed'
  | 'agency-stopped'
  | 'agency-tried'
  | 'identity-proposed'
  | 'identity-confirmed'
  | 'identity-removed';

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

/** Puts it on record for good. Of a consumer without the login: they may have the account closed, and it is about them. */
export async function noteEvent(client: Queryable, event: AccessEvent): Promise<void> {
  await client.run(
    `insert into access.event (at, kind, account_id, login, actor, address, detail)
     values ($1, $2, $3,
       (select $4::text where not exists (select from access.account where account_id = $3 and role = 'consumer')),
       $5, $6, $7)`,
    [
      ...[event.at, event.kind, event.accountId, event.login, event.actor, event.address],
      event.detail === null ? null : JSON.stringify(event.detail),
    ],
  );
}

export interface ListedEvent extends AccessEvent {
  readonly seq: string;
  /** Name of the account it happened to, as it is now. */
  readonly accountName: string | null;
  /** Login and name of who did it, where that is an account. */
  readonly actorLogin: string | null;
  readonly actorName: string | null;
}

export interface EventsWish {
  readonly accountId: string | undefined;
  readonly kind: string | undefined;
  /** In China, YYYY-MM-DD. */
  readonly day: string | undefined;
  /** `seq` before which the page begins. */
  readonly cursor: string | undefined;
  readonly limit: number;
}

/** A page of events, newest first. */
export async function listEvents(client: Queryable, wish: EventsWish): Promise<ListedEvent[]> {
  return client.query<ListedEvent>(
    `select e.seq::text as seq, e.at, e.kind, e.account_id as "accountId", coalesce(e.login, a.login) as login, e.actor, e.address,
       e.detail, a.display_name as "accountName", b.login as "actorLogin", b.display_name as "actorName"
     from (
       select * from access.event
       where ($1::uuid is null or account_id = $1) and ($2::text is null or kind = $2)
         and ($3::bigint is null or seq < $3)
         and ($5::date is null or (at >= $5::date::timestamp at time zone 'Asia/Shanghai'
           and at < ($5::date + 1)::timestamp at time zone 'Asia/Shanghai'))
       order by access.event.seq desc limit $4
     ) e
     left join access.account a on a.account_id = e.account_id
     left join access.account b on b.account_id = case when e.actor ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then e.actor::uuid end
     order by e.seq desc`,
    [wish.accountId ?? null, wish.kind ?? null, wish.cursor ?? null, wish.limit, wish.day ?? null],
  );
}
