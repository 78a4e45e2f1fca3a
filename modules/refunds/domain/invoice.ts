import { compare, type Day, type Finding, multiply, parseDecimal, subtract, ZERO } from '#kernel';
import { refundFinding } from './finding-codes.ts';

/** Goods of a VAT invoice; quantities in their unit, amounts in CNY, rates as shares, decimal texts. */
export interface InvoiceLine {
  readonly line: number;
  readonly gname: string;
  readonly unit: string;
  readonly quantity: string;
  readonly net: string;
  readonly vat: string;
  readonly vatRate: string;
}

/** A VAT invoice of goods bought for export. */
export interface Invoice {
  readonly invoiceNo: string;
  readonly invoicedOn: string;
  readonly sellerUscc: string;
  readonly sellerName: string;
  readonly lines: readonly InvoiceLine[];
}

/** Lines an invoice has at most. */
export const mostLines = 200;

/** How fields of an invoice are written. */
export const forms = {
  invoiceNo: /^[0-9A-Za-z][0-9A-Za-z/-]{1,29}$/,
  sellerUscc: /^[0-9A-HJ-NPQRTUWXY]{18}$/,
  unit: /^\d{3}$/,
  decimal: /^\d{1,14}(\.\d{1,5})?$/,
  cny: /^\d{1,14}(\.\d{1,2})?$/,
  rate: /^(0(\.\d{1,5})?|1)$/,
  text: /^\P{Cc}*$/u,
} as const;

/** What is wrong with an invoice, and where. */
export interface InvoiceFault {
  readonly code: Parameters<typeof refundFinding>[0];
  /** Place of the line, from 0; absent where it is about the head. */
  readonly line?: number;
  readonly field: keyof Invoice | keyof InvoiceLine;
  readonly shown: string;
}

/** What is asked of an invoice besides the form of its fields. */
export interface InvoiceRules {
  readonly today: Day;
  readonly isUnit: (code: string) => boolean;
}

/** What is wrong with an invoice whose fields are written as they should be. */
export function faultsOf({ invoicedOn, lines }: Invoice, rules: InvoiceRules): InvoiceFault[] {
  const numbers = lines.map(({ line }) => line);
  return [
    ...(invoicedOn > rules.today
      ? [{ code: 'REFUND-DAY', field: 'invoicedOn', shown: invoicedOn } as const]
      : []),
    ...lines.flatMap((one, line): InvoiceFault[] => [
      ...(numbers.indexOf(one.line) < line
        ? [{ code: 'REFUND-INVOICE-LINES', line, field: 'line', shown: String(one.line) } as const]
        : []),
      ...(rules.isUnit(one.unit)
        ? []
        : [{ code: 'REFUND-CODE', line, field: 'unit', shown: one.unit } as const]),
      ...(taxFits(one) ? [] : [{ code: 'REFUND-INVOICE-VAT', line, field: 'vat', shown: one.vat } as const]),
    ]),
  ];
}

const CENT = parseDecimal('0.01');

function taxFits({ net, vat, vatRate }: InvoiceLine): boolean {
  const difference = subtract(parseDecimal(vat), multiply(parseDecimal(net), parseDecimal(vatRate), 2));
  return compare(difference < ZERO ? subtract(ZERO, difference) : difference, CENT) <= 0;
}

/** The finding of a fault at a path. */
export const findingOf = ({ code, shown }: InvoiceFault, path: string): Finding =>
  refundFinding(code, path, shown);
