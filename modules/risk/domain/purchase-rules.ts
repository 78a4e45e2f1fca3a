import { add, type Decimal, formatDecimal, readDecimal, ZERO } from '#kernel';
import { maskIdNumber } from '#registry';
import { NOTHING, type RiskSetting, type RiskSubject, type RuleLogic } from './rule.ts';

const K3 = {
  version: 1,
  indicator: 'K3',
  group: 'economic',
  rule: 'R-6.3',
  source: 'design default',
  confidence: 'D',
  from: '2016-04-08',
} as const;

function threshold(setting: RiskSetting, name: string): Decimal {
  const value = readDecimal(setting.thresholds[name] ?? '');
  if (value === undefined) {
    throw new RangeError(`threshold ${name} of ${setting.code} from ${setting.from} is not a number`);
  }
  return value;
}

const yuan = (amount: Decimal) => formatDecimal(amount, 2);

const buyerOf = ({ dossier }: RiskSubject) => {
  const value = maskIdNumber(dossier.declaration.head.buyerIdNumber);
  return { paper: 'declaration', path: 'Inventory/InventoryHead/buyerIdNumber', value };
};

/** K3: one purchase cut into several to stay under the single limit. */
export const splitOrders: RuleLogic = {
  ...K3,
  code: 'RISK-SPLIT-ORDERS',
  text: {
    zh: '同一订购人同日多单合计不应超过单次交易限值',
    en: "One buyer's orders of a day should not add up to more than the single limit",
  },
  needs: 'sameDayTotal',
  thresholds: ['limit_cny'],
  prepare: ([setting]) => {
    const limit = threshold(setting, 'limit_cny');
    return (subject, { sameDayTotal = ZERO }) => {
      const { dutiableValue } = subject;
      // A single dear order is a matter of tax, not of splitting: there must be others that day.
      if (dutiableValue === undefined || sameDayTotal <= ZERO) return NOTHING;
      const total = add(sameDayTotal, dutiableValue);
      if (total <= limit) return NOTHING;
      const buyer = buyerOf(subject);
      return [
        {
          setting,
          path: buyer.path,
          message: {
            zh: `订购人${buyer.value}当日各单合计${yuan(total)}元，超过${yuan(limit)}元，疑似拆单`,
            en: `The orders of buyer ${buyer.value} today add up to ${yuan(total)} CNY, more than ${yuan(limit)} CNY: perhaps one purchase split`,
          },
          remedy: {
            zh: '由关员核对各单是否为同一次购买；属拆单的，合并为一单，超过限值的按规定全额征税或按一般贸易进口',
            en: 'An officer compares the orders; one purchase is declared as one, and taxed in full or imported as general trade over the limit',
          },
          evidence: [buyer, { paper: 'facts', path: 'sameDayTotal', value: yuan(sameDayTotal) }],
        },
      ];
    };
  },
};

/** K3: just under the limit, again and again. Asked only of a list that is itself just under it. */
export const nearLimit: RuleLogic = {
  ...K3,
  code: 'RISK-NEAR-LIMIT',
  text: {
    zh: '同一订购人不应在数日内多次贴近单次限值购买',
    en: 'A buyer should not buy just under the single limit time after time within days',
  },
  needs: 'recentAmounts',
  thresholds: ['from_cny', 'to_cny', 'times'],
  prepare: ([setting]) => {
    const [from, to] = [threshold(setting, 'from_cny'), threshold(setting, 'to_cny')];
    const times = Number(setting.thresholds.times);
    if (!Number.isInteger(times)) {
      throw new RangeError(`threshold times of ${setting.code} from ${setting.from} is not a whole number`);
    }
    const near = (amount: Decimal) => amount >= from && amount <= to;
    return (subject, { recentAmounts = [] }) => {
      const { dutiableValue } = subject;
      if (dutiableValue === undefined || !near(dutiableValue)) return NOTHING;
      const count = recentAmounts.filter(near).length + 1;
      if (count < times) return NOTHING;
      const buyer = buyerOf(subject);
      const span = `${formatDecimal(from)}–${formatDecimal(to)}`;
      return [
        {
          setting,
          path: buyer.path,
          message: {
            zh: `订购人${buyer.value}近日${count}次购买金额在${span}元之间，贴近单次限值`,
            en: `Buyer ${buyer.value} has bought ${count} times lately for ${span} CNY, just under the single limit`,
          },
          remedy: {
            zh: '由关员核对购买用途，是否自用、是否拆单',
            en: 'An officer asks what the goods are for, and whether one purchase was split',
          },
          evidence: [
            buyer,
            { paper: 'facts', path: 'recentAmounts', value: recentAmounts.map(yuan).join(', ') },
          ],
        },
      ];
    };
  },
};

/** K9: a waybill number that another purchase carries. */
export const waybillReused: RuleLogic = {
  code: 'RISK-WAYBILL-REUSED',
  version: 1,
  indicator: 'K9',
  group: 'economic',
  text: {
    zh: '同一物流企业的运单编号在六个月内不得重复使用',
    en: "A carrier's waybill number may not come back within six months",
  },
  rule: 'R-1.17',
  source: 'CEB specification 202205, logisticsNo; R-6.3 K9',
  confidence: 'V',
  from: '2016-04-08',
  needs: 'waybillUsedBy',
  thresholds: [],
  prepare:
    ([setting]) =>
    ({ dossier: { declaration } }, { waybillUsedBy }) => {
      const { logisticsNo, logisticsCode, orderNo } = declaration.head;
      if (waybillUsedBy === undefined || waybillUsedBy === orderNo) return NOTHING;
      const path = 'Inventory/InventoryHead/logisticsNo';
      return [
        {
          setting,
          path,
          message: {
            zh: `物流企业${logisticsCode}的运单编号${logisticsNo}已用于订单${waybillUsedBy}`,
            en: `Waybill number ${logisticsNo} of carrier ${logisticsCode} is already used for order ${waybillUsedBy}`,
          },
          remedy: {
            zh: '核对运单编号；确为新包裹的，由物流企业换发新单号后变更运单和清单',
            en: 'Compare the number; for a new parcel the carrier gives a new one and changes waybill and declaration',
          },
          evidence: [
            { paper: 'declaration', path, value: logisticsNo },
            { paper: 'facts', path: 'waybillUsedBy', value: waybillUsedBy },
          ],
        },
      ];
    },
};
