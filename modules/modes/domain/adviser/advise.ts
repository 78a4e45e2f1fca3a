import { compare, type Day, type Decimal, holdsOn, sum } from '#kernel';
import { type ParameterTable, parameterOn } from '#tax';
import { b2bOpening } from '../b2b-open.ts';
import { type Considered, consider, type Facts } from '../decision-table.ts';
import { exportFinish, type Finish } from '../export-finish.ts';
import type { ModeCosts, Paper, Step } from './costs.ts';
import { ADVISED_MODES, BONDED_A_SINCE, CRITERIA } from './criteria.ts';
import type { Criterion, ModeCode } from './criterion.ts';
import type { Question } from './question.ts';
import {
  type AdviserRates,
  type ExportTax,
  exportTax,
  type ImportTax,
  importTax,
  withinLimits,
} from './taxes.ts';

/** Everything advice rests on. */
export interface AdviserBook extends AdviserRates {
  readonly costs: ModeCosts;
}

/** One mode, as it stands for the question. */
export interface ModeAdvice {
  readonly mode: ModeCode;
  readonly verdict: 'lawful' | 'unlawful' | 'undecided';
  /** Every criterion of the mode, as it stands. */
  readonly criteria: readonly Considered<Criterion>[];
  /** How an export by this mode is finished; absent for imports and where facts are missing. */
  readonly finish?: Finish;
  readonly importTax?: ImportTax;
  readonly exportTax?: ExportTax;
  readonly papers: readonly Paper[];
  readonly steps: readonly Step[];
  readonly hours: Decimal;
}

export interface Advice {
  readonly day: Day;
  /** The lawful modes first, the one advised at their head; then the undecided ones, then the others. */
  readonly modes: readonly ModeAdvice[];
  readonly advised?: ModeCode;
  /** Facts that would decide modes which are undecided, by name. */
  readonly missing: readonly string[];
}

const WAREHOUSE_KEY = 'export.overseas_wh_registration_required';

function warehouseFiled(question: Question, parameters: ParameterTable): boolean | undefined {
  const required = parameterOn(parameters, WAREHOUSE_KEY, question.day)?.value;
  return required === 'false' ? true : question.warehouseFiled;
}

/** Licences are met where none is needed or the needed one is at hand. */
function licenceMet({ licence, licenceHeld }: Question): boolean | undefined {
  return licence === false ? true : licence === undefined && licenceHeld !== true ? undefined : licenceHeld;
}

function factsOf(question: Question, rates: AdviserRates): Facts {
  const line = question.goods.hs === undefined ? undefined : rates.lineOn(question.goods.hs, question.day);
  const listed = line?.positiveList;
  return {
    ...(({ goods: _goods, ...plain }) => plain)(question),
    value: question.goods.value,
    positiveList: listed === 'yes' ? true : listed === 'no' ? false : undefined,
    bondedOnly: line?.bondedOnly,
    withinLimits: question.direction === 'import' ? withinLimits(question, rates) : undefined,
    licenceMet: licenceMet(question),
    importer: question.importer ?? (question.buyer === 'firm' ? question.registered : undefined),
    b2bOpen:
      question.district === undefined ? undefined : b2bOpening(question.day, question.district) !== undefined,
    bondedAInUse: question.day >= BONDED_A_SINCE,
    warehouseFiled: warehouseFiled(question, rates.parameters),
    marketPurchase: question.marketPurchase ?? false,
    borderTrade: question.borderTrade ?? false,
  };
}

function verdictOf(criteria: readonly Considered<Criterion>[]): ModeAdvice['verdict'] {
  if (criteria.some(({ holds }) => holds === 'no')) return 'unlawful';
  return criteria.every(({ holds }) => holds === 'yes') ? 'lawful' : 'undecided';
}

function papersOf(
  question: Question,
  mode: ModeCode,
  finish: Finish | undefined,
  costs: ModeCosts,
): readonly Paper[] {
  const byList = finish?.route === 'CBEC_LIST_OR_DECLARATION';
  const needed: Record<Paper['when'], boolean> = {
    always: true,
    refund: question.refund === true,
    licence: question.licence === true,
    list: byList,
    declaration: finish?.route === 'DECLARATION',
    declared: finish?.route === 'LIST_RELEASE_SUMMARY_DECLARATION',
  };
  return costs.papers.filter(
    (paper) => paper.mode === mode && paper.direction === question.direction && needed[paper.when],
  );
}

function adviceOn(mode: ModeCode, question: Question, facts: Facts, book: AdviserBook): ModeAdvice {
  const rules = { day: question.day, parameters: book.parameters };
  const criteria = CRITERIA.filter(
    (row) =>
      row.outcome.mode === mode && row.outcome.direction === question.direction && holdsOn(row, question.day),
  ).map((row) => consider(row, facts, rules));
  const isExport = question.direction === 'export';
  const finish = isExport
    ? exportFinish(
        { ...facts, mode, refund: question.refund ?? false, exportDuty: question.exportDuty ?? false },
        rules,
      ).outcome
    : undefined;
  const steps = book.costs.steps.filter(
    (step) => step.mode === mode && step.direction === question.direction,
  );
  const tax = isExport ? undefined : importTax(mode, question, book);
  return {
    mode,
    verdict: verdictOf(criteria),
    criteria,
    ...(finish === undefined ? {} : { finish }),
    ...(tax === undefined ? {} : { importTax: tax }),
    ...(isExport ? { exportTax: exportTax(mode, question, finish, book) } : {}),
    papers: papersOf(question, mode, finish, book.costs),
    steps,
    hours: sum(steps.map(({ hours }) => hours)),
  };
}

const RANK: Readonly<Record<ModeAdvice['verdict'], number>> = { lawful: 0, undecided: 1, unlawful: 2 };

/** What tells lawful modes apart: the refund that is wanted, tax, and the e-commerce mode before the others. */
function better(question: Question): (left: ModeAdvice, right: ModeAdvice) => number {
  const order = ADVISED_MODES[question.direction];
  const wanted = (advice: ModeAdvice) =>
    question.refund === true && advice.exportTax?.route !== 'refund' ? 1 : 0;
  const tax = (advice: ModeAdvice) => advice.importTax?.total ?? advice.exportTax?.burden ?? (0n as Decimal);
  const place = (advice: ModeAdvice) => order.indexOf(advice.mode);
  return (left, right) => {
    const verdict = RANK[left.verdict] - RANK[right.verdict];
    if (verdict !== 0 || left.verdict !== 'lawful') return verdict || place(left) - place(right);
    return wanted(left) - wanted(right) || compare(tax(left), tax(right)) || place(left) - place(right);
  };
}

/**
 * Which modes are lawful for a trade under the rules of its day, what each costs in tax, papers and time, and why.
 * Pure: the same question and tables give the same advice.
 */
export function advise(question: Question, book: AdviserBook): Advice {
  const facts = factsOf(question, book);
  const modes = ADVISED_MODES[question.direction]
    .map((mode) => adviceOn(mode, question, facts, book))
    .sort(better(question));
  const undecided = modes.filter(({ verdict }) => verdict === 'undecided');
  const missing = new Set(undecided.flatMap(({ criteria }) => criteria.flatMap((one) => one.missing)));
  const [first] = modes;
  return {
    day: question.day,
    modes,
    ...(first?.verdict === 'lawful' ? { advised: first.mode } : {}),
    missing: [...missing],
  };
}
