import { Problem } from '#http';
import { compare, type Finding, formatDecimal, parseDecimal, sum } from '#kernel';
import type { Client } from '#postgres';
import { refundFinding } from '../domain/finding-codes.ts';
import {
  faultsOf,
  findingOf,
  type Invoice,
  type InvoiceFault,
  type InvoiceRules,
} from '../domain/invoice.ts';
import { addInvoices, invoicesPage, invoicesThere, matchInvoices } from '../storage/invoices.ts';
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
  const rules = rulesOf(ports);
  const findings = [
    ...doubled(invoices),
    ...invoices.flatMap((one, at) =>
      faultsOf(one, rules).map((fault) => findingOf(fault, pathOf(at, fault))),
    ),
  ];
  if (findings.length > 0) throw unfit(findings);
  return ports.database.transaction(async (client) => {
    const { fresh, otherwise, backed } = await addAll(ports, client, by, invoices);
    const others = invoices.flatMap(({ invoiceNo }, at) =>
      otherwise.has(invoiceNo)
        ? [refundFinding('REFUND-INVOICE-OTHER', `invoices[${at}].invoiceNo`, invoiceNo)]
        : [],
    );
    if (others.length > 0) throw unfit(others);
    return { filed: fresh.size, repeated: invoices.length - fresh.size, backed };
  });
}

/** What an invoice is held to on this day. */
export const rulesOf = ({ today, isCode }: RefundPorts): InvoiceRules => ({
  today: today(),
  isUnit: (code) => isCode('unit', code),
});

const pathOf = (at: number, { line, field }: InvoiceFault): string =>
  line === undefined ? `invoices[${at}].${field}` : `invoices[${at}].lines[${line}].${field}`;

/** Invoices of one filing by their numbers: those that are new, and those on file with other contents. */
interface Added {
  readonly fresh: ReadonlySet<string>;
  readonly otherwise: ReadonlySet<string>;
  /** Lines of exports that are backed now and were not before. */
  readonly backed: number;
}

/** Files each for itself: one that is on file with other contents stays as it was and keeps back no other. */
export const fileEach = (ports: RefundPorts, by: Doer, invoices: readonly Invoice[]): Promise<Added> =>
  ports.database.transaction((client) => addAll(ports, client, by, invoices));

async function addAll(
  ports: RefundPorts,
  client: Client,
  by: Doer,
  invoices: readonly Invoice[],
): Promise<Added> {
  const at = ports.now();
  const summed = invoices.map((one) => ({ ...one, net: sumOf(one, 'net'), vat: sumOf(one, 'vat') }));
  const fresh = await addInvoices(client, by.customsCode, summed, { by: by.id, at });
  const otherwise = await onFileOtherwise(client, by.customsCode, invoices, fresh);
  const backed = fresh.size === 0 ? 0 : await matchInvoices(client, by.customsCode, at);
  return { fresh, otherwise, backed };
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

/** Numbers of invoices that are on file with other contents than what is filed now. */
async function onFileOtherwise(
  client: Client,
  ebcCode: string,
  invoices: readonly Invoice[],
  fresh: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const again = invoices.filter(({ invoiceNo }) => !fresh.has(invoiceNo));
  if (again.length === 0) return new Set();
  const there = await invoicesThere(
    client,
    ebcCode,
    again.map(({ invoiceNo }) => invoiceNo),
  );
  const kept = new Map(there.map((one) => [one.invoiceNo, contents(one)]));
  return new Set(
    again.filter((one) => kept.get(one.invoiceNo) !== contents(one)).map(({ invoiceNo }) => invoiceNo),
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
