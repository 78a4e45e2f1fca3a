import type { DocumentTable, PlainDocument } from '#documents';
import type { Bilingual, Finding } from '#kernel';
import type { Client } from '#postgres';
import type { RefusalCodes, StoredDocument } from '../domain/reception.ts';

/** returnStatus 1 电子口岸已暂存: kept, but not declared (`appStatus` 1). */
export const savedStatus = '1';

/** What was only saved, or was sent back (退单, a failed transmission, a processing error), may be declared anew. */
export const declarableAnew = (status: string): boolean => /^(1|4|100|-\d+)$/.test(status);

/** The answer to a document that is only to be saved. */
export const savedAnswer = { status: savedStatus, info: '电子口岸已暂存' } as const;

/** Whether a sender only saves a document, as against declaring it (`appStatus` 2). */
export const onlySaved = (head: object): boolean => (head as { appStatus?: string }).appStatus === '1';

/** Who sends, as the register knows it. */
export interface Sender {
  readonly customsCode: string;
  readonly name: string;
  readonly roles: readonly string[];
  /** Its address on the data exchange platform, where it has one. */
  readonly dxpId?: string | undefined;
  /** Enterprises it acts or has acted for by delegation, by customs code. */
  readonly actsFor?: ReadonlyMap<string, ActsFor> | undefined;
}

/** What another enterprise has delegated to a sender. */
export interface ActsFor {
  /** As the register knows it. */
  readonly principal: Sender;
  /** By root element of what has been delegated: why that does not hold now; null where it holds. */
  readonly roots: ReadonlyMap<string, Bilingual | null>;
}

/** A document that has been taken in by the transaction now running. */
export interface TakenDocument {
  readonly key: string;
  /** Its order number, or the number its kind lies by where it names no order. */
  readonly orderNo: string;
  readonly act: 'insert' | 'replace' | 'remove';
  readonly document: PlainDocument;
  readonly sender: string;
  readonly receivedAt: Date;
  /** The message it came in. */
  readonly messageId: string;
  /** Values of the table's extra columns, in order. */
  readonly extra: readonly string[];
}

/** What a business module registers to have one kind of document handed to it. */
export interface DocumentHandler {
  /** Root element of the message, e.g. `CEB311Message`. */
  readonly root: string;
  /** Short name of the answer, e.g. `CEB312`. */
  readonly receipt: string;
  readonly name: Bilingual;
  readonly table: DocumentTable;
  readonly codes: RefusalCodes;
  /** Status and text of the receipt for a document that is taken in. */
  accepted(head: object): { readonly status: string; readonly info: string };
  /** The receipt's own fields (beyond guid and the common tail). */
  receiptBody(head: object, extra: readonly string[]): Readonly<Record<string, string>>;
  /** Why this sender may not send this document; undefined if it may. Reads only the table's `parties`. */
  mayNotSend(head: object, sender: Sender): Finding | undefined;
  /** What else refuses a document before its key is looked at: beyond what the standard's schema and text ask. */
  wrongIn?(document: PlainDocument): readonly Finding[];
  /**
   * Standing of what is on file for these orders, by key, or by order number where it holds for all papers of the
   * order; asked only for documents that are on file.
   */
  standings(
    client: Client,
    orderNos: readonly string[],
  ): Promise<ReadonlyMap<string, StoredDocument['standing']>>;
  /** Numbers the platform gives to each new document, e.g. preNo; `count` sets of extra values. */
  issue?(client: Client, count: number, at: Date): Promise<readonly (readonly string[])[]>;
  /** Runs in the transaction that takes the documents in. */
  taken?(client: Client, documents: readonly TakenDocument[]): Promise<void>;
}
