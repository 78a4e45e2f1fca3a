import { ONE } from '#kernel';
import { RowReader, rowDates, type TableRow } from '#tax';
import { creditClasses, type SamplingRow, samplingModes } from './rates.ts';

const kinds = ['goods', 'share', 'least', 'raised'] as const;

const words = (text: string | undefined): readonly string[] => text?.split(/\s+/) ?? [];

/**
 * Reads the rows of `contracts/sampling-rates.csv`.
 * @throws RangeError naming the row and column that cannot be read
 */
export function parseSamplingRates(rows: readonly TableRow[]): readonly SamplingRow[] {
  return rows.map((cells, index): SamplingRow => {
    const row = new RowReader('sampling-rates.csv', index + 2, cells);
    const value = row.decimal('value');
    if (value > ONE) row.fail('value', 'is a share, at most 1');
    const common = {
      ...{ code: row.text('code'), value, mode: row.oneOf('mode', samplingModes) },
      ...{ zh: row.text('zh'), en: row.text('en'), rule: row.text('rule') },
      ...{ ...rowDates(row), source: row.text('source'), confidence: row.confidence('confidence') },
    };
    const kind = row.oneOf('kind', kinds);
    if (kind === 'share' || kind === 'least')
      return { ...common, kind, credit: row.oneOf('credit', creditClasses) };
    if (kind === 'goods') {
      const hs = words(row.optional('hs'));
      if (hs.some((code) => !/^\d{2,10}$/.test(code))) row.fail('hs', 'is not two to ten digits each');
      return { ...common, kind, hs, origins: words(row.optional('origin')) };
    }
    const days = Number(row.text('days'));
    if (!Number.isSafeInteger(days) || days <= 0) row.fail('days', 'is no whole number above zero');
    return { ...common, kind, days, faults: words(row.text('faults')) };
  });
}
