import { type Rates, RepeatStore, type Repeats, type RepeatTimes } from '#http';
import { chinaDay } from '#kernel';
import { parameterOn } from '#tax';
import type { TaxBook } from '../../modules/tax/wiring.ts';
import type { ServerSettings } from './settings.ts';

/** What the interface grants its callers on one day, from `contracts/parameters.csv`. */
interface InterfaceParameters extends RepeatTimes {
  readonly rates: Readonly<Record<Parameters<Rates>[0], number>>;
}

/** @throws RangeError when a parameter is missing or no number: the table is not sound */
function interfaceParameters(value: (key: string) => string | undefined): InterfaceParameters {
  const whole = (name: string): number => {
    const number = Number(value(`interface.${name}`) ?? Number.NaN);
    if (!Number.isSafeInteger(number) || number <= 0)
      throw new RangeError(`the parameter interface.${name} is no whole number above zero`);
    return number;
  };
  return {
    rates: {
      public: whole('public_a_minute'),
      read: whole('read_a_minute'),
      write: whole('write_a_minute'),
      reveal: whole('reveal_a_minute'),
      outward: whole('outward_a_minute'),
    },
    keptMs: whole('repeat_kept_hours') * 3_600_000,
    lostMs: whole('repeat_lost_seconds') * 1000,
  };
}

/** Limits of the interface and its promise about repeats; the parameters of today must be there. */
export function composeInterface(
  { database, rates }: Pick<ServerSettings, 'database' | 'rates'>,
  table: TaxBook['parameters'],
  now: () => Date,
): { readonly rates: Rates; readonly repeats: Repeats } {
  let read: { day: string; parameters: InterfaceParameters } | undefined;
  const today = (): InterfaceParameters => {
    const day = chinaDay(now().getTime());
    if (read?.day !== day)
      read = { day, parameters: interfaceParameters((key) => parameterOn(table, key, day)?.value) };
    return read.parameters;
  };
  today();
  return {
    rates: rates ?? ((kind) => ({ requests: today().rates[kind], seconds: 60 })),
    repeats: { store: new RepeatStore(database), times: today, now },
  };
}
