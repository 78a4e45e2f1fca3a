import {
  type Bilingual,
  type Confidence,
  compare,
  type Day,
  type Decimal,
  holdsOn,
  isDay,
  parseDecimal,
} from '#kernel';
import { type Act, actNames, type Cause } from './acts.ts';

/** A reason an officer may give, for one period. */
export interface Reason extends Bilingual {
  readonly code: string;
  readonly act: Cause;
  /** returnStatus the list comes to stand at; empty where it stays where it is. */
  readonly status: string;
  /** Code of the receipt, of the code list `customs_result`. */
  readonly customsCode: string;
}

/** A row by which a second officer has to confirm, for one period. */
export interface FourEyesRule extends Bilingual {
  readonly code: string;
  readonly act: Act;
  /** Only for lists of this class of risk. */
  readonly riskClass?: string;
  /** Only for lists over this value, CNY. */
  readonly valueOver?: Decimal;
}

interface Dated {
  readonly from: Day;
  readonly to?: Day;
  readonly source: string;
  readonly confidence: Confidence;
}

/** The two tables officers decide by, through time. */
export interface DeskTables {
  reasonsOn(day: Day): readonly Reason[];
  fourEyesOn(day: Day): readonly FourEyesRule[];
}

/** A row of a table's CSV, by column name. */
export type Row = Readonly<Record<string, string>>;

/**
 * Reads `contracts/desk-reasons.csv` and `contracts/desk-four-eyes.csv`.
 * @throws RangeError when a row is unsound
 */
export function deskTables(reasonRows: readonly Row[], fourEyesRows: readonly Row[]): DeskTables {
  const reasons = reasonRows.map((row, at) => readReason(row, `row ${at + 2} of desk-reasons.csv`));
  const rules = fourEyesRows.map((row, at) => readRule(row, `row ${at + 2} of desk-four-eyes.csv`));
  return {
    reasonsOn: (day) => reasons.filter((reason) => holdsOn(reason, day)),
    fourEyesOn: (day) => rules.filter((rule) => holdsOn(rule, day)),
  };
}

function readReason(row: Row, where: string): Reason & Dated {
  const { act = '', status = '', customs_code: customsCode = '' } = row;
  const silent = act === 'ask' || act === 'undo';
  if (!silent && !isAct(act)) throw new RangeError(`${where} is of no act`);
  if ((status === '') !== silent) throw new RangeError(`${where} has no status for its act`);
  if (!/^\d+$/.test(customsCode)) throw new RangeError(`${where} has no code for the receipt`);
  return { ...common(row, where), act: act as Cause, status, customsCode };
}

function readRule(row: Row, where: string): FourEyesRule & Dated {
  const { act = '', risk_class: riskClass = '', value_over_cny: valueOver = '' } = row;
  if (!isAct(act)) throw new RangeError(`${where} is of no act`);
  if (!['', 'green', 'yellow', 'red'].includes(riskClass))
    throw new RangeError(`${where} has no class of risk`);
  return {
    ...{ ...common(row, where), act },
    ...(riskClass === '' ? {} : { riskClass }),
    ...(valueOver === '' ? {} : { valueOver: parseDecimal(valueOver) }),
  };
}

const isAct = (text: string): text is Act => (actNames as readonly string[]).includes(text);

function common(row: Row, where: string): Bilingual & Dated & { readonly code: string } {
  const { code = '', zh = '', en = '', from = '', to = '', source = '', confidence = '' } = row;
  if (code === '' || zh === '' || en === '') throw new RangeError(`${where} lacks its code or its name`);
  if (!isDay(from) || (to !== '' && !isDay(to))) throw new RangeError(`${where} has no days`);
  if (source === '' || !['V', 'H', 'M', 'L', 'D'].includes(confidence))
    throw new RangeError(`${where} has no source or no confidence`);
  return {
    ...{ code, zh, en, from, source },
    ...(to === '' ? {} : { to }),
    confidence: confidence as Confidence,
  };
}

/** What is known of a list where it is asked whether two officers have to decide. */
export interface Weighed {
  readonly riskClass: string | null;
  /** CNY, decimal text. */
  readonly dutiableValue: string | null;
}

/** The row by which a second officer has to confirm an act; undefined where one officer is enough. */
export function fourEyesFor(
  rules: readonly FourEyesRule[],
  act: Act,
  { riskClass, dutiableValue }: Weighed,
): FourEyesRule | undefined {
  return rules.find(
    (rule) =>
      rule.act === act &&
      (rule.riskClass === undefined || rule.riskClass === riskClass) &&
      // What has no value is not under it.
      (rule.valueOver === undefined ||
        dutiableValue === null ||
        compare(parseDecimal(dutiableValue), rule.valueOver) > 0),
  );
}
