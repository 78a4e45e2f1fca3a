import { randomUUID } from 'node:crypto';
import { type EnterpriseCaller, mayDo, standingOf } from '#access';
import type { Sender } from '#exchange';
import { Problem } from '#http';
import type { Database, Queryable } from '#postgres';
import type { BulkParameters } from '../domain/parameters.ts';
import type { BulkTarget } from '../domain/target.ts';
import {
  addFile,
  type BulkFile,
  clearContent,
  type FileState,
  filesOf,
  findFile,
  growFile,
  moveFile,
} from '../storage/files.ts';
import { addPart } from '../storage/parts.ts';
import { pack } from './content.ts';

/** What the owners of files ask for. */
export interface UploadPorts {
  readonly database: Database;
  readonly now: () => Date;
  readonly parameters: () => BulkParameters;
  readonly targets: ReadonlyMap<string, BulkTarget>;
  readonly sender: (customsCode: string) => Promise<Sender | undefined>;
  /** A file may be worked on. */
  readonly wake: () => void;
}

/** Bytes kept in one row. */
const partBytes = 1024 * 1024;

const mebibytes = (bytes: number): string => `${Math.floor(bytes / 1024 / 1024)} MiB`;

/** The caller's own file. @throws Problem 404 for one that is not there or another's */
export async function ownFile(
  client: Queryable,
  { customsCode }: EnterpriseCaller,
  fileId: string,
): Promise<BulkFile> {
  const found = await findFile(client, { customsCode, fileId });
  if (!found)
    throw new Problem(404, 'UPLOAD-NOT-FOUND', {
      zh: `没有批量文件 ${fileId}`,
      en: `There is no bulk file ${fileId}`,
    });
  return found;
}

/** @throws Problem 404 for a kind that is not taken by tables */
export function targetOf({ targets }: Pick<UploadPorts, 'targets'>, kind: string): BulkTarget {
  const target = targets.get(kind);
  const all = [...targets.keys()].join(', ');
  if (!target)
    throw new Problem(404, 'UPLOAD-KIND', {
      zh: `没有批量种类 ${kind}；可用 ${all}`,
      en: `There is no kind ${kind}; there are ${all}`,
    });
  return target;
}

/** Tables open no way round the table of rights. @throws Problem 403 */
function requireRight({ needs }: BulkTarget, caller: EnterpriseCaller): void {
  const verdict = needs && mayDo(standingOf(caller, false), needs.resource as never, needs.action as never);
  if (!verdict || verdict.allowed) return;
  const { code, reason, remedy } = verdict;
  throw new Problem(403, code, {
    zh: `${reason.zh}；${remedy.zh}`,
    en: `${reason.en}; ${remedy.en}`,
  });
}

/** What somebody wants to upload. */
export interface FileWish {
  readonly kind: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly acceptGood: boolean;
}

/** Makes room for a file that is going to be uploaded. */
export async function announce(
  ports: UploadPorts,
  caller: EnterpriseCaller,
  wish: FileWish,
): Promise<BulkFile> {
  requireRight(targetOf(ports, wish.kind), caller);
  const { customsCode, id, ownerId } = caller;
  const { database, now, parameters, sender } = ports;
  if (!(await sender(customsCode)))
    throw new Problem(403, 'ENTERPRISE-NOT-ACTIVE', {
      zh: `企业 ${customsCode} 未备案或已停用（-10102 无效企业代码）`,
      en: `Enterprise ${customsCode} is not registered or not active (-10102)`,
    });
  const limits = parameters();
  if (wish.sizeBytes > limits.mostFileBytes)
    throw new Problem(413, 'UPLOAD-TOO-LARGE', {
      zh: `文件超过上限 ${mebibytes(limits.mostFileBytes)}，请拆分`,
      en: `The file is larger than ${mebibytes(limits.mostFileBytes)}; split it`,
    });
  const file = { customsCode, fileId: randomUUID(), madeAt: now(), madeBy: ownerId ?? id, ...wish };
  const full = await database.transaction((client) => addFile(client, file, limits));
  if (full === 'files')
    throw new Problem(409, 'UPLOAD-TOO-MANY', {
      zh: `一家企业最多 ${limits.mostOpenFiles} 个未办结的文件，请先办结或取消`,
      en: `An enterprise has at most ${limits.mostOpenFiles} files that are not settled; settle or cancel one`,
    });
  if (full === 'bytes')
    throw new Problem(409, 'UPLOAD-TOO-MUCH', {
      zh: `未办结的文件合计最多 ${mebibytes(limits.mostKeptBytes)}，请先办结或取消`,
      en: `Files that are not settled take at most ${mebibytes(limits.mostKeptBytes)}; settle or cancel one`,
    });
  return ownFile(database, caller, file.fileId);
}

