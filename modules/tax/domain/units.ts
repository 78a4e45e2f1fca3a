import { type Decimal, divideHalfUp, type Fraction, parseFraction } from '#kernel';
import type { TaxUnit } from './consumption-tax.ts';
import { RowReader, type TableRow } from './table-row.ts';

/** What a unit measures; `other` are packings and the like, whose content the unit does not say. */
export type UnitClass = 'count' | 'mass' | 'volume' | 'length' | 'area' | 'other';

/** A unit of the JGS-20 list. */
export interface Unit {
  readonly code: string;
  readonly class: UnitClass;
  /** How many base units (kg, litre, metre, piece) it holds; 1 where the list says nothing. */
  readonly factor: Fraction;
}

export type UnitTable = ReadonlyMap<string, Unit>;

const CLASSES: readonly UnitClass[] = ['count', 'mass', 'volume', 'length', 'area', 'other'];
const ONE_BASE_UNIT: Fraction = { numerator: 1n, denominator: 1n };
const THOUSANDTH: Fraction = { numerator: 1n, denominator: 1000n };
/** 张 and 片: the units in which the consumption tax counts sheets and pieces of cosmetics. */
const SHEET_UNITS: ReadonlySet<string> = new Set(['010', '020']);

/**
 * Reads the rows of `contracts/codelists/unit.csv` (`code`, `class`, `to_base_factor`).
 * @throws RangeError naming the row and column that cannot be read.
 */
export function parseUnits(rows: readonly TableRow[]): UnitTable {
  const units = new Map<string, Unit>();
  rows.forEach((cells, index) => {
    const row = new RowReader('unit.csv', index + 2, cells);
    const factor = row.optional('to_base_factor');
    const code = row.text('code');
    units.set(code, {
      code,
      class: row.oneOf('class', CLASSES),
      factor: factor === undefined ? ONE_BASE_UNIT : parseFraction(factor),
    });
  });
  return units;
}

/** A quantity in a unit, as a line of a declaration gives up to three of them. */
export interface Measured {
  readonly quantity: Decimal;
  readonly unit: string;
}

const MEASURES: Readonly<Record<TaxUnit, readonly { class: UnitClass; size: Fraction }[]>> = {
  g: [{ class: 'mass', size: THOUSANDTH }],
  kg: [{ class: 'mass', size: ONE_BASE_UNIT }],
  ml: [{ class: 'volume', size: THOUSANDTH }],
  L: [{ class: 'volume', size: ONE_BASE_UNIT }],
  piece: [{ class: 'count', size: ONE_BASE_UNIT }],
  unit: [],
  // Volume goes first: goods sold by the millilitre also state their weight as the legal quantity.
  'g/ml': [
    { class: 'volume', size: THOUSANDTH },
    { class: 'mass', size: THOUSANDTH },
  ],
};

function convert(quantity: Decimal, from: Fraction, to: Fraction): Decimal {
  const numerator = from.numerator * to.denominator;
  const denominator = from.denominator * to.numerator;
  if (numerator === denominator) return quantity;
  return (
    numerator % denominator === 0n
      ? quantity * (numerator / denominator)
      : divideHalfUp(quantity * numerator, denominator)
  ) as Decimal;
}

/**
 * The quantity of goods in a tax unit, from the first of the measured quantities that measures the right thing.
 * Exact where the units allow it, else HALF_UP at five digits.
 * @returns undefined when none of them does.
 */
export function quantityIn(
  unit: TaxUnit,
  measured: readonly Measured[],
  units: UnitTable,
): Decimal | undefined {
  for (const measure of MEASURES[unit]) {
    for (const { quantity, unit: code } of measured) {
      const known = units.get(code);
      if (known?.class === measure.class) return convert(quantity, known.factor, measure.size);
    }
  }
  return undefined;
}

/** The quantity counted in sheets or pieces (张, 片), where one is. */
export function sheetsOf(measured: readonly Measured[]): Decimal | undefined {
  return measured.find(({ unit }) => SHEET_UNITS.has(unit))?.quantity;
}
