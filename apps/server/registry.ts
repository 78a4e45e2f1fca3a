import { chinaDay } from '#kernel';
import type { CodeLists } from '#registry';
import { parameterOn } from '#tax';
import { type Registry, wireRegistry } from '../../modules/registry/wiring.ts';
import type { TaxBook } from '../../modules/tax/wiring.ts';
import type { EnterpriseBook } from './enterprise-book.ts';
import type { ServerSettings } from './settings.ts';

/** Puts the register together; the parameters of today must be there. */
export function composeRegistry(
  { database }: Pick<ServerSettings, 'database'>,
  table: TaxBook['parameters'],
  parts: { readonly now: () => Date; readonly codeLists: CodeLists; readonly enterprises: EnterpriseBook },
  fault: (error: unknown, what: string) => void,
): Registry {
  const { now, codeLists, enterprises } = parts;
  const number = (key: string): number => {
    const value = Number(parameterOn(table, key, chinaDay(now().getTime()))?.value);
    if (!Number.isSafeInteger(value)) throw new Error(`parameter ${key} holds no number today`);
    return value;
  };
  return wireRegistry({
    ...{ database, now, codeLists },
    noticeDays: () => [number('registry.expiry_notice_days'), number('registry.expiry_last_notice_days')],
    publicLimits: () => ({
      hourly: number('registry.public_hourly'),
      openOfOneCode: number('registry.public_open_of_code'),
    }),
    changed: () => enterprises.forget(),
    fault: (error) => fault(error, 'the register'),
  });
}
