import { randomUUID } from 'node:crypto';
import type { ReceiptRecord } from '#exchange';
import { formatDecimal } from '#kernel';
import type { AcceptedTax } from '#tax';
import type { Bill, BillLine } from '../storage/bills.ts';

const guid = (): string => randomUUID().toUpperCase();

/** How customs numbers bills is not published: T and the list's number (D). */
export const taxNoOf = ({ invtNo, orderNo }: Pick<Bill, 'invtNo' | 'orderNo'>): string =>
  `T${invtNo ?? orderNo}`.slice(0, 50);

/** The lines of a bill. */
export const linesOf = (tax: AcceptedTax): BillLine[] =>
  tax.lines.map((line) => ({
    gnum: String(line.gnum),
    gcode: line.hs,
    taxPrice: formatDecimal(line.dutiableValue, 2),
    customsTax: formatDecimal(line.duty, 2),
    valueAddedTax: formatDecimal(line.vatDue, 2),
    consumptionTax: formatDecimal(line.consumptionTaxDue, 2),
  }));

/** The electronic tax bill (CEB816), to the enterprise that declared the list. */
export function billReceipt(bill: Bill, tax: AcceptedTax, taxNo: string, returnTime: string): ReceiptRecord {
  return {
    ...{ recipient: bill.agent, type: 'CEB816', orderNo: bill.orderNo },
    ...{ returnStatus: '1', returnTime, returnInfo: '' },
    body: {
      ...{ guid: guid(), invtNo: bill.invtNo ?? '', taxNo },
      customsTax: formatDecimal(tax.duty, 2),
      valueAddedTax: formatDecimal(tax.vat, 2),
      consumptionTax: formatDecimal(tax.consumptionTax, 2),
      ...{ status: '1', assureCode: bill.guarantor, agentCode: bill.agent, customsCode: bill.customsCode },
      TaxListRd: linesOf(tax).map((line) => ({ ...line })),
    },
  };
}

/** What became of a bill (CEB818): 2 merged into a payment certificate, 3 void. */
export function statusReceipt(
  bill: Bill,
  status: '2' | '3',
  returnTime: string,
  certificateNo?: string,
): ReceiptRecord {
  return {
    ...{ recipient: bill.agent, type: 'CEB818', orderNo: bill.orderNo },
    ...{ returnStatus: status, returnTime, returnInfo: '' },
    body: {
      ...{ guid: guid(), invtNo: bill.invtNo ?? '', taxNo: bill.taxNo ?? '', status },
      ...(certificateNo === undefined ? {} : { entDutyNo: certificateNo }),
      assureCode: bill.guarantor,
    },
  };
}
