import { chinaDay, formatDecimal, parseDecimal, sum } from '#kernel';
import type { Database } from '#postgres';
import type { CodeLists } from '#registry';
import { type ParameterTable, parameterOn, rateOn } from '#tax';
import { type Bonded, wireBonded } from '../../modules/bonded/wiring.ts';
import { displayFollower } from '../../modules/display/wiring.ts';
import { type Gate, wireGate } from '../../modules/gate/wiring.ts';
import { loadModeCosts, openAdviserBook, wireModes } from '../../modules/modes/wiring.ts';
import { loadRefundRates } from '../../modules/refunds/wiring.ts';
import type { TaxBook } from '../../modules/tax/wiring.ts';
import { displayRules } from './display.ts';
import type { EnterpriseBook } from './enterprise-book.ts';
import type { ServerSettings } from './settings.ts';

export type Modes = ReturnType<typeof wireModes>;

/** Puts together the account books of bonded goods. */
export function composeBonded(
  database: Database,
  parameters: ParameterTable,
  parts: { readonly now: () => Date; readonly codeLists: CodeLists; readonly enterprises: EnterpriseBook },
): Bonded {
  const today = () => chinaDay(parts.now().getTime());
  return wireBonded({
    ...{ database, today, now: parts.now },
    isActive: async (code) => (await parts.enterprises.parties(new Set([code]))).get(code)?.active === true,
    isUnit: (code) => parts.codeLists.has('unit', code, today()),
    expiryWarningDays: () => Number(parameterOn(parameters, 'bonded.expiry_warning_days', today())?.value),
  });
}

/** Puts checklists, passes and the gate together. */
export function composeGate(
  { database, drawSecret }: Pick<ServerSettings, 'database' | 'drawSecret'>,
  parameters: ParameterTable,
  now: () => Date,
): Gate {
  return wireGate({
    follower: displayFollower((day) => displayRules(parameters, day)),
    ...{ database, now, secret: drawSecret },
    today: () => chinaDay(now().getTime()),
    rules: (day) => ({
      secondLine: new Set(parameterOn(parameters, 'bonded.second_line_transport', day)?.value.split(' ')),
      toleranceShare: rateOn(parameters, 'gate.weight_tolerance_share', day).value,
      toleranceKg: rateOn(parameters, 'gate.weight_tolerance_kg', day).value,
      samplingRate: rateOn(parameters, 'gate.sampling_rate', day).value,
      mostLists: Number(parameterOn(parameters, 'gate.most_lists', day)?.value),
    }),
  });
}

/** Puts the adviser on supervision modes together. */
export function composeModes(taxBook: Pick<TaxBook, 'parameters' | 'tariff'>, now: () => Date): Modes {
  const today = () => chinaDay(now().getTime());
  const [refunds, costs] = [loadRefundRates(), loadModeCosts()];
  return wireModes({
    today,
    // The tariff in force may change while the platform runs.
    book: () => openAdviserBook({ ...taxBook, refunds, costs }),
    district: () => parameterOn(taxBook.parameters, 'zone.customs_district', today())?.value ?? '',
  });
}

/** A pass as it is printed. */
export function printedPass(pass: Awaited<ReturnType<Gate['pass']>>) {
  const { tareKg, packingKg, goodsKg } = pass;
  return { ...pass, expectedKg: formatDecimal(sum([tareKg, packingKg, goodsKg].map(parseDecimal))) };
}
