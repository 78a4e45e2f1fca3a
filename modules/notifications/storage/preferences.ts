import type { Client, Queryable } from '#postgres';
import type { MailWish } from '../domain/kinds.ts';

/** What somebody wishes of a kind, where it is not the usual. */
export interface Preference {
  readonly kind: string;
  readonly shown: boolean;
  readonly mail: MailWish;
}

export const preferencesOf = (client: Queryable, accountId: string): Promise<Preference[]> =>
  client.query<Preference>('select kind, shown, mail from notifications.preference where account_id = $1', [
    accountId,
  ]);

/** Keeps these wishes beside those on other kinds. */
export async function keepPreferences(
  client: Client,
  accountId: string,
  wishes: readonly Preference[],
): Promise<void> {
  await client.run(
    `insert into notifications.preference (account_id, kind, shown, mail)
     select $1, kind, shown, mail from unnest($2::text[], $3::boolean[], $4::text[]) as wish(kind, shown, mail)
     on conflict (account_id, kind) do update set shown = excluded.shown, mail = excluded.mail`,
    [
      accountId,
      wishes.map(({ kind }) => kind),
      wishes.map(({ shown }) => shown),
      wishes.map(({ mail }) => mail),
    ],
  );
}
