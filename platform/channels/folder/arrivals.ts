import { type BigIntStats, constants } from 'node:fs';
import { lstat, open, opendir } from 'node:fs/promises';
import { join } from 'node:path';
import { TooLargeError } from '../note.ts';
import { fileSystemTime } from './claims.ts';
import { unless } from './durable.ts';
import type { Folders } from './folders.ts';

/** Files looked at together: enough to sort by age, few enough to begin soon in a backlog of 100,000 (D). */
const BATCH = 1000;

/** Names by which writers hide what is not whole yet. */
const TEMPORARY = /^[.~]|\.(tmp|part|temp|filepart|crdownload)$/i;

/** Whether a file of this name may be a piece. */
export function mayBePiece(name: string): boolean {
  return !TEMPORARY.test(name);
}

/** What one look into `in` found. */
export interface Batch {
  /** Oldest first. */
  readonly names: readonly string[];
  /** Files that changed too recently to be taken. */
  readonly unsettled: number;
}

/** Goes once through the files in `in`, whatever their number, a batch at a time; new ones meanwhile come or not. */
export async function* arrivals(folders: Folders): AsyncGenerator<Batch> {
  let names: string[] = [];
  for await (const entry of await opendir(folders.in, { bufferSize: BATCH })) {
    // A share may not say what an entry is; links are never followed.
    const file = entry.isFile() || !(entry.isDirectory() || entry.isSymbolicLink() || entry.isFIFO());
    if (file && mayBePiece(entry.name)) names.push(entry.name);
    if (names.length === BATCH) {
      yield await settled(folders, names);
      names = [];
    }
  }
  if (names.length > 0) yield await settled(folders, names);
}

async function settled(folders: Folders, names: readonly string[]): Promise<Batch> {
  const now = folders.settleMs > 0 ? await fileSystemTime(folders) : Number.POSITIVE_INFINITY;
  const found = await Promise.all(names.map((name) => look(folders, name)));
  const files = found.filter((file) => file !== undefined);
  // The time of the last change of any kind, which nobody can set: copies keep the times of their originals.
  const whole = files.filter(({ stats }) => now - Number(stats.ctimeMs) >= folders.settleMs);
  whole.sort((a, b) => Number(a.stats.mtimeNs - b.stats.mtimeNs) || (a.name < b.name ? -1 : 1));
  return { names: whole.map(({ name }) => name), unsettled: files.length - whole.length };
}

async function look(
  { in: folder }: Folders,
  name: string,
): Promise<{ name: string; stats: BigIntStats } | undefined> {
  const stats = await unless(['ENOENT'], lstat(join(folder, name), { bigint: true }));
  return stats?.isFile() ? { name, stats } : undefined;
}

/** The bytes of a file, never through a link; refuses more than so many. */
export async function readWhole(path: string, mostBytes: number): Promise<Uint8Array> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const { size } = await handle.stat();
    if (size > mostBytes) throw new TooLargeError(size, mostBytes);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}
