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
import { canUse, handOver } from './runner.ts';

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
  const { child, began } = await launch(place, binaries, address, log);
  const ended = endOf(child);
  const standDown = child.pid === undefined ? () => undefined : guard(child.pid, place);
  let asked = false;
  const stop = async (): Promise<void> => {
    asked = true;
    await endChild(child, ended);
    standDown();
    await removeSocket(address);
  };
  const failure = await untilReady(place, child, ended, say);
  if (failure !== undefined) {
    await stop();
    throw await didNotStart(failure, log, began);
  }
  const lost = new Promise<OperatorError>((resolve) => {
    ended.then((how) => {
      standDown();
      if (!asked) resolve(endedItself(how, log));
    });
  });
  return { address, lost, stop };
}

/** How the process ended: its signal, its exit code, or why it never began. */
function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? `exit ${code}`));
    child.once('error', (fault) => resolve(fault.message));
  });
}

/** Starts the process; `began` is where its lines in the log begin. */
async function launch(
  place: Place,
  binaries: Binaries,
  address: Address,
  log: string,
): Promise<{ child: ChildProcess; began: number }> {
  const began = await turnLog(log);
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
  await output.close();
  return { child, began };
}

/** Waits until the server takes connections; resolves with how it ended if it does not come so far. */
async function untilReady(
  place: Place,
  child: ChildProcess,
  ended: Promise<string>,
  say: (sentence: Bilingual) => void,
): Promise<string | undefined> {
  const start = Date.now();
  let told = false;
  let how: string | undefined;
  ended.then((result) => {
    how = result;
  });
  while (how === undefined && Date.now() - start < START_LIMIT_MS) {
    if (child.pid !== undefined && (await isReady(place.data, child.pid))) return undefined;
    if (!told && Date.now() - start > LONG_START_MS) {
      told = true;
      say({
        zh: '数据库正在恢复上次中断前的数据……',
        en: 'The database is recovering from an interruption …',
      });
    }
    await pause(15);
  }
  return how ?? `${START_LIMIT_MS / 60_000} min`;
}

/** A socket of our own in a folder nobody else may enter; TCP on this machine only where that fails. */
async function chooseAddress(place: Place): Promise<Address> {
  // A TMPDIR of root alone is closed to PostgreSQL's user.
  for (const parent of new Set([tmpdir(), '/tmp'])) {
    const folder = await mkdtemp(join(parent, 'chama-')).catch(() => undefined);
    if (folder === undefined) continue;
    await handOver(folder, place.runner);
    const short = folder.length + '/.s.PGSQL.5432.lock'.length <= LONGEST_SOCKET_PATH;
    if (short && (await canUse(folder, place.runner))) return { host: folder, port: 5432 };
    await rm(folder, { recursive: true, force: true });
  }
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

async function endChild(child: ChildProcess, ended: Promise<string>): Promise<void> {
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

/** Keeps the last log beside a new one when it has grown; returns the size of what goes on. */
async function turnLog(log: string): Promise<number> {
  const size = (await stat(log).catch(() => undefined))?.size ?? 0;
  if (size <= LARGEST_LOG_BYTES) return size;
  await rename(log, `${log}.old`);
  return 0;
}

async function didNotStart(how: string, log: string, began: number): Promise<OperatorError> {
  const text = (await readFile(log).catch(() => Buffer.alloc(0))).subarray(began).toString('utf8');
  const reason = text.split('\n').findLast((line) => /FATAL|PANIC|ERROR/.test(line));
  const told = reason?.replace(/^.*?(FATAL|PANIC|ERROR): */, '') ?? how;
  return new OperatorError({
    zh: `内置 PostgreSQL 未能启动（${told}）；日志：${log}`,
    en: `The embedded PostgreSQL did not start (${told}); its log: ${log}`,
  });
}

function endedItself(how: string, log: string): OperatorError {
  return new OperatorError({
    zh: `内置 PostgreSQL 意外停止（${how}）；请重新启动，日志：${log}`,
    en: `The embedded PostgreSQL stopped by itself (${how}); start again, its log: ${log}`,
  });
}
