import { mkdir } from 'node:fs/promises';
import type { Bilingual } from '#kernel';
import { type Database, openDatabase } from '#postgres';
import { type RunningServer, startServer } from '../server/server.ts';
import { type SandboxOptions, sandboxAnnex } from './annex.ts';

export interface SandboxSettings extends SandboxOptions {
  readonly database: Database;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Where the platform is that people test for; offered to them. */
  readonly otherSide?: string | undefined;
  /** Told of faults, once each. */
  readonly fault?: (error: unknown, what: string) => void;
}

/** How long the platform's own judge waits for papers in the sandbox, milliseconds (D): a tester does not wait half an hour. */
const paperWaitMs = 45_000;

/** Starts the platform as a simulated customs, for this machine only: whoever reaches it may register and read. */
export function startSandbox({ channel, ...settings }: SandboxSettings): Promise<RunningServer> {
  return startServer({
    ...{ ...settings, host: '127.0.0.1', demo: true, sandbox: true, paperWaitMs },
    annex: (parts) => sandboxAnnex(parts, { channel }),
  });
}

/** Connections of a sandbox: as few as its testers need. */
const connections = 6;

/** The sandbox's own database in a folder of its own; never one that is given, which may hold real papers. */
export async function openSandboxDatabase(
  dataFolder: string,
  say: (sentence: Bilingual) => void,
): Promise<Database> {
  await mkdir(dataFolder, { recursive: true });
  return openDatabase({ url: undefined, dataFolder, connections, say });
}
