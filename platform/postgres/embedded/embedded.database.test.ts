import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { joinDatabase, migrateInstallation, openDatabase } from '../open.ts';
import { startEmbedded } from './embedded.ts';
import { beganAt } from './processes.ts';

/** What lies in a data folder; programs are copied there only when the project lies where PostgreSQL's user cannot go. */
async function keptIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => !name.startsWith('postgresql-')).sort();
}

const KEEPER = fileURLToPath(new URL('../testing/keeper.ts', import.meta.url));
const onLinux = process.platform === 'linux';

let folder: string;
beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'chama-embedded-')));
  await chmod(folder, 0o755);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const keepers: ChildProcess[] = [];
afterEach(async () => {
  for (const keeper of keepers.splice(0)) if (keeper.exitCode === null) keeper.kill('SIGKILL');
});

/** A program that keeps the folder's database open, and its first line. */
async function keep(): Promise<{ keeper: ChildProcess; line: string; lines: AsyncIterator<string> }> {
  const keeper = spawn(process.execPath, [KEEPER, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  keepers.push(keeper);
  const lines = createInterface({ input: keeper.stdout })[Symbol.asyncIterator]();
  return { keeper, lines, line: String((await lines.next()).value) };
}

async function stopped(keeper: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const end = once(keeper, 'exit');
  keeper.kill(signal);
  return (await end)[0];
}

async function postmaster(): Promise<number> {
  return Number((await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

const isAlive = async (pid: number): Promise<boolean> => (await beganAt(pid)) !== undefined;

async function gone(pid: number): Promise<boolean> {
  for (let attempt = 0; attempt < 1_500 && (await isAlive(pid)); attempt += 1) await pause(20);
  return !(await isAlive(pid));
}

/** The shell that waits beside a server for its keeper's death. */
async function guardOf(pid: number): Promise<number> {
  for (const name of await readdir('/proc')) {
    const command = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '');
    if (command.endsWith(`chama-guard\0${pid}\0`)) return Number(name);
  }
  return Number.NaN;
}

const options = () => ({ dataFolder: folder, say: () => undefined });
const marked = async (): Promise<unknown[]> => {
  const database = await openDatabase(options());
  try {
    return await database.query('select note from public.mark');
  } finally {
    await database.close();
  }
};

async function asOwner(text: string): Promise<pg.QueryResult> {
  const server = await startEmbedded(folder, () => undefined);
  const client = new pg.Client(server.owner);
  try {
    await client.connect();
    return await client.query(text);
  } finally {
    await client.end();
    await server.stop();
  }
}

// Each starts PostgreSQL, some of them several times, and it writes to the disk before it answers.
describe('the database of a data folder', { timeout: 120_000 }, () => {
  test('is made at the first start and keeps everything at the next', async () => {
    const made = await migrateInstallation(options());
    expect(made.applied.length).toBeGreaterThan(0);
    expect((await migrateInstallation(options())).applied).toEqual([]);

    const first = await openDatabase(options());
    expect(first.place).toBe(folder);
    await expect(first.query('create table public.mark (note text)')).rejects.toThrow('permission denied');
    await first.close();
    await asOwner(`create table public.mark (note text); insert into public.mark values ('kept');
      grant select on public.mark to public`);
    expect(await marked()).toEqual([{ note: 'kept' }]);
  });

  test('listens only on a socket nobody else can enter, wants a password, and writes before it answers', async () => {
    const { rows } =
      await asOwner(`select current_setting('listen_addresses') as tcp, current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as commit, current_setting('data_checksums') as checksums,
      current_setting('unix_socket_directories') as socket,
      (pg_stat_file(current_setting('unix_socket_directories') || '/.s.PGSQL.5432')).isdir as folder,
      (select array_agg(distinct auth_method) from pg_hba_file_rules) as methods`);
    expect(rows).toMatchObject([
      { tcp: '', fsync: 'on', commit: 'on', checksums: 'on', folder: false, methods: ['scram-sha-256'] },
    ]);
  });

  test('logs that a row was refused, and nothing that stood in it', async () => {
    const twice = `create temporary table person (name text unique); insert into person values ('段木清源'), ('段木清源')`;
    await expect(asOwner(twice)).rejects.toThrow('duplicate key');
    const log = await readFile(join(folder, 'postgres.log'), 'utf8');
    expect(log).toContain('duplicate key value violates unique constraint "person_name_key"');
    expect(log).not.toContain('段木清源');
  });

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'stops in order at %s: exit 0, nothing left behind',
    async (signal) => {
      const { keeper, line } = await keep();
      expect(line).toBe('ready');
      const server = await postmaster();
      expect(await stopped(keeper, signal)).toBe(0);
      expect(await isAlive(server)).toBe(false);
      expect(await keptIn(folder)).toEqual([
        ...['master.key', 'postgres', 'postgres-passwords.json', 'postgres.log'],
      ]);
    },
  );

  test('is not for two at a time', async () => {
    const { keeper } = await keep();
    const second = await keep();
    expect(second.line).toBe(
      `The data folder ${folder} is in use by another chama (process ${keeper.pid}); stop that one, or choose another folder by CHAMA_DATA.`,
    );
    await once(second.keeper, 'exit');
    expect(second.keeper.exitCode).toBe(1);
    expect(await stopped(keeper, 'SIGTERM')).toBe(0);
  });

  test('can be joined by a command beside the running platform', async () => {
    const { keeper } = await keep();
    const beside = await joinDatabase(options());
    expect(await beside.query('select note from public.mark')).toEqual([{ note: 'kept' }]);
    await beside.close();
    expect((await migrateInstallation(options())).applied).toEqual([]);
    expect(await stopped(keeper, 'SIGTERM')).toBe(0);
    const alone = await joinDatabase(options());
    expect(await alone.query('select note from public.mark')).toHaveLength(1);
    await alone.close();
  });
});

describe('after an accident', { timeout: 120_000 }, () => {
  test('the server ends with a program that was killed, and the next start goes on', async () => {
    const { keeper } = await keep();
    const server = await postmaster();
    await stopped(keeper, 'SIGKILL');
    expect(await gone(server)).toBe(true);
    expect(await marked()).toEqual([{ note: 'kept' }]);
  });

  test.runIf(onLinux)('a server that outlived its program is ended by the next start', async () => {
    const { keeper } = await keep();
    const server = await postmaster();
    process.kill(await guardOf(server), 'SIGKILL');
    await stopped(keeper, 'SIGKILL');
    await pause(300);
    expect(await isAlive(server)).toBe(true);
    expect(await marked()).toEqual([{ note: 'kept' }]);
    expect(await isAlive(server)).toBe(false);
  });

  test('a server that is killed ends the program with one sentence', async () => {
    const { keeper, lines } = await keep();
    const ended = once(keeper, 'exit');
    process.kill(await postmaster(), 'SIGKILL');
    expect((await lines.next()).value).toBe(
      `The embedded PostgreSQL stopped by itself (SIGKILL); start again, its log: ${folder}/postgres.log`,
    );
    await ended;
    expect(keeper.exitCode).toBe(1);
    expect(await marked()).toEqual([{ note: 'kept' }]);
  });

  test('process numbers that now belong to others keep nothing locked', async () => {
    await writeFile(
      join(folder, 'running.lock'),
      JSON.stringify({ pid: process.pid, began: 'before the crash' }),
    );
    const left = [process.pid, join(folder, 'postgres'), 1, 5432, '/tmp', '', '  1  1', 'ready'];
    await writeFile(join(folder, 'postgres', 'postmaster.pid'), left.join('\n'));
    expect(await marked()).toEqual([{ note: 'kept' }]);
  });

  test('a lock cut short by a crash is no lock', async () => {
    await writeFile(join(folder, 'running.lock'), '');
    expect(await marked()).toEqual([{ note: 'kept' }]);
  });
});

describe('what the operator must mend is one sentence', { timeout: 120_000 }, () => {
  test('a cluster of another version', async () => {
    const file = join(folder, 'postgres', 'PG_VERSION');
    await writeFile(file, '16\n');
    await expect(openDatabase(options())).rejects.toThrow(
      `The data folder ${folder}/postgres is of PostgreSQL 16, the embedded one is 18`,
    );
    await writeFile(file, '18\n');
    expect(await marked()).toEqual([{ note: 'kept' }]);
  });

  test('passwords that are not this database’s', async () => {
    const file = join(folder, 'postgres-passwords.json');
    const original = await readFile(file, 'utf8');
    await rm(file);
    await expect(openDatabase(options())).rejects.toThrow('bring the original file back');
    await writeFile(file, original);
    expect(await marked()).toEqual([{ note: 'kept' }]);
  });

  test('settings PostgreSQL refuses: the reason is its own', async () => {
    const file = join(folder, 'postgres', 'postgresql.auto.conf');
    const original = await readFile(file, 'utf8');
    await writeFile(file, `${original}shared_buffers = 'much'\n`);
    await expect(openDatabase(options())).rejects.toThrow(
      /did not start \(.*postgresql.auto.conf.*contains errors/,
    );
    await writeFile(file, original);
    expect(await marked()).toEqual([{ note: 'kept' }]);
  });
});
