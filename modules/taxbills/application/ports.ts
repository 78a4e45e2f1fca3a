import type { ListKey, Reconsidered } from '#clearance';

import type { Day } from '#kernel';
import type { Client, Database, Queryable } from '#postgres';
import type { CoverRow, CoverTable } from '#reliefs';
import type { SourceTables } from '#tax';
import type { SaidOfBill } from '../domain/differences.ts';
import type { Bill } from '../storage/bills.ts';

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
  /** The table itself, for what its rows are called. */
  readonly coverTable: Pick<CoverTable, 'row'>;
  /** What customs has said of these bills (CEB816, CEB818), in the order it came. */
  readonly saidByCustoms: (
    client: Queryable,
    bills: readonly Pick<Bill, 'orderNo' | 'ebpCode' | 'invtNo'>[],
  ) => Promise<readonly (Pick<Bill, 'orderNo' | 'ebpCode'> & SaidOfBill)[]>;
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
