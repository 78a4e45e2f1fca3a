import type { Client, Queryable } from '#postgres';
import { openSealedText, placeOf, sealedText, sealedTextOf } from '#vault';

/** What was committed to for a day. */
export interface DayOfDraws {
  readonly day: string;
  readonly purpose: string;
  readonly rate: string;
  readonly seedDigest: string;
  readonly committedAt: Date;
}

/** With the secret itself. */
export interface SeededDay extends DayOfDraws {
  readonly seed: string;
}

const TABLE = 'gate.draw';
const placeOfSeed = (day: string): string => placeOf(TABLE, day);

/** Seeds are the only thing sealed here. */
export const sealedDraws = sealedText({
  ...{ table: TABLE, name: 'seed', key: { day: 'text' } },
  ...{ read: 'seed', write: (text) => `seed = ${text}` },
});

const COLUMNS = `day, purpose, rate, seed_digest as "seedDigest", committed_at as "committedAt"`;

/** Commits to days that have no commitment; whoever was first stays. */
export async function commitTo(client: Client, days: readonly SeededDay[]): Promise<void> {
  for (const { day, purpose, rate, seedDigest, seed, committedAt } of days)
    await client.run(
      `insert into gate.draw (day, purpose, rate, seed_digest, seed, committed_at)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [day, purpose, rate, seedDigest, sealedTextOf(client.vault, placeOfSeed(day), seed), committedAt],
    );
}

/** A day with its seed; undefined before it is committed to. */
export async function seededDay(client: Queryable, day: string): Promise<SeededDay | undefined> {
  const [row] = await client.query<SeededDay>(`select ${COLUMNS}, seed from gate.draw where day = $1`, [day]);
  return row && { ...row, seed: openSealedText(client.vault, placeOfSeed(day), row.seed) };
}

/** Commitments, the latest day first. */
export async function daysPage(
  client: Queryable,
  before: string | undefined,
  limit: number,
): Promise<DayOfDraws[]> {
  return client.query<DayOfDraws>(
    `select ${COLUMNS} from gate.draw where ($1::text is null or day < $1) order by day desc limit $2`,
    [before ?? null, limit],
  );
}

/** The passes that took part in the draw of a day, in the order of their numbers, and which were drawn. */
export async function candidatesOn(
  client: Queryable,
  day: string,
): Promise<{ readonly passNo: string; readonly drawn: boolean }[]> {
  return client.query(
    `select pass_no as "passNo", drawn from gate.pass where drawn_on = $1::date order by pass_no`,
    [day],
  );
}
