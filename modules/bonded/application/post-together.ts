import { Problem } from '#http';
import type { Client } from '#postgres';
import { bondedFinding } from '../domain/findings.ts';
import type { MovementWish } from '../domain/movement.ts';
import { postMovements } from '../storage/ledger.ts';

/**
 * Posts movements that stand or fall together, in the caller's transaction.
 * @throws Problem 409 with the findings of those that are refused: the caller's transaction must not be committed
 */
export async function postTogether(client: Client, wishes: readonly MovementWish[], at: Date): Promise<void> {
  const posted = await postMovements(client, wishes, at);
  const findings = posted.flatMap((one) =>
    one.outcome === 'refused'
      ? [bondedFinding(one.refusal, `${one.wish.bookNo}/${one.wish.itemNo}`, one.there)]
      : [],
  );
  if (findings.length > 0)
    throw new Problem(
      409,
      'BOOK-REFUSES',
      { zh: '账册不能这样记账，见 findings', en: 'The book does not allow it: see findings' },
      findings,
    );
}
