import { z } from 'zod';
import { bilingual } from '#http';
import { listDetailExample } from './list-detail-example.ts';
import { amount, confidence, instant, listRow, paperKind, ruleMode } from './list-schemas.ts';

/** GET /api/lists/{ebpCode}/{orderNo} */
/** The standard counts characters, not the halves some of them are made of. */
const orderNo = z
  .string()
  .refine((text) => [...text].length <= 60)
  .meta({ maxLength: 60 });

export const listParams = z.object({ ebpCode: z.string().max(18), orderNo });

const timelineEntry = z
  .object({
    at: instant,
    kind: z.string().meta({
      description: 'received, changed, forwarded, progressed, decided; more may come.',
    }),
    zh: z.string(),
    en: z.string(),
    paper: paperKind.optional(),
    status: z.string().optional(),
    messageId: z.string().optional(),
  })
  .meta({ id: 'TimelineEntry' });

const paperField = z
  .object({
    name: z.string().meta({ description: "The standard's element name, e.g. acturalPaid." }),
    zh: z.string(),
    en: z.string(),
    masked: z.boolean().optional(),
  })
  .meta({ id: 'PaperField' });

const paper = z
  .object({
    root: z.string().meta({ description: 'CEB311Message …' }),
    receivedAt: instant,
    changedSince: z.boolean().meta({
      description: 'Received after the latest decision, which rests on what was there before.',
    }),
    version: z.object({ appType: z.string(), appTime: z.string() }),
    head: z.record(z.string(), z.string()).meta({ description: 'Present fields only.' }),
    items: z.array(z.record(z.string(), z.string())),
    headFields: z.array(paperField).meta({ description: "All fields, in the standard's order." }),
    itemFields: z.array(paperField),
    codes: z
      .record(z.string(), z.record(z.string(), bilingual))
      .optional()
      .meta({ description: 'Field name → code found in this paper → its name.' }),
  })
  .meta({ id: 'Paper' });

const finding = z
  .object({
    code: z.string(),
    level: z.enum(['structure', 'field', 'business']),
    path: z.string(),
    message: bilingual,
    remedy: bilingual,
    rule: z.string().optional(),
    evidence: z.array(
      z.object({
        paper: z.string().meta({ description: 'order, payment, waybill, declaration, or a register.' }),
        path: z.string().meta({
          description: 'Field name, for goods lines with the place: acturalPaid, items[2].qty (from 1).',
        }),
        value: z.string().meta({ description: 'Masked like the field.' }),
      }),
    ),
    mode: ruleMode,
  })
  .meta({ id: 'ListFinding' });

const taxStep = z
  .object({
    code: z.string(),
    gnum: z.int().optional().meta({ description: 'Goods line the step belongs to; absent: the whole list.' }),
    zh: z.string(),
    en: z.string(),
    formula: z.string().optional().meta({ description: 'With figures: (400 + 0.7 × 0.912) ÷ (1 − 0.20) …' }),
    result: z.string(),
    rule: z.string().optional(),
    source: z.string().optional(),
    confidence: confidence.optional(),
  })
  .meta({ id: 'TaxStep' });

export const taxView = z
  .object({
    decision: z.string().meta({ description: 'ACCEPT, ACCEPT_FULL_TAX or REJECT.' }),
    reason: z.string().optional(),
    factor: z.string().optional(),
    dutiableValue: amount,
    duty: amount.optional(),
    consumptionTax: amount.optional(),
    vat: amount.optional(),
    taxTotal: amount.optional(),
    lines: z.array(
      z.object({
        gnum: z.int(),
        gcode: z.string(),
        gname: z.string(),
        dutiableValue: amount,
        duty: amount,
        consumptionTax: amount,
        vat: amount,
        tax: amount,
      }),
    ),
    steps: z.array(taxStep),
  })
  .meta({ id: 'TaxView' });

const decision = z
  .object({
    outcome: z.string(),
    statusCode: z.string(),
    returnInfo: z.string().meta({ description: '[Code:2600;Desc:放行]' }),
    zh: z.string().meta({ description: 'Outcome and reason in whole sentences.' }),
    en: z.string(),
    rules: z.array(
      z.object({
        code: z.string(),
        sentence: bilingual,
        source: z.string(),
        from: z.iso.date(),
        to: z.iso.date().optional(),
        confidence,
        version: z.string(),
      }),
    ),
    rulebookVersion: z.string(),
    judge: z.enum(['engine', 'advice', 'officer', 'customs', 'sender']).meta({
      description:
        'engine: the rules; advice: the rules, where customs has been asked and decides; officer: at the desk; customs; sender: withdrawn by who sent it.',
    }),
    advice: bilingual
      .optional()
      .meta({ description: 'Where customs decides: what the rules said beforehand.' }),
    decidedAt: instant,
  })
  .meta({ id: 'DecisionView' });

const quota = z.object({ year: z.int(), limit: amount, used: amount, thisList: amount }).meta({
  id: 'QuotaView',
  description:
    'The buyer in the calendar year; `used` includes `thisList`. Not for an enterprise: it tells of purchases elsewhere.',
});

export const listDetail = z
  .object({
    list: listRow,
    waitingFor: z
      .object({ papers: z.array(paperKind), until: instant })
      .optional()
      .meta({ description: 'While waiting: the missing papers and when we stop waiting.' }),
    timeline: z.array(timelineEntry).meta({ description: 'Oldest first.' }),
    papers: z.object({
      order: paper.optional(),
      payment: paper.optional(),
      waybill: paper.optional(),
      declaration: paper.optional(),
    }),
    findings: z.array(finding),
    tax: taxView.optional(),
    decision: decision.optional(),
    receipts: z.array(z.object({ status: z.string(), at: instant, info: z.string() })),
    quota: quota.optional(),
    now: instant,
  })
  .meta({ id: 'ListDetail', examples: [listDetailExample] });

export type ListDetail = z.infer<typeof listDetail>;
