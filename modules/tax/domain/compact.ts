import { type Day, type Decimal, formatDecimal, ONE, parseDecimal, sum, ZERO } from '#kernel';
import { totals } from './assess.ts';
import type { RejectReason, TaxAssessment, TaxedLine, ValuedLine, YearlyWeight } from './assessment.ts';
import type { ConsumptionTax, TaxUnit } from './consumption-tax.ts';
import { NO_CONSUMPTION_TAX } from './consumption-tax.ts';
import type { Parameter, ParameterTable, Rate, TaxRules } from './parameters.ts';
import { referenceOf, type Tariff, type TariffLine } from './tariff.ts';

/**
 * The form in which an assessment is kept: every figure, and for every parameter and rate the first day it holds,
 * by which its source is found again in the tables. Amounts are exact decimal texts, fields parted by `|`:
 * - `rules`: single limit, annual limit, factor, duty within the limit, each `value@from`;
 * - `order`: freight | insurance | non-cash deduction | used of the year before;
 * - a line: gnum | hs | goods value | cost share | pieces | duty rate | VAT rate | consumption tax (its fields
 *   parted by `:`) | tax quantity | tariff line's `from` | yearly weight `limit:kg:used`, and when taxed
 *   | duty applied | duty | born rate | born amount | consumption tax statutory | due | VAT statutory | due.
 */
interface Stored {
  readonly v: 1;
  readonly day: Day;
  readonly decision: TaxAssessment['decision'];
  readonly reasons?: readonly RejectReason[];
  readonly rules: string;
  readonly order: string;
  readonly lines: readonly string[];
}

/** The tables in which sources are looked up when an assessment is read again. */
export interface SourceTables {
  readonly parameters: ParameterTable;
  readonly tariff: Tariff;
}

const RULE_KEYS: Readonly<Record<Exclude<keyof TaxRules, 'day'>, string>> = {
  singleLimit: 'import.single_limit_cny',
  annualLimit: 'import.annual_limit_cny',
  factor: 'import.tax_factor',
  dutyWithinLimit: 'import.duty_within_limit',
};

const plain = formatDecimal;

function storeConsumptionTax(tax: ConsumptionTax): string {
  switch (tax.type) {
    case 'none':
      return 'none';
    case 'av':
      return `av:${plain(tax.rate)}`;
    case 'av_if_unit':
      return `av_if_unit:${tax.unit}:${plain(tax.rate)}:${plain(tax.min)}${tax.minPiece === undefined ? '' : `:${plain(tax.minPiece)}`}`;
    case 'specific':
      return `specific:${tax.unit}:${plain(tax.per)}`;
    case 'compound':
      return `compound:${tax.unit}:${plain(tax.rate)}:${plain(tax.per)}`;
    case 'specific_tier':
      return `specific_tier:${tax.unit}:${plain(tax.min)}:${plain(tax.high)}:${plain(tax.low)}`;
  }
}

function readConsumptionTax(text: string): ConsumptionTax {
  const [type, unitOrRate = '', ...figures] = text.split(':');
  if (type === 'none') return NO_CONSUMPTION_TAX;
  if (type === 'av') return { type, rate: parseDecimal(unitOrRate) };
  const unit = unitOrRate as TaxUnit;
  const [first = ZERO, second = ZERO, third = ZERO] = figures.map(parseDecimal);
  if (type === 'specific') return { type, unit, per: first };
  if (type === 'compound') return { type, unit, rate: first, per: second };
  if (type === 'av_if_unit') {
    return { type, unit, rate: first, min: second, ...(figures.length > 2 ? { minPiece: third } : {}) };
  }
  if (type === 'specific_tier') return { type, unit, min: first, high: second, low: third };
  throw new RangeError(`"${text}" is not a stored consumption tax`);
}

function storeWeight(weight: YearlyWeight | undefined): string {
  return weight === undefined ? '' : `${plain(weight.limit)}:${plain(weight.kg)}:${plain(weight.usedKg)}`;
}

function readWeight(text: string): { yearlyWeight?: YearlyWeight } {
  if (text === '') return {};
  const [limit = ZERO, kg = ZERO, usedKg = ZERO] = text.split(':').map(parseDecimal);
  return { yearlyWeight: { limit, kg, usedKg } };
}

function storeValued(line: ValuedLine): string {
  const amounts = `${plain(line.goodsValue)}|${plain(line.costShare)}|${plain(line.pieces)}`;
  const rates = `${plain(line.dutyRate)}|${plain(line.vatRate)}|${storeConsumptionTax(line.consumptionTax)}`;
  const rest = `${plain(line.taxQuantity)}|${line.reference.from ?? ''}|${storeWeight(line.yearlyWeight)}`;
  return `${line.gnum}|${line.hs}|${amounts}|${rates}|${rest}`;
}

function storeTaxed(line: TaxedLine): string {
  const duty = `${plain(line.dutyApplied)}|${plain(line.duty)}|${plain(line.bornRate)}|${plain(line.bornPer)}`;
  const consumptionTax = `${plain(line.consumptionTaxStatutory)}|${plain(line.consumptionTaxDue)}`;
  return `${storeValued(line)}|${duty}|${consumptionTax}|${plain(line.vatStatutory)}|${plain(line.vatDue)}`;
}

const storeRate = (rate: Rate): string => `${plain(rate.value)}@${rate.from}`;

