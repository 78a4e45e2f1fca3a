import { z } from 'zod';
import { delegationKinds } from '../domain/kinds.ts';

const id = z.uuid();
const time = z.iso.datetime();
const day = z.iso.date().meta({ description: 'YYYY-MM-DD, in China, inclusive.' });
const code = z
  .string()
  .regex(/^[0-9A-Z]{10}$/)
  .meta({ description: 'Customs code of an enterprise.' });
const kind = z.enum(delegationKinds).meta({
  id: 'DelegationKind',
  description: 'order CEB311, payment CEB411, waybill CEB511, list CEB621.',
});
const standing = z.enum(['proposed', 'waiting', 'active', 'expired', 'declined', 'withdrawn', 'ended']).meta({
  id: 'DelegationStanding',
  description: 'proposed: the agent has not answered; waiting: accepted, its first day has not come.',
});
const party = z.object({ code: z.string(), name: z.string() });
const reason = z.string().trim().min(1).max(200);

export const newDelegation = z
  .object({
    agent: code,
    kinds: z.array(kind).min(1).max(delegationKinds.length),
    fromDay: day,
    toDay: day,
    paperNo: z
      .string()
      .trim()
      .min(1)
      .max(60)
      .meta({ description: 'Number of the contract or power of attorney.' }),
    paperPlace: z
      .string()
      .trim()
      .max(300)
      .optional()
      .meta({ description: 'Where the paper or its scan is kept.' }),
  })
  .meta({
    id: 'NewDelegation',
    examples: [
      {
        agent: '5301683614',
        kinds: ['list'],
        fromDay: '2026-12-01',
        toDay: '2027-11-30',
        paperNo: 'WT-2026-0031',
      },
    ],
  });

export const delegationParams = z.object({ delegationId: id });
export const whyMaybe = z.object({ reason: reason.optional() });
export const why = z.object({ reason });

export const delegationsQuery = z.object({
  side: z.enum(['given', 'received']).optional().meta({ description: 'Both where it is left out.' }),
  standing: standing.optional(),
  cursor: z.string().max(80).optional().meta({ description: 'Opaque: `next` of the page before.' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const delegation = z
  .object({
    delegationId: id,
    principal: party.meta({ description: 'Who delegates.' }),
    agent: party.meta({ description: 'Who acts for it.' }),
    kinds: z.array(kind),
    fromDay: day,
    toDay: day,
    paperNo: z.string(),
    paperPlace: z.string().optional(),
    standing,
    proposedAt: time,
    changedAt: time,
    steps: z
      .array(
        z.object({
          number: z.int(),
          at: time,
          act: z.enum(['propose', 'accept', 'decline', 'withdraw', 'end']),
          enterprise: z.string(),
          by: z.string().meta({ description: 'The key or account it was done with.' }),
          reason: z.string(),
        }),
      )
      .optional()
      .meta({ description: 'What was done with it, the first first; of one delegation alone.' }),
  })
  .meta({ id: 'Delegation' });

export const delegationsPageSchema = z
  .object({ delegations: z.array(delegation), next: z.string().optional() })
  .meta({ id: 'DelegationsPage' });

export type DelegationView = z.infer<typeof delegation>;
export type DelegationsPage = z.infer<typeof delegationsPageSchema>;
