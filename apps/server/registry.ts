import type { Sender } from '#exchange';
import { chinaDay, type Day } from '#kernel';
import type { CodeLists, TariffLookup } from '#registry';
import { parameterOn, type Tariff, tariffLineOn } from '#tax';
import type { AccessParts } from '../../modules/access/wiring.ts';
import { type Registry, wireRegistry } from '../../modules/registry/wiring.ts';
import type { TaxBook } from '../../modules/tax/wiring.ts';
import type { EnterpriseBook } from './enterprise-book.ts';
import type { ServerSettings } from './settings.ts';
import { editableTables, type Tables } from './tables.ts';

/** Puts the register together; the parameters of today must be there. */
export function composeRegistry(
  { database }: Pick<ServerSettings, 'database'>,
  taxBook: Pick<TaxBook, 'parameters' | 'tariff'>,
  parts: {
    readonly now: () => Date;
    readonly codeLists: CodeLists;
    readonly enterprises: EnterpriseBook;
    readonly tables: Tables;
    readonly access: AccessParts;
    readonly sender: (customsCode: string) => Promise<Sender | undefined>;
  },
  fault: (error: unknown, what: string) => void,
): Registry {
  const { now, codeLists, enterprises } = parts;
  const number = (key: string): number => {
    const value = Number(parameterOn(taxBook.parameters, key, chinaDay(now().getTime()))?.value);
    if (!Number.isSafeInteger(value)) throw new Error(`parameter ${key} holds no number today`);
    return value;
  };
  return wireRegistry({
    ...{ database, now, codeLists },
    tables: {
      names: editableTables,
      refresh: () => parts.tables.refresh(),
      rows: (name) => parts.tables.rows(name),
      read: (name, rows) => parts.tables.read(name, rows),
    },
    tariff: (gcode, day) => tariffFacts(taxBook.tariff, gcode, day),
    noticeDays: () => [number('registry.expiry_notice_days'), number('registry.expiry_last_notice_days')],
    publicLimits: () => ({
      hourly: number('registry.public_hourly'),
      openOfOneCode: number('registry.public_open_of_code'),
    }),
    photoLimits: () => ({
      most: number('registry.photos_most'),
      mostBytes: number('registry.photo_most_bytes'),
      mostPixels: number('registry.photo_most_pixels'),
    }),
    who: parts.access.who,
    changed: () => enterprises.forget(),
    mayAct: async (customsCode) => (await parts.sender(customsCode)) !== undefined,
    fault: (error) => fault(error, 'the register'),
  });
}

/** What the tariff of a day says of a code, as the register asks for it. */
export function tariffFacts(tariff: Tariff, gcode: string, day: Day): ReturnType<TariffLookup> {
  const line = tariffLineOn(tariff, gcode, day);
  if (!line) return undefined;
  const { name, unit1, unit2, positiveList, positiveFrom, positiveTo, bondedOnly } = line;
  const inTime =
    (positiveFrom === undefined || positiveFrom <= day) && (positiveTo === undefined || day <= positiveTo);
  return {
    ...{ name, unit1, bondedOnly, positive: positiveList === 'yes' && !inTime ? 'no' : positiveList },
    ...(unit2 === undefined ? {} : { unit2 }),
  };
}
