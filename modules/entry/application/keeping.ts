import type { DocumentTable, LoadedDocument, PlainDocument } from '#documents';
import type { Sender } from '#exchange';
import type { PaperKind } from '../domain/kinds.ts';
import { isOwn, isPartyOf, type PapersOnFile, papersOnFile, tables } from './on-file.ts';
import type { EntryPorts } from './ports.ts';
import type { Draft, Fields } from './writing.ts';

/** Where a value that is not written comes from: the document that is on file under the same number, or its order. */
export type KeptFrom = 'self' | 'order';

/** A payer's fields are the buyer's of the order. */
const inOrder: Readonly<Record<string, string>> = {
  payerName: 'buyerName',
  payerIdNumber: 'buyerIdNumber',
  telephone: 'buyerTelephone',
};

/**
 * Fills in what tells of a person and was not written, but is to stay as it is on file: whoever changes a document sees
 * persons masked, and need not be shown them for that.
 * @returns the document, and the fields whose values are not there or not the sender's to take
 */
export async function withKept(
  ports: Pick<EntryPorts, 'database'>,
  sender: Sender,
  draft: Draft,
  keep: Readonly<Record<string, KeptFrom>>,
): Promise<{ readonly draft: Draft; readonly missing: readonly string[] }> {
  if (Object.keys(keep).length === 0) return { draft, missing: [] };
  const sources = await sourcesOf(ports, sender, draft);
  const head: Record<string, string> = { ...draft.head };
  const missing: string[] = [];
  for (const [name, from] of Object.entries(keep)) {
    const value =
      personalOf(draft.kind, name) && sources[from]?.[from === 'self' ? name : (inOrder[name] ?? name)];
    if (value) head[name] = String(value);
    else missing.push(name);
  }
  return { draft: { ...draft, head }, missing };
}

const personalOf = (kind: PaperKind, name: string): boolean =>
  tables[kind].shape.personal?.includes(name) ?? false;

type Values = Readonly<Record<string, string | number | undefined>>;

async function sourcesOf(
  { database }: Pick<EntryPorts, 'database'>,
  sender: Sender,
  { kind, head }: Draft,
): Promise<Partial<Record<KeptFrom, Values>>> {
  const { orderNo = '', ebpCode } = head;
  const papers = await papersOnFile(database.readers, { orderNo, ebpCode });
  const self = await ownDocument(database.readers, sender, kind, head, papers);
  const order = papers.order && isPartyOf(papers, sender) ? papers.order : undefined;
  return {
    ...(self ? { self: self.document.head as Values } : {}),
    ...(order ? { order: order.document.head as unknown as Values } : {}),
  };
}

/** What is on file under the number of a document, where it is the sender's to see. */
export async function ownDocument(
  database: EntryPorts['database']['readers'],
  sender: Sender,
  kind: PaperKind,
  head: Fields,
  papers: PapersOnFile,
): Promise<LoadedDocument<PlainDocument> | undefined> {
  const table: DocumentTable = tables[kind];
  const key = table.keyOf(head);
  const all = await database.transaction((client) => table.readAll(client, [head.orderNo ?? '']));
  const found = all.find((one) => one.key === key);
  return found && (isOwn(kind, found, sender) || isPartyOf(papers, sender)) ? found : undefined;
}
