import type { Database } from '#postgres';
import type { FileChecks } from '../domain/check-file.ts';

/** What filings need from outside. */
export interface FilingPorts {
  readonly database: Database;
  readonly now: () => Date;
  /** Code lists, licence requirements and day a file is checked by. */
  readonly checks: () => FileChecks;
  /** Told after versions have been put in force. */
  readonly changed: (customsCodes: readonly string[]) => void;
}

/** Who does something with filings. */
export interface Actor {
  /** Of the account or key. */
  readonly who: string;
  /** The enterprise whose filings alone these are; undefined for who works for the zone. */
  readonly party: string | undefined;
}
