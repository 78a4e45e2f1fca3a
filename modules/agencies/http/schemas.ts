import { z } from 'zod';
import { type Agency, agencies } from '#access';
import { bilingual } from '#http';
import { forms, projectedDocuments } from '../domain/projection.ts';
import { directions, engineWords } from '../domain/requirements.ts';

export const instant = z.iso.datetime();
const day = z.iso.date();
export const agency = z
  .enum(Object.keys(agencies) as [Agency, ...Agency[]])
  .meta({ id: 'AgencyName', description: 'customs, tax, market, commerce, public-security, post, forex.' });
const anyAgency = z.string().meta({ description: 'As `AgencyName`.' });
const judge = z.enum(['engine', 'live', 'officer', 'inspection', 'certificate']).meta({
  description:
    'engine: the table of requirements; live: the agency over its link; officer: one of its officers here; inspection: what was found of what the officer had inspected; certificate: one that is recognised for it.',
});
const state = z.enum(['waiting', 'positive', 'negative', 'void']).meta({
  description: 'void: the list was sent back, withdrawn or declared anew before the agency had spoken.',
});
const asked = z.array(z.object({ id: z.string(), why: bilingual })).meta({
  description: 'The rows of the table of requirements that the decision answers.',
});
const confidence = z.enum(['V', 'H', 'M', 'L', 'D']);
const word = z.enum(['positive', 'negative', 'inspect']).meta({
  description: 'inspect: the agency has the list inspected, and what is found becomes its word.',
});
const inspecting = z
  .string()
  .optional()
  .meta({ description: 'Ground on which it is inspected for the agency.' });
export const limit = z.coerce.number().int().min(1).max(100).default(50);
export const cursor = z.string().max(400).optional();

const orderNo = z
  .string()
  .refine((text) => [...text].length <= 60)
  .meta({ maxLength: 60 });
export const listParams = z.object({ ebpCode: z.string().max(18), orderNo });
export const sellerOfExport = z
  .string()
  .min(1)
  .max(18)
  .optional()
  .meta({ description: 'Of the seller; of an export list only, which is named with it.' });
/** Says that an export list is meant. */
export const exportOf = z.object({ ebcCode: sellerOfExport });

export const agenciesOfList = z
  .object({
    questions: z.array(
      z.object({
        agency: anyAgency,
        attempt: z.int(),
        state,
        judge,
        since: instant,
        asked,
        decidedAt: instant.optional(),
        overdue: z.boolean(),
        inspecting,
      }),
    ),
    decisions: z.array(
      z.object({ agency: anyAgency, attempt: z.int(), word, judge, reason: z.string(), at: instant }),
    ),
    sendings: z
      .array(
        z.object({
          agency: anyAgency,
          way: z.enum(['link', 'desk']).meta({ description: 'desk: shown to an officer of it here.' }),
          why: z.string().meta({ description: 'Ids of the requirements it served.' }),
          fields: z.array(z.string()),
          digest: z.string().meta({ description: 'SHA-256 of what went.' }),
          at: instant,
        }),
      )
      .meta({ description: 'The latest first, 200 at most.' }),
    now: instant,
  })
  .meta({ id: 'AgenciesOfList' });

const question = z
  .object({
    orderNo: z.string(),
    ebpCode: z.string(),
    ebcCode: sellerOfExport,
    attempt: z.int(),
    state,
    judge,
    since: instant,
    asked,
    decidedAt: instant.optional(),
    overdue: z.boolean(),
    inspecting,
  })
  .meta({ id: 'AgencyQuestion' });

export const queueQuery = z.object({
  show: z.enum(['waiting', 'decided']).default('waiting'),
  cursor,
  limit,
});

export const questionsPage = z
  .object({ agency: anyAgency, questions: z.array(question), next: z.string().optional(), now: instant })
  .meta({ id: 'AgencyQuestions' });

const paper = z.object({
  head: z.record(z.string(), z.string()),
  items: z.array(z.record(z.string(), z.string())),
});

export const openedQuestion = z
  .object({
    question,
    papers: z.partialRecord(z.enum(projectedDocuments), paper).meta({
      description: 'The fields the table of projections names for this agency, and no other.',
    }),
    now: instant,
  })
  .meta({ id: 'OpenedAgencyQuestion' });

export const decisionWish = z
  .object({
    decision: word,
    ground: z
      .string()
      .max(40)
      .optional()
      .meta({ description: 'With `inspect`: a ground of your agency, of the tables of inspections.' }),
    reason: z
      .string()
      .trim()
      .min(1)
      .max(500)
      .regex(/^\P{Cc}*$/u)
      .meta({ description: 'Told to the enterprise and to customs; name no person.' }),
    attempt: z.int().min(1).max(2_147_483_647).meta({ description: 'Of the question as it was seen.' }),
  })
  .meta({ id: 'AgencyDecisionWish', examples: [{ decision: 'positive', reason: '资质齐全', attempt: 1 }] });

export const tablesView = z
  .object({
    projections: z.array(
      z.object({
        agency,
        document: z.enum(projectedDocuments),
        field: z.string(),
        form: z.enum(forms).meta({
          description:
            'masked: as on a screen; digest: cannot be turned back, and differs from agency to agency.',
        }),
        purpose: bilingual,
        basis: z.string(),
        rule: z.string(),
        from: day,
        to: day.optional(),
        source: z.string(),
        confidence,
      }),
    ),
    requirements: z.array(
      z.object({
        id: z.string(),
        agency,
        direction: z.enum(directions),
        modes: z.array(z.string()),
        goods: z
          .array(z.string())
          .meta({ description: 'Beginnings of commodity codes; any goods where empty.' }),
        origins: z.array(z.string()),
        minValue: z.string().optional(),
        minQuantity: z.string().optional(),
        engine: z.enum(engineWords),
        why: bilingual,
        rule: z.string(),
        from: day,
        to: day.optional(),
        source: z.string(),
        confidence,
      }),
    ),
  })
  .meta({ id: 'AgencyTables' });
