import {
  BONDED,
  BONDED_A,
  type CriterionRow,
  criterion,
  LIMITS,
  POSITIVE,
  REGISTERED,
  RETAIL_IMPORT,
  stockAt,
  TABLE,
} from './criterion.ts';

/** What every way of retail import asks, whatever the place of the stock. */
const retailImport = (mode: '9610' | '1210' | '1239'): CriterionRow[] => [
  criterion(
    mode,
    'import',
    'CONSUMER',
    RETAIL_IMPORT,
    ['买方为境内消费者，自用', 'the buyer is a consumer in China, for own use'],
    [{ fact: 'buyer', is: 'consumer' }],
  ),
  criterion(
    mode,
    'import',
    'PLATFORM',
    RETAIL_IMPORT,
    [
      '经电子商务平台成交，订单、支付、物流信息可传输海关',
      'sold through an e-commerce platform that sends order, payment and waybill to customs',
    ],
    [{ fact: 'platformOrder', is: true }],
  ),
  criterion(
    mode,
    'import',
    'LISTED',
    POSITIVE,
    ['商品在零售进口商品清单内', 'the goods are on the positive list of retail import'],
    [{ fact: 'positiveList', is: true }],
  ),
  criterion(
    mode,
    'import',
    'LIMITS',
    LIMITS,
    [
      '不超过单次和个人年度交易限值（超单次限值仅限单件且全额征税）',
      'within the limit a transaction and the limit a person a year (over the single one: one item only, taxed in full)',
    ],
    [{ fact: 'withinLimits', is: true }],
  ),
  criterion(
    mode,
    'import',
    'REGISTERED',
    REGISTERED,
    [
      '平台、物流、支付企业及境内代理人已在海关注册登记',
      'platform, carrier, payment firm and domestic agent are registered with customs',
    ],
    [{ fact: 'registered', is: true }],
  ),
];

/** What each way of importing asks. */
export const IMPORT_CRITERIA: readonly CriterionRow[] = [
  ...retailImport('9610'),
  stockAt('9610', 'import', RETAIL_IMPORT, 'abroad', [
    '下单后自境外发货',
    'sent from abroad after the order',
  ]),
  criterion(
    '9610',
    'import',
    'NOT-BONDED-ONLY',
    POSITIVE,
    ['清单未限定仅可保税进口', 'the list does not keep these goods for bonded import'],
    [{ fact: 'bondedOnly', is: false }],
  ),
  ...retailImport('1210'),
  stockAt('1210', 'import', BONDED, 'bonded-listed', [
    '货物存于准予网购保税进口地方的区域（中心）',
    'the goods lie in a zone or centre of a place listed for bonded retail import',
  ]),
  ...retailImport('1239'),
  criterion(
    '1239',
    'import',
    'IN-FORCE',
    BONDED_A,
    ['该监管方式已启用（2016-12-01起）', 'the mode is in use (since 2016-12-01)'],
    [{ fact: 'bondedAInUse', is: true }],
  ),
  stockAt('1239', 'import', BONDED_A, 'bonded-elsewhere', [
    '货物存于其他地方的特殊监管区域（中心）',
    'the goods lie in a zone or centre of any other place',
  ]),
  criterion(
    '1239',
    'import',
    'LICENCE',
    BONDED_A,
    [
      '一线入区时已具备许可证件和首次进口注册备案',
      'licences and first-import registration are at hand at the first line',
    ],
    [{ fact: 'licenceMet', is: true }],
  ),
  criterion(
    '0110',
    'import',
    'IMPORTER',
    TABLE,
    ['由境内注册的收货人以企业身份进口', 'a registered consignee in China imports the goods as a firm'],
    [{ fact: 'importer', is: true }],
  ),
  criterion(
    '0110',
    'import',
    'LICENCE',
    TABLE,
    ['须持证进口的商品已取得许可证件', 'licences are at hand where the goods need them'],
    [{ fact: 'licenceMet', is: true }],
  ),
];
