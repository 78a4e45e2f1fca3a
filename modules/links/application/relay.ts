import { messageTables, type Root } from '#ceb';
import type { ReceiptRecord } from '#exchange';
import type { Finding } from '#kernel';
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
  await addReferences(
    client,
    agency,
    matched.map(({ document, arrived }) => ({
      ...document,
      references: learnedFrom(document.root, arrived.receipt.fields),
    })),
  );
  await ports.addReceipts(client, matched.map(receiptFor));
  const afterwards = await apply(ports, client, matched.flatMap(decisive), arrivedAt);
  // After what decides: a bill may come together with the release it is of.
  const found = await handPushes(ports, client, matched, arrivedAt);
  await addAnswers(
    client,
    agency,
    matched.map((one) => ({
      ...answerOf(one.arrived),
      standing: one.late ? 'late' : 'taken',
      findings: [...one.arrived.receipt.findings, ...(found.get(one) ?? [])],
      sender: one.document.sender,
      messageId: one.document.messageId,
    })),
  );
  const pushedTo = matched.filter((one) => found.has(one)).map(({ document }) => document.sender);
  if (pushedTo.length > 0) afterwards.push(() => ports.receiptsWritten(new Set(pushedTo)));
  return afterwards;
}

/** Hands pushes to whoever keeps what they speak of. @returns what was found of each that somebody keeps */
async function handPushes(
  { pushed }: LinkPorts,
  client: Client,
  matched: readonly MatchedReceipt[],
  at: Date,
): Promise<ReadonlyMap<MatchedReceipt, readonly Finding[]>> {
  const found = new Map<MatchedReceipt, readonly Finding[]>();
  const byKeeper = Map.groupBy(matched, ({ arrived }) => pushed.get(arrived.receipt.type));
  for (const [keeper, ones] of byKeeper) {
    if (keeper === undefined) continue;
    const pushes = ones.map(({ document: { orderNo, named }, arrived: { receipt } }) => ({
      ...{ type: receipt.type, orderNo, named, fields: receipt.fields },
      rows: receipt.items?.rows ?? [],
    }));
    const findings = await keeper(client, pushes, at);
    for (const [place, one] of ones.entries()) found.set(one, findings[place] ?? []);
  }
  return found;
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
