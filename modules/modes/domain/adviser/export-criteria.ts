import {
  B2B,
  BONDED,
  type CriterionRow,
  criterion,
  type ModeCode,
  type Origin,
  REGISTERED,
  RETAIL_IMPORT,
  stockAt,
  TABLE,
} from './criterion.ts';

const registeredExporter = (mode: ModeCode): CriterionRow =>
  criterion(
    mode,
    'export',
    'REGISTERED',
    REGISTERED,
    ['企业已办理海关登记', 'the firm is registered with customs'],
    [{ fact: 'registered', is: true }],
  );

const platformOrder = (mode: ModeCode, origin: Origin): CriterionRow =>
  criterion(
    mode,
    'export',
    'PLATFORM',
    origin,
    ['经跨境电子商务平台成交', 'the contract is made through a cross-border e-commerce platform'],
    [{ fact: 'platformOrder', is: true }],
  );

const licence = (mode: ModeCode): CriterionRow =>
  criterion(
    mode,
    'export',
    'LICENCE',
    TABLE,
    ['须持证出口的商品已取得许可证件', 'licences are at hand where the goods need them'],
    [{ fact: 'licenceMet', is: true }],
  );

const b2bOpen = (mode: '9710' | '9810'): CriterionRow =>
  criterion(
    mode,
    'export',
    'OPEN',
    B2B,
    ['申报日该监管方式已在申报地海关开办', 'the mode is open at the office on the day'],
    [{ fact: 'b2bOpen', is: true }],
  );

/** What each way of exporting asks. */
export const EXPORT_CRITERIA: readonly CriterionRow[] = [
  criterion(
    '9610',
    'export',
    'CONSUMER',
    RETAIL_IMPORT,
    ['买方为境外消费者', 'the buyer is a consumer abroad'],
    [{ fact: 'buyer', is: 'consumer' }],
  ),
  platformOrder('9610', RETAIL_IMPORT),
  stockAt('9610', 'export', TABLE, 'china', [
    '货物在境内，下单后发运',
    'the goods are in China and leave after the order',
  ]),
  registeredExporter('9610'),
  licence('9610'),
  criterion(
    '1210',
    'export',
    'CONSUMER',
    BONDED,
    ['买方为境外消费者', 'the buyer is a consumer abroad'],
    [{ fact: 'buyer', is: 'consumer' }],
  ),
  platformOrder('1210', BONDED),
  stockAt('1210', 'export', BONDED, 'special-area', [
    '货物已入特殊监管区域，下单后自区内发运',
    'the goods lie in a special zone and leave it after the order',
  ]),
  registeredExporter('1210'),
  licence('1210'),
  b2bOpen('9710'),
  criterion(
    '9710',
    'export',
    'FIRM',
    B2B,
    ['买方为境外企业', 'the buyer is a firm abroad'],
    [{ fact: 'buyer', is: 'firm' }],
  ),
  platformOrder('9710', B2B),
  stockAt(
    '9710',
    'export',
    B2B,
    ['china', 'special-area'],
    ['货物自境内直接运至境外企业', 'the goods go straight from China to the firm abroad'],
  ),
  registeredExporter('9710'),
  licence('9710'),
  b2bOpen('9810'),
  platformOrder('9810', B2B),
  stockAt('9810', 'export', B2B, 'overseas-warehouse', [
    '货物先运抵海外仓，经平台售出后自海外仓送达',
    'the goods first go to an overseas warehouse and are delivered from there once sold through a platform',
  ]),
  criterion(
    '9810',
    'export',
    'WAREHOUSE',
    {
      rule: 'R-1.33',
      source: '海关总署公告2020年第75号、2024年第167号',
      confidence: 'V',
      from: '2016-04-08',
    },
    [
      '海外仓已按当时规定备案（2024-12-15起不再要求）',
      'the warehouse is filed where that is required (not since 2024-12-15)',
    ],
    [{ fact: 'warehouseFiled', is: true }],
  ),
  registeredExporter('9810'),
  licence('9810'),
  registeredExporter('0110'),
  licence('0110'),
  criterion(
    '1039',
    'export',
    'MARKET',
    TABLE,
    [
      '在认定的市场集聚区采购并在市场采购贸易平台登记',
      'bought at a recognised market and recorded on its network',
    ],
    [{ fact: 'marketPurchase', is: true }],
  ),
  criterion(
    '1039',
    'export',
    'LIMIT',
    { rule: 'R-1.7', source: '海关总署公告2014年第54号', confidence: 'V', from: '2016-04-08' },
    ['单票报关单货值不超过限值', 'a declaration is within the limit of the mode'],
    [{ fact: 'valueUsd', atMost: 'export.market_purchase_limit_usd' }],
  ),
  licence('1039'),
  criterion(
    '4019',
    'export',
    'BORDER',
    TABLE,
    [
      '由有边境小额贸易经营权的企业经指定陆路口岸出口至毗邻国家',
      'a firm with border trade rights exports through a land port to the neighbouring country',
    ],
    [{ fact: 'borderTrade', is: true }],
  ),
  licence('4019'),
];
