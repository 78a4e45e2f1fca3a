import { Problem } from '#http';
import { add, parseDecimal, ZERO } from '#kernel';
import { parameterOn } from '#tax';
import { incomeSheet, type QuarterTax } from '../domain/income-sheet.ts';
import { dayAfter, quartersUpTo, spanOf } from '../domain/periods.ts';
import { firmOf } from '../storage/firms.ts';
import { exemptRevenue, type Revenue } from '../storage/incomes.ts';
import type { RefundPorts } from './ports.ts';
import { noFirm } from './refusals.ts';

/** The assessed income tax of an exporter. */
export interface IncomeSheet {
  readonly smallFirm: boolean;
  readonly quarters: readonly (QuarterTax & { readonly dueOn: string })[];
  /** Revenue in other currencies, which is not in the sheet: its exporter converts it by the rate it books by. */
  readonly uncounted: readonly Revenue[];
}

const CNY = '142';

/**
 * The sheet of assessed income tax of an exporter from the beginning of the year: of exports exempt without invoice, in CNY.
 * @param period a quarter, or a year
 * @throws Problem 404 where the exporter has told nothing of itself, 422 where no rate holds in the period
 */
export async function incomeFor(ports: RefundPorts, ebcCode: string, period: string): Promise<IncomeSheet> {
  const { readers } = ports.database;
  const firm = await firmOf(readers, ebcCode);
  if (!firm) throw noFirm(ebcCode);
  const quarters = quartersUpTo(period);
  const [first = period] = quarters;
  const span = { from: spanOf(first).from, to: spanOf(period).to };
  const revenues = await exemptRevenue(readers, { ebcCode, ...span, today: ports.today() });
  const counted = quarters.map((quarter) => ({
    quarter,
    revenue: revenues
      .filter((one) => one.currency === CNY && one.quarter === spanOf(quarter).from)
      .reduce((whole, { amount }) => add(whole, parseDecimal(amount)), ZERO),
  }));
  const smallFirm = firm.smallFirm && firm.confirmedAt !== null;
  return {
    smallFirm,
    quarters: sheetOf(ports, counted, smallFirm).map((row) => ({ ...row, dueOn: dueOf(ports, row.quarter) })),
    uncounted: revenues.filter(({ currency }) => currency !== CNY),
  };
}

function sheetOf(
  ports: RefundPorts,
  ...[quarters, small]: readonly [Parameters<typeof incomeSheet>[0], boolean]
) {
  try {
    return incomeSheet(quarters, small, ports.parameters);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Problem(422, 'INCOME-SHEET-PERIOD', {
      zh: '该期没有适用的应税所得率或税率（核定征收自2020-01-01起）',
      en: 'No assessed share or rate holds in the period (the scheme began on 2020-01-01)',
    });
  }
}

function dueOf({ parameters }: RefundPorts, quarter: string): string {
  const span = spanOf(quarter);
  return dayAfter(span, Number(parameterOn(parameters, 'cit.prepayment_due_day', span.to)?.value ?? 15));
}
