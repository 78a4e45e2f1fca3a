/** Goods Yunnan sells abroad, as a shop lists them; weights in grams, prices in fen. */
export interface ExportGoods {
  readonly itemNo: string;
  readonly name: string;
  /** Ten digits, as it is classified in full. */
  readonly gcode: string;
  readonly model: string;
  readonly unit: string;
  readonly netGrams: number;
  readonly grossGrams: number;
  readonly pricesFen: readonly number[];
}

export const EXPORT_GOODS: readonly ExportGoods[] = [
  {
    itemNo: 'TEA-PUR-01',
    name: '普洱熟茶饼',
    gcode: '0902303100',
    model: '示例牌|357克/饼|普洱茶（熟茶）',
    unit: '007',
    netGrams: 357,
    grossGrams: 420,
    pricesFen: [9_800, 12_800, 16_800],
  },
  {
    itemNo: 'COF-YUN-02',
    name: '云南小粒咖啡豆',
    gcode: '0901210000',
    model: '示例牌|454克/袋|已焙炒咖啡',
    unit: '136',
    netGrams: 454,
    grossGrams: 490,
    pricesFen: [6_400, 7_900],
  },
  {
    itemNo: 'FLW-ROS-03',
    name: '鲜玫瑰',
    gcode: '0603110000',
    model: '示例牌|20枝/束|鲜切花',
    unit: '136',
    netGrams: 900,
    grossGrams: 1_100,
    pricesFen: [4_500, 5_900],
  },
  {
    itemNo: 'SLV-BRC-04',
    name: '银手镯',
    gcode: '7113111000',
    model: '示例牌|32克/只|银首饰',
    unit: '007',
    netGrams: 32,
    grossGrams: 90,
    pricesFen: [32_000, 45_900, 68_000],
  },
];

/** Where the parcels go: country of the standard's list, port. */
export const DESTINATIONS = [
  { country: '136', port: 'THA' },
  { country: '119', port: 'LAO' },
  { country: '141', port: 'VNM' },
  { country: '106', port: 'MMR' },
] as const;
