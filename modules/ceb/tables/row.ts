/**
 * One field of the standard as one row. The second cell is the standard's own notation:
 * `C36` exactly 36 characters, `C1..60` 1 to 60, `C..18` up to 18, `C` any length, `N19,5` a decimal of at
 * most 19 digits with at most 5 after the point, `I` a 32-bit integer, `I9` one of at most 9 digits.
 */
export type Row = readonly [
  name: string,
  format: Format,
  need: 'required' | 'optional' | 'conditional',
  zh: string,
  en: string,
  more?: RowMore,
];

export type Format =
  | 'C'
  | `C${number}`
  | `C..${number}`
  | `C${number}..${number}`
  | `N${number},${number}`
  | 'I'
  | `I${number}`;

/** Code lists of the customs parameter tables a field's value must be taken from. */
export type CodeListName =
  | 'country'
  | 'currency'
  | 'customs_office'
  | 'package'
  | 'supervision_mode'
  | 'transport'
  | 'unit';

/** "When this field of the document's head has one of these values", or has none of them. */
export interface When {
  readonly field: string;
  readonly is?: readonly string[];
  readonly isNot?: readonly string[];
  readonly zh: string;
  readonly en: string;
  readonly rule?: string;
}

/** What a row says beyond its name, notation and labels. */
export interface RowMore {
  /** Value fixed by the schema; an empty element stands for it. */
  readonly fixed?: string;
  /** Value an empty element stands for by the schema. */
  readonly byDefault?: string;
  /** White space is collapsed before the length is counted. */
  readonly collapse?: true;
  /** Allowed values by the text of the standard; the schema does not check them. */
  readonly values?: readonly string[];
  readonly codeList?: CodeListName;
  /** The string is a moment in Beijing time, or a day, of this shape. */
  readonly time?: 'YYYYMMDD' | 'YYYYMMDDhhmmss' | 'YYYYMMDDhhmmssSSS';
  /** Decimals must not be negative; `positive` says that zero is wrong too, and asks it of integers. */
  readonly sign?: 'positive';
  readonly requiredWhen?: When;
  /** When the text asks for the field, where no field of the document tells whether it is so. */
  readonly requiredIf?: { readonly zh: string; readonly en: string };
  readonly valueWhen?: When & { readonly value: string };
  /** Values the text rules out. */
  readonly never?: readonly string[];
  /** The text asks for the field although the schema lets it be left out. */
  readonly byText?: 'required';
  /** A number customs or the E-Port have issued, whose form is known. */
  readonly issued?: 'pre-entry' | 'import-list' | 'export-list';
  /** What the text has written where there is nothing to write, and when that is. */
  readonly otherwise?: { readonly write: string; readonly zh: string; readonly en: string };
  /** Where XSD and text disagree, or the text names a lapse of its own. */
  readonly remark?: string;
  /** Only where the field comes from another text than its message. */
  readonly source?: string;
}

/** Checks over several fields of one group that the text of the standard asks for. */
export interface GroupChecks {
  /** Counts the items from 1 without gap or repetition; `repeated` is the standard's own error code. */
  readonly sequence?: { readonly field: string; readonly repeated?: string };
  /** No two items of a document have the same. */
  readonly unique?: readonly string[];
  /** No two items of a document have the same in all these fields. */
  readonly uniqueTogether?: readonly string[];
  readonly product?: { readonly total: string; readonly factors: readonly [string, string] };
  readonly together?: readonly (readonly [one: string, other: string, code?: string])[];
  /** One figure of the head is the sum of others. */
  readonly sums?: readonly Sum[];
  /** One figure of the head is the sum of one figure of the items; the code is the standard's own. */
  readonly itemSums?: readonly { readonly head: string; readonly item: string }[];
  /** The first is at most the second. */
  readonly notMore?: readonly (readonly [less: string, more: string])[];
  /** The first moment is not before the second. */
  readonly notBefore?: readonly (readonly [later: string, earlier: string])[];
  /** The field is left empty under a condition. */
  readonly emptyWhen?: readonly { readonly field: string; readonly when: When }[];
  /** `msgCount` and `msgSeqNo` say which part of how many this message is; the key is the same in all parts. */
  readonly parts?: { readonly key: readonly string[] };
  /** Either both fields are given, or the document has items; where both are given, items count for nothing. */
  readonly orItems?: readonly [string, string];
  /** A firm that is named must be one of those the document names in other parts. */
  readonly oneOf?: readonly { readonly field: string; readonly of: readonly string[] }[];
}

/** `total` = the sum of `plus` less `minus`. */
export interface Sum {
  readonly total: string;
  readonly plus: readonly string[];
  readonly minus: readonly string[];
}

export interface GroupTable {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly rows: readonly Row[];
  /** Fields the text of the standard names and its schema does not know: seen in practice, refused strictly. */
  readonly textOnly?: readonly Row[];
  readonly checks?: GroupChecks;
}

/** Most repetitions of an element; `unbounded` is the schema's word. */
export type Most = number | 'unbounded';

/**
 * Result codes with which the standard answers a document of one kind that is not taken in. Chapter 7 of the text
 * orders them by the paper, not by its direction: an export paper has those of its like in import (D).
 */
export interface AnswerCodes {
  /** A field is wrong. */
  readonly invalid: string;
  /** A change or deletion names a document that is not there. */
  readonly notFound?: string;
  /** A new document repeats a business key with other content. */
  readonly exists: string;
  /** The state of the stored document does not allow the change. */
  readonly state?: string;
  /** The submission is older than what is stored. */
  readonly older?: string;
}

/** A message of the standard: its root element and what stands under it. */
export interface MessageTable {
  readonly root: string;
  readonly zh: string;
  readonly en: string;
  readonly direction: 'import' | 'export' | 'both';
  /** What a firm sends, what answers it, or what customs send unasked. */
  readonly kind: 'declaration' | 'receipt' | 'push';
  /** Who sends it. */
  readonly sender: { readonly zh: string; readonly en: string };
  /** Fields of its head that name the firms of which one sends it; the first is the usual one. */
  readonly sentBy?: readonly string[];
  /** Root of the message that answers it. */
  readonly answer?: string;
  readonly answerCodes?: AnswerCodes;
  readonly document: DocumentTable;
  /** Order of what follows the documents; receipts carry nothing more. */
  readonly tail: 'import' | 'export' | 'none';
  readonly signature: 'required' | 'optional' | 'none';
  /** The text wants a signature once `appStatus` is 2, although the schema does not. */
  readonly signedWhenDeclared?: true;
  readonly source: string;
}

/** The repeated business element: either flat (its `rows`), or a head with an optional list of items. */
export interface DocumentTable {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly most: Most;
  readonly rows?: readonly Row[];
  readonly head?: GroupTable;
  readonly items?: GroupTable & { readonly least: number; readonly most: Most };
}

/** Keeps the literal types of a table, from which the document types are derived. */
export function messageTable<const T extends MessageTable>(table: T): T {
  return table;
}

/** Keeps the literal types of a group used by several messages. */
export function groupTable<const T extends GroupTable>(group: T): T {
  return group;
}
