import type { Bilingual, Day, Instant } from '#kernel';
import type { Dossier, DossierOptions } from '../dossiers.ts';
import type { Answer } from '../faults/index.ts';
import type { PaperKind } from '../papers.ts';
import type { CartLine, Mode } from '../purchase.ts';

/** What becomes of a list; `waiting` while papers are missing. */
export type ListState = 'waiting' | 'released' | 'held' | 'refused' | 'withdrawn';

/** Figures in CNY as decimal text with two decimals. */
export interface ExpectedTax {
  readonly dutiableValue: string;
  readonly duty: string;
  readonly consumptionTax: string;
  readonly vat: string;
  readonly taxTotal: string;
}

/** What a list must have become, and why. */
export interface ExpectedList {
  readonly orderNo: string;
  readonly ebpCode: string;
  readonly state: ListState;
  /** Codes of the deciding findings, sorted. */
  readonly findings: readonly string[];
  readonly tax?: ExpectedTax;
  /** What the buyer has used of the year's allowance when the story is over, CNY. */
  readonly quotaUsed?: string;
}

/** A receipt that must be waiting for an enterprise, in this order among those of the same enterprise. */
export interface ExpectedReceipt {
  /** Customs code of the enterprise. */
  readonly to: string;
  /** `CEB312`, `CEB412`, `CEB512`, `CEB622` or `CEB900`. */
  readonly type: string;
  /** Order number; absent in a format receipt. */
  readonly orderNo?: string;
  readonly status: string;
  /** The codes in `[Code:…;Desc:…]`, in their order; none where the text has no such part. */
  readonly infoCodes: readonly string[];
}

/** One message handed in. */
export interface Sending {
  readonly at: Instant;
  readonly paper: PaperKind;
  readonly bytes: Uint8Array;
  /** Customs code of the enterprise whose key is used. */
  readonly as: string;
  readonly answer: Answer;
  /** Status of the document's receipt, or of the format receipt. */
  readonly status: string;
  /** Codes of findings the answer carries, where it is not taken. */
  readonly findings: readonly string[];
}

/** A story worked out: what comes in, and what must go out. */
export interface Told {
  readonly sendings: readonly Sending[];
  /** When everything is decided, where that is later than the last message: time must pass until then. */
  readonly until?: Instant;
  readonly lists: readonly ExpectedList[];
  readonly receipts: readonly ExpectedReceipt[];
}

/** What a story is made from. */
export interface Teller {
  readonly day: Day;
  /** Ten in the morning of the day, China time. */
  readonly begin: Instant;
  /** Goods by the seller's number at a price in CNY. */
  readonly line: (itemNo: string, quantity: number, price: string) => CartLine;
  /**
   * A dossier of the story. Its letter ends its numbers; `buyer` tells people of one story apart; its papers were
   * written `minutes` after the begin of the story, 0 where not said.
   */
  readonly dossier: (letter: string, options: TellingOptions) => Dossier;
  /** The messages of a dossier, a minute apart, from `minutes` after the begin. */
  readonly send: (dossier: Dossier, minutes?: number) => readonly Sending[];
}

export interface TellingOptions extends Omit<DossierOptions, 'number' | 'orderedAt' | 'buyerIndex'> {
  readonly minutes?: number;
  readonly buyer?: number;
}

/** One story for people and tests: a folder of `contracts/samples`. */
export interface Scenario {
  /** Name of the folder. */
  readonly name: string;
  readonly title: Bilingual;
  /** One line on why it ends as it does. */
  readonly why: Bilingual;
  readonly mode: Mode;
  readonly tell: (teller: Teller) => Told;
}
