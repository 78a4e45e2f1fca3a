import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { OperatorError } from '../operator-error.ts';
import { CHILD_ENVIRONMENT } from './cluster.ts';
import type { Place } from './place.ts';
import { beganAt, commandOf, isAlive } from './processes.ts';

/** What PostgreSQL writes into postmaster.pid. */
interface PostmasterFile {
  readonly pid: number;
  readonly status: string;
}

const STOP_LIMIT_MS = 60_000;

async function postmasterFile(data: string): Promise<PostmasterFile | undefined> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => undefined);
  const lines = text?.split('\n') ?? [];
  const pid = Number(lines[0]);
  return Number.isInteger(pid) && pid > 1 ? { pid, status: (lines[7] ?? '').trim() } : undefined;
}

/** Whether this very postmaster has written that it takes connections. */
export async function isReady(data: string, pid: number): Promise<boolean> {
  const file = await postmasterFile(data);
  return file?.pid === pid && file.status === 'ready';
}

/**
 * Ends a server left over from a process that was killed, so that the new one is ours and has our settings.
 * A postmaster.pid whose number belongs to something else by now (the machine went down) is taken away;
 * one whose process is gone PostgreSQL clears up itself.
 */
export async function endLeftover(place: Place): Promise<void> {
  const file = await postmasterFile(place.data);
  if (file === undefined) return;
  const command = await commandOf(file.pid);
  if (command === undefined) return;
  if (command.includes(place.data)) return endPostmaster(file.pid, place.data);
  // Another postgres may have come to this folder by another path: then PostgreSQL itself must judge.
  if (!command.includes('postgres')) await rm(join(place.data, 'postmaster.pid'), { force: true });
}

/** Fast shutdown: open transactions roll back, everything is written. Immediate only if that hangs. */
async function endPostmaster(pid: number, data: string): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (isAlive(pid)) process.kill(pid, signal);
    if (await gone(pid)) return;
  }
  throw new OperatorError({
    zh: `${data} 上仍有 PostgreSQL 进程 ${pid} 不肯停止；请手工结束它再启动。`,
    en: `A PostgreSQL (process ${pid}) still runs on ${data} and does not stop; end it by hand, then start again.`,
  });
}

async function gone(pid: number): Promise<boolean> {
  const limit = Date.now() + STOP_LIMIT_MS;
  while (Date.now() < limit) {
    // A process nobody has reaped (Node as process 1 of a container) is gone all the same.
    if ((await beganAt(pid)) === undefined) return true;
    await pause(20);
  }
  return false;
}

/**
 * Stops the server when this program dies without a word (kill -9): a shell waits for the end of a pipe
 * only we hold. `stand down` before we end in order.
 */
export function guard(pid: number, place: Place): () => void {
  const script = 'read -r word; test "$word" = done || kill -INT "$1"';
  const child = spawn('/bin/sh', ['-c', script, 'chama-guard', String(pid)], {
    ...place.runner.identity,
    cwd: '/',
    env: CHILD_ENVIRONMENT,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.on('error', () => undefined);
  child.stdin?.on('error', () => undefined);
  child.unref();
  return () => child.stdin?.end('done\n');
}
