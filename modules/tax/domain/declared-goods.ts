import type { ImportDeclaration } from '#ceb';
import { type Day, type Decimal, type Finding, parseDecimal, readDecimal, ZERO } from '#kernel';
import type { TaxInput, TaxInputLine, YearlyWeight } from './assessment.ts';
import { type ConsumptionTax, taxUnitOf } from './consumption-tax.ts';
import { missingQuantity, negativeAmount, tooManyDigits, unknownCode } from './findings.ts';
import { dutyRateOf, referenceOf, type Tariff, type TariffLine, tariffLineOn } from './tariff.ts';
import { type Measured, quantityIn, sheetsOf, type UnitTable } from './units.ts';

/** The fields of a list's goods line that its tax depends on. */
export type TaxableItem = Pick<
  ImportDeclaration['items'][number],
  'gnum' | 'gcode' | 'gname' | 'qty' | 'unit' | 'qty1' | 'unit1' | 'qty2' | 'unit2' | 'totalPrice'
>;

/** The fields of a list (CEB621) that its tax depends on; an `ImportDeclaration` is one. */
export interface TaxableDeclaration {
  readonly head: Pick<ImportDeclaration['head'], 'freight' | 'insuredFee'>;
  readonly items: readonly TaxableItem[];
}

/** The tables the tax of a list is read from. */
export interface TaxTables {
  readonly tariff: Tariff;
  readonly units: UnitTable;
}

/** What the list itself does not say. */
export interface Circumstances {
  /** Day the list was accepted: rates are those of that day. */
  readonly day: Day;
  /** CNY the buyer has used of the year's allowance; 0 where not given. */
  readonly annualUsed?: Decimal;
  /** The order's `discount`; 0 where not given. */
  readonly nonCashDeduction?: Decimal;
  /** Kilograms the buyer has bought this year, by the four digits of the heading (`1701`, `1006`). */
  readonly yearlyKgUsed?: ReadonlyMap<string, Decimal>;
}

/** Amounts of a document that has been read are decimals already; checks their sign and collects what is wrong. */
class AmountReader {
  readonly findings: Finding[] = [];

  amount(text: string, path: string): Decimal {
    const value = readDecimal(text);
    if (value === undefined) this.findings.push(tooManyDigits(path, text));
    else if (value < 0n) this.findings.push(negativeAmount(path, text));
    else return value;
    return ZERO;
  }
}

function measuresOf(item: TaxableItem): Measured[] {
  const measured: Measured[] = [{ quantity: parseDecimal(item.qty1), unit: item.unit1 }];
  if (item.qty2 !== undefined && item.unit2 !== undefined) {
    measured.push({ quantity: parseDecimal(item.qty2), unit: item.unit2 });
  }
  measured.push({ quantity: parseDecimal(item.qty), unit: item.unit });
  return measured;
}

/**
 * How many articles a line holds: the quantity sold, unless it is sold by weight or measure and a legal quantity
 * counts pieces.
 */
function piecesOf(item: TaxableItem, qty: Decimal, units: UnitTable): Decimal {
  const sold = units.get(item.unit);
  if (sold === undefined || sold.class === 'other') return qty;
  if (sold.class !== 'count') return quantityIn('piece', measuresOf(item), units) ?? qty;
  return quantityIn('piece', [{ quantity: qty, unit: item.unit }], units) ?? qty;
}

/** Cosmetics counted in sheets or pieces have their own threshold: 15 CNY each instead of 10 a gram. */
function measuredTax(
  tax: ConsumptionTax,
  item: TaxableItem,
  units: UnitTable,
): { tax: ConsumptionTax; quantity: Decimal | undefined } {
  const unit = taxUnitOf(tax);
  if (unit === undefined) return { tax, quantity: ZERO };
  const measured = measuresOf(item);
  const sheets =
    tax.type === 'av_if_unit' && (unit === 'piece' || tax.minPiece !== undefined)
      ? sheetsOf(measured)
      : undefined;
  if (sheets === undefined || tax.type !== 'av_if_unit')
    return { tax, quantity: quantityIn(unit, measured, units) };
  return {
    tax: { type: 'av_if_unit', rate: tax.rate, min: tax.minPiece ?? tax.min, unit: 'piece' },
    quantity: sheets,
  };
}

