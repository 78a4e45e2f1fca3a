import { z } from 'zod';
import { amount, instant, listDetail, listRow } from '#clearance';
import { bilingual } from '#http';

const status = z.string().meta({ description: 'returnStatus the list stands at: 300, 500, 501 …' });
const caseState = z.enum(['open', 'asked', 'proposed', 'closed']).meta({
  id: 'CaseState',
  description:
    'open: waits for an officer; asked: its sender is asked; proposed: a second officer has to confirm; closed.',
});
const act = z.enum(['release', 'inspect', 'refuse', 'return', 'detain', 'recall']).meta({ id: 'DeskAct' });
const note = z.string().trim().max(500).optional();
const reasonCode = z.string().regex(/^[A-Z][A-Z-]{2,30}$/);

const orderNo = z
  .string()
  .refine((text) => [...text].length <= 60)
  .meta({ maxLength: 60 });
export const caseParams = z.object({ ebpCode: z.string().max(18), orderNo });
const version = z
  .string()
  .regex(/^\d+\.\d+\.\d+\.\d+$/)
  .meta({
    description: '`version` of the case as it was read: if anything has changed since, 409 CASE-CHANGED.',
  });

export const caseView = z
  .object({
    orderNo: z.string(),
    ebpCode: z.string(),
    ebcCode: z.string(),
    recipient: z.string().meta({ description: 'Who sent the list and is asked.' }),
    status,
    state: caseState,
    customsCode: z.string(),
    customsName: bilingual.optional(),
    tradeMode: z.string(),
    goodsName: z.string(),
    dutiableValue: amount.optional(),
    riskClass: z.string().optional(),
    rules: z.array(z.string()).meta({ description: 'Codes of the live findings that hold it.' }),
    openedAt: instant,
    dueAt: instant.meta({ description: 'By when it is to be decided; moves while the sender is asked.' }),
    answerDueAt: instant.optional(),
    taken: z
      .object({ by: z.string(), mine: z.boolean(), until: instant })
      .optional()
      .meta({ description: 'The officer who has it in hand, and until when without an act.' }),
    proposal: z
      .object({
        act: z.string(),
        status,
        reason: z.string(),
        note: z.string(),
        by: z.string(),
        mine: z.boolean(),
        at: instant,
        fourEyes: z.string(),
      })
      .optional(),
  })
  .meta({ id: 'DeskCase' });

