import { randomUUID } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { mkdir, readdir, rename, rmdir, stat, unlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { codeOf } from '../fault.ts';
import { moveInto, moveToFree, unless } from './durable.ts';
import { claimsFolder, clockFile, type Folders, makeReceiving } from './folders.ts';

/** A piece taken out of `in` by this receiver. */
export interface Claim {
  readonly name: string;
  readonly path: string;
}

/** A receiver on another machine is taken for dead after so long without a sign of life, milliseconds (D). */
const LEASE_MS = 60_000;
const BEAT_MS = LEASE_MS / 4;

const ALIVE = '.alive';
/** Where pieces wait for their next try: not in hand if this receiver dies. No piece has a name like these two. */
const WAITING = '.waiting';

/** Receivers of this process: a namesake of our process number that is not among them is dead. */
const ours = new Set<string>();

/**
 * The pieces one receiver has in hand, in a folder of its own inside `in`. Taking one is a rename, so of several
 * receivers one gets it. What a dead receiver left is adopted by renaming its whole folder into our own: again one
 * step that one receiver wins. Dead is who has no sign of life: no process of its number on this machine, or none
 * for `LEASE_MS` by the file system's own clock.
 */
export class Claims {
  readonly #folders: Folders;
  #token = '';
  #beat: NodeJS.Timeout | undefined;

  constructor(folders: Folders) {
    this.#folders = folders;
  }

  /** Makes our folder if there is none, as at the start, or after others took us for dead. */
  async ensure(): Promise<void> {
    if (this.#token !== '' && (await unless(['ENOENT'], stat(join(this.#own, ALIVE))))) return;
    ours.delete(this.#token);
    const token = `${place}~${process.pid}~${randomUUID()}`;
    ours.add(token);
    await makeReceiving(this.#folders);
    // Made beside and moved in whole: a folder without a sign of life is anybody's.
    const beside = join(dirname(claimsFolder(this.#folders)), `${token}.new`);
    await mkdir(beside);
    await mkdir(join(beside, WAITING));
    await writeFile(join(beside, ALIVE), '');
    await rename(beside, join(claimsFolder(this.#folders), token));
    this.#token = token;
    this.#beat ??= setInterval(() => this.#live(), BEAT_MS).unref();
  }

  /** Takes a piece out of `in`; undefined if another receiver was quicker. */
  take(name: string): Promise<Claim | undefined> {
    return this.#intoHand(name, join(this.#folders.in, name));
  }

  /** Lays a piece by for its next try. */
  async wait({ name, path }: Claim): Promise<Claim> {
    const waiting = join(this.#own, WAITING, name);
    if (path !== waiting) await rename(path, waiting);
    return { name, path: waiting };
  }

  /** Takes a piece that waited in hand again; undefined if it is gone. */
  again({ name, path }: Claim): Promise<Claim | undefined> {
    return this.#intoHand(name, path);
  }

  async #intoHand(name: string, from: string): Promise<Claim | undefined> {
    const path = join(this.#own, name);
    const moved = await unless(
      ['ENOENT'],
      rename(from, path).then(() => true),
    );
    return moved ? { name, path } : undefined;
  }

  /**
   * Takes over what dead receivers left; it waits for its next try here.
   * @param tried is told of each piece that was in hand when its receiver ended, before anything else.
   */
  async adopt(tried: (name: string) => Promise<unknown>): Promise<Claim[]> {
    const folder = claimsFolder(this.#folders);
    const adopted: Claim[] = [];
    for (const token of await readdir(folder)) {
      if (ours.has(token) || !(await this.#isDead(token))) continue;
      const taken = join(this.#own, `~${token}`);
      const won = await unless(
        ['ENOENT'],
        rename(join(folder, token), taken).then(() => true),
      );
      if (!won) continue;
      for (const { inHand, ...claim } of await leftIn(taken)) {
        if (inHand) await tried(claim.name);
        const waiting = join(this.#own, WAITING, claim.name);
        if (await moveToFree(claim.path, waiting)) adopted.push({ name: claim.name, path: waiting });
        else await moveInto(claim.path, this.#folders.in);
      }
      await removeEmpty(taken);
    }
    return adopted;
  }

  /** Leaves the folder: what still waits in it is the next receiver's at once. */
  async leave(): Promise<void> {
    clearInterval(this.#beat);
    if (this.#token === '') return;
    await removeEmpty(this.#own);
    ours.delete(this.#token);
  }

  get #own(): string {
    return join(claimsFolder(this.#folders), this.#token);
  }

  #live(): void {
    // The folder may be out of reach for a while; the next beat tries again.
    writeFile(join(this.#own, ALIVE), String(process.pid)).catch(() => undefined);
  }

  async #isDead(token: string): Promise<boolean> {
    const [where, pid] = token.split('~');
    const alive = await unless(['ENOENT'], stat(join(claimsFolder(this.#folders), token, ALIVE)));
    if (alive === undefined || (where === place && !isRunning(Number(pid)))) return true;
    return (await fileSystemTime(this.#folders)) - alive.mtimeMs > LEASE_MS;
  }
}

/** Removes folders without a piece in them; never a piece. */
async function removeEmpty(folder: string): Promise<void> {
  const entries = (await unless(['ENOENT'], readdir(folder, { withFileTypes: true }))) ?? [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await removeEmpty(path);
    else if (entry.name === ALIVE) await unless(['ENOENT'], unlink(path));
  }
  await unless(['ENOENT', 'ENOTEMPTY', 'EEXIST'], rmdir(folder));
}

/** Now by the clock that stamps the files, which on a network share is not ours; milliseconds. */
export async function fileSystemTime(folders: Folders): Promise<number> {
  await writeFile(clockFile(folders), String(process.pid));
  return (await stat(clockFile(folders))).mtimeMs;
}

interface LeftClaim extends Claim {
  readonly inHand: boolean;
}

async function leftIn(folder: string): Promise<LeftClaim[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name !== ALIVE)
    .map(({ name, parentPath }) => ({
      name,
      path: join(parentPath, name),
      inHand: basename(parentPath) !== WAITING,
    }));
}

/** Machine and, where the system has them, space of process numbers: containers share neither nor numbers. */
const place = `${hostname().replaceAll(/[^\w.-]/g, '_')}-${processSpace()}`;

function processSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid').replaceAll(/\D/g, '');
  } catch {
    return 'one';
  }
}

/** Whether a process of this number is there. Ours is, but not as the receiver that is asked about. */
function isRunning(pid: number): boolean {
  if (pid === process.pid || !Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return codeOf(fault) === 'EPERM';
  }
}
