import type { Day } from '#kernel';
import type { Database } from '#postgres';
import type { CertificateTables } from '../domain/tables.ts';

export interface CertificatePorts {
  readonly database: Database;
  readonly now: () => Date;
  readonly chinaDay: (at: Date) => Day;
  readonly tables: CertificateTables;
  /** Whether a code of a country is in the list of codes today. */
  readonly isCountry: (code: string) => boolean;
}
