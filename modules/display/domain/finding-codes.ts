import { findingCodes } from '#kernel';

/** Why goods may not go on display, or may not be sold, sent back or counted there. */
export type DisplayFault =
  | 'DISPLAY-GOODS'
  | 'DISPLAY-GOODS-TWICE'
  | 'DISPLAY-TARIFF'
  | 'DISPLAY-VALUE'
  | 'DISPLAY-COVER'
  | 'DISPLAY-SHOP-OVERDUE'
  | 'DISPLAY-NOT-ENOUGH'
  | 'DISPLAY-OVERDUE'
  | 'DISPLAY-PICK-UP'
  | 'DISPLAY-NOT-NAMED';

/** What may be wrong with goods on display. */
export const DISPLAY_CODES = findingCodes<DisplayFault>({
  'DISPLAY-GOODS': [
    'business',
    ['账册或展示单中没有该序号的商品', 'Neither the book nor what is on display has an item of this number'],
    ['核对商品序号', 'Check the number of the item'],
  ],
  'DISPLAY-GOODS-TWICE': [
    'business',
    ['同一商品列了两次', 'The item is named twice'],
    ['合并为一行', 'Put both into one line'],
  ],
  'DISPLAY-TARIFF': [
    'business',
    [
      '税率表中没有该商品编码，无法计算担保金额',
      'The tariff at hand has no such code: its cover cannot be worked out',
    ],
    [
      '核对账册商品编码，或请平台补充税率',
      'Check the commodity code in the book, or have the rate added to the tariff',
    ],
  ],
  'DISPLAY-VALUE': [
    'business',
    ['展示店的在展货值超过限额', 'What is on display at the shop would be worth more than the limit'],
    ['减少数量，或先售出、运回部分商品', 'Take less, or sell or bring back some of it first'],
  ],
  'DISPLAY-COVER': [
    'business',
    ['可用担保额度不足以覆盖展示商品的税款', 'The free cover is less than the tax the goods would bear'],
    ['增加担保，或减少展示数量', 'Add to the guarantee, or take less'],
  ],
  'DISPLAY-SHOP-OVERDUE': [
    'business',
    ['该展示店有逾期未核销的展示商品', 'Goods at this shop are overdue'],
    ['先运回、售出或办理展期', 'Bring them back, sell them, or have their time prolonged first'],
  ],
  'DISPLAY-NOT-ENOUGH': [
    'business',
    ['超过在展数量', 'It is more than is on display'],
    [
      '核对数量；已售、已运回和在途返回的不再在展',
      'Check the quantity: what is sold, back or on its way back is on display no more',
    ],
  ],
  'DISPLAY-OVERDUE': [
    'business',
    ['已超过展示期限', 'The time on display is over'],
    ['运回区内，或请海关办理展期', 'Bring the goods back, or ask customs to prolong their time'],
  ],
  'DISPLAY-PICK-UP': [
    'business',
    ['该展示店未经海关批准现场提货', 'Customs has not approved that goods are taken away from this shop'],
    ['改为快递交付，或先申请批准', 'Have a carrier deliver it, or ask for the approval first'],
  ],
  'DISPLAY-NOT-NAMED': [
    'business',
    ['清单商品备注未写明展示单编号', 'Not every goods line of the list names the display in its note'],
    [
      '清单每行商品备注填写展示单编号后重新申报',
      'Declare the list anew with the number of the display in the note of each goods line',
    ],
  ],
});
