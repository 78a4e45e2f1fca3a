import { Problem } from '#http';
import { record } from '#journal';
import { add, addDays, addMonths, parseDecimal, sum } from '#kernel';
import { type ReliefSums, reliefsBetween } from '#reliefs';
import {
  type Account,
  type AccountDay,
  accountDays,
  accountOf,
  accountsPage,
  balanceBefore,
  type Difference,
  differences,
  type MonthSums,
  type MovementRow,
  movementsPage,
  newlyLow,
  setWarning,
  sumsBetween,
} from '../storage/accounts.ts';
import { type Instrument, instrumentsPage } from '../storage/instruments.ts';
import type { GuaranteePorts } from './ports.ts';

type Ports = Pick<GuaranteePorts, 'database' | 'today' | 'now'>;

/** An account of the party's, or of the zone where none is named. @throws Problem 404 */
export async function accountFor(
  { database }: Ports,
  guarantor: string,
  party: string | undefined,
): Promise<Account> {
  const shown = party === undefined || party === guarantor;
  const account = shown ? await accountOf(database.readers, guarantor) : undefined;
  // Somebody else's account is answered like one that is not there.
  if (!account)
    throw new Problem(404, 'COVER-ACCOUNT-NOT-FOUND', {
      zh: `没有 ${guarantor} 的担保账户`,
      en: `There is no guarantee account of ${guarantor}`,
    });
  return account;
}

export const accountsAfter = (
  { database }: Ports,
  wish: Parameters<typeof accountsPage>[1],
): Promise<Account[]> => accountsPage(database.readers, wish);

export const movementsBefore = (
  { database }: Ports,
  wish: Parameters<typeof movementsPage>[1],
): Promise<MovementRow[]> => movementsPage(database.readers, wish);

export const instrumentsBefore = (
  { database }: Ports,
  wish: Parameters<typeof instrumentsPage>[1],
): Promise<Instrument[]> => instrumentsPage(database.readers, wish);

/** How an account went these days. */
export const daysOf = ({ database, today }: Ports, guarantor: string, days: number): Promise<AccountDay[]> =>
  accountDays(database.readers, guarantor, addDays(today(), -days));

/** A month of an account: what there was, what moved it, what there is. */
export interface Statement {
  readonly guarantor: string;
  readonly month: string;
  readonly opening: { readonly available: string; readonly reserved: string };
  readonly lines: readonly MonthSums[];
  /** Tax of lists released in the month that no cover was asked for, by row of the table. */
  readonly reliefs: readonly ReliefSums[];
  readonly closing: { readonly available: string; readonly reserved: string };
}

/**
 * The statement of a month. Its closing balance is what the ledger says and is never worked out from its lines: where the
 * two differ, the ledger is broken, and no statement is given out.
 */
export async function statementOf({ database }: Ports, guarantor: string, month: string): Promise<Statement> {
  const [from, before] = [`${month}-01`, addMonths(`${month}-01`, 1)];
  return database.readers.transaction(async (client) => {
    // As of one moment: what is written meanwhile is in all of it or in none.
    await client.run('set transaction isolation level repeatable read');
    const opening = await balanceBefore(client, guarantor, from);
    const closing = await balanceBefore(client, guarantor, before);
    const lines = await sumsBetween(client, guarantor, from, before);
    for (const name of ['available', 'reserved'] as const) {
      const moved = sum(lines.map((line) => parseDecimal(line[name])));
      if (add(parseDecimal(opening[name]), moved) !== parseDecimal(closing[name]))
        throw new Error(`the account of ${guarantor} is not the sum of its movements in ${month}`);
    }
    const reliefs = await reliefsBetween(client, guarantor, from, before);
    return { guarantor, month, opening, lines, reliefs, closing };
  });
}

/** Accounts that are not what their movements come to. */
export const reconcile = ({ database }: Ports): Promise<Difference[]> => differences(database.readers);

/** Sets below which amount the enterprise is warned. */
export async function warnBelow(
  ports: Ports,
  account: Account,
  amount: string,
  by: string,
): Promise<Account> {
  const { guarantor } = account;
  await ports.database.transaction(async (client) => {
    await setWarning(client, guarantor, amount);
    const body = { guarantor, warnBelow: amount, by };
    await record(client, [{ at: ports.now(), kind: 'guarantee-warning-set', subject: guarantor, body }]);
  });
  return { ...account, warnBelow: amount };
}

/** Warns enterprises whose free cover has fallen below what they set, once until there is enough again. */
export async function warnOfLow({ database, now }: Ports): Promise<void> {
  const at = now();
  await database.transaction(async (client) => {
    const low = await newlyLow(client, at);
    if (low.length === 0) return;
    await record(
      client,
      low.map((one) => ({
        ...{ at, kind: 'guarantee-low', subject: one.guarantor },
        body: { enterprise: one.guarantor, ...one },
      })),
    );
  });
}

export type { Account } from '../storage/accounts.ts';
export type { Instrument } from '../storage/instruments.ts';
