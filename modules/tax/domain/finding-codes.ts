import { findingCodes } from '#kernel';

type TaxCode =
  | 'TAX-AMOUNT-NEGATIVE'
  | 'TAX-AMOUNT-UNREADABLE'
  | 'TAX-ANNUAL-LIMIT'
  | 'TAX-QUANTITY-MISSING'
  | 'TAX-SINGLE-LIMIT'
  | 'TAX-TARIFF-UNKNOWN'
  | 'TAX-YEARLY-WEIGHT';

/** Why a list cannot be taxed, or not as retail import. */
export const TAX_CODES = findingCodes<TaxCode>({
  'TAX-AMOUNT-NEGATIVE': [
    'business',
    ['数值为负', 'A figure is negative'],
    ['填写零或正数后重新申报', 'Give zero or a positive figure and declare again'],
  ],
  'TAX-AMOUNT-UNREADABLE': [
    'business',
    ['不是最多五位小数的数值', 'A figure is not a decimal with at most five digits after the point'],
    ['按 N19,5 格式填写后重新申报', 'Write it as N19,5 and declare again'],
  ],
  'TAX-ANNUAL-LIMIT': [
    'business',
    ['超过订购人的年度限值', 'The yearly limit of the buyer is exceeded'],
    ['退单并退款，或按一般贸易进口', 'Cancel and refund the order, or import as general trade'],
  ],
  'TAX-QUANTITY-MISSING': [
    'business',
    [
      '计税所需的数量无法从申报的数量得出',
      'The quantity the tax is worked out from cannot be had from those declared',
    ],
    ['以可换算的计量单位填写大于零的数量', 'Give a quantity above zero in a unit that converts'],
  ],
  'TAX-SINGLE-LIMIT': [
    'business',
    [
      '超过单次限值，且订单不止一件商品',
      'The single limit is exceeded, and the order holds more than one item',
    ],
    [
      '减少商品使完税价格不超过限值，或按一般贸易进口',
      'Reduce the order to the limit, or import as general trade',
    ],
  ],
  'TAX-TARIFF-UNKNOWN': [
    'business',
    ['税率表中没有该商品编码', 'The tariff of the day has no such code'],
    [
      '核对商品编码；编码无误的，请平台维护税率表',
      'Check the code; if it is right, ask the platform to add it to its tariff',
    ],
  ],
  'TAX-YEARLY-WEIGHT': [
    'business',
    ['超过每人每年的限购重量', 'The weight a person may buy in a year is exceeded'],
    ['减少数量，或按一般贸易进口', 'Reduce the quantity, or import as general trade'],
  ],
});
