import type { Bilingual } from '#kernel';
import type { TaxStep } from '#tax';
import type { JudgedFinding } from './results.ts';

/** What a list's own papers hold, the tax computed from them, and the register of enterprises, which is public. */
const ownPapers: ReadonlySet<string> = new Set([
  'order',
  'payment',
  'waybill',
  'declaration',
  'tax',
  'registry',
]);

/** Findings whose sentences tell of a buyer's other purchases or of another firm's order: what they say instead. */
const discreet: Readonly<Record<string, Bilingual>> = {
  'TAX-ANNUAL-LIMIT': {
    zh: '订购人本年度已用额度加上本单完税价格，超过年度限值',
    en: "With this list the buyer's purchases of the year exceed the yearly limit",
  },
  'TAX-YEARLY-WEIGHT': {
    zh: '加上本单，超过每人每年的限购数量',
    en: 'With this list the weight allowed a person a year is exceeded',
  },
  'RISK-SPLIT-ORDERS': {
    zh: '订购人当日各单合计超过单次限值，疑似拆单',
    en: "The buyer's orders of the day add up to more than the single limit: perhaps one purchase split",
  },
  'RISK-NEAR-LIMIT': {
    zh: '订购人近日多次贴近单次限值购买',
    en: 'The buyer has bought just under the single limit several times lately',
  },
  'RISK-WAYBILL-REUSED': {
    zh: '运单编号已用于另一订单',
    en: 'The waybill number is already used for another order',
  },
};

/** Steps of the calculation whose figures come from the buyer's other purchases: the comparison's result stays. */
const comparisons: ReadonlySet<string> = new Set(['annual-limit', 'yearly-weight']);
const yearlySum = 'annual-used';

/** Findings as a firm may see them: what a buyer bought elsewhere, and of whom, is not its business. */
export const findingsForFirm = (findings: readonly JudgedFinding[]): JudgedFinding[] =>
  findings.map((finding) => {
    const { evidence = [], code } = finding;
    const message = discreet[code] ?? finding.message;
    return { ...finding, message, evidence: evidence.filter(({ paper }) => ownPapers.has(paper)) };
  });

/** Steps of the calculation as a firm may see them. */
export const stepsForFirm = (steps: readonly TaxStep[]): TaxStep[] =>
  steps
    .filter(({ code }) => code !== yearlySum)
    .map((step) => {
      if (!comparisons.has(step.code)) return step;
      const { formula: _figures, ...rest } = step;
      return rest;
    });
