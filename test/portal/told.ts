import { addressPlace } from '../../modules/notifications/storage/sealed.ts';
import type { Platform } from './platform.ts';

/** What somebody who has just come would have been told: one line of each colour, one of them read. */
const lines = [
  ['list.refused', 12, '', '/lists?state=refused', false],
  ['list.held', 1, 'D260310S22A', '/lists/5301963601/D260310S22A', false],
  ['question.asked', 1, 'D260310S22A', '/questions', false],
  ['delegation.proposed', 1, 'WT-2026-0031', '/delegations', false],
  ['filing.approved', 1, '5301363602', '/registry/filings/f1', true],
] as const;

/** Tells everybody who has an account with an enterprise. */
export async function tellForShow({ database }: Platform): Promise<void> {
  await database.run(
    `insert into notifications.notification
       (account_id, kind, gather_key, count, first_at, happened_at, about, place, read_at, shown, mail)
     select account_id, kind, kind, count, at, at, about, place, case when read then at end, true, 'never'
     from access.account cross join
       unnest($1::text[], $2::int[], $3::text[], $4::text[], $5::boolean[]) as t(kind, count, about, place, read)
     cross join (values ('2026-03-10T09:30:00+08:00'::timestamptz)) as v(at)
     where customs_code is not null
     on conflict do nothing`,
    [0, 1, 2, 3, 4].map((at) => lines.map((line) => line[at])),
  );
}

/** Gives everybody who has an account with an enterprise an address, and mails of every state. */
export async function mailForShow({ database }: Platform): Promise<void> {
  const accounts = await database.query<{ id: string }>(
    'select account_id as id from access.account where customs_code is not null',
  );
  const at = '2026-03-10T09:30:00+08:00';
  for (const { id } of accounts) {
    const sealed = database.vault.seal(addressPlace(id), 'li@firm.example');
    await database.run(
      `insert into notifications.address
         (account_id, sealed, confirmed_at, language, time_zone, digest, digest_hour, stopped_for)
       values ($1, $2, $3, 'zh', 'Asia/Shanghai', 'daily', 9, 'refused') on conflict do nothing`,
      [id, sealed, at],
    );
    await database.run(
      `insert into notifications.mail (account_id, mail_key, kind, made_at, state, tries, next_try_at, settled_at, fault, answer)
       select $1, 'now ' || state, kind, $2, state, 1, '2026-12-31', $2, fault, answer
       from unnest($3::text[], $4::text[], $5::text[], $6::text[]) as m(state, kind, fault, answer) on conflict do nothing`,
      [
        ...[id, at, ['sent', 'waiting', 'failed', 'uncertain', 'dropped']],
        ['code', 'immediate', 'immediate', 'digest', 'digest'],
        [null, 'ECONNREFUSED', 'EENVELOPE', 'INTERRUPTED', 'STOPPED'],
        [null, null, '550 5.1.1 no such mailbox', null, null],
      ],
    );
  }
}
