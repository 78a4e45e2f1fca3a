import type {
  BulkColumn,
  BulkTarget,
  BulkWork,
  FileContext,
  GatheredDocument,
  HandedIn,
  TargetFinding,
} from '#bulk';
import type { Bilingual } from '#kernel';
import { findingOf, type Invoice, type InvoiceFault, type InvoiceRules } from '../domain/invoice.ts';
import { type InvoiceColumn, invoiceColumns, invoiceOf, tableFaults } from '../domain/invoice-table.ts';
import { fileEach, rulesOf } from './filing.ts';
import type { RefundPorts } from './ports.ts';

/** Invoices of one transaction, as many as may be filed at once. */
const invoicesABundle = 100;

/** What invoices need to be taken in from tables. */
export interface InvoiceTargetPorts extends RefundPorts {
  /** Whether the enterprise may act at present. */
  readonly mayAct: (customsCode: string) => Promise<boolean>;
  /** Codes of units with their names. */
  readonly units: () => readonly { readonly code: string; readonly name: Bilingual }[];
}

/** VAT invoices of goods bought for export as tables: filed as those handed in one by one are. */
export function invoiceTarget(ports: InvoiceTargetPorts): BulkTarget {
  return {
    ...{ kind: 'purchase-invoices', name: { zh: '进项发票', en: 'Purchase invoices' } },
    ...{ key: ['invoiceNo'], lines: true, documentsABundle: invoicesABundle },
    columns: invoiceColumns.map((column) => columnOf(column, ports)),
    needs: { resource: 'export-tax', action: 'file' },
    open: async (file) => ((await ports.mayAct(file.customsCode)) ? new InvoiceWork(ports, file) : undefined),
  };
}

function columnOf(
  { name, part, title, hint, example, kind }: InvoiceColumn,
  { units }: InvoiceTargetPorts,
): BulkColumn {
  return {
    ...{ name, field: name, part, kind, example, aliases: [] },
    title: { zh: title[0], en: title[1] },
    need: name === 'line' ? 'filled' : 'required',
    hint: { zh: hint[0], en: hint[1] },
    choices: name === 'unit' ? units() : [],
  };
}

const placed = (fault: InvoiceFault): TargetFinding => ({
  ...{ part: fault.line === undefined ? 'head' : 'line', line: fault.line ?? 0, field: fault.field },
  finding: findingOf(fault, fault.field),
});

/** Invoices on behalf of one enterprise. */
class InvoiceWork implements BulkWork {
  readonly #ports: InvoiceTargetPorts;
  readonly #file: FileContext;
  readonly #rules: InvoiceRules;

  constructor(ports: InvoiceTargetPorts, file: FileContext) {
    this.#ports = ports;
    this.#file = file;
    this.#rules = rulesOf(ports);
  }

  check({ head, lines }: GatheredDocument): readonly TargetFinding[] {
    return tableFaults(head, lines, this.#rules).map(placed);
  }

  pack(documents: readonly GatheredDocument[]): Uint8Array {
    const invoices = documents.map(({ head, lines }) => invoiceOf(head, lines));
    return new TextEncoder().encode(JSON.stringify(invoices));
  }

  /** What was filed already, by this file before a server died or otherwise, is told as repeated. */
  async submit(content: Uint8Array): Promise<readonly HandedIn[]> {
    const invoices: readonly Invoice[] = JSON.parse(new TextDecoder().decode(content));
    const { customsCode, madeBy } = this.#file;
    const { fresh, otherwise } = await fileEach(this.#ports, { customsCode, id: madeBy }, invoices);
    return invoices.map(({ invoiceNo }): HandedIn => {
      if (otherwise.has(invoiceNo))
        return {
          verdict: 'refused',
          findings: [placed({ code: 'REFUND-INVOICE-OTHER', field: 'invoiceNo', shown: invoiceNo })],
        };
      return { verdict: fresh.has(invoiceNo) ? 'accepted' : 'repeated', findings: [] };
    });
  }
}
