import { formatAmount, formatDocumentTime } from '../ui/format.ts';

const moneyFields = new Set([
  'goodsValue',
  'freight',
  'insuredFee',
  'discount',
  'taxTotal',
  'acturalPaid',
  'amountPaid',
  'price',
  'totalPrice',
]);
const timeFields = new Set(['appTime', 'payTime', 'declTime', 'ieDate']);

/** A field of a document as a person reads it; nothing is rounded or left out. */
export function formatField(name: string, value: string): string {
  if (moneyFields.has(name)) return formatAmount(value);
  if (timeFields.has(name)) return formatDocumentTime(value);
  return value;
}
