import { randomUUID } from 'node:crypto';
import { type Day, parseDecimal } from '#kernel';
import type { Database } from '#postgres';
import { openAccounts } from '../storage/accounts.ts';
import { addInstrument, settleInstrument } from '../storage/instruments.ts';
import { postMovements } from '../storage/ledger.ts';

/**
 * Gives each of these enterprises one guarantee in cash, for demonstrations and tests; doing it again changes nothing.
 * @param given CNY, and the day it is valid from
 */
export async function fundAccounts(
  database: Database,
  guarantors: readonly string[],
  given: { readonly amount: string; readonly validFrom: Day },
): Promise<void> {
  const at = new Date(`${given.validFrom}T00:00:00+08:00`);
  const { amount, validFrom } = given;
  await database.transaction(async (client) => {
    await openAccounts(client, guarantors, '0', at);
    for (const guarantor of guarantors) {
      const instrumentId = randomUUID();
      const paper = { kind: 'cash' as const, paperNo: 'DEMO-CASH', issuer: '示例银行' };
      const proposed = { proposedBy: 'demo operator', proposedAt: at, validTo: null, validFrom, amount };
      if (!(await addInstrument(client, { ...paper, ...proposed, guarantor, instrumentId }))) continue;
      const settled = { state: 'in-force' as const, by: 'demo customs', at, reason: '' };
      await settleInstrument(client, { guarantor, instrumentId }, settled);
      const wish = { guarantor, amount: parseDecimal(amount), day: validFrom, by: 'demo customs' };
      await postMovements(client, [{ ...wish, cause: 'instrument', reference: instrumentId }], at);
    }
  });
}
