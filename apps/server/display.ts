import { chinaDay, type Day, ZERO } from '#kernel';
import {
  dutyRateOf,
  generalTradeTax,
  type ParameterTable,
  parameterOn,
  rateOn,
  referenceOf,
  tariffLineOn,
} from '#tax';
import { type Display, type DisplayRules, wireDisplay } from '../../modules/display/wiring.ts';
import type { Gate } from '../../modules/gate/wiring.ts';
import type { TaxBook } from '../../modules/tax/wiring.ts';
import type { ServerSettings } from './settings.ts';

/** How often it is looked whose time on display is over. */
const LOOK_MS = 60_000;

/** How long goods may be on display, and how much of them, as it holds on a day. */
export const displayRules = (parameters: ParameterTable, day: Day): DisplayRules => ({
  mostDays: Number(parameterOn(parameters, 'display.most_days', day)?.value),
  mostProlongedDays: Number(parameterOn(parameters, 'display.most_prolonged_days', day)?.value),
  mostValue: rateOn(parameters, 'display.shop_value_cny', day).value,
});

/** Puts display shops together; their goods go through the gate and are sold by lists on its papers. */
export function composeDisplay(
  { database, sweepMs }: Pick<ServerSettings, 'database' | 'sweepMs'>,
  { parameters, tariff }: Pick<TaxBook, 'parameters' | 'tariff'>,
  { gate, now }: { readonly gate: Gate; readonly now: () => Date },
  fault: (error: unknown, what: string) => void,
): Display {
  return wireDisplay({
    ...{ database, now, today: () => chinaDay(now().getTime()), carry: gate.carry },
    rules: (day) => displayRules(parameters, day),
    taxOf: ({ gcode, value, quantity }, day) => {
      const line = tariffLineOn(tariff, gcode, day);
      if (line === undefined) return undefined;
      const rates = {
        hs: line.code,
        dutyRate: dutyRateOf(line),
        vatRate: line.vat,
        reference: referenceOf(line),
      };
      const { consumptionTax } = line;
      const goods = {
        ...rates,
        consumptionTax,
        gnum: 1,
        goodsValue: value,
        pieces: quantity,
        taxQuantity: quantity,
      };
      const costs = { freight: ZERO, insurance: ZERO, nonCashDeduction: ZERO, annualUsed: ZERO };
      return generalTradeTax({ ...costs, lines: [goods] }).taxTotal;
    },
    // Days are counted: tests need not ask as often as of what waits for milliseconds.
    lookMs: sweepMs === undefined ? LOOK_MS : sweepMs * 20,
    fault: (error) => fault(error, 'goods on display'),
  });
}
