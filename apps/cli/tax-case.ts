import { type Day, isDay, multiply, ONE, ZERO } from '#kernel';
import type {
  ConsumptionTax,
  Reference,
  TariffLine,
  TaxInput,
  TaxInputLine,
  TaxUnit,
  YearlyWeight,
} from '#tax';
import { dutyRateOf, NO_CONSUMPTION_TAX, referenceOf, type Tariff, tariffLineOn, taxUnitOf } from '#tax';
import { CaseUnreadable, FieldReader, isFields } from './case-fields.ts';

/** One order to compute the tax of, as a file describes it. */
export interface TaxCase {
  readonly id: string;
  readonly title: string;
  readonly day: Day;
  readonly input: TaxInput;
}

/** Other names that a kind of consumption tax goes by. */
const TYPE_NAMES: Readonly<Record<string, ConsumptionTax['type']>> = {
  none: 'none',
  no: 'none',
  av: 'av',
  ad_valorem: 'av',
  av_if_unit: 'av_if_unit',
  ad_valorem_if_unit: 'av_if_unit',
  threshold: 'av_if_unit',
  specific: 'specific',
  per_unit: 'specific',
  compound: 'compound',
  mixed: 'compound',
  specific_tier: 'specific_tier',
  tier: 'specific_tier',
  tiered: 'specific_tier',
};

/** The kind that is named, or the one whose figures are given. */
function typeOf(tax: FieldReader): ConsumptionTax['type'] {
  const named = tax.text('type', 'kind');
  if (named !== undefined) {
    const known = TYPE_NAMES[named.toLowerCase().replaceAll('-', '_')];
    if (known !== undefined) return known;
    throw new CaseUnreadable(
      `${tax.place}.type 不认识：${named}`,
      `${tax.place}.type is not known: ${named}`,
    );
  }
  const has = (...names: string[]) => tax.raw(...names) !== undefined;
  if (has('high') || has('low')) return 'specific_tier';
  if (!has('rate')) return has('per', 'per_unit') ? 'specific' : 'none';
  if (has('per', 'per_unit')) return 'compound';
  return has('min', 'threshold') ? 'av_if_unit' : 'av';
}

/** @param unit the tax unit of these goods, for the wording only. */
function readConsumptionTax(value: unknown, place: string, unit: TaxUnit): ConsumptionTax {
  const tax = new FieldReader(typeof value === 'string' ? { type: value } : value, place);
  const type = typeOf(tax);
  const rate = () => tax.share('rate', 'r') ?? tax.missing('rate');
  const per = () => tax.required('per', 'per_unit', 'amount');
  const min = () => tax.required('min', 'threshold');
  switch (type) {
    case 'none':
      return NO_CONSUMPTION_TAX;
    case 'av':
      return { type, rate: rate() };
    case 'av_if_unit':
      return { type, rate: rate(), min: min(), unit };
    case 'specific':
      return { type, per: per(), unit };
    case 'compound':
      return { type, rate: rate(), per: per(), unit };
    case 'specific_tier':
      return { type, min: min(), high: tax.required('high'), low: tax.required('low'), unit };
  }
}

function readWeight(line: FieldReader, order: FieldReader): { yearlyWeight?: YearlyWeight } {
  const limit = line.decimal('yearly_kg_limit', 'yearlyKgLimit');
  if (limit === undefined) return {};
  const names = ['yearly_kg_used', 'kg_used', 'annual_kg_used'];
  const usedKg = line.decimal(...names) ?? order.decimal(...names) ?? ZERO;
  return { yearlyWeight: { limit, kg: line.required('kg', 'weight_kg', 'net_kg'), usedKg } };
}

const FROM_CASE: Reference = {
  rule: 'R-2.16',
  source: '案例所给税率 · rates given by the case',
  confidence: 'D',
};

