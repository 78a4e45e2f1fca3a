import { type Confidence, type Decimal, isDay, readDecimal } from '#kernel';

/** One row of a table file: column name → text, empty where the file says nothing. */
export type TableRow = Readonly<Record<string, string>>;

const CONFIDENCES: readonly Confidence[] = ['V', 'H', 'M', 'L', 'D'];

/**
 * Reads the cells of one row of our own tables. A table that cannot be read is a fault of the house, not bad
 * input: every method throws a RangeError that names file, row and column.
 */
export class RowReader {
  readonly #place: string;
  readonly #row: TableRow;

  constructor(file: string, number: number, row: TableRow) {
    this.#place = `${file}, row ${number}`;
    this.#row = row;
  }

  fail(column: string, problem: string): never {
    throw new RangeError(`${this.#place}, column ${column}: ${problem}`);
  }

  /** The text of a cell; undefined when empty. */
  optional(column: string): string | undefined {
    const text = this.#row[column]?.trim();
    return text === undefined || text === '' ? undefined : text;
  }

  text(column: string): string {
    return this.optional(column) ?? this.fail(column, 'must not be empty');
  }

  optionalDecimal(column: string): Decimal | undefined {
    const text = this.optional(column);
    if (text === undefined) return undefined;
    const value = readDecimal(text);
    if (value === undefined || value < 0n) this.fail(column, `"${text}" is not a decimal of 0 or more`);
    return value;
  }

  decimal(column: string): Decimal {
    return this.optionalDecimal(column) ?? this.fail(column, 'must not be empty');
  }

  optionalDay(column: string): string | undefined {
    const text = this.optional(column);
    if (text !== undefined && !isDay(text)) this.fail(column, `"${text}" is not a day`);
    return text;
  }

  day(column: string): string {
    return this.optionalDay(column) ?? this.fail(column, 'must not be empty');
  }

  oneOf<T extends string>(column: string, choices: readonly T[]): T {
    const text = this.text(column);
    return (
      choices.find((choice) => choice === text) ?? this.fail(column, `"${text}" is not one of ${choices}`)
    );
  }

  confidence(column: string): Confidence {
    return this.oneOf(column, CONFIDENCES);
  }
}

/** The dates of a row, ready to be spread: `to` is left out when the row is open-ended. */
export function rowDates(row: RowReader): { from: string; to?: string } {
  const to = row.optionalDay('to');
  return { from: row.day('from'), ...(to === undefined ? {} : { to }) };
}

/** Rows by their key, each list in the order of its first days. */
export function groupByKey<T extends { readonly from: string }>(
  values: readonly T[],
  keyOf: (value: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group === undefined) groups.set(keyOf(value), [value]);
    else group.push(value);
  }
  for (const group of groups.values()) group.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  return groups;
}
