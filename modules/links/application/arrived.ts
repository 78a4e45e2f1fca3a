import type { Timed } from '../domain/order-of-answers.ts';
import type { Reference } from '../domain/references.ts';
import type { AgencyReceipt } from './ports.ts';

/** A receipt on its way through the books. */
export interface ArrivedReceipt extends Timed {
  readonly receipt: AgencyReceipt;
  /** Digest of the piece it came in, and its place in it, from 0. */
  readonly arrival: Buffer;
  readonly place: number;
  readonly arrivedAt: Date;
  /** Root of the declaration it answers, where it is one that is known here. */
  readonly root: string | undefined;
  readonly names: readonly Reference[];
  /** Of what it says. */
  readonly digest: Buffer;
}

/** What of a receipt is the same in all books. */
export function answerOf({ receipt, ...same }: ArrivedReceipt) {
  const { type, fields, items } = receipt;
  const { digest, arrival, place, arrivedAt, returnStatus, returnTime } = same;
  const body = items ? { ...fields, [items.name]: items.rows } : fields;
  const said = { returnStatus, returnTime, returnInfo: fields.returnInfo ?? '', body };
  return { digest, arrival, place, arrivedAt, type, ...said };
}
