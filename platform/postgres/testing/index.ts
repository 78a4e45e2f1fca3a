import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type Database, poolOn } from '../database.ts';
import { keysOf } from '../keys.ts';
import type {} from './setup.ts';

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
  /** Closes both pools and drops the database. */
  close(): Promise<void>;
}

/** Copies the template; some 50 ms. Call it in `beforeAll` of a `*.database.test.ts`, `close` in `afterAll`. */
export async function testDatabase(): Promise<TestDatabase> {
  const cluster = inject('testCluster');
  const name = `chama_test_${randomBytes(6).toString('hex')}`;
  await command(cluster.owner, `create database ${name} template ${cluster.template} strategy file_copy`);
  // For commands the test starts: they find the same keys.
  process.env.CHAMA_KEY_FILE = cluster.keyFile;
  const keys = await keysOf({ ...cluster.application, database: name }, cluster.keyFile);
  const { vault } = keys;
  const database = poolOn({ ...cluster.application, database: name }, { vault });
  const owner = poolOn({ ...cluster.owner, database: name }, { vault });
  return {
    database,
    owner,
    keyFile: cluster.keyFile,
    url: urlOf({ ...cluster.owner, database: name }),
    close: async () => {
      await Promise.all([database.close(), owner.close(), keys.close()]);
      await command(cluster.owner, `drop database ${name} with (force)`);
    },
  };
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
