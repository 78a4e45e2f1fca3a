import { type Bilingual, formatDecimal } from '#kernel';
import { CONDITIONS } from '#refunds';
import type { Considered } from '../decision-table.ts';
import type { Advice, ModeAdvice } from './advise.ts';
import type { Criterion } from './criterion.ts';

const money = (value: bigint): string => formatDecimal(value as never, 2);

interface Told {
  readonly code: string;
  readonly name: Bilingual;
  readonly rule: string;
  readonly source: string;
  readonly confidence: string;
}

/** A mode's advice in plain JSON: amounts in CNY with two decimals, sentences in Chinese and English. */
export interface DescribedMode {
  readonly mode: string;
  readonly verdict: ModeAdvice['verdict'];
  readonly criteria: readonly (Omit<Told, 'name'> & {
    readonly sentence: Bilingual;
    readonly holds: 'yes' | 'no' | 'unknown';
    readonly missing: readonly string[];
  })[];
  readonly finish?: { readonly route: string; readonly hsDigits: number };
  readonly importTax?: {
    duty: string;
    consumptionTax: string;
    vat: string;
    total: string;
    rejected: readonly string[];
  };
  readonly exportTax?: {
    route: string;
    refund?: string;
    assessedIncomeTax?: string;
    outputTax?: string;
    unmet: readonly { code: string; sentence: Bilingual; rule: string }[];
  };
  readonly papers: readonly Told[];
  readonly steps: readonly (Told & { readonly hours: string })[];
  readonly hours: string;
}

/** Advice in plain JSON. */
export interface DescribedAdvice {
  readonly day: string;
  readonly advised: string | null;
  readonly missing: readonly string[];
  readonly modes: readonly DescribedMode[];
}

const criterion = ({ row, holds, missing }: Considered<Criterion>): DescribedMode['criteria'][number] => ({
  code: row.code,
  sentence: row.sentence,
  holds,
  missing,
  rule: row.rule,
  source: row.source,
  confidence: row.confidence,
});

const told = ({ code, name, rule, source, confidence }: Told): Told => ({
  code,
  name,
  rule,
  source,
  confidence,
});

function taxes({ importTax, exportTax }: ModeAdvice): Pick<DescribedMode, 'importTax' | 'exportTax'> {
  return {
    ...(importTax && {
      importTax: {
        duty: money(importTax.duty),
        consumptionTax: money(importTax.consumptionTax),
        vat: money(importTax.vat),
        total: money(importTax.total),
        rejected: importTax.rejected ?? [],
      },
    }),
    ...(exportTax && {
      exportTax: {
        route: exportTax.route,
        ...(exportTax.refund !== undefined && { refund: money(exportTax.refund) }),
        ...(exportTax.assessedIncomeTax !== undefined && {
          assessedIncomeTax: money(exportTax.assessedIncomeTax),
        }),
        ...(exportTax.outputTax !== undefined && { outputTax: money(exportTax.outputTax) }),
        unmet: exportTax.unmet.map((code) => ({
          code,
          sentence: CONDITIONS[code].sentence,
          rule: CONDITIONS[code].rule,
        })),
      },
    }),
  };
}

/** Advice as the API, the command line and the portal show it. */
export function describeAdvice(advice: Advice): DescribedAdvice {
  return {
    day: advice.day,
    advised: advice.advised ?? null,
    missing: advice.missing,
    modes: advice.modes.map((mode) => ({
      mode: mode.mode,
      verdict: mode.verdict,
      criteria: mode.criteria.map(criterion),
      ...(mode.finish && { finish: mode.finish }),
      ...taxes(mode),
      papers: mode.papers.map(told),
      steps: mode.steps.map((step) => ({ ...told(step), hours: formatDecimal(step.hours) })),
      hours: formatDecimal(mode.hours),
    })),
  };
}
