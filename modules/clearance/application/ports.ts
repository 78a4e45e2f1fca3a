import type { ImportDeclaration, ImportOrder, ImportPayment, ImportWaybill } from '#ceb';
import type { LoadedDocument } from '#documents';
import type { ReceiptRecord } from '#exchange';
import type { Day } from '#kernel';
import type { Client, Database } from '#postgres';
import type { Enterprise } from '#registry';
import type { FiledGoodsFact } from '#risk';
import type { Rulebook } from '../domain/rulebook.ts';
import type { DecisionRecord, Outcome } from '../storage/decisions.ts';
import type { Companion } from './companions.ts';

/** Where the conductor finds the four papers. */
export interface Papers {
  declarations(client: Client, orderNos: readonly string[]): Promise<LoadedDocument<ImportDeclaration>[]>;
  orders(client: Client, orderNos: readonly string[]): Promise<LoadedDocument<ImportOrder>[]>;
  payments(client: Client, orderNos: readonly string[]): Promise<LoadedDocument<ImportPayment>[]>;
  waybills(client: Client, orderNos: readonly string[]): Promise<LoadedDocument<ImportWaybill>[]>;
}

/** A held list that is held no more. */
export interface LeftList {
  readonly orderNo: string;
  readonly ebpCode: string;
  readonly as: 'released' | 'refused' | 'withdrawn' | 'sent-again';
  readonly at: Date;
}

/** Whoever keeps the lists that wait for an officer; told in the transaction that moves them. */
export interface HeldFollower {
  held(client: Client, decisions: readonly DecisionRecord[]): Promise<void>;
  left(client: Client, lists: readonly LeftList[]): Promise<void>;
}

/** Which goods are asked for, and on which day they are to be valid. */
export type FiledGoods = (
  wanted: ReadonlyMap<string, ReadonlySet<string>>,
  day: Day,
) => Promise<ReadonlyMap<string, ReadonlyMap<string, FiledGoodsFact>>>;

export interface ConductorPorts {
  readonly database: Database;
  readonly now: () => Date;
  readonly papers: Papers;
  readonly rulebook: Rulebook;
  /** Enterprises by customs code, as registered; unknown codes are left out. */
  readonly enterprises: (codes: ReadonlySet<string>) => Promise<ReadonlyMap<string, Enterprise>>;
  /** Approved goods by seller and item number, those of a batch in one question; sellers without any are left out. */
  readonly filedGoods: FiledGoods;
  /** Ledger key of a buyer: a keyed digest, so that no ledger holds an identity number. */
  readonly buyerKey: (idType: string, idNumber: string) => string;
  readonly addReceipts: (client: Client, receipts: readonly ReceiptRecord[]) => Promise<void>;
  /** YYYYMMDDhhmmssSSS, China time. */
  readonly returnTime: (at: Date) => string;
  readonly chinaDay: (at: Date) => Day;
  /** Where customs decides, lists that have been advised on are handed to it; absent where the rules decide. */
  readonly forward?: ((client: Client, lists: readonly AdvisedList[]) => Promise<void>) | undefined;
  readonly follower?: HeldFollower | undefined;
  /** Others who have a say in releases or act on decisions, asked in this order. */
  readonly companions: readonly Companion[];
  /** Told after each commit. */
  readonly decided: (what: { lists: readonly DecidedList[]; recipients: ReadonlySet<string> }) => void;
}

/** A list on which the platform has given its advice. */
export interface AdvisedList {
  /** Business key, as the table of lists makes it. */
  readonly key: string;
  /** The message it came in, and who sent that. */
  readonly messageId: string;
  readonly sender: string;
}

export interface DecidedList {
  readonly orderNo: string;
  readonly ebpCode: string;
  readonly state: Outcome;
}
