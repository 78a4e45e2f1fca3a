import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OperatorError } from '../operator-error.ts';
import { beganAt } from './processes.ts';

interface Holder {
  readonly pid: number;
  readonly began: string;
}

const NAME = 'running.lock';

/**
 * Takes a data folder for this process and returns how to give it back. The file names the process and when
 * it began, so that a number used again after a crash does not keep the folder locked.
 * Throws OperatorError while another process holds it.
 */
export async function lockFolder(dataFolder: string): Promise<() => Promise<void>> {
  const file = join(dataFolder, NAME);
  const own = `${file}.${process.pid}`;
  const mine = JSON.stringify({ pid: process.pid, began: await beganAt(process.pid) });
  await writeFile(own, mine, { mode: 0o644 });
  try {
    // A hard link is made whole or not at all, so nobody ever reads half a lock.
    for (let attempt = 0; attempt < 5; attempt += 1) {
      if (await linked(own, file)) return () => release(file, mine);
      await removeIfStale(dataFolder, file);
    }
    throw heldBy(dataFolder, '?');
  } finally {
    await rm(own, { force: true });
  }
}

/** The process that holds a data folder now, if one does. */
export async function lockHolder(dataFolder: string): Promise<number | undefined> {
  const text = await readFile(join(dataFolder, NAME), 'utf8').catch(() => '');
  return (await alive(text))?.pid;
}

async function linked(own: string, file: string): Promise<boolean> {
  try {
    await link(own, file);
    return true;
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'EEXIST') return false;
    throw fault;
  }
}

async function removeIfStale(dataFolder: string, file: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return;
  const holder = await alive(text);
  if (holder !== undefined) throw heldBy(dataFolder, String(holder.pid));
  // Another newcomer may have replaced it meanwhile: what we moved away must be what we read.
  const aside = `${file}.stale.${process.pid}`;
  await rename(file, aside).catch(() => undefined);
  const moved = await readFile(aside, 'utf8').catch(() => undefined);
  if (moved !== undefined && moved !== text) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
}

async function alive(text: string): Promise<Holder | undefined> {
  try {
    const holder: Holder = JSON.parse(text);
    return (await beganAt(holder.pid)) === holder.began ? holder : undefined;
  } catch {
    return undefined;
  }
}

async function release(file: string, mine: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === mine) await rm(file, { force: true });
}

function heldBy(dataFolder: string, pid: string): OperatorError {
  return new OperatorError({
    zh: `数据目录 ${dataFolder} 正由另一个 chama 进程（${pid}）使用；请先停止它，或用 CHAMA_DATA 指定其他目录。`,
    en: `The data folder ${dataFolder} is in use by another chama (process ${pid}); stop that one, or choose another folder by CHAMA_DATA.`,
  });
}
