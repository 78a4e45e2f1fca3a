import type { Bilingual } from '#kernel';

/** The kinds of document that are looked at here; lists have pages of their own in clearance. */
export const paperKinds = ['orders', 'payments', 'waybills'] as const;
export type PaperworkKind = (typeof paperKinds)[number];

/** How an enterprise may stand to a document. */
export const sides = ['sent', 'principal', 'platform', 'seller'] as const;
export type Side = (typeof sides)[number];

/** What is looked at of a kind: which fields say what. */
export interface KindShape {
  readonly name: Bilingual;
  /** Field or column of each side there is, in the order in which one is looked for that has documents. */
  readonly sides: readonly (readonly [Side, string])[];
  /** Fields of the head; `number` is the document's own, beside the order's. */
  readonly number: string | undefined;
  readonly firms: readonly (readonly [code: string, name: string])[];
  readonly amount: string;
  readonly person: string;
  /** Of the head, or of the first goods line. */
  readonly goods: { readonly head: string } | { readonly item: string } | undefined;
}

export const kindShapes: Readonly<Record<PaperworkKind, KindShape>> = {
  orders: {
    name: { zh: '订单', en: 'orders' },
    sides: [
      ['sent', 'sender'],
      ['seller', 'ebcCode'],
      ['platform', 'ebpCode'],
      ['principal', 'sentFor'],
    ],
    number: undefined,
    firms: [
      ['ebpCode', 'ebpName'],
      ['ebcCode', 'ebcName'],
    ],
    amount: 'acturalPaid',
    person: 'buyerName',
    goods: { item: 'itemName' },
  },
  payments: {
    name: { zh: '支付单', en: 'payments' },
    sides: [
      ['sent', 'sender'],
      ['principal', 'sentFor'],
    ],
    number: 'payTransactionId',
    firms: [
      ['payCode', 'payName'],
      ['ebpCode', 'ebpName'],
    ],
    amount: 'amountPaid',
    person: 'payerName',
    goods: undefined,
  },
  waybills: {
    name: { zh: '运单', en: 'waybills' },
    sides: [
      ['sent', 'sender'],
      ['principal', 'sentFor'],
    ],
    number: 'logisticsNo',
    firms: [['logisticsCode', 'logisticsName']],
    amount: 'freight',
    person: 'consignee',
    goods: { head: 'goodsInfo' },
  },
};