/**
 * Takes the next bytes of a file, which begin at `offset`; the last of them sends it on to be read.
 * @throws Problem 409 when they are not the next; the file tells where it stands
 */
export async function upload(
  ports: UploadPorts,
  caller: EnterpriseCaller,
  fileId: string,
  offset: number,
  bytes: Buffer,
): Promise<{ readonly receivedBytes: number; readonly state: FileState }> {
  const { database, now, wake } = ports;
  const file = await ownFile(database, caller, fileId);
  const parts: { start: number; size: number; content: Buffer }[] = [];
  for (let at = 0; at < bytes.length; at += partBytes) {
    const piece = bytes.subarray(at, at + partBytes);
    parts.push({ start: offset + at, size: piece.length, content: await pack(piece) });
  }
  const grown = await database.transaction(async (client) => {
    const moved = await growFile(client, file, offset, bytes.length, now());
    if (moved) for (const part of parts) await addPart(client, file, part);
    return moved;
  });
  if (!grown) throw notTheNext(await ownFile(database, caller, fileId), offset);
  if (grown.state === 'reading') wake();
  return grown;
}

function notTheNext({ state, receivedBytes, sizeBytes }: BulkFile, offset: number): Problem {
  return state === 'uploading'
    ? new Problem(409, 'UPLOAD-OFFSET', {
        zh: `已收 ${receivedBytes}/${sizeBytes} 字节，请从第 ${receivedBytes} 字节续传（本次为 ${offset}）`,
        en: `${receivedBytes} of ${sizeBytes} bytes are here: go on at ${receivedBytes}, not at ${offset}`,
      })
    : new Problem(409, 'UPLOAD-STATE', { zh: '文件已传完', en: 'The file has been uploaded' });
}

/** Has the good documents handed in. @throws Problem 409 for a file that does not wait for this */
export async function handIn(
  ports: UploadPorts,
  caller: EnterpriseCaller,
  fileId: string,
): Promise<BulkFile> {
  const { database, now, wake } = ports;
  const file = await ownFile(database, caller, fileId);
  requireRight(targetOf(ports, file.kind), caller);
  // Asked for again it is under way already.
  if (file.state === 'handing-in' || (file.state === 'done' && file.documentsGood > 0)) return file;
  if (file.state === 'read' && file.documentsGood === 0)
    throw new Problem(409, 'UPLOAD-NOTHING-GOOD', {
      zh: '没有可报送的单证，请修改后重新上传',
      en: 'There is no good document to hand in; mend the file and upload it again',
    });
  if (!(await moveFile(database, file, ['read'], 'handing-in', now())))
    throw new Problem(409, 'UPLOAD-STATE', {
      zh: '文件尚未读完，或已办结',
      en: 'The file has not been read yet, or is settled',
    });
  wake();
  return ownFile(database, caller, fileId);
}

/** Ends a file; what has been handed in stays handed in. @throws Problem 409 for one that is settled */
export async function cancel(
  ports: UploadPorts,
  caller: EnterpriseCaller,
  fileId: string,
): Promise<BulkFile> {
  const { database, now } = ports;
  const file = await ownFile(database, caller, fileId);
  if (file.state === 'cancelled') return file;
  const open: FileState[] = ['uploading', 'reading', 'read', 'handing-in'];
  await database.transaction(async (client) => {
    if (!(await moveFile(client, file, open, 'cancelled', now())))
      throw new Problem(409, 'UPLOAD-STATE', { zh: '文件已办结', en: 'The file is settled' });
    await clearContent(client, file);
  });
  return ownFile(database, caller, fileId);
}

/** The caller's files, the newest first. @param cursor `next` of the page before */
export async function ownFiles(
  client: Queryable,
  { customsCode }: EnterpriseCaller,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ readonly files: BulkFile[]; readonly next: string | undefined }> {
  const [, at, fileId] =
    /^(\d{1,13})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor ?? '') ?? [];
  const before = at && fileId ? { at: new Date(Number(at)), fileId } : undefined;
  const files = await filesOf(client, customsCode, { before, limit: limit + 1 });
  const page = files.slice(0, limit);
  const last = page.at(-1);
  const next = files.length > limit && last ? `${last.madeAt.getTime()}.${last.fileId}` : undefined;
  return { files: page, next };
}
