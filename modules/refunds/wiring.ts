import type { BulkTarget } from '#bulk';
import type { Http } from '#http';
import { Rounds } from '#journal';
import { shippedTable } from '#shipped';
import { type InvoiceTargetPorts, invoiceTarget } from './application/invoice-target.ts';
import { takeInAll } from './application/take-in.ts';
import { parseRefundRates, type RefundRates } from './domain/rates.ts';
import { claimRoutes } from './http/claim-routes.ts';
import { fileRoutes } from './http/file-routes.ts';
import { filingRoutes } from './http/filing-routes.ts';
import { lineRoutes } from './http/line-routes.ts';

export { exportReturned } from './application/returned.ts';
export { refundedLines } from './storage/returned.ts';

/**
 * Reads the export refund rates from the project's `contracts/`. Read once, at start.
 * @throws Error when the file is missing, RangeError when a row cannot be read.
 */
export function loadRefundRates(table: string | URL = 'export-refund-rates.csv'): RefundRates {
  return parseRefundRates(shippedTable(table));
}

export interface RefundSettings extends InvoiceTargetPorts {
  /** How often the journal is looked at, milliseconds. */
  readonly lookMs: number;
  readonly fault: (error: unknown) => void;
}

export interface Refunds {
  /** Purchase invoices as a kind of bulk files. */
  readonly invoiceTarget: BulkTarget;
  register(app: Http): void;
  /** Takes in what has left, from now on. */
  start(): void;
  /** Resolves when the round under way is over. */
  stop(): Promise<void>;
}

/** Puts the tax of exports together. */
export function wireRefunds(settings: RefundSettings): Refunds {
  let stopped = false;
  const rounds = new Rounds(() => takeInAll(settings, () => stopped), settings.lookMs, settings.fault);
  return {
    invoiceTarget: invoiceTarget(settings),
    register: (app) => {
      lineRoutes(app, settings);
      filingRoutes(app, settings);
      claimRoutes(app, settings);
      fileRoutes(app, settings);
    },
    start: () => rounds.start(),
    stop: async () => {
      stopped = true;
      await rounds.stop();
    },
  };
}