export const queueQuery = z.object({
  office: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
  state: z.enum(['open', 'asked', 'proposed']).optional(),
  status: z
    .string()
    .regex(/^\d{3}$/)
    .optional(),
  riskClass: z.enum(['green', 'yellow', 'red']).optional(),
  rule: z.string().max(40).optional().meta({ description: 'Code of a finding.' }),
  enterprise: z
    .string()
    .max(18)
    .optional()
    .meta({ description: 'Customs code of platform, seller or sender.' }),
  holder: z.enum(['free', 'mine']).optional(),
  skip: z.coerce
    .number()
    .int()
    .min(0)
    .max(1_000_000)
    .default(0)
    .meta({ description: 'Cases left out, for jumping in a long table; who reads all goes by `cursor`.' }),
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const casesPage = z
  .object({ items: z.array(caseView), next: z.string().optional(), total: z.int(), now: instant })
  .meta({ id: 'DeskCases' });

const counted = z.array(z.object({ value: z.string(), cases: z.int() }));
export const loadQuery = z.object({
  office: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
});
export const deskLoad = z
  .object({
    open: z.int(),
    overdue: z.int(),
    free: z.int(),
    byStatus: counted,
    byState: counted,
    byOffice: counted,
    byRule: z.array(z.object({ rule: z.string(), cases: z.int() })),
    ages: z
      .array(z.object({ underHours: z.int().optional(), cases: z.int() }))
      .meta({ description: 'How long open cases have waited; the last bar is open.' }),
    flow: z
      .array(z.object({ hour: instant, opened: z.int(), closed: z.int() }))
      .meta({ description: 'The last 24 hours.' }),
    officers: z
      .array(z.object({ officer: z.string(), inHand: z.int(), decided: z.int() }))
      .meta({ description: 'In hand now, and decided since midnight in China.' }),
    now: instant,
  })
  .meta({ id: 'DeskLoad' });

const actView = z
  .object({
    kind: z.string(),
    at: instant,
    by: z.string().optional(),
    office: z.string().optional(),
    act: z.string().optional(),
    fromStatus: z.string(),
    toStatus: z.string(),
    reason: z.string().optional(),
    note: z.string(),
    fourEyes: z.string().optional(),
  })
  .meta({ id: 'DeskActOnRecord' });

export const caseDetail = z
  .object({
    case: caseView.optional().meta({ description: 'Absent of a list that never came to the desk.' }),
    version: z.string().optional().meta({ description: 'To be given back with every act.' }),
    decides: z
      .boolean()
      .meta({ description: 'false: customs decides by its own system, the desk only shows.' }),
    may: z.object({
      acts: z.array(
        z.object({
          act,
          fourEyes: z
            .object({ code: z.string(), zh: z.string(), en: z.string() })
            .optional()
            .meta({ description: 'Why a second officer has to confirm.' }),
        }),
      ),
      ask: z.boolean(),
      confirm: z.boolean(),
      reject: z.boolean(),
      take: z.boolean(),
      undo: z.object({ until: instant }).optional(),
    }),
    reasons: z.array(
      z.object({
        code: z.string(),
        act: z.string(),
        status: z.string().optional(),
        zh: z.string(),
        en: z.string(),
      }),
    ),
    history: z.array(actView).meta({ description: 'Everything that was done to it here, the first first.' }),
    sender: z.object({
      code: z.string(),
      lists: z.array(z.object({ value: z.string(), lists: z.int() })),
      cases: z.array(z.object({ closedAs: z.string().optional(), cases: z.int() })),
    }),
    list: listDetail,
    now: instant,
  })
  .meta({ id: 'DeskCaseDetail' });

export const decisionWish = z
  .object({ act, reason: reasonCode, note, version: version.optional() })
  .meta({ id: 'DeskDecision' });
export const manyDecisions = z
  .object({
    act,
    reason: reasonCode,
    note,
    cases: z
      .array(z.object({ ebpCode: z.string().max(18), orderNo, version: version.optional() }))
      .min(1)
      .max(1_000),
  })
  .meta({ id: 'DeskDecisions' });
const outcome = z
  .object({
    ebpCode: z.string(),
    orderNo: z.string(),
    done: z.enum(['decided', 'proposed', 'nothing']),
    status: z.string().optional(),
    code: z.string().optional(),
    zh: z.string().optional(),
    en: z.string().optional(),
  })
  .meta({ id: 'DeskOutcome' });
export const decided = outcome;
export const decidedMany = z.object({ items: z.array(outcome) }).meta({ id: 'DeskOutcomes' });
export const question = z
  .object({ reason: reasonCode, note, version: version.optional() })
  .meta({ id: 'DeskQuestion' });
export const confirmation = z.object({ version }).meta({ id: 'DeskConfirmation' });
export const rejection = z.object({ version, note }).meta({ id: 'DeskRejection' });
export const undoWish = z.object({ reason: reasonCode, note }).meta({ id: 'DeskUndo' });
export const handingBack = z.object({ note }).meta({ id: 'DeskHandingBack' });
export const nowAt = z.object({ status }).meta({ id: 'DeskStatus' });

export const searchWish = z
  .object({
    number: z
      .string()
      .trim()
      .min(3)
      .max(60)
      .optional()
      .meta({ description: 'Beginning of any number of a list.' }),
    enterprise: z.string().max(18).optional(),
    goods: z.string().trim().min(2).max(60).optional().meta({ description: 'Part of the name of a good.' }),
    buyer: z
      .object({
        idType: z.string().max(4).optional().meta({ description: 'By default 1, the citizen ID card.' }),
        idNumber: z.string().trim().min(6).max(60),
        reason: z.string().trim().min(4).max(200),
      })
      .optional()
      .meta({ description: 'Identity document of a buyer, with the reason; the search is put on record.' }),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    cursor: z.string().max(300).optional(),
    limit: z.int().min(1).max(200).optional(),
  })
  .meta({ id: 'DeskSearch' });
export const searchPage = z
  .object({
    items: z.array(listRow),
    next: z.string().optional().meta({
      description:
        'While there may be more: a page looks through 20,000 lists at most, and may hold few or none.',
    }),
    now: instant,
  })
  .meta({ id: 'DeskSearchPage' });

export type CaseView = z.infer<typeof caseView>;
export type CasesPage = z.infer<typeof casesPage>;
export type DeskLoad = z.infer<typeof deskLoad>;
export type CaseDetail = z.infer<typeof caseDetail>;
export type ActView = z.infer<typeof actView>;
export type SearchWish = z.infer<typeof searchWish>;
export type SearchPage = z.infer<typeof searchPage>;
