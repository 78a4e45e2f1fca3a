import { z } from 'zod';
import { bilingual, finding } from '#http';

const instant = z.iso.datetime({ offset: true });
const firm = z.object({ code: z.string(), name: z.string() });

/** The standard counts characters, not the halves some of them are made of. */
const orderNo = z
  .string()
  .refine((text) => [...text].length <= 60)
  .meta({ maxLength: 60 });

export const listParams = z.object({ ebpCode: z.string().max(18), orderNo });

const value = z.object({
  text: z.string().meta({ description: 'Masked where it tells of a person.' }),
  name: bilingual.optional().meta({ description: 'Of a code.' }),
});

const change = z.object({
  what: z.enum(['changed', 'line-added', 'line-removed']),
  gnum: z.int().optional().meta({ description: 'Goods line; absent in the head.' }),
  name: z.string().meta({ description: "The standard's element name." }),
  zh: z.string(),
  en: z.string(),
  masked: z.boolean().optional(),
  before: value.optional(),
  after: value.optional(),
});

const version = z.object({
  guid: z.string(),
  at: instant,
  by: firm.meta({ description: 'The enterprise that sent it.' }),
  sentFor: firm.optional().meta({ description: 'Where it was sent by delegation: for whom.' }),
  typedBy: z.string().optional().meta({
    description: 'Who had it handed in by hand; told to the enterprise that sent it alone.',
  }),
  reason: z.string().optional(),
  appType: z.string().optional().meta({
    description:
      '1 new, 2 change, 3 withdrawal; absent, as the next two, where its message is not kept here.',
  }),
  appTime: z.string().optional(),
  saved: z.boolean().optional().meta({ description: 'Only saved, not declared.' }),
  current: z.boolean(),
  first: z.boolean(),
  changes: z.array(change).meta({ description: 'What it says otherwise than the version before.' }),
});

const allowed = z.object({
  allowed: z.boolean(),
  why: finding.optional().meta({ description: 'Why not.' }),
});

export const listHistory = z
  .object({
    versions: z.array(version).meta({ description: 'The latest first, at most 20.' }),
    more: z.boolean().meta({ description: 'Whether there were earlier ones.' }),
    deeds: z
      .object({ change: allowed, withdraw: allowed, declareAnew: allowed })
      .optional()
      .meta({ description: 'What the enterprise that asks may do with it now; for an enterprise only.' }),
    now: instant,
  })
  .meta({ id: 'ListHistory' });

export const withdrawal = z
  .object({
    seen: z.string().length(36).meta({ description: '`guid` of the version that is to be withdrawn.' }),
    reason: z.string().trim().min(2).max(200).meta({
      description: 'Kept on record with who withdraws it; it is not in the message.',
    }),
  })
  .meta({ id: 'ListWithdrawal' });

export const handedIn = z
  .object({
    messageId: z.string(),
    verdict: z.enum(['accepted', 'repeated', 'refused']),
    status: z.string().meta({ description: 'returnStatus of the receipt.' }),
    info: z.string(),
    findings: z.array(finding),
  })
  .meta({ id: 'HandedIn', description: 'What became of one document that was handed in by hand.' });

export type ListHistory = z.infer<typeof listHistory>;
export type HandedIn = z.infer<typeof handedIn>;
