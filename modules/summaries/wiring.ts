import type { DocumentHandler } from '#exchange';
import type { Http } from '#http';
import type { Client } from '#postgres';
import { shippedTable } from '#shipped';
import { applicationHandler } from './application/handler.ts';
import { type Closing, keepClosed } from './application/keep-closed.ts';
import type { SummariesPorts } from './application/ports.ts';
import { Summariser } from './application/summariser.ts';
import { type CalendarRow, parseCalendar } from './domain/due.ts';
import { applicationRoutes, monthRoutes } from './http/application-routes.ts';
import { summaryRoutes } from './http/summary-routes.ts';

/**
 * Reads which days are off, and which are worked out of their turn. Read once, at start.
 * @throws Error when the file is missing, RangeError when a row cannot be read.
 */
export function loadCalendar(): CalendarRow[] {
  return parseCalendar(shippedTable('holidays.csv'));
}

export interface SummariesSettings extends Omit<SummariesPorts, 'calendar'> {
  /** Whether this platform sums up; where customs does, its results come over the link. */
  readonly sumsUp: boolean;
}

export interface Summaries {
  /** Takes in applications as messages tell them (CEB701). */
  readonly handler: DocumentHandler;
  /** Told once messages are on file, by the root of what they hold. */
  papersArrived(papers: ReadonlyMap<string, unknown>): void;
  register(app: Http): void;
  /** Works off what is open, from now on and whenever something comes. */
  start(): void;
  /** Resolves when the step in hand is over. */
  stop(): Promise<void>;
  /** Keeps what closed lists contribute, in the transaction that closes them. */
  keepClosed(client: Client, closings: readonly Closing[]): Promise<void>;
}

/** Puts summary declarations together. */
export function wireSummaries(settings: SummariesSettings): Summaries {
  const ports = { ...settings, calendar: loadCalendar() };
  const summariser = new Summariser(ports);
  const applying = { ...ports, nudge: () => summariser.nudge() };
  return {
    handler: applicationHandler(ports),
    papersArrived: (papers) => {
      if (papers.has('CEB701Message')) summariser.nudge();
    },
    register: (app) => {
      monthRoutes(app, ports);
      applicationRoutes(app, applying);
      summaryRoutes(app, ports);
    },
    start: () => summariser.start(),
    stop: () => summariser.stop(),
    keepClosed,
  };
}
