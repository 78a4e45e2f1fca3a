import type { Sender } from '#exchange';
import { chinaDay } from '#kernel';
import type { Database } from '#postgres';
import { type Delegations, wireDelegations } from '../../modules/delegations/wiring.ts';
import type { EnterpriseBook } from './enterprise-book.ts';

/** Who hands in messages: an enterprise of the register that may act today, with those it acts for. */
export function composeSenders(
  database: Database,
  enterprises: EnterpriseBook,
  now: () => Date,
): { delegations: Delegations; sender: (customsCode: string) => Promise<Sender | undefined> } {
  const delegations = wireDelegations({
    ...{ database, now, today: () => chinaDay(now().getTime()) },
    enterprises: (codes) => enterprises.parties(codes),
  });
  const sender = async (customsCode: string): Promise<Sender | undefined> => {
    const known = await enterprises.sender(customsCode);
    return known && { ...known, actsFor: await delegations.actsFor(known) };
  };
  return { delegations, sender };
}
