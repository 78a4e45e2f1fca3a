import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { type Pools, poolsOf } from '../database.ts';
import { type KeptKeys, keysOf } from '../keys.ts';
import type { TestCluster } from './setup.ts';

/**
 * A database with its connections, which outlive the test file that opened them: a new connection reads the catalogue
 * of some three hundred tables anew, which takes PostgreSQL longer than all that a small test asks of it.
 */
export interface Kept {
  readonly name: string;
  readonly application: Pools<pg.Pool>;
  readonly owner: Pools<pg.Pool>;
  readonly keys: KeptKeys;
}

export async function openKept(cluster: TestCluster, name: string): Promise<Kept> {
  const kept = { database: name, idleTimeoutMillis: 0, allowExitOnIdle: true };
  // A machine at work on other things is slow: nobody is to be told to come later for that.
  const patience = { lookMs: 5_000, publicMs: 4_000 };
  return {
    name,
    application: poolsOf({ ...cluster.application, ...kept }, patience),
    owner: poolsOf({ ...cluster.owner, ...kept }, patience),
    keys: await keysOf({ ...cluster.application, database: name }, cluster.keyFile),
  };
}

const poolsIn = ({ application, owner }: Kept): pg.Pool[] => [application, owner].flatMap(Object.values);

export async function endKept(kept: Kept): Promise<void> {
  await Promise.all([kept.keys.close(), ...poolsIn(kept).map((pool) => pool.end())]);
}

/** One test's share of pools: it may ask until it has ended, as of pools of its own. */
export function lent(pools: Pools<pg.Pool>): Pools {
  const share = (pool: pg.Pool): Pools['main'] => {
    let ended = false;
    const still = (): pg.Pool => {
      if (ended) throw new Error('Cannot use a pool after calling end on the pool');
      return pool;
    };
    return {
      connect: ((...asked: []) => still().connect(...asked)) as pg.Pool['connect'],
      query: ((...asked: [string]) => still().query(...asked)) as pg.Pool['query'],
      end: (async () => {
        ended = true;
        await allBack(pool);
      }) as pg.Pool['end'],
    };
  };
  const { main, readers, publicReaders } = pools;
  return { main: share(main), readers: share(readers), publicReaders: share(publicReaders) };
}

/** As the end of a pool does, it waits for whoever still has one of its connections. */
async function allBack(pool: pg.Pool): Promise<void> {
  while (pool.totalCount > pool.idleCount || pool.waitingCount > 0) await pause(2);
}

/** What a test may leave on a connection, but the plans of its statements, which are as good for the next. */
const leaveNothing = `rollback; select pg_advisory_unlock_all(); unlisten *; reset all; reset role; discard sequences;
  select pg_stat_force_next_flush()`;

/** The processes behind the connections, each as if it had just been opened; one that cannot be is closed. */
export async function tidied(kept: Kept): Promise<readonly number[]> {
  const clients = await Promise.all(
    poolsIn(kept).flatMap((pool) => Array.from({ length: pool.totalCount }, () => pool.connect())),
  );
  const found = await Promise.allSettled(clients.map(processBehind));
  clients.forEach((client, at) => {
    client.release(found[at]?.status === 'rejected');
  });
  return found.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
}

async function processBehind(client: pg.PoolClient): Promise<number> {
  await client.query(leaveNothing);
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  return rows[0]?.pid ?? 0;
}
