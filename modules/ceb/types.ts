import type { Format, Row } from './tables/row.ts';
import type { BASE_SUBSCRIBE, BASE_TRANSFER } from './tables/shared-groups.ts';
import type { TABLES } from './tables/tables.ts';

/** Integers (`I`, `I9`) are numbers; text and decimals are strings, decimals in canonical form (`12.5`). */
type ValueOf<F extends Format> = F extends 'I' | `I${number}` ? number : string;

type RequiredRow<R extends Row> = R extends readonly [string, Format, 'required', ...unknown[]] ? R : never;
type OptionalRow<R extends Row> = Exclude<R, RequiredRow<R>>;
type Flatten<T> = { [K in keyof T]: T[K] };

/** The fields of a group under the standard's own names. Read documents carry absent fields as `undefined`. */
export type FieldsOf<Rows extends readonly Row[]> = Flatten<
  { readonly [R in RequiredRow<Rows[number]> as R[0]]: ValueOf<R[1]> } & {
    readonly [R in OptionalRow<Rows[number]> as R[0]]?: ValueOf<R[1]> | undefined;
  }
>;

type Table = (typeof TABLES)[number];

/** Roots of the messages that can be read and written. */
export type Root = Table['root'];
type TableOf<R extends Root> = Extract<Table, { root: R }>;

type HeadRows<D> = D extends { rows: infer Rows extends readonly Row[] }
  ? Rows
  : D extends { head: { rows: infer Rows extends readonly Row[] } }
    ? Rows
    : never;
type ItemOf<D> = D extends { items: { rows: infer Rows extends readonly Row[] } } ? FieldsOf<Rows> : never;

/** One document of a message. Flat documents and receipts have all their fields in `head` and no items. */
export interface DocumentOf<R extends Root> {
  readonly head: FieldsOf<HeadRows<TableOf<R>['document']>>;
  readonly items: readonly ItemOf<TableOf<R>['document']>[];
}

export type BaseTransfer = FieldsOf<(typeof BASE_TRANSFER)['rows']>;
export type BaseSubscribe = FieldsOf<(typeof BASE_SUBSCRIBE)['rows']>;

/** The free part of a message. */
export interface Extension {
  readonly name: string;
  readonly version: string;
  /** The one element of any kind inside `Message`, as XML; absent if `Message` is empty. */
  readonly xml?: string | undefined;
}

/** One message: 1 to 100 documents of one kind, and for declarations who transmits them. */
export interface MessageOf<R extends Root> {
  readonly root: R;
  /** Any 36 characters. */
  readonly guid: string;
  /** 1 to 10 characters, `1.0` as a rule. */
  readonly version: string;
  readonly documents: readonly DocumentOf<R>[];
  /** Present in declarations, absent in receipts. */
  readonly transfer?: BaseTransfer | undefined;
  /** 0 to 5; receipts have none. */
  readonly subscriptions: readonly BaseSubscribe[];
  readonly extension?: Extension | undefined;
  /** The whole `ds:Signature` element, verbatim. */
  readonly signature?: string | undefined;
  /**
   * Prefixes the root declares besides the message's own (`''` is the default namespace), kept only when
   * there is a signature or an extension, whose XML may lean on them.
   */
  readonly namespaces?: Readonly<Record<string, string>> | undefined;
}

/** Any message that can be read, told apart by `root`. */
export type CebMessage = { [R in Root]: MessageOf<R> }[Root];

export type ImportOrder = DocumentOf<'CEB311Message'>;
export type OrderReceipt = DocumentOf<'CEB312Message'>;
export type ImportPayment = DocumentOf<'CEB411Message'>;
export type PaymentReceipt = DocumentOf<'CEB412Message'>;
export type ImportWaybill = DocumentOf<'CEB511Message'>;
export type WaybillReceipt = DocumentOf<'CEB512Message'>;
export type ImportDeclaration = DocumentOf<'CEB621Message'>;
export type DeclarationReceipt = DocumentOf<'CEB622Message'>;
export type FormatReceipt = DocumentOf<'CEB900Message'>;
