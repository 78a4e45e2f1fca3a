import { type Client, type Database, isConflict } from '#postgres';
import { keepMessages, type MessageRecord } from '../storage/messages.ts';
import { addReceipts, type ReceiptRecord } from '../storage/receipts.ts';
import { addSuperseded } from '../storage/superseded.ts';
import { type IncomingPaper, type PaperOutcome, rowOf, sortPapers, sortWhole, takenOf } from './batch.ts';
import type { DocumentHandler } from './handler.ts';
import type { Onward, OnwardMessage } from './onward.ts';

/** A message ready to be made durable: its evidence, its documents, and the receipts it earns by itself. */
export interface Submission {
  readonly record: MessageRecord;
  readonly papers: readonly IncomingPaper[];
  readonly receipts: readonly ReceiptRecord[];
}

export interface InboxSettings {
  readonly database: Database;
  readonly now: () => Date;
  /** Batches being committed at the same time. */
  readonly lanes: number;
  /** Documents in one batch at most; one message is never split. */
  readonly batchLimit: number;
  /** Told after each commit. */
  readonly committed: (what: {
    /** By root of the message, the numbers its documents lie by. */
    papers: ReadonlyMap<string, ReadonlySet<string>>;
    recipients: ReadonlySet<string>;
  }) => void;
  readonly returnTime: (at: Date) => string;
  /** Where messages go on to; absent where the house answers for everything itself. */
  readonly onward?: Onward | undefined;
}

interface Waiting {
  readonly submission: Submission;
  readonly resolve: (outcomes: PaperOutcome[]) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Makes messages durable together: whatever has come in while a batch was being committed forms the next one,
 * so an acknowledgement costs one commit when it is quiet and a fraction of one under load.
 */
export class Inbox {
  readonly #settings: InboxSettings;
  readonly #queue: Waiting[] = [];
  #running = 0;
  #idle: (() => void)[] = [];

  constructor(settings: InboxSettings) {
    this.#settings = settings;
  }