/** The assessment as JSON text of about 250 bytes and 110 more a line, for a `json` column. */
export function serialiseTax(assessment: TaxAssessment): string {
  const { rules } = assessment;
  const stored: Stored = {
    v: 1,
    day: rules.day,
    decision: assessment.decision,
    ...(assessment.decision === 'REJECT' ? { reasons: assessment.reasons } : {}),
    rules: `${storeRate(rules.singleLimit)}|${storeRate(rules.annualLimit)}|${storeRate(rules.factor)}|${storeRate(rules.dutyWithinLimit)}`,
    order: `${plain(assessment.freight)}|${plain(assessment.insurance)}|${plain(assessment.nonCashDeduction)}|${plain(assessment.annualUsedBefore)}`,
    lines:
      assessment.decision === 'REJECT' ? assessment.lines.map(storeValued) : assessment.lines.map(storeTaxed),
  };
  return JSON.stringify(stored);
}

/** What is shown where a table no longer holds the row that a stored figure came from. */
const SOURCE_LOST = { source: 'row no longer in the table', confidence: 'L' } as const;

function readRate(text: string, key: string, tables: SourceTables): Rate {
  const [value = '', from = ''] = text.split('@');
  const row: Parameter = tables.parameters.get(key)?.find((parameter) => parameter.from === from) ?? {
    key,
    unit: '',
    from,
    rule: 'R-2.1',
    value,
    name: { zh: key, en: key },
    ...SOURCE_LOST,
  };
  return { ...row, value: parseDecimal(value) };
}

function readRules(stored: Stored, tables: SourceTables): TaxRules {
  const [singleLimit = '', annualLimit = '', factor = '', dutyWithinLimit = ''] = stored.rules.split('|');
  return {
    day: stored.day,
    singleLimit: readRate(singleLimit, RULE_KEYS.singleLimit, tables),
    annualLimit: readRate(annualLimit, RULE_KEYS.annualLimit, tables),
    factor: readRate(factor, RULE_KEYS.factor, tables),
    dutyWithinLimit: readRate(dutyWithinLimit, RULE_KEYS.dutyWithinLimit, tables),
  };
}

function referencesOf(
  line: TariffLine | undefined,
): Pick<ValuedLine, 'reference' | 'consumptionTaxReference'> {
  if (line === undefined) return { reference: { rule: 'R-2.16', ...SOURCE_LOST } };
  const { consumptionTaxReference } = line;
  return {
    reference: referenceOf(line),
    ...(consumptionTaxReference === undefined ? {} : { consumptionTaxReference }),
  };
}

function readValued(fields: readonly string[], tables: SourceTables): ValuedLine {
  const at = (index: number): string => fields[index] ?? '';
  const [goodsValue, costShare] = [parseDecimal(at(2)), parseDecimal(at(3))];
  const tariffLine = tables.tariff.get(at(1))?.find((line) => line.from === at(9));
  return {
    gnum: Number(at(0)),
    hs: at(1),
    goodsValue,
    costShare,
    dutiableValue: sum([goodsValue, costShare]),
    pieces: parseDecimal(at(4)),
    dutyRate: parseDecimal(at(5)),
    vatRate: parseDecimal(at(6)),
    consumptionTax: readConsumptionTax(at(7)),
    taxQuantity: parseDecimal(at(8)),
    ...referencesOf(tariffLine),
    ...readWeight(at(10)),
  };
}

function readTaxed(fields: readonly string[], tables: SourceTables): TaxedLine {
  const figure = (index: number): Decimal => parseDecimal(fields[index] ?? '');
  const [duty, consumptionTaxDue, vatDue] = [figure(12), figure(16), figure(18)];
  return {
    ...readValued(fields, tables),
    dutyApplied: figure(11),
    duty,
    bornRate: figure(13),
    bornPer: figure(14),
    consumptionTaxStatutory: figure(15),
    consumptionTaxDue,
    vatStatutory: figure(17),
    vatDue,
    tax: sum([duty, consumptionTaxDue, vatDue]),
  };
}

function isStored(value: unknown): value is Stored {
  if (typeof value !== 'object' || value === null) return false;
  const { v, day, decision, rules, order, lines } = value as Partial<Record<keyof Stored, unknown>>;
  const texts = [day, decision, rules, order].every((text) => typeof text === 'string');
  return v === 1 && texts && Array.isArray(lines) && lines.every((line) => typeof line === 'string');
}

/**
 * Reads an assessment that was kept, as JSON text or as already parsed JSON, with the figures of its time.
 * @throws RangeError when it is not one, SyntaxError when it is not even JSON.
 */
export function parseTax(kept: unknown, tables: SourceTables): TaxAssessment {
  const stored: unknown = typeof kept === 'string' ? JSON.parse(kept) : kept;
  if (!isStored(stored)) throw new RangeError('this is not a stored tax assessment');
  const rules = readRules(stored, tables);
  const amounts = stored.order.split('|').map(parseDecimal);
  const [freight = ZERO, insurance = ZERO, nonCashDeduction = ZERO, annualUsedBefore = ZERO] = amounts;
  const fields = stored.lines.map((line) => line.split('|'));
  const goodsValue = sum(fields.map((line) => parseDecimal(line[2] ?? '')));
  const dutiableValue = sum([goodsValue, freight, insurance]);
  const valued = { rules, freight, insurance, nonCashDeduction, annualUsedBefore, goodsValue, dutiableValue };
  const { decision } = stored;
  if (decision === 'REJECT') {
    const [first, ...others] = stored.reasons ?? [];
    if (first === undefined) throw new RangeError('a stored refusal gives no reason');
    return {
      decision,
      reasons: [first, ...others],
      ...valued,
      lines: fields.map((line) => readValued(line, tables)),
    };
  }
  const lines = fields.map((line) => readTaxed(line, tables));
  return {
    decision,
    factor: decision === 'ACCEPT' ? valued.rules.factor.value : ONE,
    ...valued,
    ...totals(valued, lines),
    annualUsedAfter: sum([valued.annualUsedBefore, valued.dutiableValue]),
  };
}
