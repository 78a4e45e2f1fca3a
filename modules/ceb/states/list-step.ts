import type { Bilingual, Confidence } from '#kernel';
import type { Root } from '../types.ts';

export type Direction = 'import' | 'export';

/**
 * How far customs has come with a list. Where customs tells it, it is a returnStatus of the receipt (`statuses`);
 * what the sender has done to a list, or another document has, stands in no receipt of the list.
 */
export type CustomsState =
  | 'saved'
  | 'withdrawn'
  | 'declaring'
  | 'sent'
  | 'not-sent'
  | 'rejected'
  | 'entered'
  | 'review'
  | 'suspended'
  | 'concluded'
  | 'inspection'
  | 'detained'
  | 'sent-back'
  | 'released'
  | 'cancelled'
  | 'closed';

/** Where the goods of a list are, as the papers of sites and carriers tell it. */
export type GoodsState = 'awaited' | 'tallied' | 'delivered' | 'arrived' | 'departed';

/** Whether an export list is in a summary; it may be in one live summary only. */
export type SummaryState = 'none' | 'applied' | 'summed-up';

/** A list as a whole: what customs, the goods and its summary have come to. */
export interface ListStanding {
  readonly customs: CustomsState;
  readonly goods: GoodsState;
  readonly summary: SummaryState;
}

export type Track = keyof ListStanding;

/** One state in words. */
export interface StateWords extends Bilingual {
  /** Values of `returnStatus` that say so; a negative one says `rejected`. */
  readonly statuses: readonly string[];
}

/** Who or what makes a list take a step. */
export type StepBy = 'sender' | 'customs' | Root;

/** One step a list may take: on its own track, where the other tracks allow it. */
export interface ListStep {
  readonly track: Track;
  readonly from: readonly string[];
  readonly to: CustomsState | GoodsState | SummaryState;
  readonly by: StepBy;
  /** States of the other tracks of which one must hold. */
  readonly when?: Readonly<Partial<Record<Track, readonly string[]>>>;
  /** Only lists that are declared so: `statisticsFlag` or `tradeMode`. */
  readonly only?: Readonly<Partial<Record<keyof DeclaredAs, readonly string[]>>>;
  readonly source: string;
  readonly confidence: Confidence;
}

/** Fields of a list some steps depend on. */
export type DeclaredAs = Readonly<Partial<Record<'statisticsFlag' | 'tradeMode', string>>>;
