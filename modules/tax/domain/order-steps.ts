import { type Bilingual, formatDecimal, sum } from '#kernel';
import type { AcceptedTax, TaxAssessment } from './assessment.ts';
import { money, step, type TaxStep, verdict } from './step.ts';
import { weightsBought, withinWeightLimit } from './yearly-weight.ts';

/** The limits and the decision. */
export function limitSteps(assessment: TaxAssessment): TaxStep[] {
  const { rules, goodsValue, freight, insurance, dutiableValue, annualUsedBefore } = assessment;
  const value = money(dutiableValue);
  const afterwards = sum([annualUsedBefore, dutiableValue]);
  const { singleLimit, annualLimit } = rules;
  return [
    step(
      'order-value',
      'R-2.5',
      '本单完税价格＝商品价格＋运费＋保费',
      'Dutiable value of the list = goods + freight + insurance',
      `${money(goodsValue)} + ${money(freight)} + ${money(insurance)}`,
      value,
    ),
    step(
      'annual-limit',
      annualLimit,
      `年度已用额度加本单，不超过年度限值 ${money(annualLimit.value)} 元`,
      `Used this year plus this list, within the yearly limit of ${money(annualLimit.value)} CNY`,
      `${money(annualUsedBefore)} + ${value} = ${money(afterwards)} ≤ ${money(annualLimit.value)}`,
      verdict(afterwards <= annualLimit.value),
    ),
    step(
      'single-limit',
      singleLimit,
      `本单不超过单次限值 ${money(singleLimit.value)} 元`,
      `This list within the single limit of ${money(singleLimit.value)} CNY`,
      `${value} ≤ ${money(singleLimit.value)}`,
      verdict(dutiableValue <= singleLimit.value),
    ),
    ...weightsBought(assessment.lines).map((weight) =>
      step(
        'yearly-weight',
        'R-2.14',
        `品目 ${weight.heading} 每人每年限购 ${formatDecimal(weight.limit)} 千克：已购加本单`,
        `Heading ${weight.heading}, ${formatDecimal(weight.limit)} kg a person a year: bought before plus this list`,
        `${formatDecimal(weight.usedKg)} + ${formatDecimal(weight.kg)} ≤ ${formatDecimal(weight.limit)}`,
        verdict(withinWeightLimit(weight)),
      ),
    ),
    decisionStep(assessment),
  ];
}

const DECISIONS: Readonly<Record<TaxAssessment['decision'], { rule: string } & Bilingual>> = {
  ACCEPT: {
    rule: 'R-2.2',
    zh: '限值以内：零售进口，关税按限值内税率，增值税、消费税按比例征收',
    en: 'Within the limits: retail import, duty at the rate within the limits, VAT and consumption tax at their share',
  },
  ACCEPT_FULL_TAX: {
    rule: 'R-2.3',
    zh: '超过单次限值、仅一件商品：零售进口，全额征收关税、增值税和消费税',
    en: 'Over the single limit with only one item: retail import, duty, VAT and consumption tax in full',
  },
  REJECT: {
    rule: 'R-2.4',
    zh: '不得按零售进口办理',
    en: 'Not possible as retail import',
  },
};

function decisionStep(assessment: TaxAssessment): TaxStep {
  const { zh, en, rule } = DECISIONS[assessment.decision];
  const pieces = assessment.lines.map((line) => formatDecimal(line.pieces)).join(' + ');
  const formula = assessment.dutiableValue > assessment.rules.singleLimit.value ? `${pieces} ≤ 1` : '';
  const result = assessment.decision === 'REJECT' ? assessment.reasons.join(', ') : assessment.decision;
  return step('decision', rule, zh, en, formula, result);
}

/** The sums of an accepted list. */
export function totalSteps(assessment: AcceptedTax): TaxStep[] {
  const { dutiableValue, taxTotal, nonCashDeduction, actualPaid, annualUsedBefore, annualUsedAfter } =
    assessment;
  return [
    step(
      'tax-total',
      'R-2.11',
      '税款合计＝关税＋消费税＋增值税',
      'Tax of the list = duty + consumption tax + VAT',
      `${money(assessment.duty)} + ${money(assessment.consumptionTax)} + ${money(assessment.vat)}`,
      money(taxTotal),
    ),
    step(
      'actual-paid',
      'R-1.14',
      '实际支付金额＝完税价格＋税款－非现金抵扣',
      'Paid amount = dutiable value + tax − non-cash deduction',
      `${money(dutiableValue)} + ${money(taxTotal)} − ${money(nonCashDeduction)}`,
      money(actualPaid),
    ),
    step(
      'annual-used',
      'R-2.1',
      '本单后的年度已用额度',
      'Used this year after this list',
      `${money(annualUsedBefore)} + ${money(dutiableValue)}`,
      money(annualUsedAfter),
    ),
  ];
}
