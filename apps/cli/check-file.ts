import { readFile, stat } from 'node:fs/promises';
import { type CodeLists, check, decode, findEdition, unwrap } from '#ceb';
import type { Bilingual, Finding } from '#kernel';

/** What is known of one file: the standard's verdict, and everything found. */
export interface FileReport {
  readonly file: string;
  /** Root element, as far as the text got. */
  readonly root: string | null;
  /** The verdict on the structure; field conditions and code lists do not change it. */
  readonly valid: boolean;
  readonly findings: readonly Finding[];
}

/** A design limit (D): four times what the decoder takes, so that a disk image is not read into memory. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Checks one file by the standard; a file that cannot be read is a finding, not an error. */
export async function checkFile(file: string, codeLists: CodeLists): Promise<FileReport> {
  const bytes = await read(file);
  if (!Buffer.isBuffer(bytes)) return { file, root: null, valid: false, findings: [bytes] };
  return { file, ...checkBytes(bytes, codeLists) };
}

/** Roots of the envelopes messages travel in. */
const ENVELOPES: ReadonlySet<string | undefined> = new Set(['DxpMsg', 'DxpMsgSv', 'DxpRep']);

/** Checks one message or envelope by the standard, wherever it comes from. */
export function checkBytes(bytes: Uint8Array, codeLists: CodeLists): Omit<FileReport, 'file'> {
  const decoded = decode(bytes);
  const { root, valid, findings, message } = decoded;
  if (ENVELOPES.has(root)) return checkEnvelope(bytes, codeLists);
  const more = message
    ? check(message, codeLists).map(({ finding }) => finding)
    : findEdition(bytes, decoded);
  return { root: root ?? null, valid, findings: [...findings, ...more] };
}

/** The verdict on an envelope is that of its own schema; what is found in the message inside is told as well. */
function checkEnvelope(bytes: Uint8Array, codeLists: CodeLists): Omit<FileReport, 'file'> {
  const { root = null, valid, findings, message, messageRoot } = unwrap(bytes);
  const inside =
    message === undefined || messageRoot === undefined || ENVELOPES.has(messageRoot)
      ? []
      : checkBytes(message, codeLists).findings.map((one) => ({ ...one, path: `Data/${one.path}` }));
  return { root, valid, findings: [...findings, ...inside] };
}

async function read(file: string): Promise<Buffer | Finding> {
  try {
    const size = (await stat(file)).size;
    return size > MOST_BYTES ? unreadable(TOO_LARGE) : await readFile(file);
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
    return unreadable(REASONS[code] ?? { zh: `读取失败（${code}）`, en: `Reading failed (${code})` });
  }
}

const TOO_LARGE: Bilingual = { zh: '文件超过 64 MiB', en: 'The file is larger than 64 MiB' };

const REASONS: Readonly<Record<string, Bilingual>> = {
  ENOENT: { zh: '文件不存在', en: 'There is no such file' },
  EACCES: { zh: '没有读取权限', en: 'The file may not be read by this user' },
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
