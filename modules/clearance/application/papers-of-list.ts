import type { ImportDeclaration, ImportOrder, ImportPayment, ImportWaybill } from '#ceb';
import type { LoadedDocument } from '#documents';

/** A paper for a list, and whether it comes from the firm that the order or the list names. */
export interface Chosen<D extends { head: object; items: readonly object[] }> {
  readonly paper: LoadedDocument<D>;
  readonly named: boolean;
}

/**
 * The payment the order names; else another one of the firm it names. A payment of a firm nobody has named is held
 * against the list only when its time is up: else any firm could have a stranger's list returned.
 */
export function paymentFor(
  order: ImportOrder['head'] | undefined,
  list: Pick<ImportDeclaration['head'], 'ebpCode'>,
  payments: readonly LoadedDocument<ImportPayment>[],
): Chosen<ImportPayment> | undefined {
  const own = inOrderOfReceipt(payments.filter(({ document }) => document.head.ebpCode === list.ebpCode));
  const ofFirm = order?.payCode ? own.filter(({ document }) => document.head.payCode === order.payCode) : own;
  const exact = ofFirm.find(({ document }) => document.head.payTransactionId === order?.payTransactionId);
  return choose(exact ?? ofFirm[0], own[0]);
}

/** The waybill the list names; else another one of its carrier; else, when its time is up, any. */
export function waybillFor(
  list: Pick<ImportDeclaration['head'], 'logisticsCode' | 'logisticsNo'>,
  waybills: readonly LoadedDocument<ImportWaybill>[],
): Chosen<ImportWaybill> | undefined {
  const all = inOrderOfReceipt(waybills);
  const ofCarrier = all.filter(({ document }) => document.head.logisticsCode === list.logisticsCode);
  const exact = ofCarrier.find(({ document }) => document.head.logisticsNo === list.logisticsNo);
  return choose(exact ?? ofCarrier[0], all[0]);
}

/** Which of several papers counts must not hang on the order in which rows are read. */
function inOrderOfReceipt<L extends { receivedAt: Date; key: string }>(papers: readonly L[]): readonly L[] {
  if (papers.length < 2) return papers;
  return [...papers].sort(
    (a, b) => a.receivedAt.getTime() - b.receivedAt.getTime() || (a.key < b.key ? -1 : 1),
  );
}

function choose<D extends { head: object; items: readonly object[] }>(
  named: LoadedDocument<D> | undefined,
  other: LoadedDocument<D> | undefined,
): Chosen<D> | undefined {
  if (named) return { paper: named, named: true };
  return other && { paper: other, named: false };
}
