import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { addMasterKey } from '#vault';
import { startTemporary } from '../embedded/temporary.ts';
import { inspectGiven } from '../given.ts';
import { letApplicationIn } from '../grants.ts';
import { keysOf } from '../keys.ts';
import { migrate } from '../migrate.ts';
import { type Pristine, pristineOf } from './again.ts';

/** What a test file needs to make itself a database. */
export interface TestCluster {
  readonly owner: pg.ClientConfig;
  readonly application: pg.ClientConfig;
  /** Key file of every test's database. */
  readonly keyFile: string;
  /** The migrated database that is copied for every test file. */
  readonly template: string;
  readonly pristine: Pristine;
}

declare module 'vitest' {
  interface ProvidedContext {
    testCluster: TestCluster;
  }
}

/**
 * Vitest's global setup of the database tests: one embedded PostgreSQL in a temporary folder (or the one of
 * `CHAMA_TEST_DATABASE_URL`, whose role must be allowed to make databases) with a migrated template.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env.CHAMA_TEST_DATABASE_URL;
  const server = url === undefined || url === '' ? await temporaryServer() : await givenServer(url);
  const template = `chama_template_${randomBytes(4).toString('hex')}`;
  await command(server.owner, `create database ${template}`);
  await migrate({ ...server.owner, database: template });
  if (server.application !== server.owner) await letApplicationIn(server.owner, server.application);
  const keys = await mkdtemp(join(tmpdir(), 'chama-test-keys-'));
  const keyFile = join(keys, 'master.key');
  await addMasterKey(keyFile);
  await (await keysOf({ ...server.owner, database: template }, keyFile)).close();
  const { owner, application } = server;
  const pristine = await pristineOf({ ...owner, database: template });
  project.provide('testCluster', { owner, application, template, pristine, keyFile });
  return async () => {
    await rm(keys, { recursive: true });
    await dropCopies(server.owner, template);
    await server.stop();
  };
}

async function temporaryServer() {
  const server = await startTemporary();
  // What a test writes need not outlive the machine; PostgreSQL's own crash recovery is untouched by this.
  await command(server.owner, 'alter system set fsync = off');
  // Databases are emptied and used again: rows stay where they were put, and nobody tidies up meanwhile.
  await command(server.owner, 'alter system set autovacuum = off');
  // Some thousands of connections are opened; what makes a password slow to guess makes each of them slow.
  await command(server.owner, 'alter system set scram_iterations = 1');
  await command(server.owner, 'select pg_reload_conf()');
  return server;
}

/** The template, and what the test files have left of it. */
async function dropCopies(owner: pg.ClientConfig, template: string): Promise<void> {
  const { rows } = await command(
    owner,
    `select datname as name from pg_database where datname like '${template}%'`,
  );
  for (const { name } of rows) await command(owner, `drop database ${name} with (force)`);
}

async function givenServer(url: string) {
  const given = await inspectGiven(url);
  const { hostname, port, username, password, pathname } = new URL(url);
  const owner = {
    ...given,
    connectionString: undefined,
    host: decodeURIComponent(hostname),
    port: Number(port || 5432),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: pathname.slice(1),
  };
  return { owner, application: owner, stop: async () => undefined };
}

async function command(owner: pg.ClientConfig, text: string): Promise<pg.QueryResult> {
  const client = new pg.Client(owner);
  await client.connect();
  return client.query(text).finally(() => client.end());
}
