import type { Timed } from '../domain/order-of-answers.ts';
import type { AgencyReceipt } from './ports.ts';

/** Where receipts came from. */
export interface ArrivedIn {
  readonly digest: Buffer;
  readonly arrivedAt: Date;
}

/** What of a receipt is the same in all books. */
export function answerOf(
  { type, fields, items }: AgencyReceipt,
  { place, returnStatus, returnTime }: Timed & { readonly place: number },
  { digest, arrivedAt }: ArrivedIn,
) {
  const { returnInfo = '' } = fields;
  const body = items ? { ...fields, [items.name]: items.rows } : fields;
  return { arrival: digest, place, arrivedAt, type, returnStatus, returnTime, returnInfo, body };
}
