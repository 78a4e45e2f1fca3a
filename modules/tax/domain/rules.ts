import type { Bilingual, Confidence, Day } from '#kernel';

/** A rule of retail import tax in a sentence, with its source. */
export interface TaxRule {
  readonly code: string;
  readonly sentence: Bilingual;
  readonly source: string;
  readonly confidence: Confidence;
  readonly from: Day;
}

const rule = (
  code: string,
  from: Day,
  confidence: Confidence,
  source: string,
  zh: string,
  en: string,
): TaxRule => ({ code, from, confidence, source, sentence: { zh, en } });

/** The rules this module carries out. Figures are not here: they stand, dated, in `contracts/parameters.csv`. */
export const TAX_RULES: readonly TaxRule[] = [
  rule(
    'R-1.14',
    '2018-06-30',
    'V',
    'CEB field notes',
    '实际支付金额＝商品价格＋运杂费（含保费）＋代扣税款－非现金抵扣金额。',
    'Paid amount = goods value + freight (with insurance) + tax − non-cash deduction.',
  ),
  rule(
    'R-2.1',
    '2016-04-08',
    'V',
    '财关税〔2016〕18号、财关税〔2018〕49号',
    '零售进口商品设单次交易限值和个人年度交易限值，限值本身可以达到。',
    'Retail import has a limit a transaction and a limit a person a calendar year; each may be reached.',
  ),
  rule(
    'R-2.2',
    '2016-04-08',
    'V',
    '财关税〔2016〕18号',
    '限值以内关税税率为零，增值税、消费税按法定应纳税额的一定比例征收，没有免征税额。',
    'Within the limits duty is zero, and VAT and consumption tax are due at a share of the statutory amount; there is no tax-free amount.',
  ),
  rule(
    'R-2.3',
    '2019-01-01',
    'V',
    '财关税〔2018〕49号',
    '完税价格超过单次限值但低于年度限值，且订单下仅一件商品的，按货物税率全额征收关税、增值税和消费税，交易额计入年度交易总额。',
    'Over the single limit, within the yearly one and with only one item in the order: duty, VAT and consumption tax in full, and the value counts to the year.',
  ),
  rule(
    'R-2.4',
    '2019-01-01',
    'V',
    '财关税〔2018〕49号',
    '年度交易总额超过年度限值的，按一般贸易管理。',
    'Beyond the yearly limit goods are handled as general trade.',
  ),
  rule(
    'R-2.5',
    '2016-04-08',
    'V',
    '财关税〔2016〕18号',
    '完税价格为实际交易价格，包括商品零售价格、运费和保险费；优惠券、积分抵扣不从中减除。',
    'Dutiable value = actual price: retail price, freight and insurance; coupons and points do not lower it.',
  ),
  rule(
    'R-2.7',
    '2016-04-08',
    'V',
    'composite formula of the import taxes',
    '消费税＝（完税价格＋关税＋数量×定额）÷（1－比例税率）×比例税率＋数量×定额；增值税＝（完税价格＋关税＋消费税）×税率。',
    'Consumption tax = (V + D + n·q) ÷ (1 − r) × r + n·q; VAT = (V + D + consumption tax) × v.',
  ),
  rule(
    'R-2.8',
    '2016-10-01',
    'V',
    '财税〔2016〕103号',
    '高档化妆品完税价格在10元/毫升（克）或15元/片（张）及以上的征收消费税。',
    'Cosmetics bear consumption tax where the dutiable value is 10 CNY a ml or g, or 15 CNY a sheet, or more.',
  ),
  rule(
    'R-2.9',
    '2016-04-08',
    'V',
    'htshub.com, china-gacc.agency',
    '高档手表、酒类、珠宝玉石按各自的税率或定额征收消费税。',
    'High-end watches, alcoholic drinks, jewellery and jade bear consumption tax at their own rates and amounts.',
  ),
  rule(
    'R-2.11',
    '2016-04-08',
    'D',
    'design default, to be confirmed with the electronic tax bill (CEB816)',
    '运费和保费按商品价格分摊到分，尾差计入末行；各行各税种四舍五入到分后相加。',
    'Freight and insurance are shared by goods value to the cent, the remainder on the last line; each tax of each line is rounded to the cent (half up) and summed.',
  ),
  rule(
    'R-2.13',
    '2019-01-01',
    'H',
    'GACC practice',
    '适用海关接受清单申报之日的税率。',
    'Rates are those of the day the list was accepted.',
  ),
  rule(
    'R-2.14',
    '2022-03-01',
    'V',
    '八部门公告2022年第7号',
    '清单备注限定年度重量的商品，每人每年购买不得超过该重量。',
    'Goods that the positive list limits by yearly weight may be bought up to that weight a person a year.',
  ),
  rule(
    'R-2.16',
    '2024-01-01',
    'M',
    'contracts/tariff.csv, source of each line',
    '关税税率（最惠国税率，暂定税率优先）、增值税税率按税率表执行。',
    'Duty rates (MFN, a provisional one going first) and VAT rates are those of the tariff table.',
  ),
];

const BY_CODE = new Map(TAX_RULES.map((entry) => [entry.code, entry]));

/** @throws RangeError when this module has no such rule. */
export function taxRule(code: string): TaxRule {
  const found = BY_CODE.get(code);
  if (found === undefined) throw new RangeError(`no rule ${code} among the tax rules`);
  return found;
}
