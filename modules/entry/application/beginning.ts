import type { DocumentTable, LoadedDocument, PlainDocument } from '#documents';
import type { Sender } from '#exchange';
import { Problem } from '#http';
import type { PaperKind } from '../domain/kinds.ts';
import type { NewDraft } from '../http/draft-schemas.ts';
import type { DraftContent } from '../storage/drafts.ts';
import { ownDocument } from './keeping.ts';
import { isPartyOf, papersOnFile, tables } from './on-file.ts';
import type { EntryPorts } from './ports.ts';
import { type Fields, headFieldsOf, lineFieldsOf } from './writing.ts';

/** What a new draft begins with. */
export interface Beginning {
  readonly content: DraftContent;
  readonly appType: '1' | '2';
}

/** What the platform writes anew each time. */
const passing = ['guid', 'appType', 'appTime', 'appStatus'];
/** Numbers customs or the E-Port gave: those of another document. */
const issued = ['preNo', 'invtNo'];

/** @throws Problem DOCUMENT-NOT-FOUND for what is not on file, or not the sender's to see */
export async function beginningOf(
  ports: EntryPorts,
  sender: Sender,
  { kind, from }: NewDraft,
): Promise<Beginning> {
  if (!from) return { appType: '1', content: { head: partyOf(kind, sender), items: [], keep: {} } };
  const { key, as } = from;
  const papers = await papersOnFile(ports.database.readers, {
    orderNo: key.orderNo ?? '',
    ebpCode: key.ebpCode,
  });
  if (as === 'order') {
    if (!papers.order || !isPartyOf(papers, sender)) throw notFound();
    return { appType: '1', content: fromOrder(kind, papers.order.document, sender) };
  }
  const found = await ownDocument(ports.database.readers, sender, kind, key, papers);
  if (!found) throw notFound();
  if (as === 'copy') return { appType: '1', content: copyOf(kind, found) };
  return { appType: as === 'change' ? '2' : '1', content: onFileAs(kind, found) };
}

const notFound = (): Problem =>
  new Problem(404, 'DOCUMENT-NOT-FOUND', {
    zh: '没有这份单证，或它不属于本企业',
    en: 'There is no such document, or it is not your enterprise’s',
  });

const personalOf = (kind: PaperKind): readonly string[] =>
  (tables[kind] as DocumentTable).shape.personal ?? [];

/** The whole document, its persons kept. */
function onFileAs(kind: PaperKind, { document }: LoadedDocument<PlainDocument>): DraftContent {
  const head = textsOf(document.head);
  const persons = personalOf(kind).filter((name) => head[name]);
  return {
    head: without(head, [...passing, ...persons]),
    items: document.items.map((item) => without(textsOf(item), ['gnum'])),
    keep: Object.fromEntries(persons.map((name) => [name, 'self'])),
  };
}

/** One like it for another purchase: neither its numbers nor its persons. */
function copyOf(kind: PaperKind, found: LoadedDocument<PlainDocument>): DraftContent {
  const { head, items } = onFileAs(kind, found);
  const numbers = ['orderNo', 'payTransactionId', 'logisticsNo', 'copNo', 'billNo', ...issued];
  return { head: without(head, numbers), items, keep: {} };
}

/** What an order already says of a payment, a waybill or a list; its persons are kept. */
function fromOrder(kind: PaperKind, { head, items }: PlainDocument, sender: Sender): DraftContent {
  const said = textsOf(head);
  const names = headFieldsOf(kind).map(({ name }) => name);
  const persons = personalOf(kind).filter((name) => said[name] ?? said[asBuyer[name] ?? '']);
  const shared = names.filter((name) => said[name] && !passing.includes(name) && name !== 'note');
  const taken = Object.fromEntries(shared.map((name) => [name, said[name] ?? '']));
  const paid = kind === 'payment' && said.acturalPaid ? { amountPaid: said.acturalPaid } : {};
  return {
    head: without({ ...taken, ...paid, ...partyOf(kind, sender) }, persons),
    items: kind === 'declaration' ? items.map((item) => lineOf(textsOf(item))) : [],
    keep: Object.fromEntries(persons.map((name) => [name, 'order'])),
  };
}

const asBuyer: Readonly<Record<string, string>> = {
  payerName: 'buyerName',
  payerIdNumber: 'buyerIdNumber',
  telephone: 'buyerTelephone',
};

const lineNames = new Set(lineFieldsOf('declaration').map(({ name }) => name));

/** A line of the list as the order's says it: the goods name stands in for the list's own. */
function lineOf({ gnum: _place, ...item }: Fields): Fields {
  const shared = Object.entries({ gname: item.itemName ?? '', ...item }).filter(([name]) =>
    lineNames.has(name),
  );
  return Object.fromEntries(shared.filter(([, value]) => value !== ''));
}

/** Who writes it stands in it, where only one party of such a document may send it. */
function partyOf(kind: PaperKind, { customsCode, name }: Sender): Fields {
  if (kind === 'payment') return { payCode: customsCode, payName: name };
  if (kind === 'waybill') return { logisticsCode: customsCode, logisticsName: name };
  return kind === 'declaration' ? { agentCode: customsCode, agentName: name } : {};
}

const textsOf = (record: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(record).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );

const without = (record: Fields, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));
