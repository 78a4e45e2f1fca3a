import { type Client, type Queryable, statement } from '#postgres';
import { openSealedText, placeOf, sealedText, sealedTextOf } from '#vault';
import type { SamplingMode } from '../domain/rates.ts';

/** What was committed to for a day. */
export interface DayOfDraws {
  readonly day: string;
  readonly purpose: string;
  readonly seedDigest: string;
  readonly committedAt: Date;
}

/** With the secret itself. */
export interface SeededDay extends DayOfDraws {
  readonly seed: string;
}

const TABLE = 'sampling.day';
const placeOfSeed = (day: string): string => placeOf(TABLE, day);

/** Seeds are the only thing sealed here. */
export const sealedSampling = sealedText({
  ...{ table: TABLE, name: 'seed', key: { day: 'text' } },
  ...{ read: 'seed', write: (text) => `seed = ${text}` },
});

const COLUMNS = `day, purpose, seed_digest as "seedDigest", committed_at as "committedAt"`;

/** Commits to days that have no commitment; whoever was first stays. */
export async function commitTo(client: Client, days: readonly SeededDay[]): Promise<void> {
  for (const { day, purpose, seedDigest, seed, committedAt } of days)
    await client.run(
      `insert into sampling.day (day, purpose, seed_digest, seed, committed_at)
       values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [day, purpose, seedDigest, sealedTextOf(client.vault, placeOfSeed(day), seed), committedAt],
    );
}

/** A day with its seed; undefined before it is committed to. */
export async function seededDay(client: Queryable, day: string): Promise<SeededDay | undefined> {
  const [row] = await client.query<SeededDay>(`select ${COLUMNS}, seed from sampling.day where day = $1`, [
    day,
  ]);
  return row && { ...row, seed: openSealedText(client.vault, placeOfSeed(day), row.seed) };
}

/** Commitments, the latest day first. */
export const daysPage = (
  client: Queryable,
  before: string | undefined,
  limit: number,
): Promise<DayOfDraws[]> =>
  client.query<DayOfDraws>(
    `select ${COLUMNS} from sampling.day where ($1::text is null or day < $1) order by day desc limit $2`,
    [before ?? null, limit],
  );

/** Lists that were drawn among by one rate, at one judgement. */
export interface Batch {
  readonly day: string;
  readonly at: Date;
  readonly why: string;
  readonly rate: string;
  readonly mode: SamplingMode;
  readonly orderNos: readonly string[];
  readonly ebpCodes: readonly string[];
  readonly drawn: number;
}

/** A list the draw fell on. */
export interface Drawn {
  readonly orderNo: string;
  readonly ebpCode: string;
  readonly day: string;
  readonly why: string;
  readonly rate: string;
  readonly mode: SamplingMode;
  readonly at: Date;
  readonly recipient: string;
}

const addAll = statement(`
with batches as (
  insert into sampling.batch (day, at, why, rate, mode, order_nos, ebp_codes, drawn)
  select day, at, why, rate, mode, "orderNos", "ebpCodes", drawn
  from json_to_recordset($1) as b(day text, at timestamptz, why text, rate text, mode text, "orderNos" text[],
    "ebpCodes" text[], drawn integer))
insert into sampling.drawn (order_no, ebp_code, day, why, rate, mode, at, recipient)
select "orderNo", "ebpCode", day, why, rate, mode, at, recipient
from json_to_recordset($2) as d("orderNo" text, "ebpCode" text, day text, why text, rate text, mode text,
  at timestamptz, recipient text)
order by 1, 2 on conflict do nothing`);

/** Writes down who took part and whom the draw fell on: one statement, however many lists. */
export async function addBatches(
  client: Client,
  batches: readonly Batch[],
  drawn: readonly Drawn[],
): Promise<void> {
  if (batches.length > 0) await client.run(addAll, [JSON.stringify(batches), JSON.stringify(drawn)]);
}

const drawnColumns = `d.order_no as "orderNo", d.ebp_code as "ebpCode", d.day, d.why, d.rate, d.mode, d.at, d.recipient`;

const before = statement(`select ${drawnColumns} from sampling.drawn d
join unnest($1::text[], $2::text[]) as k(order_no, ebp_code) using (order_no, ebp_code)`);

/** Of these lists those the draw has fallen on. */
export const drawnBefore = (
  client: Queryable,
  lists: readonly { readonly orderNo: string; readonly ebpCode: string }[],
): Promise<Drawn[]> =>
  client.query<Drawn>(before, [lists.map(({ orderNo }) => orderNo), lists.map(({ ebpCode }) => ebpCode)]);

/** The lists the draw fell on, the latest first. */
export const drawnPage = (
  client: Queryable,
  from: { readonly at: string; readonly orderNo: string; readonly ebpCode: string } | undefined,
  limit: number,
): Promise<Drawn[]> =>
  client.query<Drawn>(
    `select ${drawnColumns} from sampling.drawn d
     where $1::timestamptz is null or (d.at, d.order_no, d.ebp_code) < ($1, $2, $3)
     order by d.at desc, d.order_no desc, d.ebp_code desc limit $4`,
    [from?.at ?? null, from?.orderNo ?? null, from?.ebpCode ?? null, limit],
  );

/** How many lists were drawn among by a rate, and how many the draw fell on. */
export interface Totals {
  readonly why: string;
  readonly rate: string;
  readonly mode: SamplingMode;
  readonly candidates: number;
  readonly drawn: number;
}

/** The sums of a day, by rate. */
export const totalsOf = (client: Queryable, day: string): Promise<Totals[]> =>
  client.query<Totals>(
    `select why, rate, mode, sum(cardinality(order_nos))::int as candidates, sum(drawn)::int as drawn
     from sampling.batch where day = $1 group by why, rate, mode order by why, rate, mode`,
    [day],
  );

/** The draws of a day in the order they were made. */
export const batchesAfter = (
  client: Queryable,
  day: string,
  after: string | undefined,
  limit: number,
): Promise<(Batch & { readonly batchNo: string })[]> =>
  client.query(
    `select day, batch_no::text as "batchNo", at, why, rate, mode, order_nos as "orderNos", ebp_codes as "ebpCodes", drawn
     from sampling.batch where day = $1 and ($2::bigint is null or batch_no > $2) order by batch_no limit $3`,
    [day, after ?? null, limit],
  );
