import { z } from 'zod';
import { bilingual } from '#http';
import { creditClasses, samplingModes } from '../domain/rates.ts';

const time = z.iso.datetime();
const day = z.iso.date().meta({ description: 'YYYY-MM-DD, in China.' });
const enterprise = z
  .string()
  .regex(/^[0-9A-Z]{10}$/)
  .meta({ description: 'Customs code of an enterprise.' });
const share = z.string().meta({ description: 'Share of the lists that is drawn on average, at most 1.' });
const why = z.string().meta({ description: 'Rows of the table of rates that made it, joined by blanks.' });
const mode = z.enum(samplingModes).meta({
  description: 'watch: drawn and noted; live: what is drawn is inspected before it is released.',
});
const creditClass = z.enum(creditClasses).meta({
  description:
    'How customs rates the enterprise: aeo (advanced certified), certified, regular, dishonest, seriously-dishonest; a code of the list customs_credit.',
});
const limit = z.coerce.number().int().min(1).max(200).default(50);
const cursor = z.string().max(200).optional().meta({ description: 'Opaque: `next` of the page before.' });

export const daysQuery = z.object({
  cursor: day.optional().meta({ description: '`next` of the page before: days before it.' }),
  limit,
});
export const dayParams = z.object({ day });
export const batchesQuery = z.object({
  cursor: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .meta({ description: '`next` of the page before.' }),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
export const pageQuery = z.object({ cursor, limit });

const samplingDay = z
  .object({
    ...{ day, purpose: z.string(), committedAt: time },
    seedDigest: z.string().meta({ description: 'SHA-256 of the secret: what was committed to.' }),
  })
  .meta({ id: 'SamplingDay' });
export const daysPage = z
  .object({ draws: z.array(samplingDay), next: z.string().optional() })
  .meta({ id: 'SamplingDays' });
export const wholeDay = samplingDay
  .extend({
    seed: z.string().optional().meta({ description: 'The secret; told when the day is over.' }),
    totals: z.array(z.object({ why, rate: share, mode, candidates: z.int(), drawn: z.int() })),
  })
  .meta({ id: 'WholeSamplingDay' });

export const batchesPage = z
  .object({
    batches: z.array(
      z.object({
        ...{ batchNo: z.string(), at: time, why, mode },
        candidates: z.array(z.string()).meta({
          description:
            'The lists, in order: SHA-256 of the JSON text ["sampling candidate", ebpCode, orderNo].',
        }),
        record: z
          .object({
            ...{ purpose: z.string(), rate: share, seedDigest: z.string(), seed: z.string() },
            ...{ candidatesDigest: z.string(), candidates: z.int(), drawn: z.array(z.string()) },
          })
          .meta({ description: 'As `chama draw verify` takes it.' }),
      }),
    ),
    next: z.string().optional(),
  })
  .meta({ id: 'SamplingBatches' });

const row = z.object({
  ...{ code: z.string(), kind: z.enum(['goods', 'share', 'least', 'raised']), value: share, mode },
  hs: z.array(z.string()).optional().meta({ description: 'Beginnings of commodity codes; any where empty.' }),
  origins: z.array(z.string()).optional(),
  credit: creditClass.optional(),
  days: z.int().optional().meta({ description: 'raised: how long.' }),
  faults: z.array(z.string()).optional().meta({ description: 'raised: faults of inspections that count.' }),
  ...{ why: bilingual, rule: z.string(), from: day, to: day.optional(), source: z.string() },
  confidence: z.enum(['V', 'H', 'M', 'L', 'D']),
});
export const plan = z
  .object({
    rows: z.array(row),
    raised: z
      .array(z.object({ hsChapter: z.string(), origin: z.string() }))
      .meta({ description: 'Goods each list of which is drawn now, by chapter and origin.' }),
  })
  .meta({ id: 'SamplingPlan' });

export const drawnPage = z
  .object({
    lists: z.array(
      z.object({
        ...{ orderNo: z.string(), ebpCode: z.string(), recipient: z.string() },
        ...{ day, at: time, why, rate: share, mode },
      }),
    ),
    next: z.string().optional(),
  })
  .meta({ id: 'SampledLists' });

export const creditParams = z.object({ customsCode: enterprise });
const note = z
  .string()
  .trim()
  .max(200)
  .regex(/^\P{Cc}*$/u);
export const creditWish = z.object({ from: day, class: creditClass, note: note.optional() }).meta({
  id: 'CreditWish',
  examples: [{ from: '2026-05-01', class: 'aeo', note: '高级认证，证书 AEOCN5301' }],
});
export const credit = z
  .object({ customsCode: z.string(), from: day, class: creditClass, note: z.string(), filedAt: time })
  .meta({ id: 'EnterpriseCredit' });
export const creditPage = z
  .object({ ratings: z.array(credit), next: z.string().optional() })
  .meta({ id: 'EnterpriseCredits' });
