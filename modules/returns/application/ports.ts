import type { ListsOnFile } from '#clearance';
import type { MessageAnswer, ReceiptRecord, Sender } from '#exchange';
import type { ExportsOnFile } from '#exports';
import type { Day } from '#kernel';
import type { Client, Database, Queryable } from '#postgres';
import type { ParameterTable } from '#tax';

/** One line of a return as it is given back. CNY, decimal texts. */
export interface GivenBackLine {
  readonly gnum: number;
  readonly tax: string;
  readonly allowance: string;
}

/** A return whose goods are back and are the original ones: its tax is not collected. */
export interface GivenBackReturn {
  readonly returnNo: string;
  readonly orderNo: string;
  readonly ebpCode: string;
  readonly invtNo: string;
  /** Attempt of the list's decision that the goods were released by. */
  readonly attempt: number;
  readonly at: Date;
  readonly lines: readonly GivenBackLine[];
  /** CNY of all lines; what the tax bill of the list is lowered by. */
  readonly tax: string;
}

/** Whoever keeps ledgers that a return moves: told once of each, in the transaction that gives it back. */
export interface GiveBackFollower {
  givenBack(client: Client, returned: GivenBackReturn): Promise<void>;
}

/** What return centres have on record of parcels. */
export interface CentreRecord {
  /** Orders of which parcels have been sorted that returns were not told of yet, the first sorted first. */
  sortedOrders(client: Queryable, limit: number): Promise<ParcelOrder[]>;
  /** Returns have been told of them. */
  told(client: Client, order: ParcelOrder): Promise<void>;
  /**
   * Puts sorted parcels on a return that together hold just what it asks for, in the caller's transaction.
   * @returns the day the last of them was received; undefined where there are none such
   */
  putOn(
    client: Client,
    of: ParcelOrder & {
      readonly returnNo: string;
      readonly at: Date;
      readonly lines: readonly { readonly gnum: number; readonly quantity: string }[];
    },
  ): Promise<{ readonly arrivedOn: Day; readonly parcels: readonly string[] } | undefined>;
}

interface ParcelOrder {
  readonly orderNo: string;
  readonly ebpCode: string;
}

/** Original goods of an export list that are back; quantities in the units of its lines, decimal texts. */
export interface ExportBack {
  readonly returnNo: string;
  readonly ebcCode: string;
  readonly invtNo: string;
  readonly at: Date;
  readonly lines: readonly {
    readonly gnum: number;
    readonly quantity: string;
    readonly itemNo: string;
    readonly unit: string;
    /** All that has come back of the line, this return with it. */
    readonly backInAll: string;
  }[];
}

/** Whoever keeps what an export counts for: told once of each return, in the transaction that gives its value back. */
export interface ExportBackFollower {
  exportBack(client: Client, back: ExportBack): Promise<void>;
}

export interface ReturnsPorts {
  readonly database: Database;
  readonly now: () => Date;
  readonly chinaDay: (at: Date) => Day;
  /** YYYYMMDDhhmmssSSS, China time. */
  readonly returnTime: (at: Date) => string;
  /** Windows of returns, by the day of release. */
  readonly parameters: ParameterTable;
  readonly lists: ListsOnFile;
  readonly exportLists: ExportsOnFile;
  readonly centre: CentreRecord;
  readonly addReceipts: (client: Client, receipts: readonly ReceiptRecord[]) => Promise<void>;
  /** Told after each commit who has receipts to fetch. */
  readonly receiptsWritten: (recipients: ReadonlySet<string>) => void;
  readonly followers: readonly GiveBackFollower[];
  readonly exportFollowers: readonly ExportBackFollower[];
  /** Lines of an export list whose refund the tax bureau has accepted, of these. */
  readonly refunded: (
    client: Client,
    list: { readonly ebcCode: string; readonly invtNo: string; readonly gnums: readonly number[] },
  ) => Promise<readonly number[]>;
  /** Takes a message in that the platform has written for its sender. */
  readonly take: (bytes: Buffer, sender: Sender) => Promise<MessageAnswer>;
  /** The enterprise behind a customs code; undefined while it may not act. */
  readonly sender: (customsCode: string) => Promise<Sender | undefined>;
  /** Told of a fault; what it stopped is tried again. */
  readonly fault: (error: unknown) => void;
}

/** What taking in cancellations and returns needs. */
export type HandlerPorts = Pick<ReturnsPorts, 'now' | 'chinaDay' | 'addReceipts' | 'returnTime'>;
