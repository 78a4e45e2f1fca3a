import { type Decimal, type Finding, formatDecimal, readDecimal, sum, ZERO } from '#kernel';
import { dutyFinding as finding } from './finding-codes.ts';

type Fields = Readonly<Record<string, string>>;

/** A tax bill as customs wrote it (CEB816). */
export interface BillOfCustoms {
  readonly fields: Fields;
  readonly rows: readonly Fields[];
}

/** What was computed here of the same list. */
export interface ComputedHere {
  readonly tax: Decimal;
  readonly guarantor: string;
  /** Tax line by line, by the number of the line. */
  readonly lines: ReadonlyMap<string, Decimal>;
}

const taxes = ['customsTax', 'valueAddedTax', 'consumptionTax'] as const;

/** The taxes of a head or a line together; what is no number counts as nothing, and is a finding of its message. */
export const taxIn = (fields: Fields): Decimal =>
  sum(taxes.map((name) => readDecimal(fields[name] ?? '') ?? ZERO));

const differ = (theirs: Decimal, ours: Decimal): string =>
  `${formatDecimal(theirs, 2)} ≠ ${formatDecimal(ours, 2)}`;

/** How a bill of customs differs from what was computed here, all of it; to the cent. */
export function differencesOf({ fields, rows }: BillOfCustoms, ours: ComputedHere): Finding[] {
  const [head, lines] = [taxIn(fields), sum(rows.map(taxIn))];
  const guarantor = fields.assureCode?.trim();
  return [
    ...(head === ours.tax ? [] : [finding('DUTY-SUM', 'Tax/TaxHeadRd', differ(head, ours.tax))]),
    ...(head === lines ? [] : [finding('DUTY-LINES', 'Tax/TaxHeadRd', differ(head, lines))]),
    ...(guarantor && guarantor !== ours.guarantor
      ? [finding('DUTY-GUARANTOR', 'Tax/TaxHeadRd/assureCode', `${guarantor} ≠ ${ours.guarantor}`)]
      : []),
    ...rows.flatMap((row, at) => {
      const [theirs, computed] = [taxIn(row), ours.lines.get(row.gnum ?? '')];
      if (computed === undefined || computed === theirs) return [];
      return [finding('DUTY-LINE', `Tax/TaxListRd[${at}]`, differ(theirs, computed))];
    }),
  ];
}
