import { digitsOf } from './identity.ts';
import type { Story } from './story.ts';

/** Minutes after the order at which each paper of the sale is written. */
export const WHEN = {
  order: 0,
  received: 3,
  waybill: 40,
  list: 60,
  released: 75,
  arrived: 180,
  bundled: 240,
  departed: 600,
  summarised: 14 * 1440,
  summaryDone: 14 * 1440 + 30,
  cancelled: 120,
  returned: 20 * 1440,
  tallied: 20 * 1440 + 90,
} as const;

/** Pu-erh tea and roasted coffee from Yunnan for a buyer in Thailand, by air from Kunming. */
export const GOODS = [
  {
    itemNo: 'TEA-PUR-01',
    itemName: '普洱熟茶饼',
    gcode: '0902303100',
    gmodel: '示例牌|357克/饼|普洱茶（熟茶）',
    barCode: '9520000000608',
    unit: '007',
    qty: '2',
    price: '98',
    totalPrice: '196',
    lawful: { qty1: '0.714', unit1: '035' },
  },
  {
    itemNo: 'COF-YUN-02',
    itemName: '云南小粒咖啡豆',
    gcode: '0901210000',
    gmodel: '示例牌|454克/袋|已焙炒咖啡',
    barCode: '9520000000615',
    unit: '136',
    qty: '1',
    price: '64',
    totalPrice: '64',
    lawful: { qty1: '0.454', unit1: '035' },
  },
] as const;

export const SUMS = {
  goodsValue: '260',
  freight: '35',
  insuredFee: '0',
  received: '295',
  grossWeight: '1.46',
  netWeight: '1.168',
} as const;

export const ROUTE = {
  trafMode: '5',
  trafName: '航空',
  voyageNo: 'MU9601',
  destination: '136',
  /** Kunming Changshui airport. */
  portCode: '8620',
  domesticTrafNo: '云A示例01',
} as const;

export const waybillNo = (story: Story): string => story.number('W', 32);
export const masterBillNo = (story: Story): string => story.number('M', 37);
export const bagNo = (story: Story): string => story.number('B', 37);
export const listNo = (story: Story): string => story.number('C', 30);
/** Number customs gives a summary: S, the day, nine digits. */
export const summaryNo = (story: Story): string => story.preNo('S', WHEN.summarised);
export const summaryDeclarationNo = (story: Story): string =>
  `S${story.at(WHEN.summaryDone).slice(0, 8)}${digitsOf(`${story.orderNo}/declared`, 9)}`;
