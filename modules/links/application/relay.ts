import { messageTables, type Root } from '#ceb';
import type { ReceiptRecord } from '#exchange';
import type { Client } from '#postgres';
import { learnedFrom } from '../domain/references.ts';
import { addAnswers } from '../storage/arrivals.ts';
import { markAnswered } from '../storage/dispatches.ts';
import { addReferences, type HandedDocument, noteAnswers } from '../storage/documents.ts';
import { type ArrivedReceipt, answerOf } from './arrived.ts';
import type { AgencyAnswer, LinkPorts } from './ports.ts';

/** A receipt whose document is known. */
export interface MatchedReceipt {
  readonly arrived: ArrivedReceipt;
  readonly document: HandedDocument;
  readonly late: boolean;
}

/** Records receipts, tells whoever keeps the documents, and puts each into its sender's box. */
export async function relay(
  ports: LinkPorts,
  client: Client,
  matched: readonly MatchedReceipt[],
  arrivedAt: Date,
): Promise<(() => void)[]> {
  const { agency } = ports;
  await addAnswers(
    client,
    agency,
    matched.map(({ arrived, document, late }) => ({
      ...answerOf(arrived),
      standing: late ? 'late' : 'taken',
      findings: arrived.receipt.findings,
      sender: document.sender,
      messageId: document.messageId,
    })),
  );
  await addReferences(
    client,
    agency,
    matched.map(({ document, arrived }) => ({
      ...document,
      references: learnedFrom(document.root, arrived.receipt.fields),
    })),
  );
  await ports.addReceipts(client, matched.map(receiptFor));
  return apply(ports, client, matched.flatMap(decisive), arrivedAt);
}

/** An answer and the document it is to. */
export interface AnswerTo {
  readonly document: HandedDocument;
  readonly answer: AgencyAnswer;
}

/** Moves what the answers speak of: the message has come, the document stands where its newest answer says. */
export async function apply(
  ports: LinkPorts,
  client: Client,
  answers: readonly AnswerTo[],
  at: Date,
): Promise<(() => void)[]> {
  const { agency } = ports;
  const newest = new Map<string, AnswerTo>();
  for (const one of answers)
    if (!one.answer.late) newest.set(`${one.document.messageId} ${one.document.place}`, one);
  await noteAnswers(
    client,
    agency,
    [...newest.values()].map(({ document, answer }) => ({ ...document, ...answer })),
  );
  const messages = new Map(answers.map(({ document }) => [document.messageId, document]));
  await markAnswered(client, agency, at, [...messages.values()]);
  const afterwards: (() => void)[] = [];
  for (const [root, ofRoot] of Map.groupBy(answers, ({ document }) => document.root)) {
    const answered = ports.answered.get(root);
    const told = ofRoot.map(({ answer }) => answer);
    if (answered) afterwards.push(await answered(client, told));
  }
  const recipients = new Set(answers.map(({ document }) => document.sender));
  afterwards.push(() => ports.receiptsWritten(recipients));
  return afterwards;
}

/** A push, such as a tax bill, has a status of its own and says nothing of how its list stands. */
function decisive({ document, arrived, late }: MatchedReceipt): AnswerTo[] {
  const { returnStatus, returnTime, arrivedAt, receipt } = arrived;
  const { returnInfo = '', preNo, invtNo } = receipt.fields;
  if (receipt.fields.returnStatus === undefined) return [];
  const { key, orderNo, messageId } = document;
  const said = { returnStatus, returnTime, returnInfo, at: arrivedAt, late, preNo, invtNo };
  return [{ document, answer: { key, orderNo, messageId, ...said } }];
}

/** The receipt as its recipient fetches it: what the agency wrote, and what it left out where we know it. */
function receiptFor({ document, arrived }: MatchedReceipt): ReceiptRecord {
  const { receipt, returnStatus, returnTime } = arrived;
  const { returnInfo = '', returnStatus: _, returnTime: __, ...fields } = receipt.fields;
  // Waybills, arrivals and departures name no order.
  const { orderNo } = document.named;
  const body: Record<string, string> = { ...fields, ...(orderNo ? { orderNo } : {}) };
  const { items } = receipt;
  const table = messageTables[`${receipt.type}Message` as Root];
  for (const { name } of table.groups.flatMap((group) => group.fields)) {
    const known = document.named[name];
    if (!body[name] && known !== undefined && !/^return/.test(name)) body[name] = known;
  }
  return {
    recipient: document.sender,
    type: receipt.type,
    orderNo: orderNo ?? null,
    ...{ returnStatus, returnTime },
    returnInfo,
    body: items ? { ...body, [items.name]: items.rows.map((row) => ({ ...row })) } : body,
  };
}
