import { numbersToIssue } from '#ceb';
import { addReceipts, type IncomingMessage, keepMessages, type MessageAnswer } from '#exchange';
import { type Client, type Database, isConflict } from '#postgres';
import type { TaxBook } from '../../../modules/tax/wiring.ts';
import { type Desk, deskOf, scriptedNumber } from '../scheme/desks.ts';
import type { CustomsResults } from '../scheme/plan.ts';
import { type DocumentContent, findDocuments, keepDocuments, paperNumbers } from '../storage/documents.ts';
import { dropPlanned, planReceipts } from '../storage/planned-receipts.ts';
import { Batch } from './batch.ts';
import { awaitStandings } from './outcomes-of-lists.ts';
import { type DocumentFindings, type Outcome, type Paper, papersOf } from './papers.ts';

export interface ReceptionSettings {
  readonly database: Database;
  readonly returnTime: (at: Date) => string;
  readonly taxBook: TaxBook;
  readonly results: CustomsResults;
  /** Messages the platform judges itself when nobody has scripted their outcome. */
  readonly judgedByHouse: ReadonlySet<string>;
  /** What is wrong with the signature of a message. */
  readonly signature: (incoming: IncomingMessage) => Promise<DocumentFindings>;
  /** Told after each commit whose receipts it holds. */
  readonly written: (recipient: string) => void;
}

/** Takes the messages whose outcome is scripted, and those the platform itself does not judge. */
export class ReceptionDesk {
  readonly #settings: ReceptionSettings;

  constructor(settings: ReceptionSettings) {
    this.#settings = settings;
  }

  /** Answers after the durable commit; undefined for a message that is the platform's own to judge. */
  async take(incoming: IncomingMessage): Promise<MessageAnswer | undefined> {
    const desk = this.#deskFor(incoming);
    if (!desk) return undefined;
    const found = [...incoming.check(), ...(await this.#settings.signature(incoming))];
    const papers = papersOf(incoming, desk, found, this.#settings.database.vault);
    const outcomes = await this.#write(incoming, desk, papers);
    this.#settings.written(incoming.sender.customsCode);
    return this.#answer(incoming, desk, papers, outcomes);
  }

  #deskFor({ message }: IncomingMessage): Desk | undefined {
    const desk = deskOf(message.root);
    if (!desk || !this.#settings.judgedByHouse.has(message.root)) return desk;
    const documents = message.documents as readonly DocumentContent[];
    const scripted = documents.some(({ head }) => scriptedNumber(desk, head) !== undefined);
    return scripted ? desk : undefined;
  }

  /** Another server may have taken the same paper in between look-up and write: then look again. */
  async #write(incoming: IncomingMessage, desk: Desk, papers: readonly Paper[]): Promise<Outcome[]> {
    const content = await incoming.evidence;
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.#settings.database.transaction((client) =>
          this.#record(client, incoming, desk, papers, content),
        );
      } catch (error) {
        if (!isConflict(error) || tries === 5) throw error;
      }
    }
  }

  async #record(
    client: Client,
    incoming: IncomingMessage,
    desk: Desk,
    papers: readonly Paper[],
    content: Buffer,
  ): Promise<Outcome[]> {
    const { sender, message, messageId, receivedAt, bytes } = incoming;
    const { returnTime, taxBook, results } = this.#settings;
    const keys = [...new Set(papers.map(({ key }) => key))];
    const onFile = await findDocuments(client, sender.customsCode, desk.root, keys);
    const numbers = await paperNumbers(
      client,
      papers.reduce((count, { content: { head } }) => count + numbersToIssue(desk.root, head).length, 0),
    );
    const batch = new Batch({ client, incoming, desk, onFile, numbers, returnTime, taxBook, results });
    for (const paper of papers) await batch.add(paper);
    const { outcomes, documents, changed, now, later } = batch;
    await dropPlanned(client, sender.customsCode, desk.root, changed);
    await keepDocuments(client, [...documents.values()]);
    await planReceipts(client, later);
    await addReceipts(client, now);
    await keepMessages(client, [
      {
        ...{
          sender: sender.customsCode,
          messageId,
          receivedAt,
          root: message.root,
          guid: message.guid,
          content,
        },
        ...{ sizeBytes: bytes.length, verdict: 'taken', documentCount: papers.length },
        findings: outcomes.flatMap(({ findings }, index) => findings.map(({ code }) => ({ index, code }))),
      },
    ]);
    return outcomes;
  }

  #answer(
    incoming: IncomingMessage,
    desk: Desk,
    papers: readonly Paper[],
    outcomes: readonly Outcome[],
  ): MessageAnswer {
    const { message, messageId, sender } = incoming;
    const taken = papers.filter((_, at) => outcomes[at]?.verdict !== 'refused').map(({ key }) => key);
    return {
      ...{ messageId, root: message.root, guid: message.guid, verdict: 'taken', findings: [] },
      documents: papers.map((paper, index) => {
        const { verdict, status, info, findings } = outcomes[index] as Outcome;
        return { index, key: namesOf(desk, paper), verdict, status, info, findings };
      }),
      outcomes: (waitMs, signal) =>
        awaitStandings(this.#settings.database.readers, sender.customsCode, desk.root, taken, waitMs, signal),
    };
  }
}

/** The fields a sender knows its paper by. */
function namesOf(desk: Desk, { content: { head } }: Paper): Record<string, string> {
  const names = [...new Set(['orderNo', ...desk.key])];
  return Object.fromEntries(names.flatMap((name) => (head[name] ? [[name, String(head[name])]] : [])));
}
