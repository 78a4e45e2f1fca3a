import { z } from 'zod';

const time = z.iso.datetime();
const day = z.iso.date().meta({ description: 'YYYY-MM-DD, in China.' });
const month = z
  .string()
  .regex(/^20\d\d-(0[1-9]|1[0-2])$/)
  .meta({ description: 'YYYY-MM, in China.', example: '2026-10' });
const enterprise = z.string().meta({ description: 'Customs code of the consignor.', example: '5301361234' });
const decimal = z.string().meta({ description: 'A decimal.', example: '12.5' });
const whole = z.int().min(0);
const number18 = z.string().regex(/^[0-9A-Z]{18}$/);
const sumNo = number18.meta({
  description: 'Number of the application (sumNo).',
  example: 'S20261103000000001',
});
const declSeqNo = number18.meta({
  description: 'Number of the summary (declSeqNo).',
  example: 'D20261103000000001',
});
const invtNo = z
  .string()
  .regex(/^[0-9A-Z]{1,20}$/)
  .meta({ description: 'Number of the list at customs.', example: '86002026E000000001' });

const cursor = z.string().max(400).optional().meta({ description: '`next` of the page before.' });
const limit = z.coerce.number().int().min(1).max(100).default(50);
export const pageQuery = z.object({ cursor, limit });

export const monthParams = z.object({ month });
export const sumNoParams = z.object({ sumNo });
export const summaryParams = z.object({ declSeqNo });
export const summariesQuery = pageQuery.extend({ month: month.optional(), sumNo: sumNo.optional() });
export const membersQuery = pageQuery.extend({
  line: z.coerce.number().int().min(1).max(999).optional().meta({
    description: 'Only lists that went to this line, with what of them did.',
  }),
});

export const monthsPageSchema = z
  .object({
    months: z.array(
      z.object({
        ...{ month, ebcCode: enterprise, ebcName: z.string() },
        lists: whole.meta({ description: 'Lists closed in the month that are to be declared in summary.' }),
        taken: whole.meta({ description: 'Those of them in a summary, or about to be.' }),
        statisticsLists: whole.meta({
          description: 'Lists closed in the month that go to summary statistics.',
        }),
        due: day.meta({ description: 'Until when they are declared.' }),
        dueConfidence: z.enum(['V', 'H', 'M', 'L', 'D']),
        standing: z.enum(['done', 'open', 'due', 'overdue']),
      }),
    ),
    next: z.string().optional(),
  })
  .meta({ id: 'SummaryMonths', description: 'The latest first.' });

export const statisticsPageSchema = z
  .object({
    lines: z.array(
      z.object({
        ...{ ebcCode: enterprise, tradeMode: z.string(), country: z.string(), gcode: z.string() },
        ...{ currency: z.string(), unit1: z.string(), items: whole, qty1: decimal, totalPrice: decimal },
      }),
    ),
    next: z.string().optional(),
  })
  .meta({
    id: 'SummaryStatistics',
    description: 'Sums of the lists of summary statistics closed in a month.',
  });

export const newApplication = z
  .object({
    month: month.optional(),
    invtNos: z.array(invtNo).min(1).max(10_000).optional().meta({ description: 'Only these lists.' }),
    bySeller: z.boolean().optional().meta({ description: 'Producers or sellers apart (summaryFlag).' }),
    byName: z.boolean().optional().meta({ description: 'Goods of another name apart (itemNameFlag).' }),
  })
  .refine(({ month: of, invtNos }) => of !== undefined || invtNos !== undefined, {
    path: ['month'],
    error: 'month or invtNos has to be given',
  })
  .meta({ id: 'NewSummaryApplication', examples: [{ month: '2026-10', bySeller: false, byName: false }] });

export const application = z
  .object({
    ...{ sumNo, ebcCode: enterprise, ebcName: z.string(), origin: z.enum(['message', 'platform']) },
    copNo: z.string().optional(),
    closedFrom: time.optional(),
    closedBefore: time.optional(),
    ...{ byNumbers: z.boolean(), bySeller: z.boolean(), byName: z.boolean(), mostLines: whole },
    state: z.enum(['applied', 'claimed', 'summed-up', 'empty', 'withdrawn']),
    lists: whole.meta({ description: 'Lists it has taken.' }),
    placed: whole.meta({ description: 'Those of them already in a summary: how far it has come.' }),
    summaries: whole,
    appliedAt: time,
    finishedAt: time.optional(),
  })
  .meta({ id: 'SummaryApplication' });