function yearlyWeightOf(
  line: TariffLine,
  item: TaxableItem,
  units: UnitTable,
  used: Circumstances['yearlyKgUsed'],
): YearlyWeight | undefined {
  if (line.yearlyKgLimit === undefined) return undefined;
  const kg = quantityIn('kg', measuresOf(item), units);
  if (kg === undefined) return undefined;
  return { limit: line.yearlyKgLimit, kg, usedKg: used?.get(line.code.slice(0, 4)) ?? ZERO };
}

function inputLine(
  item: TaxableItem,
  path: string,
  tables: TaxTables,
  circumstances: Circumstances,
  reader: AmountReader,
): TaxInputLine | undefined {
  const before = reader.findings.length;
  const goodsValue = reader.amount(item.totalPrice, `${path}/totalPrice`);
  const qty = reader.amount(item.qty, `${path}/qty`);
  reader.amount(item.qty1, `${path}/qty1`);
  if (item.qty2 !== undefined) reader.amount(item.qty2, `${path}/qty2`);
  const tariffLine = tariffLineOn(tables.tariff, item.gcode, circumstances.day);
  if (tariffLine === undefined) reader.findings.push(unknownCode(`${path}/gcode`, item, circumstances.day));
  if (tariffLine === undefined || reader.findings.length > before) return undefined;
  const { tax, quantity } = measuredTax(tariffLine.consumptionTax, item, tables.units);
  const unit = taxUnitOf(tax);
  if (quantity === undefined || (unit !== undefined && quantity === 0n)) {
    reader.findings.push(missingQuantity(path, item, unit ?? 'piece', 'R-2.7'));
    return undefined;
  }
  const yearlyWeight = yearlyWeightOf(tariffLine, item, tables.units, circumstances.yearlyKgUsed);
  if (tariffLine.yearlyKgLimit !== undefined && yearlyWeight === undefined) {
    reader.findings.push(missingQuantity(path, item, 'kg', 'R-2.14'));
    return undefined;
  }
  const { consumptionTaxReference } = tariffLine;
  return {
    gnum: item.gnum,
    hs: item.gcode,
    goodsValue,
    pieces: piecesOf(item, qty, tables.units),
    dutyRate: dutyRateOf(tariffLine),
    vatRate: tariffLine.vat,
    consumptionTax: tax,
    taxQuantity: quantity,
    reference: referenceOf(tariffLine),
    ...(yearlyWeight === undefined ? {} : { yearlyWeight }),
    ...(consumptionTaxReference === undefined ? {} : { consumptionTaxReference }),
  };
}

/**
 * Reads what the tax of a list depends on: rates by code on the day of acceptance, quantities in the units of the
 * consumption tax from the declared and legal ones.
 * @returns the input of `assessImportTax`, or everything that keeps the list from being taxed (an array).
 */
export function taxInputOf(
  declaration: TaxableDeclaration,
  tables: TaxTables,
  circumstances: Circumstances,
): TaxInput | Finding[] {
  const reader = new AmountReader();
  const freight = reader.amount(declaration.head.freight, 'InventoryHead/freight');
  const insurance = reader.amount(declaration.head.insuredFee, 'InventoryHead/insuredFee');
  const lines: TaxInputLine[] = [];
  declaration.items.forEach((item, index) => {
    const line = inputLine(item, `InventoryList[${index + 1}]`, tables, circumstances, reader);
    if (line !== undefined) lines.push(line);
  });
  if (reader.findings.length > 0) return reader.findings;
  return {
    lines,
    freight,
    insurance,
    nonCashDeduction: circumstances.nonCashDeduction ?? ZERO,
    annualUsed: circumstances.annualUsed ?? ZERO,
  };
}
