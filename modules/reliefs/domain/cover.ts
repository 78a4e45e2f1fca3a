import { type Bilingual, type Day, type Decimal, holdsOn, isDay, multiply, parseDecimal } from '#kernel';

/** How much cover customs asks for of enterprises of a class of credit. */
export interface CoverRow extends Bilingual {
  readonly code: string;
  /** Class of credit, as customs files it. */
  readonly credit: string;
  /** Of the tax, 0 to 1. */
  readonly share: Decimal;
  readonly from: Day;
  readonly to?: Day;
}

/** What cover goes by, through time. */
export interface CoverTable {
  /** The row of a class on a day; none where the whole tax is covered. */
  on(credit: string | undefined, day: Day): CoverRow | undefined;
  /** A row by its code, whenever it holds. */
  row(code: string): CoverRow | undefined;
}

const ONE = parseDecimal('1');

/**
 * Reads `contracts/guarantee-cover.csv`.
 * @throws RangeError naming the row that cannot be read
 */
export function coverTable(rows: readonly Readonly<Record<string, string>>[]): CoverTable {
  const read = rows.map(readRow);
  return {
    on: (credit, day) => read.find((row) => row.credit === credit && holdsOn(row, day)),
    row: (code) => read.find((row) => row.code === code),
  };
}

function readRow({
  code = '',
  credit = '',
  share: written = '',
  from = '',
  to = '',
  zh = '',
  en = '',
  source = '',
  confidence = '',
}: Readonly<Record<string, string>>): CoverRow {
  if ([code, credit, zh, en, source].includes('') || !/^[VHMLD]$/.test(confidence))
    throw new RangeError(`guarantee-cover.csv: the row "${code}" lacks its class, its name or its source`);
  if (!isDay(from) || (to !== '' && !isDay(to)))
    throw new RangeError(`guarantee-cover.csv: ${code} has no days`);
  const share = /^[01](\.\d{1,5})?$/.test(written) ? parseDecimal(written) : undefined;
  if (share === undefined || share > ONE)
    throw new RangeError(`guarantee-cover.csv: the share of ${code} is not between 0 and 1`);
  return { code, credit, share, from, ...(to === '' ? {} : { to }), zh, en };
}

/** What of a tax is to be covered, to the cent; all of it where no row says otherwise. */
export const coverOf = (tax: Decimal, row: Pick<CoverRow, 'share'> | undefined): Decimal =>
  row === undefined || row.share === ONE ? tax : multiply(tax, row.share, 2);
