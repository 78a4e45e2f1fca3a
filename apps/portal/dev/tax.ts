import type { TaxStep, TaxView } from '../src/api/types.ts';
import type { Goods, ScenarioName } from './scenarios.ts';

/** A rough calculation that looks right on a screen; the real one is the server\'s. */
export function taxOf(
  lines: readonly (Goods & { qty: number })[],
  freight: number,
  scenario: ScenarioName,
): TaxView {
  const goodsValue = lines.reduce((sum, line) => sum + line.price * line.qty, 0);
  const dutiable = goodsValue + freight;
  if (scenario === 'two-over-limit' || scenario === 'yearly-limit')
    return {
      decision: 'REJECT',
      reason:
        scenario === 'yearly-limit'
          ? 'ANNUAL_LIMIT_EXCEEDED_GENERAL_TRADE'
          : 'SINGLE_LIMIT_EXCEEDED_MORE_THAN_ONE_ITEM',
      dutiableValue: dutiable.toFixed(2),
      lines: [],
      steps: [
        {
          code: 'limits',
          zh: '与限额比较',
          en: 'Compare with the limits',
          formula: `${dutiable.toFixed(2)} > 5000.00`,
          result: '✗',
          rule: 'R-2.3',
          source: '财关税〔2018〕49 号',
          confidence: 'V',
        },
      ],
    };
  const steps: TaxStep[] = [
    {
      code: 'limits',
      zh: '与限额比较：单次、年度均未超过',
      en: 'Compare with the limits: both are kept',
      formula: `${dutiable.toFixed(2)} ≤ 5000.00`,
      result: '0.70',
      rule: 'R-2.1',
      source: '财关税〔2018〕49 号',
      confidence: 'V',
    },
  ];
  const views = lines.map((line, place) => {
    const gnum = place + 1;
    const own = line.price * line.qty;
    const value = own + (freight * own) / goodsValue;
    const statutoryConsumption = (value / (1 - line.consumption / 100)) * (line.consumption / 100);
    const statutoryVat = (value + statutoryConsumption) * (line.vat / 100);
    const consumptionTax = statutoryConsumption * 0.7;
    const vat = statutoryVat * 0.7;
    steps.push({
      code: 'dutiable-value',
      gnum,
      zh: '完税价格：货值加分摊的运保费',
      en: 'Dutiable value: goods and their share of freight and insurance',
      formula: `${own.toFixed(2)} + ${(value - own).toFixed(2)}`,
      result: value.toFixed(2),
      rule: 'R-2.5',
      source: '财关税〔2016〕18 号',
      confidence: 'V',
    });
    steps.push({
      code: 'duty',
      gnum,
      zh: '关税：限额以内税率为零',
      en: 'Duty: zero within the limits',
      formula: `${value.toFixed(2)} × 0%`,
      result: '0.00',
      rule: 'R-2.2',
      source: '财关税〔2016〕18 号',
      confidence: 'V',
    });
    if (line.consumption > 0)
      steps.push({
        code: 'consumption-tax',
        gnum,
        zh: `消费税：从价 ${line.consumption}%，按 70% 计征`,
        en: `Consumption tax: ${line.consumption} % of the price, 70 % of it due`,
        formula: `${value.toFixed(2)} ÷ (1 − ${line.consumption}%) × ${line.consumption}% × 0.70`,
        result: consumptionTax.toFixed(2),
        rule: 'R-2.7',
        source: '海关总署公式说明',
        confidence: 'V',
      });
    steps.push({
      code: 'vat',
      gnum,
      zh: `增值税：${line.vat}%，按 70% 计征`,
      en: `VAT: ${line.vat} %, 70 % of it due`,
      formula: `(${value.toFixed(2)} + 0.00 + ${statutoryConsumption.toFixed(2)}) × ${line.vat}% × 0.70`,
      result: vat.toFixed(2),
      rule: 'R-2.10',
      source: '增值税法',
      confidence: 'H',
    });
    return {
      gnum,
      gcode: line.gcode,
      gname: line.gname,
      dutiableValue: value.toFixed(2),
      duty: '0.00',
      consumptionTax: consumptionTax.toFixed(2),
      vat: vat.toFixed(2),
      tax: (Number(consumptionTax.toFixed(2)) + Number(vat.toFixed(2))).toFixed(2),
    };
  });
  const sum = (key: 'consumptionTax' | 'vat' | 'tax') =>
    views.reduce((total, view) => total + Number(view[key]), 0).toFixed(2);
  steps.push({
    code: 'sum',
    zh: '各项税款合计',
    en: 'Sum of all lines',
    formula: views.map((view) => view.tax).join(' + '),
    result: sum('tax'),
    rule: 'R-2.11',
    source: '平台设计取值',
    confidence: 'D',
  });
  return {
    decision: 'ACCEPT',
    factor: '0.70',
    dutiableValue: dutiable.toFixed(2),
    duty: '0.00',
    consumptionTax: sum('consumptionTax'),
    vat: sum('vat'),
    taxTotal: sum('tax'),
    lines: views,
    steps,
  };
}
