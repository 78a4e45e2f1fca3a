import { z } from 'zod';
import { bilingual } from '#http';
import { officerActs } from '../domain/officer-tables.ts';

const instant = z.iso.datetime({ offset: true });
const decimal = z.string().meta({ description: 'Decimal text.' });

const exportState = z
  .enum([
    ...['saved', 'waiting', 'forwarded', 'concluded', 'released', 'held', 'refused', 'withdrawn'],
    ...['cancelled', 'closed'],
  ] as const)
  .meta({
    id: 'ExportState',
    description:
      'waiting: for its papers or its turn; forwarded: customs has been asked; concluded: 399; held: review or inspection; closed: 899, its goods have left the country.',
  });

/** GET /api/exports */
export const exportsQuery = z.object({
  state: exportState.exclude(['saved']).optional(),
  number: z.string().trim().min(1).max(60).optional().meta({ description: 'Beginning of the order number.' }),
  proposed: z.enum(['true']).optional().meta({
    description: 'Only held lists of which one officer has proposed something that another has to confirm.',
  }),
  cursor: z.string().max(400).optional().meta({ description: 'Opaque: `next` of the page before.' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const exportParams = z.object({
  ebcCode: z.string().max(18),
  ebpCode: z.string().max(18).meta({ description: '无 where the platform or warehouse abroad has no code.' }),
  orderNo: z.string().max(60),
});

const row = z
  .object({
    orderNo: z.string(),
    ebpCode: z.string(),
    ebpName: z.string(),
    ebcCode: z.string(),
    ebcName: z.string(),
    agentCode: z.string(),
    agentName: z.string(),
    recipient: z.string().meta({ description: 'Who sent it and gets its receipts.' }),
    copNo: z.string(),
    preNo: z.string(),
    invtNo: z.string().optional(),
    logisticsCode: z.string(),
    logisticsNo: z.string(),
    tradeMode: z.string(),
    statisticsFlag: z.string().meta({ description: 'A simplified, B to be summed up.' }),
    customsCode: z.string(),
    portCode: z.string(),
    country: z.string(),
    state: exportState,
    returnStatus: z.string().meta({ description: 'CEB604 returnStatus.' }),
    goods: z.enum(['awaited', 'arrived', 'departed']),
    finish: z.string().optional().meta({ description: 'The way it is finished (R-1.22, R-1.28).' }),
    itemCount: z.int(),
    firstGoodsName: z.string(),
    goodsValue: decimal,
    currency: z.string(),
    valueCny: decimal.optional(),
    attempt: z.int(),
    step: z.int(),
    receivedAt: instant,
    decidedAt: instant.optional(),
    deadline: instant.optional().meta({ description: 'When its papers must have come.' }),
    arrivedAt: instant.optional(),
    departedAt: instant.optional(),
    closedAt: instant.optional(),
  })
  .meta({ id: 'ExportRow' });

export const exportsPageSchema = z
  .object({ lists: z.array(row), next: z.string().optional() })
  .meta({ id: 'ExportsPage' });

const finding = z.object({
  code: z.string(),
  path: z.string(),
  message: bilingual,
  remedy: bilingual,
  rule: z.string().optional(),
  mode: z.enum(['live', 'watch']),
  severity: z.enum(['refuse', 'review']),
  evidence: z.array(z.object({ paper: z.string(), path: z.string(), value: z.string() })).optional(),
});

const named = z.object({ code: z.string(), zh: z.string(), en: z.string() });

const proposal = z
  .object({
    number: z.string(),
    at: instant,
    act: z.enum(officerActs),
    reason: named,
    note: z.string(),
    fourEyes: named.meta({ description: 'Row of `export-four-eyes.csv` that asks for it.' }),
    by: z.string(),
    mine: z.boolean(),
    state: z
      .enum(['open', 'confirmed', 'rejected', 'lapsed'])
      .meta({ description: 'lapsed: the list has moved on, and nobody can answer it.' }),
    answered: z.object({ at: instant, by: z.string(), note: z.string() }).optional(),
  })
  .meta({ id: 'ExportProposal' });

export const exportDetailSchema = z
  .object({
    list: row,
    items: z.array(
      z.object({
        ...{ gnum: z.int(), itemNo: z.string(), gcode: z.string(), gname: z.string(), gmodel: z.string() },
        ...{ qty: decimal, unit: z.string(), price: decimal, totalPrice: decimal, currency: z.string() },
        country: z.string(),
      }),
    ),
    papers: z.array(
      z.object({
        paper: z.enum(['order', 'payment', 'waybill']),
        onFile: z.boolean(),
        changedSince: z.boolean().meta({
          description: 'Received after the latest decision, which rests on what was there before.',
        }),
        needed: z.boolean().meta({ description: 'Asked for on the day the list was accepted (R-1.21).' }),
      }),
    ),
    findings: z.array(finding).meta({ description: 'What the rules found when they last judged it.' }),
    finish: z
      .object({
        ...{ route: z.string(), hsDigits: z.int(), by: z.string(), sentence: bilingual, rule: z.string() },
        ...{ source: z.string(), confidence: z.string() },
      })
      .optional()
      .meta({ description: 'How it is finished, and the row of the table that decided.' }),
    acts: z
      .array(
        z.object({
          act: z.enum(officerActs),
          reasons: z.array(named),
          fourEyes: named.optional().meta({ description: 'Why a second officer has to confirm.' }),
        }),
      )
      .optional()
      .meta({ description: 'What an officer may do with it, and the reasons for that; of a held list.' }),
    proposals: z
      .array(proposal)
      .optional()
      .meta({ description: 'What officers have proposed of it, the latest first; of the zone only.' }),
    goodsPapers: z.array(
      z.object({
        kind: z.enum(['arrival', 'departure', 'master-list']),
        ...{ copNo: z.string(), firm: z.string(), firmName: z.string(), part: z.int(), parts: z.int() },
        ...{ billNo: z.string().optional(), conveyance: z.string().optional() },
        ...{ leaveTime: z.string().optional(), receivedAt: instant },
      }),
    ),
    summary: z
      .object({ sumNo: z.string(), declSeqNo: z.string().optional() })
      .optional()
      .meta({ description: 'The application it is in, and once it is summed up the summary (R-1.25).' }),
    history: z.array(
      z.object({
        attempt: z.int(),
        step: z.int(),
        decidedAt: instant,
        judge: z.enum(['engine', 'advice', 'officer', 'customs', 'sender']),
        outcome: exportState,
        returnStatus: z.string(),
        returnInfo: z.string(),
        rulebook: z.string(),
        reason: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'ExportDetail' });

export const newDecision = z
  .object({
    act: z.enum(officerActs),
    reason: z.string().min(1).max(40).meta({ description: 'Code of `export-reasons.csv`, of the act.' }),
    note: z
      .string()
      .trim()
      .max(200)
      .optional()
      .meta({ description: 'Stands in the receipt behind the reason.' }),
    attempt: z.int().min(0).max(2_147_483_647),
    step: z.int().min(0).max(2_147_483_647),
  })
  .meta({ id: 'NewExportDecision' });

export const decided = z
  .object({
    state: exportState,
    returnStatus: z.string(),
    attempt: z.int(),
    step: z.int(),
    fourEyes: z.string().optional().meta({
      description:
        'Row of `export-four-eyes.csv` by which another officer has to confirm it; absent where it is decided.',
    }),
  })
  .meta({ id: 'ExportDecided' });

const number = z
  .string()
  .regex(/^\d{1,18}$/)
  .meta({ description: '`number` of the proposal that was read; another is not answered in its place.' });
export const confirmation = z.object({ proposal: number }).meta({ id: 'ExportConfirmation' });
export const rejection = z
  .object({ proposal: number, note: z.string().trim().max(200).optional() })
  .meta({ id: 'ExportRejection' });
