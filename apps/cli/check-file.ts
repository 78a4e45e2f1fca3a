import { type CodeLists, check, decode, findEdition, unwrap } from '#ceb';
import type { Finding } from '#kernel';
import { bytesOrFinding } from './message-file.ts';

/** What is known of one file: the standard's verdict, and everything found. */
export interface FileReport {
  readonly file: string;
  /** Root element, as far as the text got. */
  readonly root: string | null;
  /** The verdict on the structure; field conditions and code lists do not change it. */
  readonly valid: boolean;
  readonly findings: readonly Finding[];
}

/** Checks one file by the standard; a file that cannot be read is a finding, not an error. */
export async function checkFile(file: string, codeLists: CodeLists): Promise<FileReport> {
  const bytes = await bytesOrFinding(file);
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
