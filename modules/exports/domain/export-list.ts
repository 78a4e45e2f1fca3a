/** What names an export list: a platform abroad has no code (无), so its order numbers are one's own only with the seller. */
export interface ExportKey {
  readonly orderNo: string;
  readonly ebpCode: string;
  readonly ebcCode: string;
}

/** The key as tables of documents make it. */
export const listKey = ({ orderNo, ebpCode, ebcCode }: ExportKey): string =>
  `${orderNo}\u0000${ebpCode}\u0000${ebcCode}`;

/**
 * How far an export list has come. `waiting`: sent again and not judged anew; `forwarded`: customs has been asked;
 * `concluded`: customs has concluded it (399); `closed`: its goods have left the country (899).
 */
export type ExportOutcome =
  | 'waiting'
  | 'forwarded'
  | 'concluded'
  | 'released'
  | 'held'
  | 'refused'
  | 'withdrawn'
  | 'cancelled'
  | 'closed';

/** Who speaks, as of import lists. */
export type ExportJudge = 'engine' | 'advice' | 'officer' | 'customs' | 'sender';

/** How an export list stands: by its latest decision, and by the papers of its goods. */
export interface ExportStanding extends ExportKey {
  readonly attempt: number;
  /** Step of the attempt the latest decision was. */
  readonly step: number;
  readonly outcome: ExportOutcome;
  readonly returnStatus: string;
  readonly goods: 'awaited' | 'arrived' | 'departed';
  readonly preNo: string;
  readonly invtNo: string | null;
  readonly tradeMode: string;
  /** A simplified, B to be summed up. */
  readonly statisticsFlag: string;
  /** The way it is finished, once judged by the rules. */
  readonly finish: string | null;
  readonly customsCode: string;
  readonly portCode: string;
  readonly agentCode: string;
  /** Who sent it and gets its receipts. */
  readonly recipient: string;
  readonly logisticsCode: string;
  readonly logisticsNo: string;
  /** CNY, decimal text; null where the goods are in another currency. */
  readonly valueCny: string | null;
  readonly acceptedAt: Date;
  readonly decidedAt: Date;
  readonly arrivedAt: Date | null;
  readonly departedAt: Date | null;
  readonly closedAt: Date | null;
}

/** What has happened to a list: a decision, or its goods have moved. */
export type ExportEvent =
  | Exclude<ExportOutcome, 'waiting'>
  | 'sent-again'
  | 'arrived'
  | 'not-arrived'
  | 'departed';

/** One step of a list, with how it stands after it. */
export interface ExportMove {
  readonly what: ExportEvent;
  readonly at: Date;
  readonly list: ExportStanding;
}
