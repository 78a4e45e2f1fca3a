import { findingCodes } from '#kernel';
import type { Refusal } from './post.ts';

/** Why a movement of bonded goods is refused, and what may be wrong with goods of a book. */
export const BONDED_CODES = findingCodes<Refusal | 'BONDED-UNIT'>({
  'BONDED-ITEM-UNKNOWN': [
    'business',
    ['账册中没有该序号的商品', 'The book has no item of this number'],
    [
      '核对账册号和商品序号，或先在账册中备案该商品',
      'Check book and item number, or file the item in the book first',
    ],
  ],
  'BONDED-BOOK-CLOSED': [
    'business',
    ['业务日期不在账册有效期内', 'The day is not within the time the book is open'],
    ['改正日期，或先办理账册延期', 'Mend the day, or have the book prolonged first'],
  ],
  'BONDED-QUANTITY': [
    'business',
    [
      '数量应大于零，且与账面合计不超过十九位数字',
      'The quantity must be above zero, and with what lies there within 19 digits',
    ],
    ['填写大于零、账册容得下的数量', 'Give a quantity above zero that the book can hold'],
  ],
  'BONDED-NOT-ENOUGH': [
    'business',
    ['可用数量不足', 'There is not enough of it'],
    [
      '减少数量，或先核对库存（进区、退货、盘点）',
      'Take less, or check the stock first: entries, returns, counts',
    ],
  ],
  'BONDED-REFERENCE-USED': [
    'business',
    ['该单据已以另一数量记账', 'This document is in the book with another quantity'],
    [
      '单据号有误则改正；数量有误则以盘点调整',
      'Mend the reference if it is wrong; if the quantity was, adjust by a count',
    ],
  ],
  'BONDED-UNIT': [
    'field',
    ['计量单位代码不在代码表中', 'The unit is no code of the unit list'],
    ['使用计量单位代码表中的代码', 'Use a code of the unit list'],
  ],
});
