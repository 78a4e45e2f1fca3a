import type { Client, Queryable } from '#postgres';

const part = 'notifications';

/** Up to where the journal has been told of; undefined before the first look. */
export async function toldUpTo(client: Queryable): Promise<string | undefined> {
  const [row] = await client.query<{ cursor: string }>(
    'select cursor from notifications.progress where part = $1',
    [part],
  );
  return row?.cursor;
}

/** Begins at a cursor, unless another server has begun already. */
export async function beginAt(client: Queryable, cursor: string): Promise<void> {
  await client.run(
    'insert into notifications.progress (part, cursor) values ($1, $2) on conflict do nothing',
    [...[part, cursor]],
  );
}

/** Moves on; false where another server has done so. */
export async function moveOn(client: Client, from: string, to: string): Promise<boolean> {
  const moved = await client.run(
    'update notifications.progress set cursor = $3 where part = $1 and cursor = $2',
    [part, from, to],
  );
  return moved === 1;
}
