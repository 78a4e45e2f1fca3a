import { type Bilingual, type Dated, type Day, type Decimal, onDay, readDecimal } from '#kernel';
import { groupByKey, RowReader, rowDates, type TableRow } from './table-row.ts';

/** One dated value of a parameter of the rules, e.g. `import.single_limit_cny` = 5000 from 2019-01-01. */
export interface Parameter extends Dated<string> {
  readonly key: string;
  /** `CNY`, `ratio`, `day`, … */
  readonly unit: string;
  /** Code of the rule that sets it, e.g. `R-2.1`. */
  readonly rule: string;
  readonly name: Bilingual;
}

/** All values of all parameters, by key. */
export type ParameterTable = ReadonlyMap<string, readonly Parameter[]>;

/** A numeric parameter as it holds on a day. */
export interface Rate extends Omit<Parameter, 'value'> {
  readonly value: Decimal;
}

/**
 * Reads the rows of `contracts/parameters.csv`.
 * @throws RangeError naming the row and column that cannot be read.
 */
export function parseParameters(rows: readonly TableRow[]): ParameterTable {
  const parameters = rows.map((cells, index): Parameter => {
    const row = new RowReader('parameters.csv', index + 2, cells);
    return {
      key: row.text('key'),
      value: row.text('value'),
      unit: row.text('unit'),
      ...rowDates(row),
      rule: row.text('rule'),
      source: row.text('source'),
      confidence: row.confidence('confidence'),
      name: { zh: row.text('zh'), en: row.text('en') },
    };
  });
  return groupByKey(parameters, (parameter) => parameter.key);
}

/** The value of a parameter on a day; undefined when none holds. */
export function parameterOn(table: ParameterTable, key: string, day: Day): Parameter | undefined {
  return onDay(table.get(key) ?? [], day);
}

/**
 * A numeric parameter on a day.
 * @throws RangeError when none holds on the day, or its value is not a decimal.
 */
export function rateOn(table: ParameterTable, key: string, day: Day): Rate {
  const parameter = parameterOn(table, key, day);
  if (parameter === undefined) throw new RangeError(`no value of the parameter ${key} holds on ${day}`);
  const value = readDecimal(parameter.value);
  if (value === undefined) {
    throw new RangeError(`the parameter ${key} is "${parameter.value}" on ${day}, which is not a decimal`);
  }
  return { ...parameter, value };
}

/** What the retail import tax needs to know of the rules of one day. */
export interface TaxRules {
  readonly day: Day;
  /** CNY a transaction. */
  readonly singleLimit: Rate;
  /** CNY a person a calendar year. */
  readonly annualLimit: Rate;
  /** Share of the statutory VAT and consumption tax due within the limits. */
  readonly factor: Rate;
  /** Rate of duty within the limits. */
  readonly dutyWithinLimit: Rate;
}

/**
 * The rules of retail import tax on a day. Keep the result for the day: it is the same for every list.
 * @throws RangeError when the table holds no value for the day (the scheme began on 2016-04-08).
 */
export function taxRulesOn(table: ParameterTable, day: Day): TaxRules {
  return {
    day,
    singleLimit: rateOn(table, 'import.single_limit_cny', day),
    annualLimit: rateOn(table, 'import.annual_limit_cny', day),
    factor: rateOn(table, 'import.tax_factor', day),
    dutyWithinLimit: rateOn(table, 'import.duty_within_limit', day),
  };
}
