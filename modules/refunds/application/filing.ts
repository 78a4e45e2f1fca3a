import { Problem } from '#http';
import { compare, type Finding, formatDecimal, multiply, parseDecimal, subtract, sum, ZERO } from '#kernel';
import type { Client } from '#postgres';
import { refundFinding } from '../domain/finding-codes.ts';
import {
  addInvoices,
  type Invoice,
  type InvoiceLine,
  invoicesPage,
  invoicesThere,
  matchInvoices,
} from '../storage/invoices.ts';
import { lockExporter } from '../storage/lines.ts';
import {
  addReceipt,
  type Covered,
  type Covers,
  coverLines,
  type FxReceipt,
  listsOfOtherMoney,
  unknownLists,
} from '../storage/receipts.ts';
import type { Doer, RefundPorts } from './ports.ts';
import { unfit } from './refusals.ts';

const CENT = parseDecimal('0.01');

/** What became of filed invoices. */
export interface InvoicesFiled {
  readonly filed: number;
  /** Those that were on file already, with the same contents. */
  readonly repeated: number;
  /** Lines of exports that are backed now and were not before. */
  readonly backed: number;
}

/**
 * Files VAT invoices of goods bought for export and backs exports with them; invoices on file already are passed over.
 * @throws Problem 422 with findings
 */
export async function fileInvoices(
  ports: RefundPorts,
  by: Doer,
  invoices: readonly Invoice[],
): Promise<InvoicesFiled> {
  const findings = [...doubled(invoices), ...invoices.flatMap((one, at) => findingsOf(ports, one, at))];
  if (findings.length > 0) throw unfit(findings);
  const at = ports.now();
  return ports.database.transaction(async (client) => {
    const summed = invoices.map((one) => ({ ...one, net: sumOf(one, 'net'), vat: sumOf(one, 'vat') }));
    const fresh = await addInvoices(client, by.customsCode, summed, { by: by.id, at });
    const others = await otherwise(client, by.customsCode, invoices, fresh);
    if (others.length > 0) throw unfit(others);
    const backed = await matchInvoices(client, by.customsCode, at);
    return { filed: fresh.size, repeated: invoices.length - fresh.size, backed };
  });
}

const sumOf = ({ lines }: Invoice, what: 'net' | 'vat'): string =>
  formatDecimal(sum(lines.map((line) => parseDecimal(line[what]))), 2);

function doubled(invoices: readonly Invoice[]): Finding[] {
  const seen = new Set<string>();
  return invoices.flatMap(({ invoiceNo }, at) => {
    if (seen.has(invoiceNo))
      return [refundFinding('REFUND-INVOICE-LINES', `invoices[${at}].invoiceNo`, invoiceNo)];
    seen.add(invoiceNo);
    return [];
  });
}

function findingsOf(ports: RefundPorts, { invoicedOn, lines }: Invoice, at: number): Finding[] {
  const path = `invoices[${at}]`;
  const numbers = lines.map(({ line }) => line);
  return [
    ...(invoicedOn > ports.today() ? [refundFinding('REFUND-DAY', `${path}.invoicedOn`, invoicedOn)] : []),
    ...lines.flatMap((line, place) => {
      const where = `${path}.lines[${place}]`;
      return [
        ...(numbers.indexOf(line.line) < place
          ? [refundFinding('REFUND-INVOICE-LINES', `${where}.line`, String(line.line))]
          : []),
        ...(ports.isCode('unit', line.unit)
          ? []
          : [refundFinding('REFUND-CODE', `${where}.unit`, line.unit)]),
        ...(taxFits(line) ? [] : [refundFinding('REFUND-INVOICE-VAT', `${where}.vat`, line.vat)]),
      ];
    }),
  ];
}

function taxFits({ net, vat, vatRate }: InvoiceLine): boolean {
  const difference = subtract(parseDecimal(vat), multiply(parseDecimal(net), parseDecimal(vatRate), 2));
  return compare(difference < ZERO ? subtract(ZERO, difference) : difference, CENT) <= 0;
}

