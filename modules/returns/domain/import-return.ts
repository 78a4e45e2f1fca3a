import {
  add,
  addDays,
  type Bilingual,
  type Confidence,
  type Day,
  type Decimal,
  decimalOf,
  divideHalfUp,
  parseDecimal,
} from '#kernel';
import { type ParameterTable, type Rate, rateOn } from '#tax';

/** What became of goods that a buyer sends back. */
export interface ImportReturnFacts {
  readonly released: Day;
  readonly applied: Day;
  /** Day the goods were back at the site or zone they left; absent while they are on their way. */
  readonly arrived?: Day;
  /** Whether they are the goods that went out, unchanged; absent while nobody has looked. */
  readonly original?: boolean;
}

/** Why a return is refused. */
export type ReturnRefusal =
  | 'RETURN_BEFORE_RELEASE'
  | 'RETURN_WINDOW_30D'
  | 'RETURN_ARRIVAL_45D'
  | 'RETURN_NOT_ORIGINAL_GOODS';

/** `ACCEPT`: tax and allowance are given back. `PENDING`: in time so far, the goods are still awaited or unseen. */
export interface ImportReturnVerdict {
  readonly decision: 'ACCEPT' | 'PENDING' | 'REJECT';
  /** All reasons of a refusal, in the order of the steps. */
  readonly reasons: readonly ReturnRefusal[];
  /** Last days to apply and to be back, inclusive. */
  readonly applyBy: Day;
  readonly arriveBy: Day;
  readonly by: readonly [apply: Rate, arrive: Rate];
}

interface ReturnRule {
  readonly code: 'R-1.40';
  readonly sentence: Bilingual;
  readonly source: string;
  readonly confidence: Confidence;
  readonly from: Day;
}

/** The rule behind the windows of retail import returns. */
export const IMPORT_RETURN_RULE: ReturnRule = {
  code: 'R-1.40',
  sentence: {
    zh: '零售进口商品在放行之日起规定日数内可申请全部或部分退货，并在规定日数内原状运抵原监管场所；税款不予征收，个人年度交易累计金额相应调减。',
    en: 'Within set days of release all or part of a retail import may be sent back; if it is back at the site it left within set days, unchanged, its tax is not collected and the buyer’s yearly total is lowered.',
  },
  source: '海关总署公告2020年第45号',
  confidence: 'V',
  from: '2020-03-28',
};

const CENT = parseDecimal('0.01');

const wholeDays = (rate: Rate): number => Number(rate.value / decimalOf(1));

/**
 * Judges the return of goods of a retail import list by its windows and the state of the goods. The parameters are
 * those of the day of release.
 * @throws RangeError when no value of the parameters holds on that day (returns began on 2020-03-28).
 */
export function judgeImportReturn(facts: ImportReturnFacts, parameters: ParameterTable): ImportReturnVerdict {
  const apply = rateOn(parameters, 'import.return_apply_days', facts.released);
  const arrive = rateOn(parameters, 'import.return_arrive_days', facts.released);
  const applyBy = addDays(facts.released, wholeDays(apply));
  const arriveBy = addDays(facts.released, wholeDays(arrive));
  const reasons: ReturnRefusal[] = [];
  if (facts.applied < facts.released) reasons.push('RETURN_BEFORE_RELEASE');
  if (facts.applied > applyBy) reasons.push('RETURN_WINDOW_30D');
  if (facts.arrived !== undefined && facts.arrived > arriveBy) reasons.push('RETURN_ARRIVAL_45D');
  if (facts.original === false) reasons.push('RETURN_NOT_ORIGINAL_GOODS');
  const seen = facts.arrived !== undefined && facts.original !== undefined;
  const decision = reasons.length > 0 ? 'REJECT' : seen ? 'ACCEPT' : 'PENDING';
  return { decision, reasons, applyBy, arriveBy, by: [apply, arrive] };
}

/**
 * Whether the goods of a return are given up: its last day is past, and so are the days in which a site may still note
 * that they were back in time. By the parameters of the day of release.
 */
export function isOverdue(
  { releasedOn, arriveBy }: { readonly releasedOn: Day; readonly arriveBy: Day },
  today: Day,
  parameters: ParameterTable,
): boolean {
  return addDays(arriveBy, wholeDays(rateOn(parameters, 'import.return_note_days', releasedOn))) < today;
}

/** What a return gives back of one taxed line. CNY. */
export interface GivenBack {
  readonly tax: Decimal;
  readonly allowance: Decimal;
}

/** A line of goods as it was taxed, and how much of it comes back. */
export interface ReturnedLine {
  /** Quantity of the line as released, and the part of it that came back with earlier returns and with this one. */
  readonly quantity: Decimal;
  readonly returnedBefore: Decimal;
  readonly returned: Decimal;
  /** Tax and dutiable value of the whole line. CNY. */
  readonly tax: Decimal;
  readonly dutiableValue: Decimal;
}

/**
 * The part of an amount that belongs to a part of a quantity, to the cent (half up); never more than the amount, and
 * of the whole exactly the amount, which may end in less than a cent where costs were shared.
 */
function partOf(amount: Decimal, part: Decimal, whole: Decimal): bigint {
  if (part === whole) return amount;
  const rounded = divideHalfUp(amount * part, whole * CENT) * CENT;
  return rounded < amount ? rounded : amount;
}

/**
 * What is given back for a part of a line: the share of all that has come back by now, less what earlier returns gave
 * back, so that returns in parts add up to the line exactly, to the cent (D: by quantity).
 * @throws RangeError when more comes back than went out, or nothing does.
 */
export function givenBackOf(line: ReturnedLine): GivenBack {
  const after = add(line.returnedBefore, line.returned);
  if (line.returned <= 0n || after > line.quantity) {
    throw new RangeError('the returned quantity must be above zero and within what is left of the line');
  }
  const of = (amount: Decimal) =>
    (partOf(amount, after, line.quantity) - partOf(amount, line.returnedBefore, line.quantity)) as Decimal;
  return { tax: of(line.tax), allowance: of(line.dutiableValue) };
}
