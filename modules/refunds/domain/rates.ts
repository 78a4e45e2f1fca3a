import { type Bilingual, type Dated, type Day, type Decimal, onDay } from '#kernel';
import { groupByKey, RowReader, rowDates, type TableRow } from '#tax';

/** The refund rate of one code in its dates, as a share; 0 where refund is ended. */
export interface RefundRate extends Dated<Decimal> {
  /** Ten digits. */
  readonly code: string;
  readonly name: Bilingual;
  /** Code of the rule, e.g. `R-3.8`. */
  readonly rule: string;
  readonly note?: string;
}

export type RefundRates = ReadonlyMap<string, readonly RefundRate[]>;

/**
 * Reads the rows of `contracts/export-refund-rates.csv`.
 * @throws RangeError naming the row and column that cannot be read.
 */
export function parseRefundRates(rows: readonly TableRow[]): RefundRates {
  const rates = rows.map((cells, index): RefundRate => {
    const row = new RowReader('export-refund-rates.csv', index + 2, cells);
    const code = row.text('code');
    if (!/^\d{10}$/.test(code)) row.fail('code', `"${code}" is not a code of ten digits`);
    const note = row.optional('note');
    return {
      code,
      name: { zh: row.text('zh'), en: row.text('en') },
      value: row.decimal('rate'),
      ...rowDates(row),
      rule: row.text('rule'),
      source: row.text('source'),
      confidence: row.confidence('confidence'),
      ...(note === undefined ? {} : { note }),
    };
  });
  return groupByKey(rates, ({ code }) => code);
}

/** The refund rate of a code on the day of departure; undefined where the table at hand does not say. */
export function refundRateOn(rates: RefundRates, code: string, day: Day): RefundRate | undefined {
  return onDay(rates.get(code) ?? [], day);
}
