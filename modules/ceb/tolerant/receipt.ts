import type { Bilingual, Finding } from '#kernel';
import type { Row } from '../tables/row.ts';
import type { TABLES } from '../tables/tables.ts';
import type { DocumentOf, FieldsOf, Root } from '../types.ts';

/** Roots of what customs and the E-Port send: receipts, pushes, and the format receipt. */
export type ReceiptRoot = Extract<(typeof TABLES)[number], { kind: 'receipt' | 'push' }>['root'];

/** Text that has no place in the tables: where it stood, and what it says. */
export interface ExtraText {
  readonly path: string;
  readonly text: string;
}

/** What a `returnStatus` means: a failure, a status of the standard, or one nobody knows, which is in progress. */
export interface ReadStatus {
  readonly code: string;
  readonly kind: 'failure' | 'status' | 'unknown';
  readonly text: Bilingual;
  readonly remedy: Bilingual;
}

/** Fields only the text names, where the table has any. */
type TextOnly<R extends Root> = Extract<(typeof TABLES)[number], { root: R }>['document'] extends {
  head: { textOnly: infer Rows extends readonly Row[] };
}
  ? FieldsOf<Rows>
  : unknown;

/** One document as far as it could be read: any field may be absent, and have any length. */
export interface ReadDocument<R extends Root> {
  readonly head: Partial<DocumentOf<R>['head']> & TextOnly<R>;
  readonly items: readonly Partial<DocumentOf<R>['items'][number]>[];
  readonly status?: ReadStatus;
  /** Fields the tables do not know, and values that are none of their field. */
  readonly extra: readonly ExtraText[];
}

interface ReadMessage<R extends ReceiptRoot> {
  readonly root: R;
  readonly guid?: string;
  readonly version?: string;
  readonly documents: readonly ReadDocument<R>[];
}

/** A receipt or push, told apart by `root`. */
export type ReadReceipt = { [R in ReceiptRoot]: ReadMessage<R> }[ReceiptRoot];

/** Everything that was read, and everything in which it deviates from the standard. */
export interface ReceiptReading {
  /** The schema of the standard accepts it as it is. */
  readonly strict: boolean;
  readonly encoding: string;
  /** Absent where nothing in the text is a receipt or push of the standard. */
  readonly receipt?: ReadReceipt;
  /** Empty for a receipt that is strict and whose values are all known. */
  readonly deviations: readonly Finding[];
  /** Text outside the documents. */
  readonly extra: readonly ExtraText[];
}
