import type { Bilingual, Finding } from '#kernel';

/** A code a column may hold, with its name. */
export interface Choice {
  readonly code: string;
  readonly name: Bilingual;
}

/** One column of a table of documents: one field of the head or of a goods line. */
export interface BulkColumn {
  /** What names it among all: the field's name, before it the group's where head and lines both have such a field. */
  readonly name: string;
  readonly title: Bilingual;
  /** Further names it goes by. */
  readonly aliases: readonly string[];
  readonly field: string;
  readonly part: 'head' | 'line';
  /** `filled`: may be left empty, the platform then fills it in. */
  readonly need: 'required' | 'filled' | 'optional';
  readonly kind: 'text' | 'number' | 'day' | 'moment';
  /** What to write, in a few words. */
  readonly hint: Bilingual;
  /** The codes it may hold, where there is a list. */
  readonly choices: readonly Choice[];
  readonly example: string;
}

/** A row of the file as it was. */
export interface FileRow {
  readonly number: number;
  readonly cells: readonly string[];
}

export type Fields = Readonly<Record<string, string>>;

/** One document, gathered from its rows: its head once, and a line each row where it has lines. */
export interface GatheredDocument {
  /** Business key. */
  readonly key: string;
  readonly rows: readonly FileRow[];
  readonly head: Fields;
  readonly lines: readonly Fields[];
  /** What was found while it was gathered. */
  readonly findings: readonly PlacedFinding[];
}

/** A finding and where in the file it belongs. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly row: number;
  /** Place of the cell in its row, from 0; -1 where no cell is to blame. */
  readonly cell: number;
}

/** What a target says of a document: a finding and the field it is about. */
export interface TargetFinding {
  readonly finding: Finding;
  readonly part: 'head' | 'line';
  /** Place of the line, from 0. */
  readonly line: number;
  /** '' where it is about the whole. */
  readonly field: string;
}

/** For whom and since when a file is worked on; the same on every try. */
export interface FileContext {
  readonly customsCode: string;
  readonly fileId: string;
  readonly madeAt: Date;
  /** Account or key that uploaded it. */
  readonly madeBy: string;
}

/** What became of one document that was handed in. */
export interface HandedIn {
  readonly verdict: 'accepted' | 'repeated' | 'refused';
  readonly findings: readonly TargetFinding[];
}

/** A target ready to work for one enterprise; its documents go through it one by one. */
export interface BulkWork {
  /** Every finding; none for a document that may be handed in. */
  check(document: GatheredDocument): readonly TargetFinding[];
  /** Good documents as they will be handed in, at most `documentsABundle`. */
  pack(documents: readonly GatheredDocument[]): Uint8Array;
  /** Hands a bundle in, again with the same outcome where it was handed in before; one answer a document. */
  submit(content: Uint8Array): Promise<readonly HandedIn[]>;
}

/** A kind of document that is taken in by tables: what a further kind has to bring. */
export interface BulkTarget {
  /** Stable name, in addresses: `orders`. */
  readonly kind: string;
  readonly name: Bilingual;
  readonly columns: readonly BulkColumn[];
  /** Fields of the head that make the business key; rows that agree in them and follow one another are one document. */
  readonly key: readonly string[];
  /** Whether a document may have several rows, one each goods line. */
  readonly lines: boolean;
  readonly documentsABundle: number;
  /** What one must be allowed besides handing in bulk files, where it is no message. */
  readonly needs?: { readonly resource: string; readonly action: string };
  /** Undefined where the enterprise may not act at present. */
  open(file: FileContext): Promise<BulkWork | undefined>;
}
