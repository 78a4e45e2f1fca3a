import type { ReleaseCandidate } from '#clearance';
import type { Digest } from '#draws';
import type { Day } from '#kernel';
import type { Client, Database, Queryable } from '#postgres';
import type { CreditClass, SamplingRow } from '../domain/rates.ts';

/** A list that was drawn to be inspected, and why. */
export interface DrawnToInspect {
  readonly candidate: ReleaseCandidate;
  /** Whether like goods were found not to conform: another ground than chance. */
  readonly raised: boolean;
  /** Rows that made its rate. */
  readonly why: string;
}

export interface SamplingPorts {
  readonly database: Database;
  readonly now: () => Date;
  /** The day in China. */
  readonly chinaDay: (at: Date) => Day;
  /** The rows in force now; another array once an edition has changed them. */
  readonly rates: () => readonly SamplingRow[];
  /** Whether customs gives a class of credit on a day. */
  readonly isGiven: (credit: CreditClass, day: Day) => boolean;
  /** Digest of a text, hexadecimal: SHA-256. */
  readonly digest: Digest;
  /** A secret of 32 random bytes, hexadecimal. */
  readonly secret: () => string;
  /** Goods that were found not to conform for one of these faults since then. */
  readonly nonconforming: (
    client: Queryable,
    since: Date,
    faults: readonly string[],
  ) => Promise<readonly { readonly hsChapter: string; readonly origin: string }[]>;
  /** Has lists inspected, in the caller's transaction; those that are to be already stay so. */
  readonly inspect: (client: Client, drawn: readonly DrawnToInspect[], at: Date) => Promise<void>;
}
