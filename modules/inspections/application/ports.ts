import type { Bilingual, Day } from '#kernel';
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
  /** Customs code of the seller of its goods, and the goods: what certificates of goods speak of. */
  readonly seller: string;
  readonly goods: readonly {
    readonly gcode: string;
    readonly country?: string | undefined;
    readonly qty: string | number;
  }[];
}

/** What an agency wants inspected, and the list. */
export interface CertifiableHold {
  readonly of: InspectedList;
  readonly agency: string;
  readonly ground: string;
}

/** What makes an inspection needless: an accepted certificate, by a row of the table that recognises it. */
export interface CertifiedHold extends ListKey {
  readonly agency: string;
  readonly ground: string;
  /** Code of the row. */
  readonly row: string;
  /** Number of the certificate. */
  readonly certificate: string;
}

/** Accepted certificates of goods, as inspections ask of them. */
export interface Certificates {
  /** Which of these are needless to inspect; what is used up of a certificate is taken in the caller's transaction. */
  readonly answering: (
    client: Client,
    wanted: readonly CertifiableHold[],
    at: Date,
  ) => Promise<readonly CertifiedHold[]>;
  /** What a row of their table says. */
  readonly row: (code: string) => (Bilingual & { readonly code: string }) | undefined;
}

export interface InspectionPorts {
  readonly database: Database;
  readonly now: () => Date;
  readonly chinaDay: (at: Date) => Day;
  readonly parameters: () => InspectionParameters;
  readonly tables: InspectionTables;
  readonly certificates: Certificates;
  /** Lists that have been judged, by their keys; those that are not there are left out. */
  readonly lists: (client: Client, keys: readonly ListKey[]) => Promise<readonly InspectedList[]>;
  /** Carries out what customs and the agencies do with what was found, in the transaction that closes the inspection. */
  readonly closing: Closing;
}
