import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Database, joinDatabase } from '#postgres';
import { demoKeys, seedZone } from '../../apps/demo/start.ts';
import { createZone, type Zone } from '../../apps/demo/zone.ts';
import { freePort } from '../../platform/channels/testing/free-ports.ts';

/** How a server ended: by itself, or because it was asked or made to. */
export interface Ending {
  readonly code: number | null;
  /** What it wrote to its standard error. */
  readonly said: string;
}

/** A real platform in a process of its own, on an empty data folder, with the demo zone's firms registered. */
export interface PlatformUnderLoad {
  readonly url: string;
  readonly pid: number;
  readonly zone: Zone;
  /** API keys by customs code. */
  readonly keys: ReadonlyMap<string, string>;
  /** With the owner's rights; another one after each restart. */
  readonly database: Database;
  /** Kills the server without warning. */
  kill(): Promise<Ending>;
  /** Kills PostgreSQL's first process, which the others of it follow; resolves when the server has ended too. */
  killDatabase(): Promise<Ending>;
  /** Starts the server again on the same data. */
  restart(): Promise<void>;
  killAndRestart(): Promise<void>;
  stop(): Promise<void>;
}

const main = fileURLToPath(new URL('../../apps/cli/main.ts', import.meta.url));

/** @param settings environment variables of the server besides its place */
export async function startPlatform(
  settings: Readonly<Record<string, string>> = {},
): Promise<PlatformUnderLoad> {
  const folder = mkdtempSync(join(tmpdir(), 'chama-load-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let server = await launch(folder, port, url, settings);
  // A killed PostgreSQL comes back at another address.
  const joinAgain = (): Promise<Database> =>
    joinDatabase({ dataFolder: folder, connections: 4, asOwner: true });
  let database = await joinAgain();
  let postmaster = await postmasterPid(database);
  const zone = createZone();
  await seedZone(database, zone);
  const saved = new Map<string, string>();
  const keys = await demoKeys(
    database,
    zone,
    { read: async () => saved, add: async () => undefined },
    async () => true,
  );
  const kill = (): Promise<Ending> => {
    server.child.kill('SIGKILL');
    return server.ended;
  };
  const restart = async (): Promise<void> => {
    const [, started] = await Promise.all([database.close(), launch(folder, port, url, settings)]);
    server = started;
    database = await joinAgain();
    postmaster = await postmasterPid(database);
  };
  return {
    url,
    get pid() {
      return server.child.pid ?? 0;
    },
    zone,
    keys,
    get database() {
      return database;
    },
    kill,
    killDatabase: () => {
      process.kill(postmaster, 'SIGKILL');
      return server.ended;
    },
    restart,
    killAndRestart: async () => {
      await kill();
      await restart();
    },
    stop: async () => {
      await database.close().catch(() => undefined);
      server.child.kill('SIGTERM');
      await server.ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function postmasterPid(database: Database): Promise<number> {
  const [row] = await database.query<{ folder: string }>(
    `select current_setting('data_directory') as folder`,
  );
  return Number(readFileSync(join(row?.folder ?? '', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

interface Launched {
  readonly child: ChildProcess;
  readonly ended: Promise<Ending>;
}

async function launch(
  folder: string,
  port: number,
  url: string,
  settings: Readonly<Record<string, string>>,
): Promise<Launched> {
  const env = {
    ...process.env,
    ...settings,
    CHAMA_DATA: folder,
    CHAMA_PORT: String(port),
    DATABASE_URL: '',
    CHAMA_KEY_FILE: '',
  };
  const child = spawn(process.execPath, [main, 'serve', '--no-demo'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout?.resume();
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const ended = new Promise<Ending>((resolve) => child.once('close', (code) => resolve({ code, said })));
  for (let waitedMs = 0; waitedMs < 60_000; waitedMs += 50) {
    const signal = AbortSignal.timeout(5_000);
    const answer = await fetch(`${url}/api/health`, { signal }).catch(() => undefined);
    if (answer?.ok) return { child, ended };
    if (child.exitCode !== null) break;
    await sleep(50);
  }
  child.kill('SIGKILL');
  throw new Error(`The platform did not start: ${said}`);
}
