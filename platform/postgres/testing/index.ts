import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type Database, databaseOn, placeOf } from '../database.ts';
import { emptied } from './again.ts';
import { endKept, type Kept, lent, openKept, tidied } from './kept.ts';
import type { TestCluster } from './setup.ts';

/** A migrated, empty database of its own for one test file. */
export interface TestDatabase {
  /** With the application's role, as in the running platform: rows, no tables. */
  readonly database: Database;
  /** Another pool on the same database with the owner's role, for what the application may not do. */
  readonly owner: Database;
  /** The owner's URL, for a server started by the test (`DATABASE_URL`). */
  readonly url: string;
  /** Its key file (`CHAMA_KEY_FILE`). */
  readonly keyFile: string;
  /** Closes both pools and lets the next file have the database, emptied. */
  close(): Promise<void>;
}

/** Databases this process is done with: the files it runs are run one after another. */
const left: Kept[] = [];
const leftAtMost = 3;

/** One that is left is emptied, else the template copied. Call it in `beforeAll` of a `*.database.test.ts`, `close` in `afterAll`. */
export async function testDatabase(): Promise<TestDatabase> {
  const cluster = inject('testCluster');
  const kept = (await leftOne(cluster)) ?? (await openKept(cluster, await copied(cluster)));
  const { name, keys } = kept;
  // For commands the test starts: they find the same keys.
  process.env.CHAMA_KEY_FILE = cluster.keyFile;
  const { vault } = keys;
  const place = placeOf({ ...cluster.application, database: name });
  const database = databaseOn(lent(kept.application), { vault, place });
  const owner = databaseOn(lent(kept.owner), { vault, place });
  // Whoever is told the address may still be writing when the test has ended.
  let told = false;
  return {
    database,
    owner,
    keyFile: cluster.keyFile,
    get url() {
      told = true;
      return urlOf({ ...cluster.owner, database: name });
    },
    close: async () => {
      await Promise.all([database.close(), owner.close()]);
      if (told || left.length === leftAtMost) await drop(cluster, kept);
      else left.push(kept);
    },
  };
}

async function leftOne(cluster: TestCluster): Promise<Kept | undefined> {
  for (let kept = left.pop(); kept; kept = left.pop()) {
    if (await again(kept, cluster)) return kept;
    await drop(cluster, kept);
  }
  return undefined;
}

/** Whether it is as new; a connection that has died meanwhile is no fault of the next test. */
async function again(kept: Kept, { pristine }: TestCluster): Promise<boolean> {
  try {
    const pids = await tidied(kept);
    const client = await kept.owner.main.connect();
    return await emptied(client, pristine, pids).finally(() => client.release());
  } catch {
    return false;
  }
}

async function copied({ owner, template }: TestCluster): Promise<string> {
  const name = `${template}_${randomBytes(6).toString('hex')}`;
  await command(owner, `create database ${name} template ${template} strategy file_copy`);
  return name;
}

async function drop({ owner }: TestCluster, kept: Kept): Promise<void> {
  await endKept(kept);
  await command(owner, `drop database ${kept.name} with (force)`);
}

/**
 * Waits until every transaction has ended that was open when asked, those of other test files' databases too: they
 * share one server, and whoever reads by cursor stays below the oldest transaction of the whole server.
 */
export async function transactionsEnded(database: Database): Promise<void> {
  const [now] = await database.query<{ xmax: string }>(
    'select pg_snapshot_xmax(pg_current_snapshot()) as xmax',
  );
  for (;;) {
    const [row] = await database.query<{ ended: boolean }>(
      'select pg_snapshot_xmin(pg_current_snapshot()) >= $1::xid8 as ended',
      [now?.xmax],
    );
    if (row?.ended) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function urlOf(config: pg.ClientConfig): string {
  const part = (value: unknown): string => encodeURIComponent(String(value));
  const account = `${part(config.user)}:${part(config.password)}`;
  return `postgres://${account}@${part(config.host)}:${config.port}/${part(config.database)}`;
}

async function command(owner: pg.ClientConfig, text: string): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  await client.query(text).finally(() => client.end());
}
