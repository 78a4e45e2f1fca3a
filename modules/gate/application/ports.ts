import type { Day, Decimal } from '#kernel';
import type { Client, Database, Queryable } from '#postgres';
import type { ListToCarry } from '../domain/set-aside.ts';

/** A list by its key. */
export interface ListKey {
  readonly orderNo: string;
  readonly ebpCode: string;
}

/** A list on file with the enterprises it concerns. */
export interface FiledList extends Omit<ListToCarry, 'on'> {
  readonly parties: readonly string[];
}

/** What is worked by: dated parameters as they hold on a day. */
export interface GateRules {
  /** Transport modes by which bonded goods leave a zone. */
  readonly secondLine: ReadonlySet<string>;
  readonly toleranceShare: Decimal;
  readonly toleranceKg: Decimal;
  /** Share of passes checked by chance; nothing is drawn where it is 0. */
  readonly samplingRate: Decimal;
  /** Lists a paper may have. */
  readonly mostLists: number;
}

/** Checklists of goods on display, what became of them, and when. */
export interface FollowedPapers {
  readonly checklistNos: readonly string[];
  readonly day: Day;
  readonly at: Date;
  readonly by: string;
}

/** Who follows checklists of goods on display, in the transaction that lets them through or cancels them. */
export interface PaperFollower {
  passed(client: Client, papers: FollowedPapers): Promise<void>;
  cancelled(client: Client, papers: FollowedPapers): Promise<void>;
}

/** What checklists, passes and the gate work with. */
export interface GateSources {
  readonly database: Database;
  readonly now: () => Date;
  /** The day in China. */
  readonly today: () => Day;
  readonly rules: (day: Day) => GateRules;
  /** Lists as they stand; unknown ones are left out. */
  readonly lists: (client: Queryable, keys: readonly ListKey[]) => Promise<FiledList[]>;
  /** Which of these lists are not released any more. */
  readonly unreleased: (client: Queryable, keys: readonly ListKey[]) => Promise<ListKey[]>;
  /** Keys of the latest lists that name a book. */
  readonly latestLists: (client: Queryable, bookNo: string, limit: number) => Promise<ListKey[]>;
  readonly follower: PaperFollower;
  /** SHA-256 of a text in hexadecimal. */
  readonly digest: (text: string) => string;
  /** 32 random bytes in hexadecimal. */
  readonly secret: () => string;
}

/** Somebody of an enterprise. */
export interface By {
  readonly customsCode: string;
  readonly id: string;
}
