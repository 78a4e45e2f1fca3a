export interface DocumentTableShape {
  /** Qualified name, e.g. `orders.import_order`; the goods lines lie in `<name>_item`. */
  readonly table: string;
  /** Names of the head's fields as in the standard, e.g. `acturalPaid`; must hold guid, appType, appTime, appStatus and the one it is spread by. */
  readonly head: readonly string[];
  /** Fields of a goods line; empty where the document has none. */
  readonly items: readonly string[];
  /** The field whose column spreads the documents, the first of the business key; `orderNo` unless said. */
  readonly spread?: string;
  /** Fields that with that one make the business key, e.g. `['ebpCode']`. */
  readonly key: readonly string[];
  /** Those of the business key that are whole numbers, e.g. `['msgSeqNo']`; the others are text. */
  readonly numbered?: readonly string[];
  /** Fields that name the enterprises with a right over the document, e.g. `['agentCode', 'ebcCode']`. */
  readonly parties: readonly string[];
  /**
   * Fields of the head that tell who a person is, each in `head` too. They lie together in one sealed value, in this
   * order: a new one is added at the end.
   */
  readonly personal?: readonly string[];
  /** Its documents have been sealed from the first on: the personal fields have no columns of their own. */
  readonly bornSealed?: boolean;
  /** The person a document is about, in one writing; its digest finds the person's documents. */
  readonly person?: (head: object) => string;
  /** Columns this table has beyond the fields and the common ones, e.g. `official_pre_no`. */
  readonly extra?: readonly string[];
}

type Value = string | number | undefined;
export type DocumentRecord = Readonly<Record<string, Value>>;

export interface PlainDocument {
  readonly head: object;
  readonly items: readonly object[];
}

/** A document on its way into its table. */
export interface DocumentRow {
  readonly document: PlainDocument;
  readonly prepared: PreparedDocument;
  readonly sender: string;
  /** Customs code of the enterprise it is sent for, where the sender is its delegate. */
  readonly sentFor?: string | undefined;
  readonly messageId: string;
  readonly receivedAt: string;
  readonly returnStatus: string;
  readonly returnInfo: string;
  readonly deleted: boolean;
  /** Values of the table's extra columns, in order. */
  readonly extra?: readonly string[];
}

/** What is answered to a document after it has been taken in. */
export interface DocumentAnswer {
  /** Business key, as the table makes it. */
  readonly key: string;
  /** The message the answer is to. */
  readonly messageId: string;
  readonly status: string;
  readonly info: string;
}

/** A document's content as COPY text, made once: it is what is hashed and what is written. */
export interface PreparedDocument {
  /** The head without what is personal. */
  readonly headText: string;
  /** What is personal, as it is sealed; undefined where the table has none. */
  readonly personalText: string | undefined;
  readonly itemTexts: readonly string[];
  /** Keyed digest of the content without guid, appType and appTime; a uuid's 128 bits. */
  readonly contentHash: string;
}

/** What is on file under one key. */
export interface StoredHead {
  /** The fields of its head that name who has a right over it. */
  readonly parties: DocumentRecord;
  /** The message it came in. */
  readonly messageId: string;
  readonly guid: string;
  readonly appType: string;
  readonly appTime: string;
  readonly sender: string;
  /** Customs code of the enterprise it was sent for, where the sender was its delegate. */
  readonly sentFor: string | undefined;
  readonly receivedAt: Date;
  readonly contentHash: string;
  readonly deleted: boolean;
  readonly returnStatus: string;
  readonly returnInfo: string;
  /** Values of the table's extra columns, in order. */
  readonly extra: readonly string[];
}

/** A document as it is on file. */
export interface LoadedDocument<D extends PlainDocument> {
  readonly document: D;
  readonly key: string;
  readonly sender: string;
  /** Customs code of the enterprise it was sent for, where the sender was its delegate. */
  readonly sentFor?: string;
  readonly messageId: string;
  readonly receivedAt: Date;
  /** Values of the table's extra columns, in order. */
  readonly extra: readonly string[];
}
