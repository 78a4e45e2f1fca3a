import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rmdir, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bilingual } from '#kernel';
import { OperatorError } from '../operator-error.ts';
import { canUse, chooseRunner, handOver, type Runner } from './runner.ts';

/** Where the cluster lies and who runs it. */
export interface Place {
  /** The folder around the cluster: `CHAMA_DATA`, or another where its user cannot reach that. */
  readonly home: string;
  /** PostgreSQL's own data folder. */
  readonly data: string;
  readonly runner: Runner;
}

const CLUSTER = 'postgres';
const POINTER = 'postgres-location';
/** Leave to enter what one can name, not to list. */
const PASS_THROUGH = 0o011;

/**
 * Finds the place of an installation's cluster, or makes a new one. Beside `CHAMA_DATA` it lies only when
 * we are root and PostgreSQL's user cannot reach `CHAMA_DATA` (a home folder closed to others); the file
 * `postgres-location` then says where.
 */
export async function findPlace(dataFolder: string, say: (sentence: Bilingual) => void): Promise<Place> {
  const pointed = (await readFile(join(dataFolder, POINTER), 'utf8').catch(() => '')).trim();
  const home = pointed === '' ? dataFolder : pointed;
  const data = join(home, CLUSTER);
  if (await stat(data).catch(() => undefined)) {
    const runner = await chooseRunner(data);
    if (!(await canUse(data, runner))) throw closedFolder(data, runner);
    return { home, data, runner };
  }
  if (pointed !== '') throw lostPlace(join(dataFolder, POINTER), data);
  return newPlace(dataFolder, say);
}

async function newPlace(dataFolder: string, say: (sentence: Bilingual) => void): Promise<Place> {
  const runner = await chooseRunner(join(dataFolder, CLUSTER));
  if ((await usable(dataFolder, runner)) || (await usableOpened(dataFolder, runner))) {
    return { home: dataFolder, data: join(dataFolder, CLUSTER), runner };
  }
  const id = randomBytes(6).toString('hex');
  for (const home of [`/var/lib/chama/${id}`, join(tmpdir(), `chama-data-${id}`)]) {
    if (!(await openFolder(home)) || !(await usable(home, runner))) continue;
    await writeFile(join(dataFolder, POINTER), `${home}\n`);
    say(movedAway(dataFolder, home, runner));
    return { home, data: join(home, CLUSTER), runner };
  }
  throw closedFolder(dataFolder, runner);
}

/**
 * Whether it is only the data folder's own mode that keeps the runner out (a strict umask, a temporary
 * folder): then others may pass through it, which shows them nothing, rather than the data lying elsewhere.
 */
async function usableOpened(dataFolder: string, runner: Runner): Promise<boolean> {
  if (runner.identity.uid === undefined) return false;
  const { mode } = await stat(dataFolder);
  await chmod(dataFolder, mode | PASS_THROUGH);
  if (await usable(dataFolder, runner)) return true;
  await chmod(dataFolder, mode);
  return false;
}

/** Makes a folder others may pass through, whatever the umask; false where we may not write. */
async function openFolder(folder: string): Promise<boolean> {
  try {
    const first = await mkdir(folder, { recursive: true, mode: 0o755 });
    if (first !== undefined) await chmod(first, 0o755);
    await chmod(folder, 0o755);
    return true;
  } catch {
    return false;
  }
}

/** Whether the runner could live in a folder of its own inside `home`. */
async function usable(home: string, runner: Runner): Promise<boolean> {
  const trial = join(home, `trial-${process.pid}`);
  try {
    await mkdir(trial, { mode: 0o700 });
  } catch {
    return false;
  }
  await handOver(trial, runner);
  const answer = await canUse(trial, runner);
  await rmdir(trial);
  return answer;
}

function movedAway(dataFolder: string, home: string, runner: Runner): Bilingual {
  return {
    zh: `PostgreSQL 不能以 root 运行，用户 ${runner.name} 又进不了 ${dataFolder}，数据库因此放在 ${home}（见 ${dataFolder}/${POINTER}）。`,
    en: `PostgreSQL does not run as root and its user ${runner.name} cannot enter ${dataFolder}, so the database lies in ${home} (noted in ${dataFolder}/${POINTER}).`,
  };
}

function closedFolder(data: string, runner: Runner): OperatorError {
  return new OperatorError({
    zh: `PostgreSQL 的用户（${runner.name}）无法写入 ${data}；请开放上级目录的权限，或用 CHAMA_DATA 指定其他目录。`,
    en: `PostgreSQL's user (${runner.name}) cannot write in ${data}; open the folders above it, or choose another folder by CHAMA_DATA.`,
  });
}

function lostPlace(pointer: string, data: string): OperatorError {
  return new OperatorError({
    zh: `${pointer} 指向的数据目录 ${data} 不存在；请恢复该目录，或删除 ${pointer} 从空库开始。`,
    en: `The data folder ${data}, named in ${pointer}, is gone; bring it back, or delete ${pointer} to begin with an empty database.`,
  });
}
