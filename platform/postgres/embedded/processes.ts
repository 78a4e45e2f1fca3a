import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** When a process began, as a text that is equal only for the same process; undefined if it is not alive. */
export async function beganAt(pid: number): Promise<string | undefined> {
  if (!isAlive(pid)) return undefined;
  if (process.platform !== 'linux') return ps(pid, 'lstart=');
  const [status, boot] = await Promise.all([
    readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined),
    readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => ''),
  ]);
  // The name in brackets may hold spaces; field 22, the start in clock ticks, is the 20th after it.
  const fields = status?.slice(status.lastIndexOf(')') + 2).split(' ');
  if (fields?.[0] === undefined || fields[0] === 'Z') return undefined;
  return `${boot.trim()} ${fields[19] ?? ''}`;
}

/** The command line of a process; undefined if it is not alive. */
export async function commandOf(pid: number): Promise<string | undefined> {
  if (!isAlive(pid)) return undefined;
  if (process.platform !== 'linux') return ps(pid, 'command=');
  const text = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
  return text?.replaceAll('\0', ' ').trim();
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    // A process of another user is alive, though we may not signal it.
    return fault instanceof Error && 'code' in fault && fault.code === 'EPERM';
  }
}

async function ps(pid: number, column: string): Promise<string | undefined> {
  const answer = await run('ps', ['-o', column, '-p', String(pid)]).catch(() => undefined);
  return answer?.stdout.trim() || undefined;
}
