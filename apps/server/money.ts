import { chinaDay, type Day } from '#kernel';
import { parameterOn } from '#tax';
import type { Clearance } from '../../modules/clearance/wiring.ts';
import { type Guarantees, wireGuarantees } from '../../modules/guarantees/wiring.ts';
import { saidOfLists } from '../../modules/links/wiring.ts';
import type { TaxBook } from '../../modules/tax/wiring.ts';
import { type TaxBills, wireTaxBills } from '../../modules/taxbills/wiring.ts';
import { coverRows, coverTable } from './cover.ts';
import type { EnterpriseBook } from './enterprise-book.ts';
import { returnTime } from './lists.ts';
import type { ServerSettings } from './settings.ts';

interface Parts {
  readonly now: () => Date;
  readonly taxBook: TaxBook;
  readonly enterprises: EnterpriseBook;
  readonly clearance: Clearance;
  readonly receiptsWritten: (recipients: ReadonlySet<string>) => void;
}

export interface Money {
  readonly guarantees: Guarantees;
  readonly taxBills: TaxBills;
}

/** How often bills, guarantees and lists that wait for cover are looked at. */
const LOOK_MS = 5_000;

/** Puts guarantees and tax bills together. */
export function composeMoney(
  { database, customs, sweepMs, taxBills: set }: Omit<ServerSettings, 'port'>,
  { now, taxBook, enterprises, clearance, receiptsWritten }: Parts,
  fault: (error: unknown, what: string) => void,
): Money {
  const dayOf = (at: Date): Day => chinaDay(at.getTime());
  const today = () => dayOf(now());
  const guarantees = wireGuarantees({
    ...{ database, now, today, coverTable },
    isActive: async (code) => (await enterprises.parties(new Set([code]))).get(code)?.active === true,
    warnBelow: () => parameterOn(taxBook.parameters, 'guarantee.warn_below_cny', today())?.value ?? '0',
    covered: (guarantors) => taxBills.covered(guarantors),
  });
  const taxBills: TaxBills = wireTaxBills({
    ...{ database, now, returnTime, receiptsWritten, chinaDay: dayOf, taxSources: taxBook, coverRows },
    coverTable,
    saidByCustoms: (client, bills) => saidOfLists(client, 'customs', ['CEB816', 'CEB818'], bills),
    ...{ issues: customs === undefined, toldAfterMs: set?.toldAfterMs },
    reconsider: (client, lists) => clearance.reconsider(client, lists),
    guaranteesRound: () => guarantees.round(),
    lookMs: sweepMs ?? LOOK_MS,
    fault: (error) => fault(error, 'the tax bills'),
  });
  return { guarantees, taxBills };
}
