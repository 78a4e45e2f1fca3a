import { z } from 'zod';
import { cursor, day, limit } from './schemas.ts';

const moment = z.iso.datetime();
const kind = z.enum(['exports', 'principals', 'sellers']).meta({
  id: 'TaxFileKind',
  description:
    'exports: of a month, each line with its log (R-3.3); principals: of a quarter, whose exports of agents were (R-3.6); sellers: of a quarter, who sold what on which platform (R-3.7).',
});
const period = z
  .string()
  .regex(/^20\d\d(-(0[1-9]|1[0-2])|Q[1-4])$/)
  .meta({ description: 'A month, or a quarter.', example: '2026-07' });

export const newFile = z
  .object({ kind, period })
  .strict()
  .meta({ id: 'NewTaxFile', examples: [{ kind: 'exports', period: '2026-07' }] });
const fileFields = {
  kind,
  period,
  edition: z.int(),
  dueOn: day.meta({ description: 'By when the tax bureau is told.' }),
  complete: z.boolean().meta({ description: 'Whether the period was over when it was made.' }),
  rows: z.int(),
  sha256: z.string().meta({ description: 'SHA-256 of the file as JSON, hexadecimal.' }),
  madeAt: moment,
};
export const file = z.object(fileFields).meta({ id: 'TaxFile' });
export const fileDetail = z
  .object({
    ...fileFields,
    takings: z
      .array(z.object({ takenAt: moment, by: z.string(), format: z.enum(['json', 'csv', 'xlsx']) }))
      .meta({ description: 'Who took it, the latest fifty first.' }),
  })
  .meta({ id: 'TaxFileDetail' });
export const filesQuery = z.object({ cursor, limit });
export const filesPageSchema = z
  .object({ files: z.array(file), next: z.string().optional() })
  .meta({ id: 'TaxFilesPage' });
export const fileParams = z.object({ kind, period, edition: z.coerce.number().int().min(1).max(99_999) });
export const contentQuery = z.object({ format: z.enum(['json', 'csv', 'xlsx']).default('csv') });

export const incomeParams = z.object({
  enterprise: z
    .string()
    .regex(/^[0-9A-Z]{10}$/)
    .meta({ description: 'Customs code of an enterprise.', example: '5301963601' }),
});
export const incomeQuery = z.object({
  period: z
    .string()
    .regex(/^20\d\d(Q[1-4])?$/)
    .meta({ description: 'A quarter, or a year.', example: '2026Q3' }),
});
const rate = z.object({ value: z.string(), rule: z.string(), source: z.string() });
export const incomeSheet = z
  .object({
    enterprise: z.string(),
    period: z.string(),
    smallFirm: z.boolean(),
    quarters: z.array(
      z.object({
        quarter: z.string(),
        revenue: z.string().meta({ description: 'Of exports exempt without invoice, CNY.' }),
        revenueToDate: z.string(),
        taxableIncome: z.string(),
        incomeTax: z.string().meta({ description: 'Of the year to date, CNY.' }),
        before: z.string().meta({ description: 'Due for the quarters before.' }),
        due: z.string(),
        dueOn: day,
        assessedRate: rate,
        incomeTaxRate: rate,
      }),
    ),
    uncounted: z
      .array(z.object({ quarter: day, currency: z.string(), lines: z.int(), amount: z.string() }))
      .meta({ description: 'In other currencies: to be converted by its exporter, and not in the sheet.' }),
  })
  .meta({ id: 'AssessedIncomeSheet' });
