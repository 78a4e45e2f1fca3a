import { type Bilingual, formatDecimal } from '#kernel';
import type { RejectReason, TaxAssessment } from './assessment.ts';
import { taxSteps, valueSteps } from './line-steps.ts';
import { limitSteps, totalSteps } from './order-steps.ts';
import type { TaxStep } from './step.ts';

/** A taxed line in plain figures. Amounts are decimal texts in CNY, statutory ones with four digits. */
export interface DescribedLine {
  readonly gnum: number;
  readonly gcode: string;
  readonly dutiableValue: string;
  readonly duty: string;
  readonly consumptionTaxStatutory: string;
  readonly consumptionTax: string;
  readonly vatStatutory: string;
  readonly vat: string;
  readonly tax: string;
}

/** An assessment in plain texts, for a page or a program. Amounts have two digits. */
export interface DescribedTax {
  readonly decision: TaxAssessment['decision'];
  readonly reason?: RejectReason;
  readonly dutiableValue: string;
  readonly factor?: string;
  readonly duty?: string;
  readonly consumptionTax?: string;
  readonly vat?: string;
  readonly taxTotal?: string;
  readonly actualPaid?: string;
  readonly annualUsedAfter?: string;
  /** Empty when refused: nothing is taxed then. */
  readonly lines: readonly DescribedLine[];
  readonly steps: readonly TaxStep[];
}

/** Every step of the calculation, in the order of computing: limits, line by line, sums. */
export function stepsOf(assessment: TaxAssessment): TaxStep[] {
  const ofLine = (gnum: number, steps: TaxStep[]): TaxStep[] => steps.map((step) => ({ ...step, gnum }));
  if (assessment.decision === 'REJECT') return limitSteps(assessment);
  const lines = assessment.lines.flatMap((line) =>
    ofLine(line.gnum, [...valueSteps(line, assessment), ...taxSteps(line, assessment, assessment.factor)]),
  );
  return [...limitSteps(assessment), ...lines, ...totalSteps(assessment)];
}

/** The figures of an assessment without its steps. */
export function describeFigures(assessment: TaxAssessment): Omit<DescribedTax, 'steps'> {
  const dutiableValue = formatDecimal(assessment.dutiableValue, 2);
  if (assessment.decision === 'REJECT') {
    return { decision: 'REJECT', reason: assessment.reasons[0], dutiableValue, lines: [] };
  }
  return {
    decision: assessment.decision,
    dutiableValue,
    factor: formatDecimal(assessment.factor),
    duty: formatDecimal(assessment.duty, 2),
    consumptionTax: formatDecimal(assessment.consumptionTax, 2),
    vat: formatDecimal(assessment.vat, 2),
    taxTotal: formatDecimal(assessment.taxTotal, 2),
    actualPaid: formatDecimal(assessment.actualPaid, 2),
    annualUsedAfter: formatDecimal(assessment.annualUsedAfter, 2),
    lines: assessment.lines.map((line) => ({
      gnum: line.gnum,
      gcode: line.hs,
      dutiableValue: formatDecimal(line.dutiableValue, 2),
      duty: formatDecimal(line.duty, 2),
      consumptionTaxStatutory: formatDecimal(line.consumptionTaxStatutory, 4),
      consumptionTax: formatDecimal(line.consumptionTaxDue, 2),
      vatStatutory: formatDecimal(line.vatStatutory, 4),
      vat: formatDecimal(line.vatDue, 2),
      tax: formatDecimal(line.tax, 2),
    })),
  };
}

/** An assessment in plain texts with its steps. */
export function describeTax(assessment: TaxAssessment): DescribedTax {
  return { ...describeFigures(assessment), steps: stepsOf(assessment) };
}

function sentenceOf(step: TaxStep, language: keyof Bilingual): string {
  const line =
    step.gnum === undefined ? '' : { zh: `第${step.gnum}行 `, en: `Line ${step.gnum}: ` }[language];
  const formula = step.formula === undefined ? '' : `${step.formula} `;
  const sign = step.result === '✓' || step.result === '✗' || step.formula === undefined ? '' : '= ';
  const source = `[${step.rule}; ${step.source}; ${step.confidence}]`;
  return `${line}${step[language]}${language === 'zh' ? '：' : ': '}${formula}${sign}${step.result} ${source}`;
}

/** One sentence a step, in both languages: what was compared or computed, from which figures, by which rule. */
export function explainTax(assessment: TaxAssessment): Bilingual[] {
  return stepsOf(assessment).map((step) => ({ zh: sentenceOf(step, 'zh'), en: sentenceOf(step, 'en') }));
}
