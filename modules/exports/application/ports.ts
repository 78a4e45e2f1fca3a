import type { ReceiptRecord } from '#exchange';
import type { Day } from '#kernel';
import type { Client, Database } from '#postgres';
import type { Enterprise } from '#registry';
import type { ParameterTable } from '#tax';
import type { ExportKey } from '../domain/export-list.ts';
import type { OfficerTables } from '../domain/officer-tables.ts';
import type { ExportCompanion } from './companions.ts';
import type { ExportFollower } from './follower.ts';

/** A list on which the platform has given its advice, to be handed to customs. */
export interface AdvisedExport {
  readonly key: string;
  readonly messageId: string;
  readonly sender: string;
}

/** What judging export lists works with. */
export interface ExportPorts {
  readonly database: Database;
  readonly now: () => Date;
  readonly chinaDay: (at: Date) => Day;
  /** YYYYMMDDhhmmssSSS, China time. */
  readonly returnTime: (at: Date) => string;
  readonly rules: {
    readonly edition: string;
    readonly parameters: ParameterTable;
    /** Text that customs puts beside a result code. */
    readonly resultText: (code: string) => string;
  };
  /** Customs district of the zone. */
  readonly district: string;
  /** Enterprises by customs code, as registered; unknown codes are left out. */
  readonly enterprises: (codes: ReadonlySet<string>) => Promise<ReadonlyMap<string, Enterprise>>;
  readonly addReceipts: (client: Client, receipts: readonly ReceiptRecord[]) => Promise<void>;
  /** Where customs decides, lists that have been advised on are handed to it; absent where the rules decide. */
  readonly forward?: ((client: Client, lists: readonly AdvisedExport[]) => Promise<void>) | undefined;
  /** What officers decide by, through time. */
  readonly officerTables: OfficerTables;
  readonly followers: readonly ExportFollower[];
  /** Who besides customs has a say in releases. */
  readonly companions: readonly ExportCompanion[];
  /** Told after each commit. */
  readonly moved: (what: {
    readonly lists: readonly ExportKey[];
    readonly recipients: ReadonlySet<string>;
  }) => void;
}
