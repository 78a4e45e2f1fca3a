import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Database, joinDatabase } from '#postgres';
import { demoKeys, seedZone } from '../../apps/demo/start.ts';
import { createZone, type Zone } from '../../apps/demo/zone.ts';

/** A real platform in a process of its own, on an empty data folder, with the demo zone's firms registered. */
export interface PlatformUnderLoad {
  readonly url: string;
  readonly pid: number;
  readonly zone: Zone;
  /** API keys by customs code. */
  readonly keys: ReadonlyMap<string, string>;
  readonly database: Database;
  /** Kills the server without warning and starts it again on the same data. */
  killAndRestart(): Promise<void>;
  stop(): Promise<void>;
}

const main = fileURLToPath(new URL('../../apps/cli/main.ts', import.meta.url));

export async function startPlatform(): Promise<PlatformUnderLoad> {
  const folder = mkdtempSync(join(tmpdir(), 'chama-load-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child = await launch(folder, port, url);
  const database = await joinDatabase({ dataFolder: folder, connections: 4, asOwner: true });
  const zone = createZone();
  await seedZone(database, zone);
  const saved = new Map<string, string>();
  const keys = await demoKeys(
    database,
    zone,
    { read: async () => saved, add: async () => undefined },
    async () => true,
  );
  return {
    url,
    get pid() {
      return child.pid ?? 0;
    },
    zone,
    keys,
    database,
    killAndRestart: async () => {
      child.kill('SIGKILL');
      await new Promise((resolve) => child.once('exit', resolve));
      child = await launch(folder, port, url);
    },
    stop: async () => {
      await database.close().catch(() => undefined);
      child.kill('SIGTERM');
      await new Promise((resolve) => child.once('exit', resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function launch(folder: string, port: number, url: string): Promise<ChildProcess> {
  const env = { ...process.env, CHAMA_DATA: folder, CHAMA_PORT: String(port), DATABASE_URL: '' };
  const child = spawn(process.execPath, [main, 'serve', '--no-demo'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout?.resume();
  for (let waitedMs = 0; waitedMs < 60_000; waitedMs += 50) {
    const answer = await fetch(`${url}/api/health`).catch(() => undefined);
    if (answer?.ok) return child;
    if (child.exitCode !== null) break;
    await sleep(50);
  }
  throw new Error('The platform did not start.');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
