import { type Bilingual, type Confidence, type Dated, type Day, type Decimal, onDay } from '#kernel';
import type { ConsumptionTax, TaxUnit } from './consumption-tax.ts';
import { NO_CONSUMPTION_TAX } from './consumption-tax.ts';
import { groupByKey, RowReader, rowDates, type TableRow } from './table-row.ts';

/** Where a rate comes from. */
export interface Reference {
  readonly rule: string;
  readonly source: string;
  readonly confidence: Confidence;
  /** First day the rate holds, where it is a dated one. */
  readonly from?: Day;
}

/** `unknown`: the line was not found in the list at hand, nor found missing from it. */
export type Listing = 'yes' | 'no' | 'unknown';

/** One dated line of the tariff as retail trade needs it. */
export interface TariffLine extends Omit<Dated<never>, 'value'> {
  /** Ten digits. */
  readonly code: string;
  readonly name: Bilingual;
  readonly category: string;
  readonly flow: 'import' | 'export' | 'both';
  /** First and second legal unit, codes of the unit list. */
  readonly unit1: string;
  readonly unit2?: string;
  /** Most-favoured-nation duty rate as a share; used over the single limit only. */
  readonly mfn: Decimal;
  /** Provisional duty rate, which goes before the MFN rate while it holds. */
  readonly provisional?: Decimal;
  readonly vat: Decimal;
  readonly consumptionTax: ConsumptionTax;
  readonly consumptionTaxReference?: Reference;
  /** Whether the code stands on the positive list of retail import, and since when as far as known. */
  readonly positiveList: Listing;
  readonly positiveFrom?: Day;
  readonly positiveTo?: Day;
  /** Listed for bonded import (1210) only. */
  readonly bondedOnly: boolean;
  /** Kilograms a person may buy a calendar year. */
  readonly yearlyKgLimit?: Decimal;
  readonly note?: string;
}

/** All dated lines, by code. */
export type Tariff = ReadonlyMap<string, readonly TariffLine[]>;

const TYPES: readonly ConsumptionTax['type'][] = [
  'none',
  'av',
  'av_if_unit',
  'specific',
  'compound',
  'specific_tier',
];
const UNITS: readonly TaxUnit[] = ['g', 'ml', 'g/ml', 'kg', 'L', 'piece'];

function readShare(row: RowReader, column: string): Decimal {
  const share = row.decimal(column);
  // A rate of 1 or more by value would make the inverted base of the consumption tax infinite or negative.
  if (share >= 100_000n) row.fail(column, 'a rate is a share below 1, e.g. 0.13');
  return share;
}

function readConsumptionTax(row: RowReader): ConsumptionTax {
  const type = row.oneOf('ct_type', TYPES);
  if (type === 'none') return NO_CONSUMPTION_TAX;
  if (type === 'av') return { type, rate: readShare(row, 'ct_rate') };
  const unit = row.oneOf('ct_unit', UNITS);
  if (type === 'specific') return { type, per: row.decimal('ct_per'), unit };
  if (type === 'compound') return { type, rate: readShare(row, 'ct_rate'), per: row.decimal('ct_per'), unit };
  const min = row.decimal('ct_min');
  if (type === 'specific_tier')
    return { type, min, high: row.decimal('ct_high'), low: row.decimal('ct_low'), unit };
  const minPiece = row.optionalDecimal('ct_min_piece');
  return {
    type,
    rate: readShare(row, 'ct_rate'),
    min,
    ...(minPiece === undefined ? {} : { minPiece }),
    unit,
  };
}

function readConsumptionTaxReference(row: RowReader): Reference | undefined {
  const rule = row.optional('ct_rule');
  if (rule === undefined) return undefined;
  return { rule, source: row.text('ct_source'), confidence: row.confidence('ct_confidence') };
}

/** Leaves out what is undefined, so that absent cells are absent properties. */
function present<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

function readLine(row: RowReader): TariffLine {
  const code = row.text('code');
  if (!/^\d{10}$/.test(code)) row.fail('code', `"${code}" is not a code of ten digits`);
  return {
    code,
    name: { zh: row.text('zh'), en: row.text('en') },
    category: row.text('category'),
    flow: row.oneOf('flow', ['import', 'export', 'both']),
    unit1: row.text('unit1'),
    mfn: readShare(row, 'mfn'),
    vat: readShare(row, 'vat'),
    consumptionTax: readConsumptionTax(row),
    positiveList: row.oneOf('positive_list', ['yes', 'no', 'unknown']),
    bondedOnly: row.optional('bonded_only') === 'yes',
    ...rowDates(row),
    source: row.text('source'),
    confidence: row.confidence('confidence'),
    ...present({
      unit2: row.optional('unit2'),
      provisional: row.optionalDecimal('provisional'),
      consumptionTaxReference: readConsumptionTaxReference(row),
      positiveFrom: row.optionalDay('positive_from'),
      positiveTo: row.optionalDay('positive_to'),
      yearlyKgLimit: row.optionalDecimal('yearly_kg_limit'),
      note: row.optional('note'),
    }),
  };
}

/**
 * Reads the rows of `contracts/tariff.csv`.
 * @throws RangeError naming the row and column that cannot be read.
 */
export function parseTariff(rows: readonly TableRow[]): Tariff {
  const lines = rows.map((cells, index) => readLine(new RowReader('tariff.csv', index + 2, cells)));
  return groupByKey(lines, (line) => line.code);
}

/** The line of a code on a day; undefined when the tariff at hand has none. */
export function tariffLineOn(tariff: Tariff, code: string, day: Day): TariffLine | undefined {
  const lines = tariff.get(code);
  return lines === undefined ? undefined : onDay(lines, day);
}

/** The reference of a line's duty, VAT and list figures. */
export function referenceOf(line: TariffLine): Reference {
  return { rule: 'R-2.16', source: line.source, confidence: line.confidence, from: line.from };
}

/** The duty rate that a line bears where duty is due. */
export function dutyRateOf(line: TariffLine): Decimal {
  return line.provisional ?? line.mfn;
}
