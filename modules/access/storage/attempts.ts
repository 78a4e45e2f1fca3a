import type { Queryable } from '#postgres';
import type { Attempts } from '../domain/attempts.ts';

/** What is remembered of a subject, which nobody else counts for until the transaction ends. */
export async function attemptsOf(
  client: Queryable,
  subject: string,
  now: Date,
): Promise<Attempts | undefined> {
  await client.run(
    `insert into access.attempt (subject, failures, last_at) values ($1, 0, $2) on conflict (subject) do nothing`,
    [subject, now],
  );
  const [row] = await client.query<Attempts>(
    `select failures, last_at as "lastAt", barred_until as "barredUntil" from access.attempt where subject = $1
     for update`,
    [subject],
  );
  return row;
}

export async function keepAttempts(client: Queryable, subject: string, attempts: Attempts): Promise<void> {
  await client.run(
    'update access.attempt set failures = $2, last_at = $3, barred_until = $4 where subject = $1',
    [subject, attempts.failures, attempts.lastAt, attempts.barredUntil],
  );
}

/** Nothing is remembered of a subject any more. */
export async function forgetAttempts(client: Queryable, subject: string): Promise<void> {
  await client.run('delete from access.attempt where subject = $1', [subject]);
}

/** Takes back one try that has succeeded. */
export async function takeBackAttempt(client: Queryable, subject: string): Promise<void> {
  await client.run(
    `update access.attempt set failures = greatest(failures - 1, 0), barred_until = null where subject = $1`,
    [subject],
  );
}

/** Removes what is older than it is remembered. */
export async function removeOldAttempts(client: Queryable, before: Date): Promise<void> {
  await client.run('delete from access.attempt where last_at < $1', [before]);
}
