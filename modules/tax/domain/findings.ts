import { add, type Day, type Finding, formatDecimal } from '#kernel';
import type { RejectedTax, RejectReason } from './assessment.ts';
import type { TaxUnit } from './consumption-tax.ts';
import { weightsBought, withinWeightLimit } from './yearly-weight.ts';

/** Names of the tax units for people. */
export const UNIT_NAMES: Readonly<Record<TaxUnit, { zh: string; en: string }>> = {
  g: { zh: '克', en: 'g' },
  ml: { zh: '毫升', en: 'ml' },
  'g/ml': { zh: '克（毫升）', en: 'g (ml)' },
  kg: { zh: '千克', en: 'kg' },
  L: { zh: '升', en: 'L' },
  piece: { zh: '件（片、只）', en: 'piece' },
  unit: { zh: '计税单位', en: 'tax unit' },
};

export function negativeAmount(path: string, value: string): Finding {
  return {
    code: 'TAX-AMOUNT-NEGATIVE',
    level: 'business',
    path,
    message: { zh: `数值不能为负：${value}`, en: `The figure is negative: ${value}` },
    remedy: { zh: '填写零或正数后重新申报。', en: 'Give zero or a positive figure and declare again.' },
    rule: 'R-2.5',
    evidence: [{ paper: 'declaration', path, value }],
  };
}

export function tooManyDigits(path: string, value: string): Finding {
  return {
    code: 'TAX-AMOUNT-UNREADABLE',
    level: 'business',
    path,
    message: {
      zh: `不是最多五位小数的数值：${value}`,
      en: `Not a decimal number with at most five digits after the point: ${value}`,
    },
    remedy: { zh: '按 N19,5 格式填写后重新申报。', en: 'Write it as N19,5 and declare again.' },
    evidence: [{ paper: 'declaration', path, value }],
  };
}

export function unknownCode(path: string, item: { gcode: string; gname: string }, day: Day): Finding {
  return {
    code: 'TAX-TARIFF-UNKNOWN',
    level: 'business',
    path,
    message: {
      zh: `${day} 的税率表中没有商品编码 ${item.gcode}（${item.gname}）`,
      en: `The tariff of ${day} has no code ${item.gcode} (${item.gname})`,
    },
    remedy: {
      zh: '核对十位商品编码；编码无误的，请平台维护税率表后重新申报。',
      en: 'Check the ten digits of the code; if they are right, ask the platform to add the code to its tariff and declare again.',
    },
    rule: 'R-2.16',
    evidence: [{ paper: 'declaration', path, value: item.gcode }],
  };
}

export function missingQuantity(path: string, item: { gcode: string }, unit: TaxUnit, rule: string): Finding {
  const name = UNIT_NAMES[unit];
  return {
    code: 'TAX-QUANTITY-MISSING',
    level: 'business',
    path: `${path}/qty1`,
    message: {
      zh: `商品编码 ${item.gcode} 需要以${name.zh}计的数量，申报的三组数量均无法得出`,
      en: `Goods of ${item.gcode} need a quantity in ${name.en}; none of the three declared quantities gives it`,
    },
    remedy: {
      zh: `在法定数量、第二数量或成交数量之一中以可换算为${name.zh}的计量单位填写大于零的数量。`,
      en: `Give a quantity above zero in a unit that converts to ${name.en}, as legal, second or traded quantity.`,
    },
    rule,
  };
}

interface ReasonText {
  readonly code: string;
  readonly rule: string;
  readonly message: (assessment: RejectedTax) => Finding['message'];
  readonly remedy: Finding['remedy'];
}

const REASONS: Readonly<Record<RejectReason, ReasonText>> = {
  ANNUAL_LIMIT_EXCEEDED_GENERAL_TRADE: {
    code: 'TAX-ANNUAL-LIMIT',
    rule: 'R-2.4',
    message: ({ annualUsedBefore, dutiableValue, rules }) => {
      const used = formatDecimal(annualUsedBefore, 2);
      const value = formatDecimal(dutiableValue, 2);
      const limit = formatDecimal(rules.annualLimit.value, 2);
      return {
        zh: `订购人本年度已用额度 ${used} 元，加上本单完税价格 ${value} 元，超过年度限值 ${limit} 元`,
        en: `The buyer has used ${used} CNY this year; with this list's ${value} CNY the yearly limit of ${limit} CNY is exceeded`,
      };
    },
    remedy: {
      zh: '不得按跨境电商零售进口办理：退单并退款，或按一般贸易进口。',
      en: 'Not possible as retail import: cancel and refund the order, or import as general trade.',
    },
  },
  SINGLE_LIMIT_EXCEEDED_MORE_THAN_ONE_ITEM: {
    code: 'TAX-SINGLE-LIMIT',
    rule: 'R-2.3',
    message: ({ dutiableValue, rules }) => {
      const value = formatDecimal(dutiableValue, 2);
      const limit = formatDecimal(rules.singleLimit.value, 2);
      return {
        zh: `完税价格 ${value} 元超过单次限值 ${limit} 元，且订单不止一件商品`,
        en: `The dutiable value of ${value} CNY exceeds the single limit of ${limit} CNY, and the order holds more than one item`,
      };
    },
    remedy: {
      zh: '减少商品使完税价格不超过限值，或按一般贸易进口；仅购买一件不可分割商品的可全额征税进口。',
      en: 'Reduce the order to the limit, or import as general trade; an order of one indivisible item may come in taxed in full.',
    },
  },
  YEARLY_WEIGHT_LIMIT: {
    code: 'TAX-YEARLY-WEIGHT',
    rule: 'R-2.14',
    message: ({ lines }) => {
      const exceeded = weightsBought(lines).filter((weight) => !withinWeightLimit(weight));
      const inWords = (one: (heading: string, limit: string, kg: string) => string, comma: string) =>
        exceeded
          .map(({ heading, limit, kg, usedKg }) =>
            one(heading, formatDecimal(limit), formatDecimal(add(kg, usedKg))),
          )
          .join(comma);
      return {
        zh: inWords(
          (heading, limit, kg) => `品目 ${heading} 每人每年限购 ${limit} 千克，本单连同已购为 ${kg} 千克`,
          '；',
        ),
        en: inWords(
          (heading, limit, kg) =>
            `Goods of heading ${heading} are limited to ${limit} kg a person a year; with this list it is ${kg} kg`,
          '; ',
        ),
      };
    },
    remedy: {
      zh: '减少数量后重新购买，或按一般贸易进口。',
      en: 'Buy again in a smaller quantity, or import as general trade.',
    },
  },
};

/** Every reason of a refused assessment as a finding, with what to do about it. */
export function rejectionFindings(assessment: RejectedTax): Finding[] {
  return assessment.reasons.map((reason) => {
    const text = REASONS[reason];
    return {
      code: text.code,
      level: 'business',
      path: reason === 'YEARLY_WEIGHT_LIMIT' ? 'InventoryList/qty1' : 'InventoryList/totalPrice',
      message: text.message(assessment),
      remedy: text.remedy,
      rule: text.rule,
    };
  });
}
