import { type CebMessage, encode } from '#ceb';
import { citizenIdCheckCharacter } from '#kernel';
import type { Enterprise } from '#registry';
import { SIGNATURE } from '../../ceb/testing/messages.ts';
import {
  cleanDossier,
  contextWith,
  type FullDossier,
  type Purchase,
  plainPurchase,
} from '../../matching/testing/clean-dossier.ts';

export type PaperKind = keyof FullDossier;
export const paperKinds: readonly PaperKind[] = ['order', 'payment', 'waybill', 'declaration'];

const ROOTS = {
  order: 'CEB311Message',
  payment: 'CEB411Message',
  waybill: 'CEB511Message',
  declaration: 'CEB621Message',
} as const;

const known = contextWith();
const enterpriseOf = (customsCode: string): Enterprise => {
  const enterprise = known.enterprise(customsCode);
  if (enterprise === undefined) throw new RangeError(`no enterprise ${customsCode}`);
  return enterprise;
};

const FIRMS = ['5301960001', '5301960002', '5301960003', '5301960004', '5301980005', '5301560006'];
/** Everybody a clean purchase names. */
export const enterprises: readonly Enterprise[] = FIRMS.map(enterpriseOf);

const digits = (number: number, length: number): string => String(number).padStart(length, '0');

export interface PurchaseWish {
  /** Which buyer; by default everyone buys once. */
  readonly buyer?: number;
  /** Unit prices at 2 decimals in place of the plain purchase's one. */
  readonly price?: string;
  readonly qty?: string;
  readonly tradeMode?: Purchase['tradeMode'];
}

/** A number of 36 characters, different for every place and kind. */
const guidOf = (number: number, kind: string): string =>
  `${digits(number, 8)}-0000-4000-8000-${digits(kind.codePointAt(0) ?? 0, 4)}${digits(kind.length, 8)}`;

/** A citizen number of the right form; made up. */
export function buyerIdOf(buyer: number): string {
  const body = `530102${1950 + (Math.floor(buyer / 999) % 50)}0307${digits(1 + (buyer % 999), 3)}`;
  return body + citizenIdCheckCharacter(body);
}

/** The papers of the `number`-th purchase: they agree in everything and differ from all others in every number. */
export function purchase(number: number, wish: PurchaseWish = {}): FullDossier {
  const { buyer = number, price = '128.5', qty = '2', tradeMode = '9610' } = wish;
  const lines = [{ price, qty, name: '老挝波罗芬咖啡豆250克' }];
  const dossier = cleanDossier({ ...plainPurchase, tradeMode, lines });
  const { order, payment, waybill, declaration } = dossier;
  for (const kind of paperKinds) {
    dossier[kind].head.guid = guidOf(number, kind);
    dossier[kind].head.orderNo = `CM${digits(number, 10)}`;
  }
  const idNumber = buyerIdOf(buyer);
  for (const { head } of [order, declaration]) head.buyerIdNumber = idNumber;
  payment.head.payerIdNumber = idNumber;
  for (const { head } of [order, payment]) head.payTransactionId = `PAY${digits(number, 10)}`;
  for (const { head } of [waybill, declaration]) head.logisticsNo = `WB${digits(number, 10)}`;
  declaration.head.copNo = `COP${digits(number, 10)}`;
  if (tradeMode === '9610')
    Object.assign(declaration.head, { trafNo: 'MU1', voyageNo: 'MU1', billNo: `B${digits(number, 10)}` });
  return dossier;
}

/** The same paper once more, later by its own clock, under a guid of its own, with some fields changed. */
export function again<Document extends { readonly head: object }>(
  document: Document,
  fields: Readonly<Record<string, string>>,
): Document {
  const { appTime, guid } = document.head as { appTime: string; guid: string };
  const later = {
    appTime: String(BigInt(appTime) + 1n),
    guid: `${guid.slice(0, 35)}${guid.endsWith('A') ? 'B' : 'A'}`,
  };
  return { ...structuredClone(document), head: { ...document.head, ...later, ...fields } };
}

/** Who sends papers of a kind: platform, payment firm, carrier, declarant. */
export function senderOf(kind: PaperKind, { order, payment, waybill, declaration }: FullDossier): string {
  if (kind === 'order') return order.head.ebpCode;
  if (kind === 'payment') return payment.head.payCode;
  return kind === 'waybill' ? waybill.head.logisticsCode : declaration.head.agentCode;
}

/** One message as the bytes that go over the wire. */
export function messageOf(kind: PaperKind, documents: readonly object[], sender: string): Buffer {
  const [first] = documents as readonly { readonly head: { readonly guid: string } }[];
  const message = {
    root: ROOTS[kind],
    guid: first?.head.guid ?? '',
    version: '1.0',
    documents,
    transfer: {
      copCode: sender,
      copName: enterpriseOf(sender).name,
      dxpMode: 'DXP',
      dxpId: 'DXPENT0000012345',
    },
    subscriptions: [],
    ...(kind === 'declaration' ? { signature: SIGNATURE } : {}),
  };
  return Buffer.from(encode(message as unknown as CebMessage), 'utf8');
}
