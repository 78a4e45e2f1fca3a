import type { DocumentPages } from '#documents';
import type { Bilingual } from '#kernel';
import type { Database } from '#postgres';
import type { PaperworkKind } from '../domain/kinds.ts';

/** What somebody is told to look at. */
export interface Attention {
  /** Stable; the portal knows where each leads. */
  readonly kind: string;
  readonly count: number;
  /** The oldest of them, or the day the first runs out. */
  readonly since?: Date;
}

/** Asks one part what of an enterprise needs somebody, with one question to the database. */
export type AttentionSource = (customsCode: string, now: Date) => Promise<readonly Attention[]>;

/** A field of a document with its names. */
export interface NamedField extends Bilingual {
  readonly name: string;
}

export interface PaperworkPorts {
  readonly database: Database;
  readonly now: () => Date;
  readonly pages: Readonly<Record<PaperworkKind, DocumentPages>>;
  /** Fields of a kind's head in the standard's order. */
  readonly fields: Readonly<Record<PaperworkKind, readonly NamedField[]>>;
  /** A field's value as it may be shown. */
  readonly masked: (name: string, value: string) => string;
  readonly attention: readonly AttentionSource[];
  /** Midnight in China at the beginning of a day (YYYY-MM-DD). */
  readonly midnight: (day: string) => Date;
}
