import type { Client, Queryable } from '#postgres';

const part = 'lines';

/** Up to where the journal has been read; its beginning before the first look. */
export async function readUpTo(client: Queryable): Promise<string> {
  const [row] = await client.query<{ cursor: string }>(
    'select cursor from refunds.progress where part = $1',
    [part],
  );
  return row?.cursor ?? '0.0';
}

/** Moves on; false where another server has done so. */
export async function moveOn(client: Client, from: string, to: string): Promise<boolean> {
  await client.run(`insert into refunds.progress (part, cursor) values ($1, '0.0') on conflict do nothing`, [
    part,
  ]);
  const moved = await client.run('update refunds.progress set cursor = $3 where part = $1 and cursor = $2', [
    ...[part, from, to],
  ]);
  return moved === 1;
}
