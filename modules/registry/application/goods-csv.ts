import { parse } from 'csv-parse/sync';
import { Problem } from '#http';
import type { Goods } from '../domain/goods.ts';
import { fileColumns, requiredFields } from '../domain/goods-columns.ts';

/** Where whoever works for the zone enters goods, a column names the seller. */
const sellerColumn = { name: 'ebcCode', zh: '电商企业代码' } as const;
const columnNames: readonly { readonly name: keyof Goods; readonly zh: string }[] = [
  sellerColumn,
  ...fileColumns,
];
const titleOf = (name: keyof Goods): string => columnNames.find((column) => column.name === name)?.zh ?? name;

const byName: ReadonlyMap<string, keyof Goods> = new Map(
  columnNames.flatMap(({ name, zh }): [string, keyof Goods][] => [
    [name.toLowerCase(), name],
    [zh, name],
  ]),
);

const refused = (zh: string, en: string): Problem => new Problem(422, 'GOODS-FILE', { zh, en });

/**
 * Reads goods from CSV with a head line, columns in any order by the field's name or the Chinese one; an empty cell is
 * left out. @throws Problem 422 where it is no such file
 */
export function readGoodsFile(text: string, ebcCode: string | undefined): Goods[] {
  let rows: string[][];
  try {
    rows = parse(text, { bom: true, skip_empty_lines: true, trim: true, relax_column_count: false });
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault);
    throw refused(
      `文件不是逗号分隔的表：${reason}`,
      `The file is no table of comma-separated values: ${reason}`,
    );
  }
  const [head = [], ...body] = rows;
  const columns = head.map((name) => byName.get(name.toLowerCase()));
  const unknown = head.filter((_, at) => columns[at] === undefined);
  const missing = requiredFields.filter((name) => !columns.includes(name));
  if (missing.length > 0)
    throw refused(
      `缺少列：${missing.map(titleOf).join('、')}${unknown.length > 0 ? `；不认识的列：${unknown.join('、')}` : ''}`,
      `Columns are missing: ${missing.join(', ')}${unknown.length > 0 ? `; not known: ${unknown.join(', ')}` : ''}`,
    );
  return body.map((cells) => {
    const fields = Object.fromEntries(
      columns.flatMap((name, at) => (name && cells[at] ? [[name, cells[at]]] : [])),
    );
    const empty = Object.fromEntries(requiredFields.map((name) => [name, '']));
    return { ebcCode: ebcCode ?? '', ...empty, ...fields } as unknown as Goods;
  });
}
