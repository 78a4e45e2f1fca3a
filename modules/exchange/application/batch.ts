import type { DocumentRow, PreparedDocument, StoredHead } from '#documents';
import type { Finding } from '#kernel';
import { type Reception, receive, type StoredDocument } from '../domain/reception.ts';
import {
  type DocumentHandler,
  declarableAnew,
  type Sender,
  savedStatus,
  type TakenDocument,
} from './handler.ts';
import { notInPart } from './onward.ts';
import { isStranger, type Owned, strangersFinding } from './rights.ts';
import { type SupersededDocument, supersededBy } from './superseded.ts';

/** One document of one message, on its way through a batch. */
export interface IncomingPaper {
  readonly handler: DocumentHandler;
  readonly document: { readonly head: object; readonly items: readonly object[] };
  readonly prepared: PreparedDocument;
  readonly key: string;
  /** Its order number, or the number its kind lies by where it names no order. */
  readonly orderNo: string;
  readonly sender: Sender;
  /** Customs code of the enterprise it is sent for by delegation; undefined where the sender sends in its own right. */
  readonly sentFor?: string | undefined;
  readonly messageId: string;
  readonly receivedAt: Date;
  /** Findings that refuse this document before its key is looked at. */
  readonly findings: readonly Finding[];
  /** The standard's own code for these findings, where it has one. */
  readonly returnCode?: string;
}

/** What becomes of one document; the sender reads this. */
export interface PaperOutcome {
  readonly verdict: 'accepted' | 'repeated' | 'refused';
  readonly status: string;
  readonly info: string;
  readonly findings: readonly Finding[];
}

/** The documents of one kind in one batch, sorted out: pure, so that it can be thought about. */
export interface SortedPapers {
  readonly outcomes: PaperOutcome[];
  /** By key, the last state the batch leaves. A new document may be replaced within the batch it came in. */
  readonly inserts: Map<string, Change>;
  readonly replacements: Map<string, Change>;
  /** Versions whose place another takes, in the order in which they lose it. */
  readonly superseded: SupersededDocument[];
  /** Documents whose number is that of a document their sender has no right over: it is told nothing of that one. */
  readonly strangers: Set<IncomingPaper>;
}

export interface Change {
  readonly paper: IncomingPaper;
  readonly removed: boolean;
}

/** What has only been saved (暂存), or was sent back, may be sent anew, whatever else is known. */
export function standingOnFile(
  { returnStatus }: Pick<StoredHead, 'returnStatus'>,
  standing: StoredDocument['standing'] | undefined,
): StoredDocument['standing'] {
  return declarableAnew(returnStatus) ? 'returned' : (standing ?? 'open');
}

interface HeadFields {
  readonly guid: string;
  readonly appType: string;
  readonly appTime: string;
}

/** What is known of documents while a batch is decided. */
interface Sorting {
  readonly handler: DocumentHandler;
  readonly stored: ReadonlyMap<string, StoredHead>;
  readonly standings: ReadonlyMap<string, StoredDocument['standing']>;
  readonly seen: Pick<Map<string, StoredDocument & Owned>, 'get' | 'set'>;
  readonly sorted: SortedPapers;
}

function sorting(
  handler: DocumentHandler,
  stored: Sorting['stored'],
  standings: Sorting['standings'],
  seen: Sorting['seen'] = new Map(),
): Sorting {
  const sorted = {
    ...{ outcomes: [], inserts: new Map(), replacements: new Map(), superseded: [] },
    strangers: new Set<never>(),
  };
  return { handler, stored, standings, seen, sorted };
}

/** Decides for each document in the order of arrival, seeing what earlier ones of the batch have changed. */
export function sortPapers(
  handler: DocumentHandler,
  papers: readonly IncomingPaper[],
  stored: ReadonlyMap<string, StoredHead>,
  standings: ReadonlyMap<string, StoredDocument['standing']>,
): SortedPapers {
  const state = sorting(handler, stored, standings);
  for (const paper of papers) sortPaper(state, paper, false);
  return state.sorted;
}

