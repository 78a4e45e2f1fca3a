import { type DocumentHandler, receive, rightOver, type Sender } from '#exchange';
import type { Readers } from '#postgres';
import type { ListHistory } from '../http/schemas.ts';
import { findingView } from './finding-view.ts';
import type { ListOnFile } from './list-on-file.ts';
import { standingOfDocument } from './standing.ts';

type AllowedDeeds = NonNullable<ListHistory['deeds']>;

/** Later than any time of submission. */
export const later = '9';

/**
 * What a sender may do with a list now: what the exchange would answer to a change, a withdrawal or a new declaration,
 * asked without sending one. It may be otherwise by the time one is sent.
 */
export async function mayDoWith(
  database: Readers,
  handler: DocumentHandler,
  { head, loaded }: ListOnFile,
  sender: Sender,
): Promise<AllowedDeeds> {
  const right = rightOver(handler, loaded.document.head, sender);
  const stored = await standingOfDocument(database, handler, head.orderNo, loaded.key);
  const allowed = (appType: string): AllowedDeeds['change'] => {
    if (!right.may) return { allowed: false, why: findingView(right.finding) };
    const incoming = { guid: '', appType, appTime: later, contentHash: '' };
    const reception = receive(stored, incoming, handler.codes);
    return reception.act === 'refuse'
      ? { allowed: false, why: findingView(reception.finding) }
      : { allowed: true };
  };
  return { change: allowed('2'), withdraw: allowed('3'), declareAnew: allowed('1') };
}
