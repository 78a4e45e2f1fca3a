import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import type { Bilingual, Finding } from '#kernel';
import { OperatorError } from '#postgres';

/** A design limit (D): four times what the decoder takes, so that a disk image is not read into memory. */
const MOST_BYTES = 64 * 1024 * 1024;

/** The bytes of a file, a pipe or a device; where they cannot be had, why, as a finding among others. */
export async function bytesOrFinding(file: string): Promise<Buffer | Finding> {
  try {
    const pieces: Buffer[] = [];
    let length = 0;
    for await (const piece of createReadStream(file, { highWaterMark: 2 ** 20 })) {
      length += piece.length;
      if (length > MOST_BYTES) return unreadable(TOO_LARGE);
      pieces.push(piece);
    }
    return Buffer.concat(pieces);
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
    return unreadable(REASONS[code] ?? { zh: `读取失败（${code}）`, en: `Reading failed (${code})` });
  }
}

/** The bytes of the one file a command works on. Throws OperatorError with the reason where they cannot be had. */
export async function bytesOf(file: string): Promise<Buffer> {
  const bytes = await bytesOrFinding(file);
  if (Buffer.isBuffer(bytes)) return bytes;
  const { zh, en } = bytes.message;
  throw new OperatorError({ zh: `无法读取 ${file}：${zh}。`, en: `${file} cannot be read: ${en}.` });
}

/** Writes what came of it. Throws OperatorError where it cannot. */
export async function writeOut(file: string, content: Uint8Array | string): Promise<void> {
  await writeFile(file, content).catch((cause: unknown) => {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    const { zh, en } = REASONS[code] ?? { zh: code, en: code };
    throw new OperatorError(
      { zh: `无法写入 ${file}：${zh}。`, en: `${file} cannot be written: ${en}.` },
      cause,
    );
  });
}

const TOO_LARGE: Bilingual = { zh: '文件超过 64 MiB', en: 'The file is larger than 64 MiB' };

const REASONS: Readonly<Record<string, Bilingual>> = {
  ENOENT: { zh: '文件不存在', en: 'There is no such file' },
  EACCES: { zh: '没有权限', en: 'This user may not' },
  EISDIR: { zh: '这是一个目录', en: 'This is a folder' },
};

function unreadable(message: Bilingual): Finding {
  return {
    code: 'FILE-UNREADABLE',
    level: 'structure',
    path: '',
    message,
    remedy: { zh: '请检查路径、权限和文件大小。', en: 'Check the path, its rights and its size.' },
  };
}
