import { execFile } from 'node:child_process';
import { chown, readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { OperatorError } from '../operator-error.ts';

const run = promisify(execFile);

/** The user PostgreSQL runs as: it refuses root, so root lends it another user's identity. */
export interface Runner {
  /** Empty when the program's own user runs it. */
  readonly identity: { readonly uid: number; readonly gid: number } | Record<string, never>;
  /** For people. */
  readonly name: string;
}

const OURSELVES: Runner = { identity: {}, name: 'self' };

/**
 * Chooses the user. A data folder that is there already decides: it goes on with its owner. As root a new
 * one belongs to `postgres` if the machine has such a user, else to `nobody`; no account is made.
 */
export async function chooseRunner(data: string): Promise<Runner> {
  const owner = await stat(data).catch(() => undefined);
  const us = process.getuid?.() ?? 0;
  if (us !== 0) {
    if (owner !== undefined && owner.uid !== us) throw foreignFolder(data, owner.uid);
    return OURSELVES;
  }
  if (owner !== undefined && owner.uid !== 0) {
    return { identity: { uid: owner.uid, gid: owner.gid }, name: `uid ${owner.uid}` };
  }
  return (await account('postgres')) ?? (await account('nobody')) ?? NOBODY;
}

/** Linux's number for nobody, for images without a list of accounts. */
const NOBODY: Runner = { identity: { uid: 65_534, gid: 65_534 }, name: 'uid 65534' };

async function account(name: string): Promise<Runner | undefined> {
  const accounts = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const line = accounts.split('\n').find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (uid === undefined || gid === undefined || Number(uid) === 0) return undefined;
  // macOS writes nobody as -2; the kernel counts without sign.
  return { identity: { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }, name };
}

/** Hands a file or folder to the user; nothing to do when it is ours. */
export async function handOver(path: string, runner: Runner): Promise<void> {
  const { uid, gid } = runner.identity;
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid);
}

/** Whether the user can reach and write a folder; tried, because modes alone do not tell (ACLs, mounts). */
export async function canUse(folder: string, runner: Runner): Promise<boolean> {
  try {
    await run('/bin/sh', ['-c', 'cd "$1" && test -w .', 'sh', folder], { ...runner.identity, cwd: '/' });
    return true;
  } catch {
    return false;
  }
}

function foreignFolder(data: string, owner: number): OperatorError {
  return new OperatorError({
    zh: `数据目录 ${data} 属于另一用户（uid ${owner}）；请以该用户运行，或用 CHAMA_DATA 指定其他目录。`,
    en: `The data folder ${data} belongs to another user (uid ${owner}); run as that user, or choose another folder by CHAMA_DATA.`,
  });
}
