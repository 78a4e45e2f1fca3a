import { check, checkFields, decode } from '#ceb';
import { receive, rightOver, type Sender, strangersFinding } from '#exchange';
import type { Finding } from '#kernel';
import { entryFinding } from '../domain/finding-codes.ts';
import { type PaperKind, roots } from '../domain/kinds.ts';
import { type Consequence, type PlacedFinding, placed } from '../domain/placing.ts';
import type { CheckedDocument, DocumentToCheck } from '../http/check-schemas.ts';
import { activeSender } from './active-sender.ts';
import { amongPapers } from './among-papers.ts';
import { findingView } from './finding-view.ts';
import { newGuid } from './hand-in.ts';
import { withKept } from './keeping.ts';
import { later } from './may-do.ts';
import type { EntryPorts } from './ports.ts';
import { standingOfDocument } from './standing.ts';
import { type Draft, headFieldsOf, messageOf, stampOf, unwritable, written } from './writing.ts';

/** Who writes what, and which values of it were not written but kept. */
interface Writing {
  readonly ports: EntryPorts;
  readonly sender: Sender;
  readonly draft: Draft;
  readonly kept: ReadonlySet<string>;
}

/** What a document would be answered and what would become of it, without handing it in. Keeps nothing. */
export async function checkDocument(
  ports: EntryPorts,
  customsCode: string,
  { kind, head, items = [], keep = {} }: DocumentToCheck,
): Promise<CheckedDocument> {
  const sender = await activeSender(ports, customsCode);
  const draft = { kind, head, items };
  const odd = unwritable(draft);
  if (odd.length > 0) return view(odd.map((finding) => inForm(kind, finding, 'refused')));
  const whole = await withKept(ports, sender, draft, keep);
  const missing = whole.missing.map((name) => inForm(kind, entryFinding('ENTRY-KEPT', name), 'refused'));
  const checked = await checkWhole({ ports, sender, draft: whole.draft, kept: new Set(Object.keys(keep)) });
  // What is kept and not there is said once.
  const absent = new Set(whole.missing);
  const others = checked.findings.filter(({ part, field = '' }) => part !== 'head' || !absent.has(field));
  return { ...checked, findings: [...view(missing).findings, ...others] };
}

async function checkWhole({ ports, sender, draft, kept }: Writing): Promise<CheckedDocument> {
  const { kind } = draft;
  const appType = draft.head.appType === '2' ? '2' : '1';
  const document = written(draft, { guid: newGuid(), appType, appTime: stampOf(ports.now()) });
  const decoded = decode(messageOf(kind, newGuid(), document, sender), { unsigned: true });
  const said = (finding: Finding, consequence: Consequence) =>
    unquoted(inForm(kind, finding, consequence), kept);
  const [sound] = decoded.message?.documents ?? [];
  if (!decoded.message || !sound) return view(decoded.findings.map((finding) => said(finding, 'refused')));
  const { codeLists } = ports;
  // What the exchange refuses for comes first; what else is found of the text of the standard only advises.
  const refusing = checkFields(decoded.message, codeLists).length;
  const ofFields = check(decoded.message, codeLists).map(({ finding }, at) =>
    said(finding, at < refusing ? 'refused' : 'advice'),
  );
  const received = await reception({ ports, sender, draft, kept }, sound, appType);
  const among = await amongPapers(ports, sender, kind, sound);
  const findings = [...ofFields, ...received, ...among.findings.map((one) => unquoted(one, kept))];
  const { compared, tax } = among;
  return {
    ...view(findings.filter(({ finding }) => isWriters(finding))),
    compared,
    ...(tax ? { tax } : {}),
  };
}

/** Nobody signs what is written by hand, and who transmits it the platform writes. */
const isWriters = ({ code, path }: Finding): boolean =>
  code !== 'CEB-UNSIGNED' && !path.startsWith('BaseTransfer/');

/** What the exchange would say of the sender's right, and of what is on file under the number. */
async function reception(
  { ports, sender, draft: { kind } }: Writing,
  document: { readonly head: object; readonly items: readonly object[] },
  appType: string,
): Promise<PlacedFinding[]> {
  const handler = ports.handlers.find(({ root }) => root === roots[kind]);
  if (!handler) return [];
  const right = rightOver(handler, document.head, sender);
  if (!right.may) return [inForm(kind, right.finding, 'refused')];
  const { database } = ports;
  const { orderNo } = document.head as { readonly orderNo: string };
  const key = handler.table.keyOf(document.head);
  const stored = await standingOfDocument(database.readers, handler, orderNo, key);
  if (stored && !rightOver(handler, stored.parties, sender).may)
    return [inForm(kind, strangersFinding, 'refused')];
  const { contentHash } = handler.table.prepare(document, database.vault);
  const answer = receive(stored, { guid: '', appType, appTime: later, contentHash }, handler.codes);
  return answer.act === 'refuse' ? [inForm(kind, answer.finding, 'refused')] : [];
}

function inForm(kind: PaperKind, finding: Finding, consequence: Consequence): PlacedFinding {
  return placed(finding, consequence, new Set(headFieldsOf(kind).map(({ name }) => name)));
}

/** A sentence may quote the value it is about; one that was kept is nobody's to read here. */
function unquoted(one: PlacedFinding, kept: ReadonlySet<string>): PlacedFinding {
  if (one.part !== 'head' || !kept.has(one.field ?? '')) return one;
  const { message, remedy } = entryFinding('ENTRY-KEPT', one.finding.path);
  const { evidence: _values, ...finding } = one.finding;
  return { ...one, finding: { ...finding, message, remedy } };
}

function view(findings: readonly PlacedFinding[]): CheckedDocument {
  return {
    findings: findings.map(({ finding, ...place }) => ({ ...findingView(finding), ...place })),
    compared: [],
  };
}
