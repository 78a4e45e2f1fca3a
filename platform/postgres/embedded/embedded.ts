import { access, constants, mkdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Bilingual } from '#kernel';
import { APPLICATION_ROLE } from '../grants.ts';
import { OperatorError } from '../operator-error.ts';
import { reachableBinaries } from './binaries.ts';
import { OWNER, type Passwords, passwordsOf, prepareCluster } from './cluster.ts';
import { lockFolder, lockHolder } from './lock.ts';
import { findPlace } from './place.ts';
import { endLeftover } from './postmaster.ts';
import { type Address, removeSocket, type Server, startServer } from './server.ts';

/** How to reach a running embedded server. */
export interface EmbeddedAccess {
  /** The owner of all tables, for migrations. */
  readonly owner: pg.ClientConfig;
  /** The role of the running platform; it can log in once `letApplicationIn` has been called. */
  readonly application: pg.ClientConfig;
}

export interface EmbeddedServer extends EmbeddedAccess {
  /** Lets other commands on this data folder join, by `runningEmbedded`. */
  publish(): Promise<void>;
  /** Settles if the server ends without being asked to. */
  readonly lost: Promise<OperatorError>;
  /** Stops the server in order and frees the data folder; may be called more than once. */
  stop(): Promise<void>;
}

const DATABASE = 'chama';
const ACCESS_FILE = 'postgres-access.json';

/**
 * Starts the PostgreSQL of a data folder: the first time it makes the cluster, later it goes on with what is
 * there. Throws OperatorError where the operator has to mend something.
 */
export async function startEmbedded(
  folder: string,
  say: (sentence: Bilingual) => void = tell,
): Promise<EmbeddedServer> {
  const dataFolder = await makeFolder(folder);
  const unlock = await lockFolder(dataFolder);
  let server: Server | undefined;
  try {
    const place = await findPlace(dataFolder, say);
    const passwords = await passwordsOf(dataFolder);
    const binaries = await reachableBinaries(place.home, place.runner);
    await endLeftover(place);
    await forgetAccess(dataFolder);
    await prepareCluster(place, binaries, passwords);
    server = await startServer(place, binaries, join(dataFolder, 'postgres.log'), say);
    const ways = accessOf(server.address, passwords);
    await makeDatabase(ways.owner, dataFolder);
    return {
      ...ways,
      lost: server.lost,
      publish: () => publishAccess(dataFolder, ways),
      stop: once(() => stopAll(server, dataFolder, unlock)),
    };
  } catch (fault) {
    await server?.stop();
    await unlock();
    throw fault;
  }
}

/** A server that is just starting publishes its access within this time, unless it recovers from a crash. */
const ACCESS_LIMIT_MS = 15_000;

/** How to reach the server another process of ours keeps running on a data folder; undefined if none does. */
export async function runningEmbedded(folder: string): Promise<EmbeddedAccess | undefined> {
  const dataFolder = resolve(folder);
  const limit = Date.now() + ACCESS_LIMIT_MS;
  while (Date.now() < limit && (await lockHolder(dataFolder)) !== undefined) {
    const text = await readFile(join(dataFolder, ACCESS_FILE), 'utf8').catch(unlessForbidden);
    if (text !== undefined) return JSON.parse(text);
    await pause(100);
  }
  return undefined;
}

/** No file is no server; a file we may not read belongs to a server of another user. */
function unlessForbidden(fault: NodeJS.ErrnoException): undefined {
  if (fault.code !== 'EACCES') return undefined;
  throw new OperatorError(
    {
      zh: `平台由另一用户运行，无权读取 ${fault.path}；请以该用户运行此命令。`,
      en: `The platform is run by another user and ${fault.path} cannot be read; run this command as that user.`,
    },
    fault,
  );
}

function tell(sentence: Bilingual): void {
  process.stderr.write(`${sentence.zh}\n${sentence.en}\n`);
}

async function stopAll(
  server: Server | undefined,
  dataFolder: string,
  unlock: () => Promise<void>,
): Promise<void> {
  await rm(join(dataFolder, ACCESS_FILE), { force: true });
  await server?.stop();
  await unlock();
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}

function accessOf(address: Address, passwords: Passwords): EmbeddedAccess {
  const server = { host: address.host, port: address.port, database: DATABASE };
  return {
    owner: { ...server, user: OWNER, password: passwords.owner },
    application: { ...server, user: APPLICATION_ROLE, password: passwords.application },
  };
}

async function makeDatabase(owner: pg.ClientConfig, dataFolder: string): Promise<void> {
  const client = new pg.Client({ ...owner, database: 'postgres' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (found.rows.length === 0) await client.query(`create database ${DATABASE}`);
  } catch (fault) {
    const wrongPassword = fault instanceof pg.DatabaseError && fault.code === '28P01';
    throw wrongPassword ? foreignPasswords(dataFolder) : fault;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function publishAccess(dataFolder: string, access: EmbeddedAccess): Promise<void> {
  const file = join(dataFolder, ACCESS_FILE);
  await writeFile(`${file}.new`, `${JSON.stringify(access)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

/** A process that was killed left its access file and its socket's folder behind. */
async function forgetAccess(dataFolder: string): Promise<void> {
  const file = join(dataFolder, ACCESS_FILE);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return;
  const access: { owner?: { host?: string; port?: number } } = JSON.parse(text);
  const { host, port } = access.owner ?? {};
  if (host !== undefined && port !== undefined && host.includes('/chama-'))
    await removeSocket({ host, port });
  await rm(file, { force: true });
}

/** Makes the folder, and returns the one path it has whatever links lead to it. */
async function makeFolder(folder: string): Promise<string> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o755 });
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return await realpath(folder);
  } catch (cause) {
    throw new OperatorError(
      {
        zh: `无法建立或写入数据目录 ${resolve(folder)}；请检查权限，或用 CHAMA_DATA 指定其他目录。`,
        en: `The data folder ${resolve(folder)} cannot be made or written; check its rights, or choose another by CHAMA_DATA.`,
      },
      cause,
    );
  }
}

function foreignPasswords(dataFolder: string): OperatorError {
  return new OperatorError({
    zh: `${dataFolder}/postgres-passwords.json 与数据库的密码不符；请恢复原文件。`,
    en: `${dataFolder}/postgres-passwords.json does not hold this database's passwords; bring the original file back.`,
  });
}
