import type { SealedTable, SealingClient } from './sealed-table.ts';

/** A database as a pass needs it. */
export interface SealingDatabase extends SealingClient {
  transaction<Result>(work: (client: SealingClient) => Promise<Result>): Promise<Result>;
}

/** How a table stands. */
export interface PassState {
  readonly target: string;
  readonly seen: number;
  readonly sealed: number;
  readonly ended: boolean;
}

/** Rows a transaction takes; messages can be megabytes, so they are few. */
const rowsAStep = 100;

/**
 * Seals a table by the key in use, from where the pass by this key has been left. Each step is one transaction with
 * the place it has reached, so a pass that is killed goes on from there. It rests as long as it works: whoever clears
 * goods meanwhile keeps the other half.
 * @param told after every step
 */
export async function sealTable(
  database: SealingDatabase,
  table: SealedTable,
  told: (state: PassState) => void = () => undefined,
): Promise<PassState> {
  const keyNumber = database.vault.keyInUse;
  for (;;) {
    const begun = performance.now();
    const state = await database.transaction((client) => step(client, table, keyNumber));
    told(state);
    if (state.ended) return state;
    await new Promise((resolve) => setTimeout(resolve, performance.now() - begun));
  }
}

async function step(client: SealingClient, table: SealedTable, keyNumber: number): Promise<PassState> {
  const target = table.name;
  await client.run(
    'insert into vault.pass (target, key_number) values ($1, $2) on conflict (target, key_number) do nothing',
    [target, keyNumber],
  );
  // Locked: two passes over one table take turns.
  const [before] = await client.query<{
    reached: string[] | null;
    seen: number;
    sealed: number;
    ended: boolean;
  }>(
    `select reached, seen::float8 as seen, sealed::float8 as sealed, ended_at is not null as ended
     from vault.pass where target = $1 and key_number = $2 for update`,
    [target, keyNumber],
  );
  if (!before || before.ended)
    return { target, seen: before?.seen ?? 0, sealed: before?.sealed ?? 0, ended: true };
  const done = await table.step(client, before.reached ?? undefined, rowsAStep);
  // At its end the whole table is looked at once more: a server that learnt of the key late has written behind us.
  const ended = done.reached === undefined && (await table.behind(client)) === 0;
  const [seen, sealed] = [before.seen + done.seen, before.sealed + done.sealed];
  await client.run(
    `update vault.pass set reached = $3, seen = $4, sealed = $5, ended_at = case when $6 then now() end
     where target = $1 and key_number = $2`,
    [target, keyNumber, done.reached ?? null, seen, sealed, ended],
  );
  return { target, seen, sealed, ended };
}

/** How the passes by a key stand. */
export async function passes(client: SealingClient, keyNumber: number): Promise<PassState[]> {
  return client.query<PassState>(
    `select target, seen::float8 as seen, sealed::float8 as sealed, ended_at is not null as ended
     from vault.pass where key_number = $1 order by target`,
    [keyNumber],
  );
}
