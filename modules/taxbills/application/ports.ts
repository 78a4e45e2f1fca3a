import type { ListKey, Reconsidered } from '#clearance';

import type { Day } from '#kernel';
import type { Client, Database } from '#postgres';
import type { CoverRow } from '#reliefs';
import type { SourceTables } from '#tax';

export interface TaxBillPorts {
  readonly database: Database;
  readonly now: () => Date;
  /** The day in China. */
  readonly chinaDay: (at: Date) => Day;
  /** YYYYMMDDhhmmssSSS, China time. */
  readonly returnTime: (at: Date) => string;
  readonly taxSources: SourceTables;
  /** By which row of the table guarantors give less cover on a day; those of whom the whole is asked are left out. */
  readonly coverRows: (
    client: Client,
    guarantors: readonly string[],
    day: Day,
  ) => Promise<ReadonlyMap<string, CoverRow>>;
  /** Whether bills are ours to send: where customs decides, it sends them itself. */
  readonly issues: boolean;
  /** In place of the parameter, milliseconds; for demonstrations and tests. */
  readonly toldAfterMs?: number | undefined;
  /** Asks anew of lists held for others' objections. */
  readonly reconsider: (client: Client, lists: readonly ListKey[]) => Promise<Reconsidered>;
  readonly receiptsWritten: (recipients: ReadonlySet<string>) => void;
  /** Told after a commit that a guarantor has more cover than before. */
  readonly covered: (guarantors: readonly string[]) => void;
  readonly fault: (error: unknown) => void;
}
