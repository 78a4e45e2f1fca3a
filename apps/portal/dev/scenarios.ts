/** Invented goods, firms and faults for building the screens; nothing of this is in the built portal. */

export interface Goods {
  readonly gcode: string;
  readonly gname: string;
  readonly gmodel: string;
  readonly unit: string;
  readonly country: string;
  readonly price: number;
  readonly vat: number;
  readonly consumption: number;
}

export const goods: readonly Goods[] = [
  {
    gcode: '2204210000',
    gname: '泰国暹罗谷西拉红葡萄酒 750ml',
    gmodel: '750ml/瓶|13%vol',
    unit: '142',
    country: '136',
    price: 200,
    vat: 13,
    consumption: 10,
  },
  {
    gcode: '1901101090',
    gname: '幼儿配方奶粉 3 段 900g',
    gmodel: '900g/罐|12-36 月龄',
    unit: '119',
    country: '609',
    price: 268,
    vat: 13,
    consumption: 0,
  },
  {
    gcode: '3304990049',
    gname: '保湿面膜 25ml×10 片',
    gmodel: '25ml×10 片/盒',
    unit: '140',
    country: '133',
    price: 129,
    vat: 13,
    consumption: 0,
  },
  {
    gcode: '2106909090',
    gname: '乳木果膳食补充剂 60 粒',
    gmodel: '60 粒/瓶',
    unit: '142',
    country: '601',
    price: 189,
    vat: 13,
    consumption: 0,
  },
  {
    gcode: '3304990029',
    gname: '焕活精华面霜 20g',
    gmodel: '20g/瓶',
    unit: '142',
    country: '305',
    price: 425,
    vat: 13,
    consumption: 15,
  },
  {
    gcode: '0901210000',
    gname: '越南中度烘焙咖啡豆 500g',
    gmodel: '500g/袋|阿拉比卡',
    unit: '125',
    country: '141',
    price: 86,
    vat: 13,
    consumption: 0,
  },
  {
    gcode: '8509809000',
    gname: '声波电动牙刷',
    gmodel: 'S7|USB-C 充电',
    unit: '001',
    country: '116',
    price: 459,
    vat: 13,
    consumption: 0,
  },
  {
    gcode: '3401300000',
    gname: '山竹洁面乳 150ml',
    gmodel: '150ml/支',
    unit: '012',
    country: '136',
    price: 69,
    vat: 13,
    consumption: 0,
  },
];

export const platforms = [
  {
    code: '53019A0001',
    name: '云岭优选跨境商城',
    seller: '53019A0011',
    sellerName: '澜湄国际商贸（昆明）有限公司',
  },
  { code: '53019A0002', name: '花城全球购', seller: '53019A0012', sellerName: '滇池保税供应链有限公司' },
  { code: '53019A0003', name: '彩云海淘', seller: '53019A0013', sellerName: '磨憨口岸进出口有限公司' },
] as const;

export const offices = [
  { code: '8601', zh: '昆明海关', en: 'Kunming Customs' },
  { code: '8612', zh: '勐腊海关', en: 'Mengla Customs' },
  { code: '8613', zh: '河口海关', en: 'Hekou Customs' },
  { code: '8603', zh: '瑞丽海关', en: 'Ruili Customs' },
  { code: '8620', zh: '昆明机场', en: 'Kunming Airport' },
] as const;

export const buyers = ['张*', '李*', '王*芳', '赵*', '陈*明', '杨*', '和*', '刀*', '段*华', '欧阳*'] as const;

export type ScenarioName =
  | 'clean'
  | 'paid-amount'
  | 'buyer-name'
  | 'quantity'
  | 'weight'
  | 'two-over-limit'
  | 'yearly-limit'
  | 'positive-list'
  | 'split-orders'
  | 'inspection'
  | 'missing-payment'
  | 'withdrawn';

/** Clean ones come often, every fault now and then. */
export const mix: readonly ScenarioName[] = [
  ...Array<ScenarioName>(26).fill('clean'),
  'paid-amount',
  'buyer-name',
  'quantity',
  'weight',
  'two-over-limit',
  'yearly-limit',
  'positive-list',
  'split-orders',
  'inspection',
  'missing-payment',
  'withdrawn',
];

