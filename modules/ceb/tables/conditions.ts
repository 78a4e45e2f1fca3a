import type { When } from './row.ts';

/** Direct purchase: goods cross the border after the order was placed. */
export const DIRECT_PURCHASE = {
  field: 'tradeMode',
  is: ['9610'],
  zh: '直购进口（9610）',
  en: 'direct purchase (9610)',
} as const satisfies When;

/** Bonded stock, in pilot cities (1210) or elsewhere (1239). */
export const BONDED = {
  field: 'tradeMode',
  is: ['1210', '1239'],
  zh: '保税进口（1210、1239）',
  en: 'bonded import (1210, 1239)',
  rule: 'R-1.18',
} as const satisfies When;

/** Goods of a special customs zone leave the country; the text writes 1210, the schema adds 1239. */
export const SPECIAL_ZONE_EXPORT = {
  field: 'tradeMode',
  is: ['1210', '1239'],
  zh: '特殊区域出口（1210、1239）',
  en: 'export from a special zone (1210, 1239)',
} as const satisfies When;

/** Goods that leave otherwise than by mail; 6 is mail in the table of transport modes. */
export const NOT_BY_MAIL = {
  field: 'trafMode',
  isNot: ['6'],
  zh: '非邮路运输',
  en: 'transport other than mail',
} as const satisfies When;

/** Business to business by list: only without licence, inspection or tax, else by a full customs declaration. */
export const B2B_BY_LIST = {
  field: 'tradeMode',
  is: ['9710', '9810'],
  zh: 'B2B 出口清单（9710、9810）',
  en: 'B2B export by list (9710, 9810)',
  rule: 'R-1.28',
} as const satisfies When;

/** Simplified declaring: goods without licence, export duty and tax refund. */
export const SIMPLIFIED = {
  field: 'statisticsFlag',
  is: ['A'],
  zh: '简化申报（A）',
  en: 'simplified declaring (A)',
} as const satisfies When;

/** A platform abroad that has no code in China. */
export const PLATFORM_ABROAD = {
  otherwise: { write: '无', zh: '境外平台没有代码', en: 'a platform abroad has no code' },
} as const;

export const NO_BAR_CODE = {
  otherwise: { write: '无', zh: '没有条形码', en: 'there is no bar code' },
} as const;

export const NOTHING_PAID = {
  otherwise: { write: '0', zh: '没有该项金额', en: 'there is no such amount' },
} as const;