  /** Resolves after the durable commit, with one outcome per document. */
  submit(submission: Submission): Promise<PaperOutcome[]> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ submission, resolve, reject });
      this.#pump();
    });
  }

  /** Messages waiting to be committed; for back-pressure and health. */
  get depth(): number {
    return this.#queue.length;
  }

  /** Resolves when nothing is queued or running. */
  async drain(): Promise<void> {
    if (this.#running === 0 && this.#queue.length === 0) return;
    await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  #pump(): void {
    while (this.#running < this.#settings.lanes && this.#queue.length > 0) {
      this.#running += 1;
      void this.#commit(this.#next()).finally(() => {
        this.#running -= 1;
        this.#pump();
        if (this.#running === 0 && this.#queue.length === 0) for (const done of this.#idle.splice(0)) done();
      });
    }
  }

  #next(): Waiting[] {
    let documents = 0;
    let count = 0;
    for (const { submission } of this.#queue) {
      if (count > 0 && documents + submission.papers.length > this.#settings.batchLimit) break;
      documents += submission.papers.length;
      count += 1;
    }
    return this.#queue.splice(0, count);
  }

  async #commit(batch: Waiting[]): Promise<void> {
    try {
      const submissions = batch.map((waiting) => waiting.submission);
      const outcomes = await this.#attempt(submissions);
      const papers = numbersByRoot(submissions.flatMap((submission) => submission.papers));
      const recipients = new Set(submissions.map(({ record }) => record.sender));
      this.#settings.committed({ papers, recipients });
      this.#settings.onward?.handed();
      batch.forEach((waiting, i) => {
        waiting.resolve(outcomes[i] ?? []);
      });
    } catch (error) {
      // One message that the database will not take must not keep the others of its batch out.
      if (batch.length > 1) for (const waiting of batch) await this.#commit([waiting]);
      else batch[0]?.reject(error);
    }
  }

  /** Another server may have taken the same key in between look-up and write: then look again. */
  async #attempt(submissions: readonly Submission[]): Promise<PaperOutcome[][]> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.#settings.database.transaction((client) => this.#write(client, submissions));
      } catch (error) {
        if (!isConflict(error) || tries === 5) throw error;
      }
    }
  }

  async #write(client: Client, submissions: readonly Submission[]): Promise<PaperOutcome[][]> {
    const papers = submissions.flatMap((submission) => submission.papers);
    const outcomes = new Map<IncomingPaper, PaperOutcome>();
    const receipts: ReceiptRecord[] = submissions.flatMap((submission) => submission.receipts);
    for (const [handler, group] of byHandler(papers)) {
      const sorted = await this.#take(client, handler, group);
      const { outcomes: decided } = sorted;
      group.forEach((paper, i) => {
        const outcome = decided[i] as PaperOutcome;
        outcomes.set(paper, outcome);
        // A repeat has had its receipt; a second one could make its reader act twice.
        if (outcome.verdict === 'repeated') return;
        const extra = sorted.strangers.has(paper) ? [] : (sorted.extras.get(paper.key) ?? []);
        receipts.push(this.#receipt(paper, outcome, extra));
      });
    }
    await addReceipts(client, receipts);
    await keepMessages(
      client,
      submissions.map((submission) => submission.record),
    );
    const { onward } = this.#settings;
    if (onward) await onward.hand(client, onwardMessages(submissions, outcomes));
    return submissions.map((submission) =>
      submission.papers.map((paper) => outcomes.get(paper) as PaperOutcome),
    );
  }

  async #take(client: Client, handler: DocumentHandler, group: readonly IncomingPaper[]) {
    const orderNos = [...new Set(group.map((paper) => paper.orderNo))];
    const stored = await handler.table.find(client, orderNos);
    const onFile = [...new Set(group.filter((paper) => stored.has(paper.key)).map((paper) => paper.orderNo))];
    const standings = onFile.length ? await handler.standings(client, onFile) : new Map();
    const sort = this.#settings.onward ? sortWhole : sortPapers;
    const sorted = sort(handler, group, stored, standings);
    const fresh = [...sorted.inserts.keys()];
    const issued = (await handler.issue?.(client, fresh.length, this.#settings.now())) ?? [];
    // A changed document keeps the numbers it was given when it first came.
    const extras = new Map([...stored].map(([key, head]) => [key, head.extra]));
    fresh.forEach((key, i) => {
      extras.set(key, issued[i] ?? []);
    });
    const extra = (key: string): readonly string[] => extras.get(key) ?? [];
    await handler.table.insert(
      client,
      [...sorted.inserts].map(([key, change]) => rowOf(change, extra(key))),
    );
    await handler.table.replace(
      client,
      [...sorted.replacements].map(([key, change]) => rowOf(change, extra(key))),
    );
    await addSuperseded(client, sorted.superseded);
    const taken = [
      ...[...sorted.inserts].map(([key, change]) => takenOf(change, 'insert', extra(key))),
      ...[...sorted.replacements].map(([key, change]) => takenOf(change, 'replace', extra(key))),
    ];
    if (taken.length > 0) await handler.taken?.(client, taken);
    return { outcomes: sorted.outcomes, strangers: sorted.strangers, extras };
  }

  #receipt(paper: IncomingPaper, outcome: PaperOutcome, extra: readonly string[]): ReceiptRecord {
    return {
      recipient: paper.sender.customsCode,
      type: paper.handler.receipt,
      orderNo: (paper.document.head as { orderNo?: string }).orderNo ?? null,
      returnStatus: outcome.status,
      returnTime: this.#settings.returnTime(this.#settings.now()),
      returnInfo: outcome.info,
      body: paper.handler.receiptBody(paper.document.head, extra),
    };
  }
}

/** What has come in new, message by message; one of repeats alone has gone on before. */
function onwardMessages(
  submissions: readonly Submission[],
  outcomes: ReadonlyMap<IncomingPaper, PaperOutcome>,
): OnwardMessage[] {
  return submissions.flatMap(({ record, papers }) => {
    const documents = papers.flatMap((paper, place) => {
      const { key, orderNo, document } = paper;
      return outcomes.get(paper)?.verdict === 'accepted'
        ? [{ place, key, orderNo, head: document.head }]
        : [];
    });
    const { sender, messageId, receivedAt, root, guid } = record;
    if (documents.length === 0 || root === undefined || guid === undefined) return [];
    return [{ sender, messageId, receivedAt, root, guid, documents }];
  });
}

function numbersByRoot(papers: readonly IncomingPaper[]): Map<string, Set<string>> {
  const numbers = new Map<string, Set<string>>();
  for (const [handler, group] of byHandler(papers))
    numbers.set(handler.root, new Set(group.map(({ orderNo }) => orderNo)));
  return numbers;
}

function byHandler(papers: readonly IncomingPaper[]): Map<DocumentHandler, IncomingPaper[]> {
  const groups = new Map<DocumentHandler, IncomingPaper[]>();
  for (const paper of papers) {
    const group = groups.get(paper.handler);
    if (group) group.push(paper);
    else groups.set(paper.handler, [paper]);
  }
  return groups;
}
