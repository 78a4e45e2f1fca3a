import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import type { Database } from '#postgres';

/** CPU time, user and system, in microseconds. */
export interface CpuTimes {
  readonly node: number;
  readonly postgres: number;
}

interface ProcessTimes {
  readonly parent: number;
  /** Its own ticks, and those of its children that have ended. */
  readonly own: number;
  readonly ended: number;
}

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** What a server process and PostgreSQL's processes have used so far, by the kernel's own accounts. */
export async function cpuTimes(serverPid: number, database: Database): Promise<CpuTimes> {
  const rows = await database.query<{ pid: number }>(
    `select pid from pg_stat_activity where backend_type = 'checkpointer'`,
  );
  const checkpointer = timesOf(rows[0]?.pid ?? 0);
  const postmasterPid = checkpointer?.parent ?? 0;
  const postmaster = timesOf(postmasterPid);
  let ticks = (postmaster?.own ?? 0) + (postmaster?.ended ?? 0);
  for (const name of readdirSync('/proc')) {
    const times = /^\d+$/.test(name) ? timesOf(Number(name)) : undefined;
    if (times?.parent === postmasterPid) ticks += times.own;
  }
  const server = timesOf(serverPid);
  return { node: micros((server?.own ?? 0) + (server?.ended ?? 0)), postgres: micros(ticks) };
}

const micros = (ticks: number): number => (ticks / ticksPerSecond) * 1e6;

function timesOf(pid: number): ProcessTimes | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold spaces; fields count from behind it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const at = (field: number): number => Number(fields[field - 3]);
    return { parent: at(4), own: at(14) + at(15), ended: at(16) + at(17) };
  } catch {
    return undefined;
  }
}

/** The machine in a line. */
export function machine(): string {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${first?.model.trim() ?? 'unknown CPU'}, ${memory} GiB, Node ${process.versions.node}, ${process.platform}`;
}
