import type { MessageTable } from '../tables/row.ts';
import { TABLES } from '../tables/tables.ts';
import type { BaseTransfer, CebMessage, DocumentOf, MessageOf, Root } from '../types.ts';
import * as exportAfter from './export-afterwards.ts';
import * as exportMoves from './export-movements.ts';
import * as exportPapers from './export-papers.ts';
import { WHEN as SALE } from './export-sale.ts';
import type { Firms } from './firms.ts';
import { guidOf } from './identity.ts';
import { ILLUSTRATION } from './illustration.ts';
import * as importAfter from './import-afterwards.ts';
import * as importPapers from './import-papers.ts';
import { WHEN as PURCHASE } from './import-purchase.ts';
import { occursUnder } from './modes.ts';
import { formatReceipt, receiptTo } from './receipts.ts';
import { type ExampleChoice, type Story, storyOf } from './story.ts';

type Writer<R extends Root> = (story: Story) => DocumentOf<R>;

const answer =
  <R extends Root>(root: R, paper: (story: Story) => { readonly head: object }, minutes: number): Writer<R> =>
  (story) =>
    receiptTo(root, story, paper(story), minutes);

/** One document of each message: the type asks for all of them. */
const WRITERS: { readonly [R in Root]: Writer<R> } = {
  CEB213Message: exportAfter.exportReturn,
  CEB214Message: answer('CEB214Message', exportAfter.exportReturn, SALE.returned),
  CEB215Message: exportAfter.exportReturnTally,
  CEB216Message: answer('CEB216Message', exportAfter.exportReturnTally, SALE.tallied),
  CEB303Message: exportPapers.exportOrder,
  CEB304Message: answer('CEB304Message', exportPapers.exportOrder, SALE.order),
  CEB311Message: importPapers.importOrder,
  CEB312Message: answer('CEB312Message', importPapers.importOrder, PURCHASE.order),
  CEB403Message: exportPapers.exportPaymentReceived,
  CEB404Message: answer('CEB404Message', exportPapers.exportPaymentReceived, SALE.received),
  CEB411Message: importPapers.importPayment,
  CEB412Message: answer('CEB412Message', importPapers.importPayment, PURCHASE.payment),
  CEB505Message: exportPapers.exportWaybill,
  CEB506Message: answer('CEB506Message', exportPapers.exportWaybill, SALE.waybill),
  CEB507Message: exportMoves.exportArrival,
  CEB508Message: answer('CEB508Message', exportMoves.exportArrival, SALE.arrived),
  CEB509Message: exportMoves.exportDeparture,
  CEB510Message: answer('CEB510Message', exportMoves.exportDeparture, SALE.departed),
  CEB511Message: importPapers.importWaybill,
  CEB512Message: answer('CEB512Message', importPapers.importWaybill, PURCHASE.waybill),
  CEB513Message: importPapers.importWaybillStatus,
  CEB514Message: answer('CEB514Message', importPapers.importWaybillStatus, PURCHASE.signedFor),
  CEB603Message: exportPapers.exportList,
  CEB604Message: answer('CEB604Message', exportPapers.exportList, SALE.list),
  CEB605Message: exportAfter.exportCancellation,
  CEB606Message: answer('CEB606Message', exportAfter.exportCancellation, SALE.cancelled),
  CEB607Message: exportMoves.exportMasterBill,
  CEB608Message: answer('CEB608Message', exportMoves.exportMasterBill, SALE.bundled),
  CEB621Message: importPapers.importList,
  CEB622Message: answer('CEB622Message', importPapers.importList, PURCHASE.list),
  CEB623Message: importAfter.importCancellation,
  CEB624Message: answer('CEB624Message', importAfter.importCancellation, PURCHASE.cancelled),
  CEB625Message: importAfter.importReturn,
  CEB626Message: answer('CEB626Message', importAfter.importReturn, PURCHASE.returned),
  CEB701Message: exportMoves.exportSummaryApplication,
  CEB702Message: answer('CEB702Message', exportMoves.exportSummaryApplication, SALE.summarised),
  CEB711Message: importAfter.importTally,
  CEB712Message: answer('CEB712Message', importAfter.importTally, PURCHASE.tally),
  CEB792Message: exportMoves.exportSummaryResult,
  CEB816Message: importAfter.importTaxBill,
  CEB818Message: importAfter.importTaxStatus,
  CEB900Message: (story) =>
    formatReceipt(
      story,
      exampleMessage('CEB513Message', { orderNo: story.orderNo, orderedAt: story.at(0), firms: story.firms }),
    ),
};

/** Which firm sends each paper; the others come from customs. */
const SENDERS: Readonly<Partial<Record<Root, keyof Firms>>> = {
  CEB213Message: 'declarant',
  CEB215Message: 'siteOperator',
  CEB303Message: 'platform',
  CEB311Message: 'platform',
  CEB403Message: 'paymentFirm',
  CEB411Message: 'paymentFirm',
  CEB505Message: 'carrier',
  CEB507Message: 'siteOperator',
  CEB509Message: 'carrier',
  CEB511Message: 'carrier',
  CEB513Message: 'carrier',
  CEB603Message: 'declarant',
  CEB605Message: 'declarant',
  CEB607Message: 'declarant',
  CEB621Message: 'declarant',
  CEB623Message: 'declarant',
  CEB625Message: 'declarant',
  CEB701Message: 'declarant',
  CEB711Message: 'siteOperator',
};

/** A message of one of several roots, told apart by `root`. */
type OneOf<R extends Root> = { [One in R]: MessageOf<One> }[R];

/**
 * A sound message of any type, made up but true to life: one document that keeps to structure, fields and business
 * checks. All import messages tell of one purchase and all export messages of one sale, so order, payment, waybill,
 * list, return and the receipts of the same choice belong together. Where a signature must stand, there is one that
 * says it is none. The same choice always gives the same message.
 * @throws RangeError for an order number, time or mode that is none, and where there is no such message under a mode.
 */
export function exampleMessage<R extends Root>(root: R, choice: ExampleChoice = {}): OneOf<R> {
  const table = TABLES.find((candidate) => candidate.root === root) as MessageTable;
  const story = storyOf(table.direction === 'export' ? 'export' : 'import', choice);
  if (!occursUnder(story.mode, root)) throw new RangeError(`there is no ${root} under ${story.mode}`);
  const part = senderOf(root, story);
  const transfer = part && transferOf(story, part);
  const signed = table.signature === 'required' || table.signedWhenDeclared === true;
  return {
    root,
    guid: guidOf(`message/${root}/${story.orderNo}`),
    version: '1.0',
    documents: [WRITERS[root](story)],
    ...(transfer && { transfer }),
    subscriptions: [],
    ...(signed && { signature: ILLUSTRATION }),
  } as unknown as OneOf<R>;
}

/** A warehouse abroad sends nothing: who has its goods there books it. */
function senderOf(root: Root, { mode }: Story): keyof Firms | undefined {
  return root === 'CEB303Message' && mode === '9810' ? 'seller' : SENDERS[root];
}

function transferOf({ firms }: Story, part: keyof Firms): BaseTransfer {
  const { code, name, dxpId } = firms[part];
  return { copCode: code, copName: name, dxpMode: 'DXP', dxpId };
}

/** Examples of all messages of the standard, in the order of their numbers. */
export function allExamples(choice: Omit<ExampleChoice, 'mode'> = {}): CebMessage[] {
  return (Object.keys(WRITERS) as Root[]).map((root) => exampleMessage(root, choice));
}
