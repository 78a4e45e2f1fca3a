import {
  type Bilingual,
  compare,
  type DatedRow,
  type Day,
  type Decimal,
  holdsOn,
  parseDecimal,
  type Row,
  readDatedRow,
} from '#kernel';

/** A row by which a second officer has to confirm an act, for one period. */
export interface FourEyesRule<Act extends string> extends Bilingual {
  readonly code: string;
  readonly act: Act;
  /** Only for lists of this class of risk. */
  readonly riskClass?: string;
  /** Only for lists over this value, CNY. */
  readonly valueOver?: Decimal;
}

/** The rows that hold on a day. */
export type FourEyesOn<Act extends string> = (day: Day) => readonly FourEyesRule<Act>[];

/** What a table may speak of. */
interface Words<Act extends string> {
  /** Name of the file, for whoever has to mend it. */
  readonly file: string;
  readonly acts: readonly Act[];
  /** Classes of risk its lists have; none where they are not classed. */
  readonly riskClasses: readonly string[];
}

/**
 * Reads a table of acts that take two officers: `contracts/desk-four-eyes.csv`, `contracts/export-four-eyes.csv`.
 * @throws RangeError when a row is unsound
 */
export function readFourEyes<Act extends string>(rows: readonly Row[], words: Words<Act>): FourEyesOn<Act> {
  const rules = rows.map((row, at) => readRule(row, words, `row ${at + 2} of ${words.file}`));
  return (day) => rules.filter((rule) => holdsOn(rule, day));
}

function readRule<Act extends string>(
  row: Row,
  { acts, riskClasses }: Words<Act>,
  where: string,
): FourEyesRule<Act> & DatedRow {
  const { risk_class: riskClass = '', value_over_cny: valueOver = '' } = row;
  const act = acts.find((one) => one === row.act);
  if (act === undefined) throw new RangeError(`${where} is of no act`);
  if (riskClass !== '' && !riskClasses.includes(riskClass))
    throw new RangeError(`${where} has no class of risk`);
  return {
    ...{ ...readDatedRow(row, where), act },
    ...(riskClass === '' ? {} : { riskClass }),
    ...(valueOver === '' ? {} : { valueOver: parseDecimal(valueOver) }),
  };
}

/** What is known of a list where it is asked whether two officers have to decide. */
export interface Weighed {
  /** Null where it is not classed. */
  readonly riskClass: string | null;
  /** CNY, decimal text; null where it is not known. */
  readonly value: string | null;
}

/** The row by which a second officer has to confirm an act; undefined where one officer is enough. */
export function fourEyesFor<Act extends string>(
  rules: readonly FourEyesRule<Act>[],
  act: Act,
  { riskClass, value }: Weighed,
): FourEyesRule<Act> | undefined {
  return rules.find(
    (rule) =>
      rule.act === act &&
      (rule.riskClass === undefined || rule.riskClass === riskClass) &&
      // What has no value is not under it.
      (rule.valueOver === undefined || value === null || compare(parseDecimal(value), rule.valueOver) > 0),
  );
}
