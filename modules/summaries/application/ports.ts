import type { ReceiptRecord } from '#exchange';
import type { Day } from '#kernel';
import type { Client, Database } from '#postgres';
import type { CalendarRow } from '../domain/due.ts';

/** What the rules of a day say. */
export interface SummaryParameters {
  readonly mostLines: number;
  readonly dueDay: number;
  readonly warningDays: number;
}

export interface SummariesPorts {
  readonly database: Database;
  readonly now: () => Date;
  /** The day in China. */
  readonly today: () => Day;
  readonly parameters: () => SummaryParameters;
  /** Days off and days worked out of their turn. */
  readonly calendar: readonly CalendarRow[];
  /** Name of an enterprise in the register; undefined where it is not in it, or not active. */
  readonly nameOf: (customsCode: string) => Promise<string | undefined>;
  /** Writes receipts in the caller's transaction. */
  readonly answer: (client: Client, receipts: readonly ReceiptRecord[]) => Promise<void>;
  /** Told once receipts are there to be fetched. */
  readonly answered: (recipients: ReadonlySet<string>) => void;
  /** YYYYMMDDhhmmssSSS in China. */
  readonly returnTime: (at: Date) => string;
  readonly fault: (error: unknown) => void;
}
