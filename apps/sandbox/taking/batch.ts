import { answerBody, answerType, issuedNumber, numbersToIssue } from '#ceb';
import type { IncomingMessage, ReceiptRecord } from '#exchange';
import type { Client } from '#postgres';
import type { TaxBook } from '../../../modules/tax/wiring.ts';
import type { Desk } from '../scheme/desks.ts';
import { PACE_MS } from '../scheme/outcomes.ts';
import { type CustomsResults, isFormatCheck, type Plan, type PlannedReceipt } from '../scheme/plan.ts';
import { findLists, type KeptDocument } from '../storage/documents.ts';
import type { DueReceipt } from '../storage/planned-receipts.ts';
import { decide, type Outcome, type Paper } from './papers.ts';
import { type Push, summaryResult, taxBills } from './pushes.ts';

export interface BatchSettings {
  readonly client: Client;
  readonly incoming: IncomingMessage;
  readonly desk: Desk;
  /** Papers under the keys of the message; those of the message itself come to be among them. */
  readonly onFile: Map<string, KeptDocument>;
  /** As many as the papers may need. */
  readonly numbers: bigint[];
  readonly returnTime: (at: Date) => string;
  readonly taxBook: TaxBook;
  readonly results: CustomsResults;
}

/** The papers of one message, decided one after the other, and all that is to be written of them. */
export class Batch {
  readonly outcomes: Outcome[] = [];
  readonly documents = new Map<string, KeptDocument>();
  /** Keys of papers that were on file and are changed: what was planned for them is void. */
  readonly changed: string[] = [];
  readonly now: ReceiptRecord[] = [];
  readonly later: DueReceipt[] = [];
  readonly #settings: BatchSettings;

  constructor(settings: BatchSettings) {
    this.#settings = settings;
  }

  async add(paper: Paper): Promise<void> {
    const { onFile, results } = this.#settings;
    const before = onFile.get(paper.key);
    const outcome = decide(paper, before, results);
    this.outcomes.push(outcome);
    if (!outcome.plan) return;
    const issued = before?.issued ?? (outcome.act === 'none' ? {} : this.#issue(paper));
    const receipts = outcome.plan.receipts.map((receipt) => this.#receipt(paper, issued, receipt));
    if (outcome.act === 'none') {
      this.now.push(...receipts);
      return;
    }
    if (before) this.#void(paper.key);
    const document = this.#document(paper, outcome, outcome.plan, issued);
    this.documents.set(paper.key, document);
    onFile.set(paper.key, document);
    for (const receipt of [...receipts, ...(await this.#pushes(document, outcome.plan))]) {
      if (receipt.dueAt <= this.#settings.incoming.receivedAt) this.now.push(receipt);
      else this.later.push(receipt);
    }
  }

  /** A later paper of the same message may take the place of an earlier one. */
  #void(key: string): void {
    this.changed.push(key);
    const kept = this.later.filter((receipt) => receipt.key !== key);
    this.later.splice(0, this.later.length, ...kept);
  }

  #issue({ desk, content }: Paper): Record<string, string> {
    const { numbers } = this.#settings;
    const day = this.#stamp(0).slice(0, 8);
    const names = numbersToIssue(desk.root, content.head);
    return Object.fromEntries(
      names.map((name) => [name, issuedNumber(name, desk.root, content.head, day, numbers.pop() ?? 0n)]),
    );
  }

  #stamp(afterMs: number): string {
    const { incoming, returnTime } = this.#settings;
    return returnTime(this.#moment(afterMs, incoming.receivedAt));
  }

  #moment(afterMs: number, from = this.#settings.incoming.receivedAt): Date {
    return new Date(from.getTime() + afterMs);
  }

  #receipt(paper: Paper, issued: Readonly<Record<string, string>>, planned: PlannedReceipt): DueReceipt {
    const { sender, messageId, message } = this.#settings.incoming;
    const { desk, content, key } = paper;
    const { returnStatus, returnInfo, afterMs, stampMs } = planned;
    const format = isFormatCheck(returnStatus);
    return {
      ...{ recipient: sender.customsCode, root: desk.root, key, returnStatus, returnInfo },
      dueAt: this.#moment(afterMs),
      type: format ? 'CEB900' : answerType(desk.root),
      orderNo: content.head.orderNo === undefined ? null : String(content.head.orderNo),
      returnTime: this.#stamp(stampMs),
      body: format
        ? { guid: messageId.toUpperCase(), oriCopMsgId: messageId, oriMessageType: message.root }
        : answerBody(desk.root, content.head, issued, returnStatus),
    };
  }

  #document(
    { key, content, contentHash, number, desk }: Paper,
    { act }: Outcome,
    plan: Plan,
    issued: Readonly<Record<string, string>>,
  ): KeptDocument {
    const { sender, messageId, receivedAt } = this.#settings.incoming;
    const known = plan.receipts.filter(({ afterMs }) => afterMs === 0);
    const newest = known.toSorted((one, other) => one.stampMs - other.stampMs).at(-1);
    return {
      ...{
        sender: sender.customsCode,
        root: desk.root,
        key,
        contentHash,
        messageId,
        receivedAt,
        issued,
        content,
      },
      ...{ guid: String(content.head.guid), appTime: String(content.head.appTime), number: number ?? null },
      deleted: act === 'remove',
      returnStatus: newest?.returnStatus ?? plan.status,
      returnInfo: newest?.returnInfo ?? plan.info,
      statusTime: newest ? this.#stamp(newest.stampMs) : '',
    };
  }

  /** What customs sends of its own accord once the plan has come to its good end. */
  async #pushes(document: KeptDocument, plan: Plan): Promise<DueReceipt[]> {
    const { incoming } = this.#settings;
    const reached = new Set(plan.receipts.map(({ returnStatus }) => returnStatus));
    const last = Math.max(0, ...plan.receipts.map(({ afterMs }) => afterMs));
    const pushes = await this.#pushesOf(document, reached, last);
    return pushes.map((push, at) => {
      const afterMs = last + (at + 1) * PACE_MS;
      return {
        ...push,
        ...{ recipient: incoming.sender.customsCode, root: document.root, key: document.key },
        dueAt: this.#moment(afterMs),
        returnTime: this.#stamp(afterMs),
      };
    });
  }

  async #pushesOf(
    { root, content, issued }: KeptDocument,
    reached: ReadonlySet<string>,
    lastMs: number,
  ): Promise<readonly Push[]> {
    const { client, incoming, taxBook } = this.#settings;
    if (root === 'CEB621Message' && reached.has('800')) {
      const invtNo = String(content.head.invtNo || issued.invtNo);
      return taxBills(content, invtNo, taxBook, this.#moment(lastMs));
    }
    if (root !== 'CEB701Message' || !reached.has('399')) return [];
    const named = content.items.map(({ invtNo }) => String(invtNo));
    const lists = await findLists(client, incoming.sender.customsCode, named);
    const sumNo = String(content.head.sumNo || issued.sumNo);
    const declSeqNo = `S${this.#stamp(0).slice(0, 8)}${sumNo.slice(-9)}`;
    return [summaryResult(content, lists, { sumNo, declSeqNo }, this.#stamp(lastMs + PACE_MS))];
  }
}
