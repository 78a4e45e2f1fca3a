import { parse } from 'csv-parse/sync';
import { Problem } from '#http';
import type { Goods } from '../domain/goods.ts';

/** Columns of a file of goods: the field's own name, or the Chinese one. */
const goodsFileColumns = {
  ebcCode: '电商企业代码',
  itemNo: '企业商品货号',
  itemName: '企业商品品名',
  nameEn: '英文品名',
  gcode: '商品编码',
  gname: '商品名称',
  gmodel: '规格型号',
  barCode: '条码',
  brand: '品牌',
  brandRight: '品牌权利文件',
  country: '原产国',
  unit: '计量单位',
  unit1: '法定计量单位',
  unit2: '第二计量单位',
  itemRecordNo: '账册备案料号',
  validFrom: '有效期起',
  validTo: '有效期止',
} as const;

type Column = keyof typeof goodsFileColumns;
const needed: readonly Column[] = [
  ...(['itemNo', 'itemName', 'gcode', 'gname', 'gmodel', 'country', 'unit', 'unit1', 'validFrom'] as const),
];

const byName: ReadonlyMap<string, Column> = new Map(
  Object.entries(goodsFileColumns).flatMap(([name, zh]): [string, Column][] => [
    [name.toLowerCase(), name as Column],
    [zh, name as Column],
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
  const missing = needed.filter((name) => !columns.includes(name));
  if (missing.length > 0)
    throw refused(
      `缺少列：${missing.map((name) => goodsFileColumns[name]).join('、')}${unknown.length > 0 ? `；不认识的列：${unknown.join('、')}` : ''}`,
      `Columns are missing: ${missing.join(', ')}${unknown.length > 0 ? `; not known: ${unknown.join(', ')}` : ''}`,
    );
  return body.map((cells) => {
    const fields = Object.fromEntries(
      columns.flatMap((name, at) => (name && cells[at] ? [[name, cells[at]]] : [])),
    );
    const empty = Object.fromEntries(needed.map((name) => [name, '']));
    return { ebcCode: ebcCode ?? '', ...empty, ...fields } as unknown as Goods;
  });
}
