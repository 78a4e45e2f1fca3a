import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFile, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { OperatorError } from '../operator-error.ts';
import type { Binaries } from './binaries.ts';
import type { Place } from './place.ts';
import { handOver } from './runner.ts';
import { SETTINGS, SETTINGS_FILE } from './settings.ts';

const run = promisify(execFile);

/** The owner of the cluster and of all tables. */
export const OWNER = 'chama';
/** The version the packaged programs write; another one's files they cannot read. */
const MAJOR_VERSION = '18';

export interface Passwords {
  readonly owner: string;
  readonly application: string;
}

/** What a child of ours sees of the environment: no PGPORT or PGDATA of the operator's shell. */
export const CHILD_ENVIRONMENT = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', HOME: '/' };

/** Reads the installation's passwords, or makes them; only our own user can read the file. */
export async function passwordsOf(dataFolder: string): Promise<Passwords> {
  const file = join(dataFolder, 'postgres-passwords.json');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text !== undefined) return JSON.parse(text);
  const passwords = { owner: randomBytes(24).toString('hex'), application: randomBytes(24).toString('hex') };
  await writeFile(`${file}.new`, `${JSON.stringify(passwords)}\n`, { mode: 0o600, flush: true });
  await rename(`${file}.new`, file);
  return passwords;
}

/** Makes the cluster if there is none, checks its version if there is, and writes our settings into it. */
export async function prepareCluster(place: Place, binaries: Binaries, passwords: Passwords): Promise<void> {
  const version = (await readFile(join(place.data, 'PG_VERSION'), 'utf8').catch(() => '')).trim();
  if (version === '') await makeCluster(place, binaries, passwords);
  else if (version !== MAJOR_VERSION) throw otherVersion(place.data, version);
  const settings = join(place.data, SETTINGS_FILE);
  await writeFile(settings, SETTINGS, { mode: 0o600 });
  await handOver(settings, place.runner);
}

/**
 * Made beside its place and then moved, so that a first start that is interrupted leaves nothing half made.
 * Text sorts by code point on every machine (the server's own C.UTF-8): an order taken from the system's
 * library may change with an upgrade and break indexes.
 */
async function makeCluster(place: Place, binaries: Binaries, passwords: Passwords): Promise<void> {
  if (await stat(place.data).catch(() => undefined)) throw notACluster(place.data);
  const unfinished = `${place.data}.new`;
  const passwordFile = `${place.data}.password`;
  await rm(unfinished, { recursive: true, force: true });
  await rm(passwordFile, { force: true });
  await mkdir(unfinished, { mode: 0o700 });
  await handOver(unfinished, place.runner);
  await writeFile(passwordFile, `${passwords.owner}\n`, { mode: 0o600 });
  await handOver(passwordFile, place.runner);
  try {
    await run(
      binaries.initdb,
      [
        '-D',
        unfinished,
        '-U',
        OWNER,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--data-checksums',
        '--no-instructions',
      ],
      { ...place.runner.identity, cwd: '/', env: CHILD_ENVIRONMENT },
    );
    await appendFile(join(unfinished, 'postgresql.conf'), `\ninclude = '${SETTINGS_FILE}'\n`);
    await rename(unfinished, place.data);
  } catch (cause) {
    throw notMade(place.data, cause);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

function otherVersion(data: string, version: string): OperatorError {
  return new OperatorError({
    zh: `数据目录 ${data} 属于 PostgreSQL ${version}，内置的是 ${MAJOR_VERSION}；请用原版本 pg_dump 导出后导入新目录（CHAMA_DATA），或用 DATABASE_URL 指向原版本服务。`,
    en: `The data folder ${data} is of PostgreSQL ${version}, the embedded one is ${MAJOR_VERSION}: dump it with the old version into a new folder (CHAMA_DATA), or run the old version and give it by DATABASE_URL.`,
  });
}

function notACluster(data: string): OperatorError {
  return new OperatorError({
    zh: `${data} 已存在但不是 PostgreSQL 数据目录（缺 PG_VERSION）；请移走它，或用 CHAMA_DATA 指定其他目录。`,
    en: `${data} is there but is no PostgreSQL data folder (no PG_VERSION); move it away, or choose another folder by CHAMA_DATA.`,
  });
}

function notMade(data: string, cause: unknown): OperatorError {
  const output = cause instanceof Error && 'stderr' in cause ? String(cause.stderr) : String(cause);
  const reason = output.split('\n').find((line) => line.includes('error:')) ?? output.trim();
  return new OperatorError(
    {
      zh: `无法在 ${data} 建立数据库：${reason}`,
      en: `The database could not be made in ${data}: ${reason}`,
    },
    cause,
  );
}
