import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Bilingual } from '#kernel';
import { OperatorError } from '../operator-error.ts';
import type { Binaries } from './binaries.ts';
import { CHILD_ENVIRONMENT } from './cluster.ts';
import type { Place } from './place.ts';
import { guard, isReady } from './postmaster.ts';
import { handOver } from './runner.ts';

/** Where the server listens: a folder of a socket, or 127.0.0.1. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

export interface Server {
  readonly address: Address;
  /** Settles if it ends without being asked to. */
  readonly lost: Promise<OperatorError>;
  /** Fast shutdown, waited for; may be called more than once. */
  stop(): Promise<void>;
}

/** The kernel takes 107 bytes for a socket's path, macOS 103. */
const LONGEST_SOCKET_PATH = 100;
/** After a crash the log is replayed first: seconds, on a slow disk minutes. */
const START_LIMIT_MS = 10 * 60_000;
const LONG_START_MS = 5_000;
const STOP_LIMIT_MS = 60_000;
const LARGEST_LOG_BYTES = 10 * 1024 * 1024;

/**
 * Starts the server as our child, in a session of its own: the terminal's Ctrl-C reaches us and not it, so
 * that we can finish our work before we stop it. Resolves when it takes connections.
 */
export async function startServer(
  place: Place,
  binaries: Binaries,
  log: string,
  say: (sentence: Bilingual) => void,
): Promise<Server> {
  const address = await chooseAddress(place);
  const child = await launch(place, binaries, address, log);
  const ended = new Promise<number | string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? code ?? 'unknown'));
    child.once('error', (fault) => resolve(fault.message));
  });
  const standDown = guard(child.pid ?? 0, place);
  let asked = false;
  const stop = async (): Promise<void> => {
    asked = true;
    await endChild(child, ended);
    standDown();
    await removeSocket(address);
  };
  try {
    await ready(place, child, ended, log, say);
  } catch (fault) {
    await stop();
    throw fault;
  }
  const lost = new Promise<OperatorError>((resolve) => {
    ended.then((how) => {
      standDown();
      if (!asked) resolve(endedItself(how, log));
    });
  });
  return { address, lost, stop };
}

async function launch(
  place: Place,
  binaries: Binaries,
  address: Address,
  log: string,
): Promise<ChildProcess> {
  await turnLog(log);
  const output = await open(log, 'a', 0o600);
  const listen = address.host.startsWith('/')
    ? ['-c', 'listen_addresses=', '-c', `unix_socket_directories=${address.host}`]
    : ['-c', `listen_addresses=${address.host}`, '-c', 'unix_socket_directories='];
  const child = spawn(binaries.postgres, ['-D', place.data, '-p', String(address.port), ...listen], {
    ...place.runner.identity,
    cwd: '/',
    env: CHILD_ENVIRONMENT,
    detached: true,
    stdio: ['ignore', output.fd, output.fd],
  });
  // Without a listener a failed launch would end this program; `ended` tells of it.
  child.on('error', () => undefined);
  await output.close();
  return child;
}

async function ready(
  place: Place,
  child: ChildProcess,
  ended: Promise<number | string>,
  log: string,
  say: (sentence: Bilingual) => void,
): Promise<void> {
  const began = Date.now();
  let told = false;
  let how: number | string | undefined;
  ended.then((result) => {
    how = result;
  });
  while (child.pid !== undefined && how === undefined) {
    if (await isReady(place.data, child.pid)) return;
    const waited = Date.now() - began;
    if (waited > START_LIMIT_MS) break;
    if (waited > LONG_START_MS && !told) {
      told = true;
      say({
        zh: '数据库正在恢复上次中断前的数据……',
        en: 'The database is recovering from an interruption …',
      });
    }
    await pause(15);
  }
  throw await didNotStart(how ?? (await Promise.race([ended, 'timeout'])), log);
}

/** A socket of our own in a folder nobody else may enter; TCP on this machine only where that fails. */
async function chooseAddress(place: Place): Promise<Address> {
  const folder = await mkdtemp(join(tmpdir(), 'chama-')).catch(() => undefined);
  if (folder !== undefined && folder.length + '/.s.PGSQL.5432.lock'.length <= LONGEST_SOCKET_PATH) {
    await handOver(folder, place.runner);
    return { host: folder, port: 5432 };
  }
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  return { host: '127.0.0.1', port: await freePort() };
}

export async function removeSocket(address: Address): Promise<void> {
  if (address.host.startsWith('/')) await rm(address.host, { recursive: true, force: true });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

async function endChild(child: ChildProcess, ended: Promise<number | string>): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
    child.kill(signal);
    const limit = new AbortController();
    await Promise.race([
      ended,
      pause(STOP_LIMIT_MS, undefined, { signal: limit.signal }).catch(() => undefined),
    ]);
    limit.abort();
  }
}

/** Keeps the last log beside a new one when it has grown. */
async function turnLog(log: string): Promise<void> {
  const size = (await stat(log).catch(() => undefined))?.size ?? 0;
  if (size > LARGEST_LOG_BYTES) await rename(log, `${log}.old`);
}

async function didNotStart(how: number | string, log: string): Promise<OperatorError> {
  const lines = (await readFile(log, 'utf8').catch(() => '')).split('\n');
  const reason = lines
    .findLast((line) => /FATAL|PANIC|ERROR/.test(line))
    ?.replace(/^.*?(FATAL|PANIC|ERROR)/, '$1');
  const told = reason ?? String(how);
  return new OperatorError({
    zh: `内置 PostgreSQL 未能启动（${told}）；日志：${log}`,
    en: `The embedded PostgreSQL did not start (${told}); its log: ${log}`,
  });
}

function endedItself(how: number | string, log: string): OperatorError {
  return new OperatorError({
    zh: `内置 PostgreSQL 意外停止（${how}）；请重新启动，日志：${log}`,
    en: `The embedded PostgreSQL stopped by itself (${how}); start again, its log: ${log}`,
  });
}