/** Rates: those the case gives, else those of the tariff on the day. */
function readRates(
  line: FieldReader,
  known: TariffLine | undefined,
): Pick<TaxInputLine, 'dutyRate' | 'vatRate' | 'consumptionTax' | 'reference' | 'consumptionTaxReference'> {
  const vatRate = line.share('vat', 'vat_rate');
  const dutyRate =
    line.share('provisional', 'mfn', 'mfn_rate', 'duty_rate') ?? (known && dutyRateOf(known)) ?? ZERO;
  const given = line.raw('ct', 'consumption_tax');
  if (given !== undefined || vatRate !== undefined || known === undefined) {
    const unit = (known && taxUnitOf(known.consumptionTax)) ?? 'unit';
    return {
      dutyRate,
      vatRate: vatRate ?? known?.vat ?? line.missing('vat'),
      consumptionTax:
        given === undefined ? NO_CONSUMPTION_TAX : readConsumptionTax(given, `${line.place}.ct`, unit),
      reference: FROM_CASE,
      consumptionTaxReference: { ...FROM_CASE, rule: 'R-2.7' },
    };
  }
  const { vat, consumptionTax, consumptionTaxReference } = known;
  return {
    dutyRate,
    vatRate: vat,
    consumptionTax,
    reference: referenceOf(known),
    ...(consumptionTaxReference === undefined ? {} : { consumptionTaxReference }),
  };
}

function readLine(value: unknown, index: number, order: FieldReader, tariff: Tariff, day: Day): TaxInputLine {
  const line = new FieldReader(value, `${order.place}.lines[${index}]`);
  const hs = line.text('hs', 'hs10', 'code', 'gcode') ?? '';
  const pieces = line.decimal('qty', 'quantity') ?? ONE;
  const total = line.decimal('total', 'total_price', 'totalPrice');
  return {
    gnum: index + 1,
    hs,
    goodsValue: total ?? multiply(line.required('price', 'unit_price'), pieces),
    pieces,
    taxQuantity: line.decimal('ct_qty', 'ct_quantity', 'tax_qty') ?? pieces,
    ...readRates(line, tariffLineOn(tariff, hs, day)),
    ...readWeight(line, order),
  };
}

/** The cases of a file: `{ "import_cases": […] }`, `{ "cases": […] }`, a list of cases, or one case. */
export function casesOf(file: unknown): readonly unknown[] {
  if (Array.isArray(file)) return file;
  const fields = new FieldReader(file, '$');
  const list = fields.raw('import_cases', 'cases');
  if (Array.isArray(list)) return list;
  return fields.raw('input', 'lines') === undefined ? [] : [file];
}

/** The cases of a file that ask something else than the tax of an import: `{ "other_cases": […] }`. */
export function otherCasesOf(file: unknown): readonly unknown[] {
  if (!isFields(file)) return [];
  const list = file.other_cases;
  return Array.isArray(list) ? list : [];
}

/** What a case is called; its place in the file when it has no name. */
export function caseId(value: unknown, index: number): string {
  const id = isFields(value) ? value.id : undefined;
  return id === undefined || id === null ? String(index + 1) : String(id);
}

/**
 * Reads one case. Absent amounts are 0, an absent quantity is 1, an absent day is `today`; `ct_qty` and `kg` are of
 * the whole line.
 * @throws CaseUnreadable saying what is wrong and where.
 */
export function readCase(value: unknown, id: string, tariff: Tariff, today: Day): TaxCase {
  const outer = new FieldReader(value, id);
  const order = new FieldReader(outer.raw('input') ?? value, `${id}.input`);
  const day = order.text('date', 'day', 'accepted_on') ?? outer.text('date', 'day', 'accepted_on') ?? today;
  if (!isDay(day)) throw new CaseUnreadable(`${id} 的日期有误：${day}`, `${id} has no valid day: ${day}`);
  const lines = order.raw('lines', 'items');
  if (!Array.isArray(lines) || lines.length === 0) return order.missing('lines');
  return {
    id,
    title: outer.text('title') ?? '',
    day,
    input: {
      lines: lines.map((line, index) => readLine(line, index, order, tariff, day)),
      freight: order.decimal('freight') ?? ZERO,
      insurance: order.decimal('insurance', 'insured_fee', 'insuredFee') ?? ZERO,
      nonCashDeduction: order.decimal('non_cash_deduction', 'discount') ?? ZERO,
      annualUsed: order.decimal('annual_used', 'annual_used_before', 'annualUsed') ?? ZERO,
    },
  };
}
