import type { Platform } from './platform.ts';

const list = ['D260310S22A', '5301963601'];

/** Two agencies are asked about a held list: one waits, the other has refused, and got what it saw on record. */
export async function askAgencies({ database }: Platform): Promise<void> {
  await database.run(
    `insert into agencies.question (order_no, ebp_code, attempt, agency, requirements, state, judge, since, decided_at, recipient)
     values ($1, $2, 1, 'customs', '{MARKET-HEALTH-FOOD}', 'waiting', 'officer', '2026-03-08T02:00:00Z', null, $2),
       ($1, $2, 1, 'market', '{MARKET-HEALTH-FOOD}', 'waiting', 'live', '2026-03-10T02:00:00Z', null, $2),
       ($1, $2, 1, 'post', '{POST-FLAMMABLE}', 'negative', 'officer', '2026-03-10T02:00:00Z', '2026-03-10T02:30:00Z', $2)
     on conflict do nothing`,
    list,
  );
  const [row] = await database.query<{ here: boolean }>(
    'select exists (select from agencies.decision where order_no = $1 and ebp_code = $2) as here',
    list,
  );
  if (row?.here) return;
  await database.run(
    `insert into agencies.decision (order_no, ebp_code, attempt, agency, word, judge, reason, by_whom, at)
     values ($1, $2, 1, 'post', 'negative', 'officer', '一票五瓶易燃液体，不得寄递', 'test', '2026-03-10T02:30:00Z')`,
    list,
  );
  await database.run(
    `insert into agencies.sending (order_no, ebp_code, agency, way, why, fields, digest, at, by_whom)
     values ($1, $2, 'post', 'desk', 'POST-FLAMMABLE', '{waybill.orderNo,waybill.logisticsNo,declaration.items.gname}',
       repeat('0a', 32), '2026-03-10T02:20:00Z', 'test')`,
    list,
  );
}

/** Besides, one agency decides over a link that is down, and somebody has asked that another do. */
export async function linkAgencies(platform: Platform): Promise<void> {
  await askAgencies(platform);
  const { database } = platform;
  await database.run(
    `insert into agencies.link (agency, address, secret, judge, changed_by, changed_at, last_good_at, failing_since, fault,
       next_look_at)
     values ('market', 'https://market.example/chama', '', 'live', 'test', '2026-03-01T02:00:00Z', '2026-03-10T01:00:00Z',
         '2026-03-10T01:20:00Z', 'HTTP-503', '2036-01-01'),
       ('post', 'https://post.example/chama', '', 'engine', 'test', '2026-03-10T01:00:00Z', '2026-03-10T02:00:00Z', null, null,
         '2036-01-01')
     on conflict do nothing`,
  );
  await database.run(
    `insert into agencies.delivery (order_no, ebp_code, attempt, agency, delivery_id, state, tries, made_at, next_try_at, fault)
     values ($1, $2, 1, 'market', 'ffffffff-0000-4000-8000-000000000069', 'failed', 40, '2026-03-10T02:00:00Z',
       '2026-03-10T03:00:00Z', 'HTTP-503')
     on conflict do nothing`,
    list,
  );
}