export const applicationsPageSchema = z
  .object({ applications: z.array(application), next: z.string().optional() })
  .meta({ id: 'SummaryApplications' });

export const leftOutPage = z
  .object({
    lists: z.array(
      z.object({
        invtNo: z.string(),
        why: z.enum([
          ...(['SUMMARY-LIST-UNKNOWN', 'SUMMARY-STATISTICS', 'SUMMARY-TOO-MANY-LINES'] as const),
          'SUMMARY-LIST-ELSEWHERE',
        ]),
      }),
    ),
    next: z.string().optional(),
  })
  .meta({ id: 'SummaryLeftOut' });

const summaryFields = {
  ...{ declSeqNo, sumNo, entryId: z.string(), month, ebcCode: enterprise, ebcName: z.string() },
  state: z.enum(['declared', 'cancelled']),
  ownerCode: z.string().meta({ description: 'Empty where producers are not apart.' }),
  ...{ ownerName: z.string(), tradeMode: z.string(), trafMode: z.string(), country: z.string() },
  ...{ portCode: z.string(), customsCode: z.string(), lists: whole, lineCount: whole },
  ...{ grossWeight: decimal, netWeight: decimal, madeAt: time, cancelledAt: time.optional() },
  reason: z.string(),
  root: z.string().meta({ description: 'SHA-256 that stands for the whole proof.' }),
};
export const summary = z.object(summaryFields).meta({ id: 'SummaryDeclaration' });
export const summariesPageSchema = z
  .object({ summaries: z.array(summary), next: z.string().optional() })
  .meta({ id: 'SummaryDeclarations' });
export const summaryWithLines = z
  .object({
    ...summaryFields,
    lines: z.array(
      z.object({
        ...{ lineNo: whole, country: z.string(), gcode: z.string(), currency: z.string(), unit: z.string() },
        ...{ unit1: z.string(), unit2: z.string(), gname: z.string(), qty: decimal, qty1: decimal },
        ...{ qty2: decimal, totalPrice: decimal, items: whole },
      }),
    ),
  })
  .meta({ id: 'SummaryDeclarationWithLines' });

export const membersPageSchema = z
  .object({
    lists: z.array(
      z.object({
        ...{ position: whole, invtNo: z.string(), ebpCode: z.string(), orderNo: z.string() },
        ...{ logisticsNo: z.string(), closedAt: time, digest: z.string(), items: whole, qty: decimal },
        totalPrice: decimal,
      }),
    ),
    next: z.string().optional(),
  })
  .meta({ id: 'SummaryLists', description: 'In the order in which they were put together.' });

export const proof = z
  .object({
    wish: z.object({ bySeller: z.boolean(), byName: z.boolean() }),
    mostLines: whole,
    key: z.record(z.string(), z.string()),
    lines: z.array(z.record(z.string(), z.string())),
    root: z.string(),
    lists: z.array(z.object({ invtNo: z.string(), digest: z.string() })),
  })
  .meta({
    id: 'SummaryProof',
    description: 'What `chama summary verify` recomputes.',
    examples: [
      {
        ...{ wish: { bySeller: false, byName: false }, mostLines: 50 },
        key: {
          ...{ ebcCode: '5301361234', ebcName: '云南示例', tradeMode: '9610', trafMode: '5', country: '119' },
          ...{ portCode: '8612', ownerCode: '', ownerName: '' },
        },
        lines: [
          {
            ...{ country: '119', gcode: '0902303100', currency: '142', unit: '011', unit1: '035', unit2: '' },
            ...{ gname: '普洱茶（熟茶）', qty: '2', qty1: '0.714', qty2: '0', totalPrice: '200' },
          },
        ],
        root: 'fd41a5d2e3a5cc0b7d6b2b4e2f0ad9f9ed3b7e8b4a37e5de3b6c8f1f0c2d4a19',
        lists: [
          {
            invtNo: '86002026E000000001',
            digest: '0c5e6f3a9a1d4c7b2e8f6d5c4b3a29181706f5e4d3c2b1a09f8e7d6c5b4a3928',
          },
        ],
      },
    ],
  });

export const cancelling = z
  .object({
    reason: z
      .string()
      .trim()
      .min(2)
      .max(200)
      .regex(/^\P{Cc}*$/u),
  })
  .meta({ id: 'SummaryCancelling', examples: [{ reason: '申报单位更正商品编码' }] });
