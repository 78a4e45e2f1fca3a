import { createHash, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, type FileHandle, link, lstat, open, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { codeOf } from '../fault.ts';

/** Runs an act on the file system and lets a fault of one of these codes pass as undefined. */
export async function unless<T>(codes: readonly string[], act: Promise<T>): Promise<T | undefined> {
  try {
    return await act;
  } catch (fault) {
    if (codes.includes(codeOf(fault))) return undefined;
    throw fault;
  }
}

/** Codes by which shares of other systems say that they cannot make a second name or flush a folder. */
const CANNOT = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'EISDIR', 'EACCES', 'EMLINK'];

/** Makes the names in a folder outlast a failure of power. Some network shares cannot, and need not. */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await unless(CANNOT, open(folder, constants.O_RDONLY));
  if (handle === undefined) return;
  try {
    await unless(CANNOT, handle.sync());
  } finally {
    await handle.close();
  }
}

/** Writes a new file whose bytes outlast a failure of power; its name does so only after `flushFolder`. */
export async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Writes a text so that whoever sees its name sees all of it, also where an older one of that name lay. */
export async function writeAtOnce(folder: string, name: string, text: string): Promise<void> {
  const beside = join(folder, `.${randomUUID()}.tmp`);
  try {
    await writeDurably(beside, Buffer.from(text));
    await rename(beside, join(folder, name));
  } catch (fault) {
    await unless(['ENOENT'], unlink(beside)).catch(() => undefined);
    throw fault;
  }
  await flushFolder(folder);
}

/** Moves a file to a name nobody has yet; false if somebody has it. One step, never over another file. */
export async function moveToFree(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
  } catch (fault) {
    if (codeOf(fault) === 'EEXIST') return false;
    if (!CANNOT.includes(codeOf(fault))) throw fault;
    // No second names on this share: look, then move. Two senders of one name at one moment are not told apart.
    if (await unless(['ENOENT'], lstat(to))) return false;
    await rename(from, to);
    return true;
  }
  await unlink(from);
  return true;
}

/** Most numbers tried for a name that is taken (D). */
const MOST_NUMBERS = 10_000;

/** `name.xml`, then `name.2.xml`, `name.3.xml` and so on. */
export function numberedName(name: string, number: number): string {
  const dot = name.lastIndexOf('.');
  if (number === 1) return name;
  return dot <= 0 ? `${name}.${number}` : `${name.slice(0, dot)}.${number}${name.slice(dot)}`;
}

/** Longest name kept as it is, bytes: a number, a note and a temporary name need room behind it. */
const LONGEST_NAME = 200;

/** A name others may add to; one that is too long is cut, and its digest keeps it apart from its like. */
function keepable(name: string): string {
  if (Buffer.byteLength(name) <= LONGEST_NAME) return name;
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 16);
  return `${digest}-${[...name].slice(-40).join('')}`;
}

/**
 * Moves a file into a folder, under its name or the next free number, also to another file system.
 * @returns the name it has there.
 */
export async function moveInto(from: string, folder: string): Promise<string> {
  const name = keepable(basename(from));
  let source = from;
  for (let number = 1; number <= MOST_NUMBERS; number++) {
    const free = numberedName(name, number);
    try {
      if (await moveToFree(source, join(folder, free))) {
        if (source !== from) await unlink(from);
        await flushFolder(folder);
        await flushFolder(dirname(from));
        return free;
      }
    } catch (fault) {
      if (codeOf(fault) !== 'EXDEV' || source !== from) throw fault;
      source = await copyBeside(from, folder, name);
      number -= 1;
    }
  }
  throw new Error(`There are ${MOST_NUMBERS} files named like ${name} in ${folder}`);
}

/** A durable copy in a folder of another file system, under a temporary name. */
async function copyBeside(from: string, folder: string, name: string): Promise<string> {
  const copy = join(folder, `.${name}.${process.pid}.tmp`);
  await copyFile(from, copy);
  const handle: FileHandle = await open(copy, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
  return copy;
}
