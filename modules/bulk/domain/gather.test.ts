import { describe, expect, test } from 'vitest';
import { readCell } from './cell.ts';
import { recogniseColumns, repeatsHeading } from './columns.ts';
import { Gatherer, placed } from './gather.ts';
import type { BulkColumn, BulkTarget, FileRow } from './target.ts';

const column = (field: string, more: Partial<BulkColumn> = {}): BulkColumn => ({
  ...{ name: field, field, title: { zh: `${field}名`, en: `The ${field}` }, aliases: [`Head/${field}`] },
  ...{ part: 'head', need: 'optional', kind: 'text', hint: { zh: '', en: '' }, choices: [], example: '' },
  ...more,
});
const target: BulkTarget = {
  ...{ kind: 'orders', name: { zh: '订单', en: 'Orders' }, key: ['no'], lines: true, documentsABundle: 100 },
  columns: [
    column('no', { need: 'required' }),
    column('buyer'),
    column('when', { kind: 'moment' }),
    column('country', { choices: [{ code: '142', name: { zh: '中国', en: 'China' } }] }),
    column('qty', { part: 'line', kind: 'number', aliases: ['Line/qty'] }),
    column('note', { part: 'line', name: 'Line/note', title: { zh: '行·note名', en: 'Line: note' } }),
    column('note'),
  ],
  open: async () => undefined,
};
const heading = recogniseColumns(target, ['no', 'buyer', 'qty']);

/** The documents of rows, the first of which is the second of the file. */
function documentsOf(...rows: readonly (readonly string[])[]) {
  const gatherer = new Gatherer(target, heading);
  const filed = rows.map((cells, at): FileRow => ({ number: at + 2, cells }));
  return [...filed.map((row) => gatherer.add(row)), gatherer.end()].filter((one) => one !== undefined);
}

describe('columns', () => {
  test('are known by field, by full name and by either language, without regard to case, width and stars', () => {
    const { columns, unknown, findings } = recogniseColumns(target, [
      'ＮＯ*',
      'head/BUYER',
      'The qty',
      'note名 ',
      '#row',
      'x',
    ]);
    expect(columns.map((one) => one && `${one.part} ${one.field}`)).toEqual([
      ...['head no', 'head buyer', 'line qty', 'head note', undefined, undefined],
    ]);
    expect([unknown, findings]).toEqual([['x'], []]);
  });

  test.each([
    [['buyer'], 'BULK-COLUMN-MISSING no'],
    [['no', 'no名'], 'BULK-COLUMN-TWICE no'],
    [['a', 'b'], 'BULK-COLUMNS-UNKNOWN row 1'],
  ])('%j cannot be read', (names, found) => {
    const { findings } = recogniseColumns(target, names);
    expect(findings.map(({ code, path }) => `${code} ${path}`)).toEqual([found]);
  });

  test('named again below are no row; a row of values is', () => {
    expect(repeatsHeading(target, heading, ['no名', 'buyer', 'qty'])).toBe(true);
    expect(repeatsHeading(target, heading, ['no', '李四', '1'])).toBe(false);
  });
});

describe('a cell', () => {
  const read = (field: string, text: string) => {
    const found = target.columns.find((one) => one.field === field);
    if (!found) throw new Error(field);
    const cell = readCell(found, text);
    return 'finding' in cell ? cell.finding.code : cell.value;
  };

  test.each([
    ['no', '　A1 ', 'A1'],
    ['when', '2026/3/5 8:07', '20260305080700'],
    ['when', '2026年3月5日', '20260305000000'],
    ['when', '20260305080700', '20260305080700'],
    ['when', 'soon', 'soon'],
    ['country', '142 中国', '142'],
    ['country', '999 nowhere', '999 nowhere'],
    ['no', '5.30102E+17', 'BULK-NUMBER-LOST'],
    ['qty', '1E+17', '1E+17'],
    ['no', 'a\u0007b', 'BULK-CHARACTER'],
  ])('of %s that holds %j says %j', (field, text, value) => {
    expect(read(field, text)).toBe(value);
  });
});

describe('rows', () => {
  test('next to each other that agree in the key are one document, its head from wherever it stands', () => {
    const documents = documentsOf(['A', '', '1'], ['A', '李四', '2'], ['B', '王五', '3'], ['A', '', '4']);
    expect(
      documents.map(({ key, head, lines, rows }) => [
        key,
        head.buyer,
        lines.map(({ qty }) => qty),
        rows.length,
      ]),
    ).toEqual([
      ['A', '李四', ['1', '2'], 2],
      ['B', '王五', ['3'], 1],
      ['A', undefined, ['4'], 1],
    ]);
  });

  test('that do not agree on the head are told of where they differ', () => {
    const [document] = documentsOf(['A', '李四', '1'], ['A', '王五', '2']);
    expect(document?.findings).toMatchObject([{ row: 3, cell: 1, finding: { code: 'BULK-HEAD-DIFFERS' } }]);
  });

  test('longer than the heading are told of, and empty cells behind it are nothing', () => {
    const [first, second] = documentsOf(['A', '', '1', 'x'], ['B', '', '1', '', ' ']);
    expect(first?.findings).toMatchObject([{ row: 2, cell: 3, finding: { code: 'BULK-CELLS' } }]);
    expect(second?.findings).toEqual([]);
  });

  test('of one key without end are cut, so that no document fills the memory', () => {
    const documents = documentsOf(...Array.from({ length: 2_500 }, () => ['A', '', '1']));
    expect(documents.map(({ rows }) => rows.length)).toEqual([1_000, 1_000, 500]);
  });

  test('are where a finding belongs: a line’s in its own row, the head’s in the first', () => {
    const [document] = documentsOf(['A', '李四', '1'], ['A', '', 'x']);
    const { placeOf } = new Gatherer(target, heading);
    const finding = {
      code: 'X',
      level: 'field',
      path: '',
      message: { zh: '', en: '' },
      remedy: { zh: '', en: '' },
    } as const;
    const at = (part: 'head' | 'line', line: number, field: string) => {
      const { row, cell } = placed(placeOf, document ?? { rows: [] }, { finding, part, line, field });
      return [row, cell];
    };
    expect([
      at('line', 1, 'qty'),
      at('head', 0, 'buyer'),
      at('head', 0, 'when'),
      at('line', 7, 'qty'),
    ]).toEqual([
      ...[
        [3, 2],
        [2, 1],
        [2, -1],
        [2, 2],
      ],
    ]);
  });
});
