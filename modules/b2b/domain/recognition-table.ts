import type { Row } from '#modes';

/** What a trade is taken for. */
export type B2bVerdict = '9710' | '9810' | 'retail' | 'general-trade';

export interface Recognised {
  readonly verdict: B2bVerdict;
  /** Type its order is declared with (CEB303 orderType); none where it is no B2B e-commerce export. */
  readonly orderType?: 'B' | 'W';
}

const SOURCE = '海关总署公告2020年第75号';
const from = '2020-07-01';

/**
 * Is this trade B2B e-commerce export, and which? Read from the top. Facts: `open` (the modes may be used at the district
 * on the day), `shipsTo` buyer or overseas-warehouse, `buyer` firm or consumer, `contract` platform or offline (how it was,
 * or for goods of a warehouse will be, sold).
 */
export const RECOGNITION: readonly Row<Recognised>[] = [
  {
    code: 'B2B-NOT-OPEN',
    rule: 'R-1.6',
    source: '海关总署公告2020年第75号、第92号，2021年第47号',
    confidence: 'H',
    from,
    sentence: {
      zh: '申报地海关当日尚未开办9710、9810，按一般贸易申报。',
      en: 'On the day 9710 and 9810 are not open at the customs district: general trade.',
    },
    when: [{ fact: 'open', is: false }],
    outcome: { verdict: 'general-trade' },
  },
  {
    code: 'B2B-RETAIL',
    rule: 'R-1.2',
    source: '海关总署公告2018年第194号',
    confidence: 'H',
    from,
    sentence: {
      zh: '经平台卖给境外消费者并直接寄送的，为零售出口（9610或1210）。',
      en: 'Sold on a platform to consumers abroad and sent to them: retail export (9610 or 1210).',
    },
    when: [
      { fact: 'shipsTo', is: 'buyer' },
      { fact: 'buyer', is: 'consumer' },
      { fact: 'contract', is: 'platform' },
    ],
    outcome: { verdict: 'retail' },
  },
  {
    code: 'B2B-DIRECT',
    rule: 'R-1.6',
    source: SOURCE,
    confidence: 'V',
    from,
    sentence: {
      zh: '境内企业通过跨境电商平台与境外企业达成交易，并通过跨境物流直接送达境外企业的，为B2B直接出口（9710）。',
      en: 'A contract made with a firm abroad through an e-commerce platform, the goods sent straight to it: B2B direct export (9710).',
    },
    when: [
      { fact: 'shipsTo', is: 'buyer' },
      { fact: 'buyer', is: 'firm' },
      { fact: 'contract', is: 'platform' },
    ],
    outcome: { verdict: '9710', orderType: 'B' },
  },
  {
    code: 'B2B-WAREHOUSE',
    rule: 'R-1.6',
    source: SOURCE,
    confidence: 'V',
    from,
    sentence: {
      zh: '先运抵海外仓，通过跨境电商平台实现交易后从海外仓送达购买者的，为出口海外仓（9810）。',
      en: 'Sent to an overseas warehouse first and delivered from there once sold on an e-commerce platform: export to an overseas warehouse (9810).',
    },
    when: [
      { fact: 'shipsTo', is: 'overseas-warehouse' },
      { fact: 'contract', is: 'platform' },
    ],
    outcome: { verdict: '9810', orderType: 'W' },
  },
  {
    code: 'B2B-NO-PLATFORM',
    rule: 'R-1.6',
    source: SOURCE,
    confidence: 'H',
    from,
    sentence: {
      zh: '交易不经跨境电商平台的，不是跨境电商B2B出口，按一般贸易申报。',
      en: 'Where no e-commerce platform stands between the parties it is not B2B e-commerce export: general trade.',
    },
    when: [{ fact: 'contract', is: 'offline' }],
    outcome: { verdict: 'general-trade' },
  },
];
