import { type Bilingual, type Decimal, formatDecimal, ONE, sum } from '#kernel';
import type { TaxAssessment, TaxedLine, ValuedLine } from './assessment.ts';
import { reachesUnitValue } from './consumption-tax.ts';
import { UNIT_NAMES } from './findings.ts';
import { money, type Sourced, step, type TaxStep, verdict } from './step.ts';

/** How a line's dutiable value came about. */
export function valueSteps(line: ValuedLine, assessment: TaxAssessment): TaxStep[] {
  const costs = sum([assessment.freight, assessment.insurance]);
  const steps = [
    step(
      'dutiable-value',
      'R-2.5',
      '完税价格＝商品价格＋分摊的运费和保费',
      'Dutiable value = goods value + share of freight and insurance',
      `${money(line.goodsValue)} + ${money(line.costShare)}`,
      money(line.dutiableValue),
    ),
  ];
  if (assessment.lines.length === 1 || costs === 0n) return steps;
  const last = line === assessment.lines.at(-1);
  const others = assessment.lines.slice(0, -1).map((other) => money(other.costShare));
  steps.unshift(
    step(
      'cost-share',
      'R-2.11',
      last ? '运费和保费的余额计入末行' : '按商品价格分摊运费和保费',
      last
        ? 'The rest of freight and insurance, on the last line'
        : 'Share of freight and insurance by goods value',
      last
        ? `${money(costs)} − ${others.join(' − ')}`
        : `${money(costs)} × ${money(line.goodsValue)} ÷ ${money(assessment.goodsValue)}`,
      money(line.costShare),
    ),
  );
  return steps;
}

function unitValueStep(line: TaxedLine): TaxStep[] {
  const { consumptionTax: tax } = line;
  if (tax.type !== 'av_if_unit' && tax.type !== 'specific_tier') return [];
  const unit = UNIT_NAMES[tax.unit];
  return [
    step(
      'unit-value',
      line.consumptionTaxReference ?? 'R-2.9',
      `每${unit.zh}完税价格达到 ${money(tax.min)} 元`,
      `The dutiable value a ${unit.en} reaches ${money(tax.min)} CNY`,
      `${money(line.dutiableValue)} ÷ ${formatDecimal(line.taxQuantity)} ≥ ${money(tax.min)}`,
      verdict(reachesUnitValue(line.dutiableValue, line.taxQuantity, tax.min)),
    ),
  ];
}

/** The statutory consumption tax in figures, as short as the kind of tax allows. */
function consumptionTaxFormula(line: TaxedLine): string {
  const rate = formatDecimal(line.bornRate);
  const specific = `${formatDecimal(line.taxQuantity)} × ${formatDecimal(line.bornPer)}`;
  const value = `${money(line.dutiableValue)} + ${money(line.duty)}`;
  if (line.bornRate === 0n) return specific;
  if (line.bornPer === 0n) return `(${value}) ÷ (1 − ${rate}) × ${rate}`;
  return `(${value} + ${specific}) ÷ (1 − ${rate}) × ${rate} + ${specific}`;
}

/** The consumption tax of a line: one step where it bears none, else threshold, statutory and due amount. */
function consumptionTaxSteps(line: TaxedLine, factor: Decimal, share: Sourced | string): TaxStep[] {
  const sourced = line.consumptionTaxReference ?? 'R-2.7';
  const statutory = formatDecimal(line.consumptionTaxStatutory, 4);
  if (line.bornRate === 0n && line.bornPer === 0n) {
    const [zh, en] =
      line.consumptionTax.type === 'none'
        ? ['该商品不征消费税', 'These goods bear no consumption tax']
        : ['未达到起征标准，不征消费税', 'Below the threshold: no consumption tax'];
    return [...unitValueStep(line), step('consumption-tax', sourced, zh, en, '', statutory)];
  }
  return [
    ...unitValueStep(line),
    step(
      'consumption-tax',
      sourced,
      '消费税法定应纳税额',
      'Statutory consumption tax',
      consumptionTaxFormula(line),
      statutory,
    ),
    dueStep(
      'consumption-tax-due',
      { zh: '消费税', en: 'Consumption tax' },
      line.consumptionTaxStatutory,
      line.consumptionTaxDue,
      factor,
      share,
    ),
  ];
}

function dueStep(
  code: string,
  name: Bilingual,
  statutory: Decimal,
  due: Decimal,
  factor: Decimal,
  sourced: Sourced | string,
): TaxStep {
  return step(
    code,
    sourced,
    `应征${name.zh}，按完整精度计算，四舍五入到分`,
    `${name.en} due, from the unrounded amount, half up to the cent`,
    `${formatDecimal(statutory, 4)} × ${formatDecimal(factor)}`,
    money(due),
  );
}

/** How a line's taxes came about. */
export function taxSteps(line: TaxedLine, assessment: TaxAssessment, factor: Decimal): TaxStep[] {
  const full = assessment.decision === 'ACCEPT_FULL_TAX';
  const share = factor === ONE ? 'R-2.3' : assessment.rules.factor;
  const taxed = `${money(line.dutiableValue)} + ${money(line.duty)} + ${formatDecimal(line.consumptionTaxStatutory, 4)}`;
  return [
    step(
      'duty',
      full ? line.reference : assessment.rules.dutyWithinLimit,
      '关税＝完税价格×税率',
      'Duty = dutiable value × rate',
      `${money(line.dutiableValue)} × ${formatDecimal(line.dutyApplied)}`,
      money(line.duty),
    ),
    ...consumptionTaxSteps(line, factor, share),
    step(
      'vat',
      line.reference,
      '增值税法定应纳税额＝（完税价格＋关税＋消费税）×税率',
      'Statutory VAT = (dutiable value + duty + consumption tax) × rate',
      `(${taxed}) × ${formatDecimal(line.vatRate)}`,
      formatDecimal(line.vatStatutory, 4),
    ),
    dueStep('vat-due', { zh: '增值税', en: 'VAT' }, line.vatStatutory, line.vatDue, factor, share),
    step(
      'line-tax',
      'R-2.11',
      '本行税款＝关税＋消费税＋增值税',
      'Tax of the line = duty + consumption tax + VAT',
      `${money(line.duty)} + ${money(line.consumptionTaxDue)} + ${money(line.vatDue)}`,
      money(line.tax),
    ),
  ];
}
