import { z } from 'zod';
import { bilingual } from '#http';
import { linkStandings } from '../domain/standing.ts';
import { agency, cursor, instant, limit, sellerOfExport } from './schemas.ts';

const link = z.object({
  address: z.string(),
  tag: z.string().meta({ description: 'To be given as `If-Match` with a change.' }),
  changedAt: instant,
  standing: z.enum(linkStandings).meta({
    description:
      'resting: nothing goes over it; asked: to decide itself, which somebody else has to confirm, and tried meanwhile whether it answers; deciding: the agency decides itself; paused: it does, and what is asked waits for now.',
  }),
  own: z.boolean().meta({ description: 'Whether you set it last: then you cannot confirm it.' }),
  lastGoodAt: instant.optional(),
  failingSince: instant.optional(),
  fault: z.string().optional(),
});

export const linksView = z
  .object({
    agencies: z.array(
      z.object({
        agency,
        name: bilingual,
        judge: z.enum(['engine', 'live']).meta({
          description:
            'engine: the table decides, or an officer here; live: the agency is asked over its link.',
        }),
        link: link.optional(),
        waiting: z.int().meta({ description: 'Lists that wait for it.' }),
        oldest: instant.optional().meta({ description: 'Since when the first of them waits.' }),
        deliveries: z.object({ waiting: z.int(), failed: z.int() }),
      }),
    ),
    now: instant,
  })
  .meta({ id: 'AgencyLinks' });

/** Of what answers nothing. */
export const done = z.null().meta({ description: 'Done.' });

export const agencyParams = z.object({ agency });

export const linkWish = z
  .object({
    address: z.string().min(1).max(500).meta({
      description: 'Beginning of its addresses: `/deliveries` and `/answers` stand below it.',
    }),
    judge: z.enum(['engine', 'live']).meta({
      description:
        'live is asked for, and counts once somebody else has confirmed it; so is another address of a link that decides.',
    }),
    newSecret: z.boolean().optional().meta({ description: 'Replaces the secret there is.' }),
  })
  .meta({ id: 'AgencyLinkWish', examples: [{ address: 'https://market.example/chama', judge: 'live' }] });

export const setLinkView = link
  .extend({
    judge: z.enum(['engine', 'live']),
    secret: z.string().optional().meta({ description: 'Told once, when it is made.' }),
  })
  .meta({ id: 'AgencyLinkSet' });

/** What was looked at, to be confirmed. */
export const linkSeen = z
  .object({ address: linkWish.shape.address })
  .meta({ id: 'AgencyLinkConfirmation', examples: [{ address: 'https://market.example/chama' }] });

export const pauseWish = z
  .object({
    reason: z
      .string()
      .trim()
      .min(1)
      .max(500)
      .regex(/^\P{Cc}*$/u),
  })
  .meta({ id: 'AgencyLinkPause', examples: [{ reason: '对方系统升级' }] });

export const replayedView = z
  .object({ replayed: z.int().meta({ description: 'How many are tried again.' }) })
  .meta({ id: 'AgencyDeliveriesReplayed' });

export const deliveriesQuery = z.object({
  state: z.enum(['waiting', 'delivered', 'failed']).default('failed'),
  cursor,
  limit,
});

export const deliveriesView = z
  .object({
    deliveries: z.array(
      z.object({
        deliveryId: z.uuid(),
        orderNo: z.string(),
        ebpCode: z.string(),
        ebcCode: sellerOfExport,
        attempt: z.int(),
        state: z.enum(['waiting', 'delivered', 'failed']),
        tries: z.int(),
        madeAt: instant,
        nextTryAt: instant,
        deliveredAt: instant.optional(),
        fault: z.string().optional(),
      }),
    ),
    next: z.string().optional(),
  })
  .meta({ id: 'AgencyDeliveries' });

export const deliveryParams = agencyParams.extend({ deliveryId: z.uuid() });

export const answersQuery = z.object({ cursor, limit });

export const answersView = z
  .object({
    answers: z.array(
      z.object({
        answerId: z.string(),
        deliveryId: z.string(),
        decision: z.string(),
        reason: z.string(),
        saidAt: instant,
        arrivedAt: instant,
        standing: z.enum(['taken', 'late', 'unmatched']).meta({
          description:
            'taken: it decided; late: the list or the agency was further by then; unmatched: nothing of the kind was asked.',
        }),
      }),
    ),
    next: z.string().optional(),
  })
  .meta({ id: 'AgencyLinkAnswers' });
