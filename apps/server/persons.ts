import { chinaDay, yearOf } from '#kernel';
import { personsParameters } from '#persons';
import { parameterOn } from '#tax';
import { sentOfListsBy } from '../../modules/agencies/wiring.ts';
import { loadRetention, type Persons, wirePersons } from '../../modules/persons/wiring.ts';
import type { TaxBook } from '../../modules/tax/wiring.ts';
import type { EnterpriseBook } from './enterprise-book.ts';
import type { ServerSettings } from './settings.ts';

/** Puts together what is asked about persons; the parameters of today must be there. */
export function composePersons(
  { database }: Pick<ServerSettings, 'database'>,
  table: TaxBook['parameters'],
  { now, enterprises }: { readonly now: () => Date; readonly enterprises: EnterpriseBook },
): Persons {
  const today = () => chinaDay(now().getTime());
  const value = (key: string): string | undefined => parameterOn(table, key, today())?.value;
  personsParameters(value);
  return wirePersons({
    ...{ database, now },
    yearOf: (at) => yearOf(chinaDay(at.getTime())),
    yearlyLimit: () => value('import.annual_limit_cny') ?? '',
    parameters: () => personsParameters(value),
    retention: loadRetention(),
    sentOf: sentOfListsBy((at) => chinaDay(at.getTime())),
    enterpriseNames: async (codes) =>
      new Map([...(await enterprises.find(new Set(codes)))].map(([code, { name }]) => [code, name])),
  });
}
