import { type Bilingual, type Confidence, type Day, type Decimal, holdsOn, readDecimal } from '#kernel';
import { type ParameterTable, parameterOn } from '#tax';

/** What is known of a case: yes or no, a choice or text, an amount. What is absent is unknown. */
export type Facts = Readonly<Record<string, boolean | string | Decimal | undefined>>;

/** What one row asks of one fact; figures and dated flags are named, so that the rules of the day decide. */
export type Condition =
  | { readonly fact: string; readonly is: boolean | string | readonly string[] }
  | { readonly fact: string; readonly atMost: string }
  | { readonly fact: string; readonly above: string }
  | { readonly parameter: string; readonly is: string };

/** One row: when all its conditions hold on a day of its dates, its outcome follows. */
export interface Row<Outcome> {
  readonly code: string;
  /** The rule it comes from, e.g. `R-1.22`. */
  readonly rule: string;
  readonly source: string;
  readonly confidence: Confidence;
  readonly from: Day;
  /** Last day it holds, inclusive. */
  readonly to?: Day;
  readonly sentence: Bilingual;
  readonly when: readonly Condition[];
  readonly outcome: Outcome;
}

/** Whether a row holds: `unknown` where nothing speaks against it but facts are missing. */
export type Holds = 'yes' | 'no' | 'unknown';

export interface Considered<Outcome> {
  readonly row: Row<Outcome>;
  readonly holds: Holds;
  /** Facts that speak against it, and facts that are missing, by name. */
  readonly against: readonly string[];
  readonly missing: readonly string[];
}

export interface RulesOfDay {
  readonly day: Day;
  readonly parameters: ParameterTable;
}

function compares(
  value: Facts[string],
  key: string,
  { day, parameters }: RulesOfDay,
): -1 | 0 | 1 | undefined {
  const limit = readDecimal(parameterOn(parameters, key, day)?.value ?? '');
  if (typeof value !== 'bigint' || limit === undefined) return undefined;
  return value < limit ? -1 : value > limit ? 1 : 0;
}

function conditionHolds(condition: Condition, facts: Facts, rules: RulesOfDay): Holds {
  if ('parameter' in condition) {
    return parameterOn(rules.parameters, condition.parameter, rules.day)?.value === condition.is
      ? 'yes'
      : 'no';
  }
  const value = facts[condition.fact];
  if (value === undefined) return 'unknown';
  if ('is' in condition) {
    const { is } = condition;
    return (Array.isArray(is) ? is.includes(value) : is === value) ? 'yes' : 'no';
  }
  const order = compares(value, 'atMost' in condition ? condition.atMost : condition.above, rules);
  if (order === undefined) return 'unknown';
  return ('atMost' in condition ? order <= 0 : order > 0) ? 'yes' : 'no';
}

const nameOf = (condition: Condition): string =>
  'parameter' in condition ? condition.parameter : condition.fact;

/** How one row stands, whatever the others say. */
export function consider<Outcome>(row: Row<Outcome>, facts: Facts, rules: RulesOfDay): Considered<Outcome> {
  const stand = row.when.map((condition) => ({
    name: nameOf(condition),
    holds: conditionHolds(condition, facts, rules),
  }));
  const named = (holds: Holds) => [
    ...new Set(stand.filter((one) => one.holds === holds).map(({ name }) => name)),
  ];
  const against = named('no');
  const missing = named('unknown');
  const holds = against.length > 0 ? 'no' : missing.length > 0 ? 'unknown' : 'yes';
  return { row, holds, against, missing };
}

export interface Decided<Outcome> {
  /** The outcome; absent while facts are missing that could change it, or when no row holds. */
  readonly outcome?: Outcome;
  /** The row that decided. */
  readonly by?: Row<Outcome>;
  /** Facts without which the table cannot be read to its end, by name. */
  readonly missing: readonly string[];
  /** Every row of the day in the order of the table up to the one that decided. */
  readonly considered: readonly Considered<Outcome>[];
}

/**
 * Reads a table from the top: the first row that holds decides. Where a row above it could still hold, nothing is
 * decided and the facts it lacks are named.
 */
export function decide<Outcome>(
  table: readonly Row<Outcome>[],
  facts: Facts,
  rules: RulesOfDay,
): Decided<Outcome> {
  const considered: Considered<Outcome>[] = [];
  const missing = new Set<string>();
  for (const row of table) {
    if (!holdsOn(row, rules.day)) continue;
    const stand = consider(row, facts, rules);
    considered.push(stand);
    if (stand.holds === 'unknown') for (const name of stand.missing) missing.add(name);
    if (stand.holds !== 'yes') continue;
    if (missing.size === 0) return { outcome: row.outcome, by: row, missing: [], considered };
    break;
  }
  return { missing: [...missing], considered };
}
