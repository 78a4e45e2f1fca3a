import type { ListDetail, ListRow, OfficerDecisions } from '#clearance';
import type { ListHead } from '#declarations';
import type { Bilingual, Day } from '#kernel';
import type { Database } from '#postgres';
import type { DeskParameters } from '../domain/parameters.ts';
import type { DeskTables } from '../domain/tables.ts';

export interface DeskPorts {
  readonly database: Database;
  readonly now: () => Date;
  readonly chinaDay: (at: Date) => Day;
  readonly parameters: () => DeskParameters;
  readonly tables: DeskTables;
  /** What is decided of lists, where they are kept. */
  readonly lists: OfficerDecisions;
  /** Lists as tables show them, personal data masked. */
  readonly rows: (heads: readonly ListHead[]) => Promise<ListRow[]>;
  /** A list as the zone sees it. */
  readonly listDetail: (key: { readonly orderNo: string; readonly ebpCode: string }) => Promise<ListDetail>;
  /** Ledger key of a buyer: a keyed digest. */
  readonly buyerKey: (idType: string, idNumber: string) => string;
  readonly officeName: (code: string) => Bilingual | undefined;
}
