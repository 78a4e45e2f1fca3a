import { randomBytes } from 'node:crypto';
import type { Queryable } from '#postgres';

/** A secret of this installation, made when first asked for; the same for every server on the database. */
export async function secretOf(database: Queryable, key: string): Promise<string> {
  await database.run(
    'insert into exchange.secret (key, value) values ($1, $2) on conflict (key) do nothing',
    [key, randomBytes(32).toString('base64url')],
  );
  const rows = await database.query<{ value: string }>('select value from exchange.secret where key = $1', [
    key,
  ]);
  return rows[0]?.value ?? '';
}