interface End {
  readonly state: 'waiting' | 'released' | 'held' | 'refused' | 'withdrawn';
  readonly statusCode: string;
  readonly customsCode: string;
  readonly zh: string;
  readonly en: string;
  readonly whyZh: string;
  readonly whyEn: string;
}

const released: End = {
  state: 'released',
  statusCode: '800',
  customsCode: '2600',
  zh: '放行',
  en: 'Released',
  whyZh: '四单一致，在限额之内，税款已计入担保：放行。',
  whyEn: 'The four papers agree, the limits are kept and the tax is covered by the guarantee: released.',
};

const refused = (customsCode: string, zh: string, en: string, whyZh: string, whyEn: string): End => ({
  state: 'refused',
  statusCode: '100',
  customsCode,
  zh,
  en,
  whyZh,
  whyEn,
});

export const ends: Record<ScenarioName, End> = {
  clean: released,
  weight: released,
  'paid-amount': refused(
    '1316',
    '实付金额与支付单不符',
    'Paid amount differs from the payment',
    '订单的实际支付金额与支付单的支付金额不一致：退单。请更正后重报。',
    'The amount paid in the order is not the amount of the payment: refused. Correct it and send again.',
  ),
  'buyer-name': refused(
    '1318',
    '订购人与支付人不一致',
    'Buyer is not the payer',
    '订购人与支付人姓名不一致，且订购人身份未经认证：退单。',
    "Buyer and payer have different names and the buyer's identity is not certified: refused.",
  ),
  quantity: refused(
    '1322',
    '商品数量与订单不符',
    'Quantity differs from the order',
    '清单第 1 项的数量与订单不一致：退单。',
    'The quantity of line 1 is not that of the order: refused.',
  ),
  'two-over-limit': refused(
    '1312',
    '超单次限额且不止一件',
    'Over the single limit with two items',
    '完税价格超过单次 5,000 元限额，且不止一件商品：退单，应按一般贸易办理。',
    'The dutiable value is over the single limit of 5,000 CNY and there is more than one item: refused; declare it as general trade.',
  ),
  'yearly-limit': refused(
    '1313',
    '超个人年度限额',
    'Over the yearly limit',
    '加上本单，订购人今年累计将超过 26,000 元限额：退单，应按一般贸易办理。',
    'With this list the buyer would pass the yearly limit of 26,000 CNY: refused; declare it as general trade.',
  ),
  'positive-list': refused(
    '1205',
    '不在正面清单',
    'Not on the positive list',
    '第 1 项的商品编码不在跨境电商零售进口商品清单内：退单。',
    'The code of line 1 is not on the list of goods for retail import: refused.',
  ),
  'split-orders': {
    state: 'held',
    statusCode: '300',
    customsCode: '1200',
    zh: '疑似拆单，转人工',
    en: 'Possible split order, manual review',
    whyZh: '同一订购人当日多份订单合计超过单次限额，疑似拆单：转人工审核。',
    whyEn:
      'Orders of the same buyer on one day add up to more than the single limit, a sign of split orders: held for manual review.',
  },
  inspection: {
    state: 'held',
    statusCode: '500',
    customsCode: '1500',
    zh: '布控查验',
    en: 'Selected for inspection',
    whyZh: '随机布控命中：查验。请将包裹送至监管作业场所。',
    whyEn: 'Selected at random: held for inspection. Bring the parcel to the supervised site.',
  },
  'missing-payment': {
    state: 'waiting',
    statusCode: '2',
    customsCode: '',
    zh: '',
    en: '',
    whyZh: '',
    whyEn: '',
  },
  withdrawn: {
    state: 'withdrawn',
    statusCode: '399',
    customsCode: '1399',
    zh: '企业撤回',
    en: 'Withdrawn by its sender',
    whyZh: '申报企业在判定前删除了这份清单：已撤回。',
    whyEn: 'The declaring agent deleted this list before it was judged: withdrawn.',
  },
};
