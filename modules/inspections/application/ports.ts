import type { Day } from '#kernel';
import type { Client, Database } from '#postgres';
import type { InspectionParameters } from '../domain/parameters.ts';
import type { InspectionTables } from '../domain/tables.ts';
import type { Closing } from './closing.ts';
import type { ListKey } from './list-key.ts';

/** What an inspection has to know of a list. */
export interface InspectedList extends ListKey {
  readonly attempt: number;
  readonly customsCode: string;
  readonly tradeMode: string;
  readonly recipient: string;
  /** Customs codes of the enterprises it concerns. */
  readonly parties: readonly string[];
  readonly billNo: string | undefined;
  readonly goodsName: string;
  readonly hsChapter: string;
  readonly origin: string;
}

export interface InspectionPorts {
  readonly database: Database;
  readonly now: () => Date;
  readonly chinaDay: (at: Date) => Day;
  readonly parameters: () => InspectionParameters;
  readonly tables: InspectionTables;
  /** Lists that have been judged, by their keys; those that are not there are left out. */
  readonly lists: (client: Client, keys: readonly ListKey[]) => Promise<readonly InspectedList[]>;
  /** Carries out what customs and the agencies do with what was found, in the transaction that closes the inspection. */
  readonly closing: Closing;
}
