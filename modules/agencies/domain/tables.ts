import { RowReader, rowDates, type TableRow } from '#tax';
import { forms, type ProjectionRow, projectedDocuments } from './projection.ts';
import {
  directions,
  engineWords,
  type Requirement,
  type RequirementBook,
  requirementBook,
} from './requirements.ts';

const words = (text: string | undefined): readonly string[] =>
  text === undefined ? [] : text.split(/\s+/).filter((word) => word !== '');

/**
 * Reads the rows of `contracts/projections.csv`.
 * @throws RangeError naming the row and column that cannot be read, or a field that is named twice for one time
 */
export function parseProjections(
  rows: readonly TableRow[],
  agencies: readonly string[],
): readonly ProjectionRow[] {
  const seen = new Set<string>();
  return rows.map((cells, index): ProjectionRow => {
    const row = new RowReader('projections.csv', index + 2, cells);
    const parsed: ProjectionRow = {
      agency: row.oneOf('agency', agencies),
      document: row.oneOf('document', projectedDocuments),
      field: row.text('field'),
      value: row.oneOf('form', forms),
      purpose: { zh: row.text('zh'), en: row.text('en') },
      basis: row.text('basis'),
      rule: row.text('rule'),
      ...rowDates(row),
      source: row.text('source'),
      confidence: row.confidence('confidence'),
    };
    const name = `${parsed.agency} ${parsed.document}.${parsed.field} ${parsed.from}`;
    if (seen.has(name)) row.fail('field', `"${name}" stands there twice`);
    seen.add(name);
    return parsed;
  });
}

/**
 * Reads the rows of `contracts/agency-requirements.csv`.
 * @throws RangeError naming the row and column that cannot be read
 */
export function parseRequirements(rows: readonly TableRow[], agencies: readonly string[]): RequirementBook {
  return requirementBook(
    rows.map((cells, index): Requirement => {
      const row = new RowReader('agency-requirements.csv', index + 2, cells);
      const goods = words(row.optional('goods'));
      if (goods.some((code) => !/^\d{4,10}$/.test(code))) row.fail('goods', 'is not four to ten digits each');
      const [minValue, minQuantity] = [row.optionalDecimal('min_value'), row.optionalDecimal('min_quantity')];
      return {
        ...{ id: row.text('id'), agency: row.oneOf('agency', agencies) },
        direction: row.oneOf('direction', directions),
        ...{ goods, modes: words(row.optional('modes')), origins: words(row.optional('origins')) },
        ...(minValue === undefined ? {} : { minValue }),
        ...(minQuantity === undefined ? {} : { minQuantity }),
        value: row.oneOf('engine', engineWords),
        why: { zh: row.text('zh'), en: row.text('en') },
        rule: row.text('rule'),
        ...rowDates(row),
        source: row.text('source'),
        confidence: row.confidence('confidence'),
      };
    }),
  );
}
