import { answerBody, type Root } from '#ceb';
import { answerDocuments, type DocumentTable, type LoadedDocument } from '#documents';
import type { ReceiptRecord } from '#exchange';
import { record } from '#journal';
import type { Finding } from '#kernel';
import type { Client } from '#postgres';
import {
  type CaseKind,
  type CaseState,
  type Direction,
  mayStep,
  RECEIPTS,
  type StepBy,
} from '../domain/case.ts';
import { statusOf } from '../domain/finding-codes.ts';
import { type CaseFile, type Learnt, writeStep } from '../storage/cases.ts';
import {
  type ExportCancellation,
  type ExportReturn,
  exportCancellations,
  exportReturns,
  type ImportCancellation,
  type ImportReturn,
  importCancellations,
  importReturns,
} from '../storage/documents.ts';
import type { ReturnsPorts } from './ports.ts';

/** Table, message and receipt of each kind of case. */
const PAPERS: Readonly<
  Record<Direction, Record<CaseKind, { table: DocumentTable; root: Root; receipt: string }>>
> = {
  import: {
    cancellation: { table: importCancellations, root: 'CEB623Message', receipt: 'CEB624' },
    return: { table: importReturns, root: 'CEB625Message', receipt: 'CEB626' },
  },
  export: {
    cancellation: { table: exportCancellations, root: 'CEB605Message', receipt: 'CEB606' },
    return: { table: exportReturns, root: 'CEB213Message', receipt: 'CEB214' },
  },
};

/** The document a case stands for; its goods lines are none where it is a cancellation. */
type CasePaper = ImportReturn | ImportCancellation | ExportReturn | ExportCancellation;

/** Locks the documents of an order, as whoever takes one in does before it looks at its case. */
export async function lockDocuments(
  client: Client,
  { direction, kind, orderNo }: Pick<CaseFile, 'direction' | 'kind' | 'orderNo'>,
) {
  await PAPERS[direction][kind].table.find(client, [orderNo]);
}

/** The document of a case as it is on file. @throws where it is gone, which is a fault */
export async function documentOf<D extends CasePaper>(
  client: Client,
  file: CaseFile,
): Promise<LoadedDocument<D>> {
  const found = await PAPERS[file.direction][file.kind].table.load<D>(client, [file.orderNo]);
  const document = found.find(({ extra }) => extra[0] === file.returnNo);
  if (!document) throw new Error(`the document of ${file.returnNo} is gone`);
  return document;
}

/** A step that is taken, and what it goes with. */
export interface Step {
  readonly to: CaseState;
  readonly by: StepBy;
  readonly byWhom: string;
  readonly at: Date;
  readonly note?: string | undefined;
  readonly findings?: readonly Finding[] | undefined;
  readonly learnt?: Learnt | undefined;
  /** Its sender is told by the next step, which comes at once. */
  readonly untold?: boolean;
}

/**
 * Moves a locked case: the step, its receipt, the answer beside the document, and the journal.
 * @throws RangeError where the case may not take the step
 */
export async function moveCase(
  ports: Pick<ReturnsPorts, 'addReceipts' | 'returnTime'>,
  client: Client,
  before: CaseFile,
  step: Step,
): Promise<void> {
  const { to, by, byWhom, at, note = '', findings = [], learnt = {} } = step;
  if (!mayStep(before, to, by))
    throw new RangeError(`a ${before.kind} does not go from ${before.state} to ${to} by ${by}`);
  const refusedFor = to === 'refused' ? findings.map(({ code }) => code) : [];
  await writeStep(
    client,
    before,
    { at, toState: to, byWhat: by, byWhom, note, findings },
    { ...learnt, refusedFor },
  );
  if (!step.untold) await answer(ports, client, before, step);
  const { ebpCode, returnNo, invtNo, sender, ebcCode, kind } = before;
  const numbers = { orderNo: salesOrderOf(before), ebpCode, returnNo, invtNo };
  const reasons = refusedFor.length > 0 ? { reasons: refusedFor.join(' ') } : {};
  const body = { ...numbers, ...reasons, recipient: sender, enterprise: ebcCode };
  await record(client, [{ at, kind: `${kind}-${to}`, subject: returnNo, body }]);
}

/** The order a case is about; empty where that of an export is not known. */
export const salesOrderOf = ({
  direction,
  orderNo,
  exportOrderNo,
}: Pick<CaseFile, 'direction' | 'orderNo' | 'exportOrderNo'>): string =>
  direction === 'import' ? orderNo : (exportOrderNo ?? '');

async function answer(
  ports: Pick<ReturnsPorts, 'addReceipts' | 'returnTime'>,
  client: Client,
  before: CaseFile,
  { to, at, findings = [], note = '' }: Step,
): Promise<void> {
  const said = RECEIPTS[before.direction][before.kind][to];
  if (!said) return;
  const { table, root, receipt } = PAPERS[before.direction][before.kind];
  const { document, key, messageId } = await documentOf(client, before);
  const [usual, words] = said;
  const reasons = [
    ...findings.map(({ code, message }) => `[Code:${statusOf(code)};Desc:${message.zh}]`),
    ...(note === '' ? [] : [note]),
  ];
  const [first] = findings;
  const status = to === 'refused' && first ? statusOf(first.code) : usual;
  const info = [...[words.zh, ...reasons].join(' ')].slice(0, 1000).join('');
  const record: ReceiptRecord = {
    ...{
      recipient: before.sender,
      type: receipt,
      orderNo: salesOrderOf(before) || null,
      returnStatus: status,
    },
    ...{ returnTime: ports.returnTime(at), returnInfo: info },
    body: answerBody(root, document.head, { preNo: before.returnNo, invtNo: before.invtNo }, status),
  };
  await ports.addReceipts(client, [record]);
  await answerDocuments(table, client, [{ key, messageId, status, info }]);
}