/** @param inPart nothing of its message may be taken: something in it is refused */
function sortPaper(
  { handler, stored, standings, seen, sorted }: Sorting,
  paper: IncomingPaper,
  inPart: boolean,
): void {
  const owned = seen.get(paper.key) ?? stored.get(paper.key);
  const stranger = owned !== undefined && isStranger(handler, owned, paper.sender);
  if (stranger) sorted.strangers.add(paper);
  if (paper.findings.length > 0) {
    sorted.outcomes.push(refused(paper.returnCode ?? handler.codes.invalid, paper.findings));
    return;
  }
  if (stranger) {
    sorted.outcomes.push(refused(handler.codes.invalid, [strangersFinding]));
    return;
  }
  const onFile = stored.get(paper.key);
  const known =
    seen.get(paper.key) ??
    (onFile && {
      ...onFile,
      standing: standingOnFile(onFile, standings.get(paper.key) ?? standings.get(paper.orderNo)),
    });
  const { guid, appType, appTime } = paper.document.head as HeadFields;
  const incoming = { guid, appType, appTime, contentHash: paper.prepared.contentHash };
  const reception = receive(known, incoming, handler.codes);
  if (inPart && reception.act !== 'refuse' && reception.act !== 'repeat') {
    sorted.outcomes.push(refused(handler.codes.invalid, [notInPart]));
    return;
  }
  sorted.outcomes.push(outcomeOf(handler, paper, reception));
  if (reception.act === 'repeat' || reception.act === 'refuse') return;
  const removed = reception.act === 'remove';
  const target =
    reception.act === 'insert' || sorted.inserts.has(paper.key) ? sorted.inserts : sorted.replacements;
  const before = target.get(paper.key)?.paper ?? onFile;
  if (before) sorted.superseded.push(supersededBy(paper, before));
  target.set(paper.key, { paper, removed });
  const answer = handler.accepted(paper.document.head);
  seen.set(paper.key, {
    ...incoming,
    parties: paper.document.head,
    deleted: removed,
    returnStatus: answer.status,
    returnInfo: answer.info,
    standing: answer.status === savedStatus ? 'returned' : 'open',
  });
}

/**
 * As `sortPapers`, but messages, whose documents stand together, are taken whole or not at all. Each is tried first and then decided, so that a later one
 * sees only what is really taken, and no chain of messages costs more than twice its length.
 */
export function sortWhole(
  ...[handler, papers, stored, standings]: Parameters<typeof sortPapers>
): SortedPapers {
  const state = sorting(handler, stored, standings);
  for (const message of Map.groupBy(papers, ({ messageId }) => messageId).values()) {
    const tried = new Map<string, StoredDocument & Owned>();
    const trial = sorting(handler, stored, standings, {
      get: (key) => tried.get(key) ?? state.seen.get(key),
      set: (key, document) => tried.set(key, document),
    });
    for (const paper of message) sortPaper(trial, paper, false);
    const inPart = trial.sorted.outcomes.some(({ verdict }) => verdict === 'refused');
    for (const paper of message) sortPaper(state, paper, inPart);
  }
  return state.sorted;
}

function outcomeOf(handler: DocumentHandler, paper: IncomingPaper, reception: Reception): PaperOutcome {
  if (reception.act === 'refuse') return refused(reception.status, [reception.finding]);
  if (reception.act === 'repeat')
    return { verdict: 'repeated', status: reception.status, info: reception.info, findings: [] };
  return { verdict: 'accepted', ...handler.accepted(paper.document.head), findings: [] };
}

function refused(status: string, findings: readonly Finding[]): PaperOutcome {
  const reasons = findings.map((finding) => `${finding.path}: ${finding.message.zh}`).join('; ');
  return { verdict: 'refused', status, info: `[Code:${status};Desc:${reasons}]`.slice(0, 1000), findings };
}

/** The row a change leaves behind. */
export function rowOf(change: Change, extra: readonly string[]): DocumentRow {
  const { paper } = change;
  const answer = paper.handler.accepted(paper.document.head);
  return {
    document: paper.document,
    prepared: paper.prepared,
    sender: paper.sender.customsCode,
    sentFor: paper.sentFor,
    messageId: paper.messageId,
    receivedAt: paper.receivedAt.toISOString(),
    returnStatus: answer.status,
    returnInfo: answer.info,
    deleted: change.removed,
    extra,
  };
}

export function takenOf(change: Change, act: 'insert' | 'replace', extra: readonly string[]): TakenDocument {
  const { paper } = change;
  return {
    key: paper.key,
    orderNo: paper.orderNo,
    act: change.removed ? 'remove' : act,
    document: paper.document,
    sender: paper.sender.customsCode,
    receivedAt: paper.receivedAt,
    messageId: paper.messageId,
    extra,
  };
}
