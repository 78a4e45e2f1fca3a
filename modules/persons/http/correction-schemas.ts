import { z } from 'zod';
import { outcomes, refusalReasons, wishes } from '../domain/correction.ts';

const wish = z
  .enum(wishes)
  .meta({ id: 'CorrectionWish', description: 'Have it corrected, deleted, or explained.' });
const outcome = z.enum(outcomes).meta({
  id: 'CorrectionOutcome',
  description:
    'corrected: the paper says otherwise now. noted: the paper was decided on and stays; a note stands beside it. ' +
    'kept: the law keeps it longer. explained. refused, with a reason.',
});
const reason = z.enum(refusalReasons).meta({ id: 'CorrectionRefusal' });

const datum = z
  .object({
    paper: z.enum(['order', 'payment', 'waybill', 'declaration']),
    orderNo: z.string().min(1).max(60),
    ebpCode: z.string().max(18).optional(),
    field: z.string().min(1).max(60).meta({ description: "In the standard's names, e.g. consigneeAddress." }),
  })
  .meta({ id: 'PersonalDatum' });

const words = z.string().trim().min(3).max(1000);
const value = z.string().trim().min(1).max(500);

export const correctionBody = z
  .object({
    wish,
    about: datum
      .optional()
      .meta({ description: 'A field of a paper; left out for what the platform itself holds.' }),
    text: words.meta({ description: 'Why, in your own words; kept sealed.' }),
    value: value.optional().meta({ description: 'What would be right; needed to have it corrected.' }),
  })
  .meta({
    id: 'CorrectionRequest',
    examples: [
      {
        ...{ wish: 'correct', text: '下单时门牌号写错', value: '云南省昆明市五华区示例路1号' },
        about: { paper: 'order', orderNo: 'D260310S01A', field: 'consigneeAddress' },
      },
    ],
  });

export const correctionMade = z
  .object({ requestId: z.uuid() })
  .meta({ id: 'CorrectionMade', examples: [{ requestId: '0b6d6c0e-8a5c-4f0e-9d7e-2f1f0c1f5b1a' }] });

const standing = z.object({
  requestId: z.uuid(),
  wish,
  about: datum.optional(),
  holder: z
    .string()
    .meta({ description: 'Customs code of the enterprise that has to answer, or `operator`.' }),
  state: z.enum(['open', 'answered', 'withdrawn']),
  askedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  overdue: z.boolean(),
  outcome: outcome.optional(),
  reason: reason.optional(),
  endedAt: z.iso.datetime().optional(),
  answeredAs: z.string().optional().meta({ description: 'Customs code, or `operator`.' }),
});

const asked = {
  ...{ requestId: '0b6d6c0e-8a5c-4f0e-9d7e-2f1f0c1f5b1a', wish: 'correct' as const, holder: '5301363602' },
  about: { paper: 'order' as const, orderNo: 'D260310S01A', field: 'consigneeAddress' },
  ...{ state: 'open' as const, askedAt: '2026-03-10T02:00:00.000Z', dueAt: '2026-03-25T02:00:00.000Z' },
  overdue: false,
};

export const ownCorrectionsView = z
  .object({
    corrections: z.array(
      standing.extend({
        text: z.string(),
        value: z.string().optional(),
        holderName: z.string().optional(),
        answer: z.string().optional(),
        answerValue: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'OwnCorrections', examples: [{ corrections: [{ ...asked, text: '下单时门牌号写错' }] }] });

export const correctionParams = z.object({ requestId: z.uuid() });

export const correctionsQuery = z.object({
  state: z.enum(['open', 'ended']).default('open'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
});

export const correctionsView = z
  .object({ corrections: z.array(standing), next: z.string().optional() })
  .meta({ id: 'Corrections', examples: [{ corrections: [asked] }] });

export const correctionWords = z
  .object({
    text: z.string(),
    value: z.string().optional().meta({ description: 'What the person says would be right.' }),
    present: z.string().optional().meta({ description: 'What the paper says now.' }),
    changeable: z
      .boolean()
      .meta({ description: 'Whether the paper can still be changed by a message of its sender.' }),
    changed: z
      .boolean()
      .meta({ description: 'Whether it says something else than when it was asked about.' }),
    answer: z.string().optional(),
    answerValue: z.string().optional(),
  })
  .meta({
    id: 'CorrectionWords',
    examples: [{ text: '下单时门牌号写错', value: '示例路1号', changeable: false, changed: false }],
  });

export const answerBody = z
  .object({
    outcome,
    reason: reason.optional().meta({ description: 'Needed where it is refused.' }),
    text: words.meta({ description: 'To the person, in words.' }),
    value: value.optional().meta({ description: 'What is right, for a note; else what the person wants.' }),
  })
  .meta({
    id: 'CorrectionAnswer',
    examples: [{ outcome: 'noted', text: '已核实，清单已放行，另加说明' }],
  });