/** Findings for invoices on file with other contents than what is filed now. */
async function otherwise(
  client: Client,
  ebcCode: string,
  invoices: readonly Invoice[],
  fresh: ReadonlySet<string>,
): Promise<Finding[]> {
  const again = invoices.filter(({ invoiceNo }) => !fresh.has(invoiceNo));
  if (again.length === 0) return [];
  const there = await invoicesThere(
    client,
    ebcCode,
    again.map(({ invoiceNo }) => invoiceNo),
  );
  const kept = new Map(there.map((one) => [one.invoiceNo, contents(one)]));
  return invoices.flatMap((one, at) =>
    fresh.has(one.invoiceNo) || kept.get(one.invoiceNo) === contents(one)
      ? []
      : [refundFinding('REFUND-INVOICE-OTHER', `invoices[${at}].invoiceNo`, one.invoiceNo)],
  );
}

/** What an invoice says, numbers by their value. */
const contents = ({ invoicedOn, sellerUscc, sellerName, lines }: Invoice): string =>
  JSON.stringify([
    ...[invoicedOn, sellerUscc, sellerName],
    [...lines]
      .sort((one, other) => one.line - other.line)
      .map(({ line, gname, unit, ...numbers }) => [
        ...[line, gname, unit],
        ...[numbers.quantity, numbers.net, numbers.vat, numbers.vatRate].map((text) =>
          formatDecimal(parseDecimal(text)),
        ),
      ]),
  ]);

export const invoicesAfter = (ports: RefundPorts, wish: Parameters<typeof invoicesPage>[1]) =>
  invoicesPage(ports.database.readers, wish);

/**
 * Files foreign exchange received for exports. Filed again alike it covers what has left since. It covers lists of
 * its own currency, and no more of them than its amount (D): where they cost more, nothing is filed.
 * @param covers first day of a month, or numbers of lists
 * @throws Problem 422 with findings, 409 where another receipt has the number
 */
export async function fileReceipt(
  ports: RefundPorts,
  by: Doer,
  receipt: FxReceipt,
  covers: Covers,
): Promise<FxReceipt & Covered> {
  const findings = [
    ...(ports.isCode('currency', receipt.currency)
      ? []
      : [refundFinding('REFUND-CODE', 'currency', receipt.currency)]),
    ...(receipt.receivedOn > ports.today()
      ? [refundFinding('REFUND-DAY', 'receivedOn', receipt.receivedOn)]
      : []),
  ];
  if (findings.length > 0) throw unfit(findings);
  const at = ports.now();
  return ports.database.transaction(async (client) => {
    const { customsCode } = by;
    // Two filings of one receipt at the same moment would each see only what they cover themselves.
    await lockExporter(client, customsCode);
    if (!(await addReceipt(client, customsCode, receipt, { by: by.id, at })))
      throw new Problem(409, 'FX-RECEIPT-TAKEN', {
        zh: `收汇单号 ${receipt.reference} 已以另一金额或日期登记`,
        en: `Receipt ${receipt.reference} is on file with another day or amount`,
      });
    if ('invtNos' in covers) {
      const wrong = await wrongLists(client, customsCode, covers.invtNos, receipt.currency);
      if (wrong.length > 0) throw unfit(wrong);
    }
    const covered = await coverLines(client, customsCode, receipt, covers);
    if (compare(parseDecimal(covered.sameCurrency), parseDecimal(receipt.amount)) > 0)
      throw unfit([
        refundFinding('REFUND-FX-AMOUNT', 'amount', `${receipt.amount} < ${covered.sameCurrency}`),
      ]);
    return { ...receipt, ...covered };
  });
}

async function wrongLists(
  client: Client,
  customsCode: string,
  invtNos: readonly string[],
  currency: string,
): Promise<Finding[]> {
  const unknown = await unknownLists(client, customsCode, invtNos);
  const others = await listsOfOtherMoney(client, customsCode, invtNos, currency);
  const at = (place: number) => [`invtNos[${place}]`, invtNos[place] ?? ''] as const;
  return [
    ...unknown.map((place) => refundFinding('REFUND-LIST-UNKNOWN', ...at(place))),
    ...others.map((place) => refundFinding('REFUND-FX-CURRENCY', ...at(place))),
  ];
}
