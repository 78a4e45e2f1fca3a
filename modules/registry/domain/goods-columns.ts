import type { CodeListName } from './code-lists.ts';
import type { Goods } from './goods.ts';

/** A column of a table of goods: one field. */
export interface GoodsColumn {
  readonly name: keyof Goods;
  readonly zh: string;
  readonly en: string;
  readonly required?: true;
  readonly kind?: 'day' | 'number';
  /** The code list its cells are from. */
  readonly list?: Extract<CodeListName, 'country' | 'unit'>;
  /** What to write, in a few words. */
  readonly hint: readonly [zh: string, en: string];
  readonly example: string;
}

const most = (characters: number): readonly [string, string] => [
  `最多 ${characters} 个字符`,
  `at most ${characters} characters`,
];
const quantity = ['正数，小数最多 5 位', 'a positive number, at most 5 digits after the point'] as const;

/** The columns of a table of goods, in their order; of no seller but the one who hands it in. */
export const fileColumns: readonly GoodsColumn[] = [
  {
    ...{ name: 'itemNo', zh: '企业商品货号', en: 'Item number', required: true },
    ...{ hint: most(20), example: 'EXAMPLE-0001' },
  },
  {
    ...{ name: 'itemName', zh: '企业商品品名', en: 'Item name', required: true },
    ...{ hint: most(250), example: '老挝波罗芬咖啡豆250克' },
  },
  {
    ...{ name: 'nameEn', zh: '英文品名', en: 'English name' },
    ...{ hint: most(250), example: 'Bolaven Coffee Beans 250 g' },
  },
  {
    ...{ name: 'gcode', zh: '商品编码', en: 'Tariff code', required: true },
    ...{ hint: ['10 位数字', 'ten digits'], example: '0901210000' },
  },
  {
    ...{ name: 'gname', zh: '商品名称', en: 'Goods name', required: true },
    ...{ hint: most(250), example: '已焙炒未浸除咖啡碱的咖啡' },
  },
  {
    ...{ name: 'gmodel', zh: '规格型号', en: 'Specification', required: true },
    ...{ hint: most(510), example: '250克/袋' },
  },
  {
    ...{ name: 'barCode', zh: '条码', en: 'Bar code' },
    ...{ hint: ['GTIN；没有条码填“无”', 'GTIN; 无 where there is none'], example: '6901234567892' },
  },
  { ...{ name: 'brand', zh: '品牌', en: 'Brand' }, hint: most(100), example: '波罗芬' },
  {
    ...{ name: 'brandRight', zh: '品牌权利文件', en: 'Brand paper' },
    ...{ hint: ['商标注册号或授权书编号', 'number of the right or of the letter of authority'], example: '' },
  },
  {
    ...{ name: 'country', zh: '原产国', en: 'Country of origin', required: true, list: 'country' },
    ...{ hint: ['3 位国别代码', 'three digits'], example: '119' },
  },
  {
    ...{ name: 'unit', zh: '计量单位', en: 'Unit', required: true, list: 'unit' },
    ...{ hint: ['申报计量单位代码', 'code of the unit it is sold in'], example: '136' },
  },
  {
    ...{ name: 'unit1', zh: '法定计量单位', en: 'First legal unit', required: true, list: 'unit' },
    ...{ hint: ['税则的第一法定单位', 'first legal unit of the tariff line'], example: '035' },
  },
  {
    ...{ name: 'unit1Quantity', zh: '第一法定数量换算', en: 'First legal units a unit', kind: 'number' },
    ...{ hint: quantity, example: '0.25' },
  },
  {
    ...{ name: 'unit2', zh: '第二计量单位', en: 'Second legal unit', list: 'unit' },
    ...{ hint: ['税则有第二单位时填写', 'where the tariff line has one'], example: '' },
  },
  {
    ...{ name: 'unit2Quantity', zh: '第二法定数量换算', en: 'Second legal units a unit', kind: 'number' },
    ...{ hint: quantity, example: '' },
  },
  {
    ...{ name: 'price', zh: '备案单价', en: 'Filed price', kind: 'number' },
    ...{ hint: ['人民币，每计量单位', 'CNY a unit'], example: '68' },
  },
  {
    ...{ name: 'emsNo', zh: '账册编号', en: 'Account book number' },
    ...{ hint: ['网购保税时填写', 'for bonded import'], example: '' },
  },
  {
    ...{ name: 'itemRecordNo', zh: '账册备案料号', en: 'Account book item number' },
    ...{ hint: ['网购保税时填写', 'for bonded import'], example: '' },
  },
  {
    ...{ name: 'validFrom', zh: '有效期起', en: 'Valid from', required: true, kind: 'day' },
    ...{ hint: ['年-月-日', 'YYYY-MM-DD'], example: '2026-01-01' },
  },
  {
    ...{ name: 'validTo', zh: '有效期止', en: 'Valid to', kind: 'day' },
    ...{ hint: ['年-月-日；长期有效留空', 'YYYY-MM-DD; empty where it is open'], example: '' },
  },
];

/** Names of the fields that must be there. */
export const requiredFields: readonly (keyof Goods)[] = fileColumns
  .filter(({ required }) => required)
  .map(({ name }) => name);
