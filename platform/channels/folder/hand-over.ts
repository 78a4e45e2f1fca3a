import { randomUUID } from 'node:crypto';
import { readdir, readFile, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { ChannelError, type Piece, requirePieceName } from '../channel.ts';
import { codeOf } from '../fault.ts';
import { flushFolder, moveToFree, numberedName, unless, writeDurably } from './durable.ts';
import { type Folders, makeSending, writingFolder } from './folders.ts';

/** Most files of one name that may wait at once, each with other bytes (D). */
const MOST_NUMBERS = 100;

/**
 * Puts a piece into `out` in one step: written and flushed under another name, then given its own, then the folder
 * flushed. The other side sees the whole piece or nothing. A piece that still lies there is not put there twice; one
 * with the same name and other bytes gets a number before its extension, so that neither is lost.
 */
export async function handOver(folders: Folders, { name, bytes }: Piece): Promise<void> {
  requirePieceName(name);
  const written = join(writingFolder(folders), `${randomUUID()}.tmp`);
  try {
    await makeSending(folders);
    await writeDurably(written, bytes);
    await giveName(folders, written, name, bytes);
    await flushFolder(folders.out);
  } catch (fault) {
    await unless(['ENOENT'], unlink(written)).catch(() => undefined);
    if (fault instanceof ChannelError) throw fault;
    throw new ChannelError(
      {
        zh: `未能写入目录 ${folders.out}（${codeOf(fault)}）；请检查目录、权限和空间，然后重发。`,
        en: `Writing into ${folders.out} failed (${codeOf(fault)}); check the folder, its rights and the space left, then send again.`,
      },
      fault,
    );
  }
}

async function giveName(folders: Folders, written: string, name: string, bytes: Uint8Array): Promise<void> {
  for (let number = 1; number <= MOST_NUMBERS; number++) {
    const path = join(folders.out, numberedName(name, number));
    if (await moveToFree(written, path)) return;
    if (await holds(path, bytes)) {
      await unlink(written);
      return;
    }
  }
  throw new ChannelError({
    zh: `目录 ${folders.out} 中名为 ${name} 的文件已有 ${MOST_NUMBERS} 个未被取走；请检查对方的客户端。`,
    en: `${MOST_NUMBERS} files named ${name} wait in ${folders.out} untaken; look at the client on the other side.`,
  });
}

async function holds(path: string, bytes: Uint8Array): Promise<boolean> {
  const found = await unless(['ENOENT'], stat(path));
  if (found?.size !== bytes.length) return false;
  const there = await unless(['ENOENT'], readFile(path));
  return there?.equals(bytes) ?? false;
}

const HOUR_MS = 3_600_000;

/** Removes what a sender that died left half-written; after an hour nobody is writing it any more. */
export async function sweepWriting(folders: Folders): Promise<void> {
  const folder = writingFolder(folders);
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = name.endsWith('.tmp') ? await unless(['ENOENT'], stat(path)) : undefined;
    if (found && Date.now() - found.mtimeMs > HOUR_MS) await unless(['ENOENT'], unlink(path));
  }
}
