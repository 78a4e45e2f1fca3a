import { addDays, type Day, type Decimal } from '#kernel';
import type { RiskRuleTable } from '#risk';
import { type ParameterTable, parameterOn, rateOn, type TaxRules, type TaxTables, taxRulesOn } from '#tax';

/** Everything decisions are read from, by day. The same edition and day always give the same answer. */
export interface Rulebook {
  /** Digest of all deciding tables and all listed rules: two decisions under one edition followed the same law. */
  readonly edition: string;
  readonly tables: TaxTables;
  readonly risk: RiskRuleTable;
  /** Text that customs puts beside a result code (code list `customs_result`). */
  readonly resultText: (code: string) => string;
  taxRules(day: Day): TaxRules;
  /** CNY a person a calendar year. */
  annualLimit(day: Day): Decimal;
  /** How many days back the rules on a buyer's recent purchases look. */
  recentDays(day: Day): number;
  /** Waybill numbers used since this day may not come back. */
  waybillsSince(day: Day): Day;
  /** How long a list waits for its papers, milliseconds. */
  paperWaitMs(day: Day): number;
  /** What the rules on a list as a whole read. */
  listSettings(day: Day): ListSettings;
}

/** Figures of the rules on a list as a whole, as they hold on a day. */
export interface ListSettings {
  /** Supervision modes whose conditions are judged here. */
  readonly modesHandled: ReadonlySet<string>;
  /** CNY by which the tax withheld may differ from the tax due without a word. */
  readonly withheldTaxTolerance: Decimal;
}

function listSettingsOn(parameters: ParameterTable, day: Day): ListSettings {
  return {
    modesHandled: new Set(parameterOn(parameters, 'clearance.modes_handled', day)?.value.split('|')),
    withheldTaxTolerance: rateOn(parameters, 'clearance.withheld_tax_tolerance_cny', day).value,
  };
}

/** Asks once a day. */
function onceADay<Value>(ask: (day: Day) => Value): (day: Day) => Value {
  const known = new Map<Day, Value>();
  return (day) => {
    const value = known.get(day) ?? ask(day);
    known.set(day, value);
    return value;
  };
}

export interface RulebookParts {
  readonly edition: string;
  readonly tables: TaxTables;
  readonly parameters: ParameterTable;
  readonly risk: RiskRuleTable;
  readonly resultText: (code: string) => string;
}

/** Puts the tables together; what depends on the day alone is looked up once a day. */
export function rulebookOf(parts: RulebookParts): Rulebook {
  const { edition, tables, parameters, risk, resultText } = parts;
  const taxRules = onceADay((day) => taxRulesOn(parameters, day));
  const whole = (key: string, day: Day): number => Number(rateOn(parameters, key, day).value / 100_000n);
  return {
    edition,
    tables,
    risk,
    resultText,
    taxRules,
    annualLimit: (day) => taxRules(day).annualLimit.value,
    recentDays: (day) => whole('risk.recent_purchase_days', day),
    waybillsSince: (day) => addDays(day, -whole('waybill.number_unique_days', day)),
    paperWaitMs: (day) => whole('clearance.paper_wait_seconds', day) * 1000,
    listSettings: onceADay((day) => listSettingsOn(parameters, day)),
  };
}
