import type { ImportDeclaration, ImportOrder, ImportPayment, ImportWaybill } from '#ceb';
import type { Bilingual, Evidence } from '#kernel';
import { maskAddress, maskIdNumber, maskName, maskPhone } from '#registry';
import type { Scalar } from './compare.ts';
import type { Dossier, Paper } from './dossier.ts';

/** A field of the head of one paper. */
export interface HeadField {
  readonly paper: Paper;
  /** `Order/OrderHead/orderNo`. */
  readonly path: string;
  readonly read: (dossier: Dossier) => Scalar;
}

/** Personal data that is shown masked only. */
export type Personal = 'name' | 'idNumber' | 'phone' | 'address';

const MASKS: Readonly<Record<Personal, (value: string) => string>> = {
  name: maskName,
  idNumber: maskIdNumber,
  phone: maskPhone,
  address: maskAddress,
};

export const PAPER_NAMES: Readonly<Record<Paper, Bilingual>> = {
  order: { zh: '订单', en: 'order' },
  payment: { zh: '支付单', en: 'payment' },
  waybill: { zh: '运单', en: 'waybill' },
  declaration: { zh: '清单', en: 'declaration' },
};

/** A value as it may be shown. */
function shown(value: Scalar, personal?: Personal): string {
  const text = String(value ?? '');
  return personal === undefined ? text : MASKS[personal](text);
}

/** A field as evidence, its value masked where it is personal. */
export function evidenceOf(field: HeadField, dossier: Dossier, personal?: Personal): Evidence {
  return { paper: field.paper, path: field.path, value: shown(field.read(dossier), personal) };
}

/** "订单、支付单和清单", "order, payment and declaration". */
export function joined(names: readonly Bilingual[]): Bilingual {
  const join = (texts: readonly string[], comma: string, and: string) =>
    texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(comma)}${and}${texts.at(-1)}`;
  return {
    zh: join(
      names.map((name) => name.zh),
      '、',
      '和',
    ),
    en: join(
      names.map((name) => name.en),
      ', ',
      ' and ',
    ),
  };
}

/**
 * Answers each question for a field with the field's name. So a field of the tables is one small function of its own,
 * `(head) => head.orderNo`, and is named by running it once: a property read by a name held in a variable costs some
 * 80 ns more, sixty times a dossier.
 */
const NAMES: object = new Proxy({}, { get: (_target, name) => name });

const nameOf = <Head>(pick: (head: Head) => Scalar): string => String(pick(NAMES as Head));

export const order = (pick: (head: ImportOrder['head']) => Scalar): HeadField => ({
  paper: 'order',
  path: `Order/OrderHead/${nameOf(pick)}`,
  read: (dossier) => dossier.order && pick(dossier.order.head),
});

export const payment = (pick: (head: ImportPayment['head']) => Scalar): HeadField => ({
  paper: 'payment',
  path: `Payment/PaymentHead/${nameOf(pick)}`,
  read: (dossier) => dossier.payment && pick(dossier.payment.head),
});

export const waybill = (pick: (head: ImportWaybill['head']) => Scalar): HeadField => ({
  paper: 'waybill',
  path: `Logistics/LogisticsHead/${nameOf(pick)}`,
  read: (dossier) => dossier.waybill && pick(dossier.waybill.head),
});

export const declaration = (pick: (head: ImportDeclaration['head']) => Scalar): HeadField => ({
  paper: 'declaration',
  path: `Inventory/InventoryHead/${nameOf(pick)}`,
  read: (dossier) => pick(dossier.declaration.head),
});
