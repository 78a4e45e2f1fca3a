import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type Database, poolOn } from '../database.ts';
import { keysOf } from '../keys.ts';
import { emptied } from './again.ts';
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

/** Names of databases this process is done with: the files it runs are run one after another. */
const left: string[] = [];
const leftAtMost = 4;

/** One that is left is emptied, else the template copied. Call it in `beforeAll` of a `*.database.test.ts`, `close` in `afterAll`. */
export async function testDatabase(): Promise<TestDatabase> {
  const cluster = inject('testCluster');
  const name = (await leftOne(cluster)) ?? (await copied(cluster));
  // For commands the test starts: they find the same keys.
  process.env.CHAMA_KEY_FILE = cluster.keyFile;
  const keys = await keysOf({ ...cluster.application, database: name }, cluster.keyFile);
  const { vault } = keys;
  const database = poolOn({ ...cluster.application, database: name }, { vault });
  const owner = poolOn({ ...cluster.owner, database: name }, { vault });
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
      await Promise.all([database.close(), owner.close(), keys.close()]);
      if (told || left.length === leftAtMost) await drop(cluster, name);
      else left.push(name);
    },
  };
}

async function leftOne(cluster: TestCluster): Promise<string | undefined> {
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    if (await emptied({ ...cluster.owner, database: name }, cluster.pristine)) return name;
    await drop(cluster, name);
  }
  return undefined;
}

async function copied({ owner, template }: TestCluster): Promise<string> {
  const name = `${template}_${randomBytes(6).toString('hex')}`;
  await command(owner, `create database ${name} template ${template} strategy file_copy`);
  return name;
}

const drop = ({ owner }: TestCluster, name: string) => command(owner, `drop database ${name} with (force)`);

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
