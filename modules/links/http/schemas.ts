import { z } from 'zod';
import { bilingual, finding } from '#http';

const instant = z.iso.datetime({ offset: true });
const agency = z.enum(['customs']).meta({ id: 'Agency', description: 'customs: 海关' });

export const linkView = z
  .object({
    agency,
    name: bilingual,
    judge: z.enum(['engine', 'live']).meta({
      description: 'engine: the platform’s own rules decide; live: the agency is asked and decides.',
    }),
    channel: z
      .object({
        state: z.enum(['up', 'down']),
        address: z.string().meta({ description: 'Without its password.' }),
        problem: bilingual.optional(),
        waiting: z.int().optional().meta({ description: 'Pieces that wait to be taken in here.' }),
        failed: z.int().optional().meta({ description: 'Pieces set aside here after their last try.' }),
        outgoing: z.int().optional().meta({ description: 'Pieces the other side has not taken yet.' }),
      })
      .optional()
      .meta({ description: 'Only of a live link.' }),
    keys: z
      .array(
        z.object({
          for: z
            .string()
            .meta({ description: 'transport, or the customs code of the enterprise it signs for.' }),
          certificateNumber: z.string(),
          ready: z.boolean(),
          reason: z.string().optional(),
        }),
      )
      .optional()
      .meta({ description: 'Keys the link signs with, where it has any.' }),
    dispatches: z
      .object({ waiting: z.int(), sent: z.int(), lost: z.int(), failed: z.int() })
      .meta({ description: 'Messages that are open or in trouble; answered ones are not counted.' }),
    oldestOpenAt: instant.optional().meta({
      description: 'When the oldest message came in that is not sent yet, or has no answer.',
    }),
    unmatched: z.int().meta({ description: 'Receipts whose document is not known.' }),
    unreadable: z.int().meta({ description: 'Pieces that could not be read.' }),
  })
  .meta({ id: 'Link' });

export const linksPage = z.object({ links: z.array(linkView), now: instant }).meta({ id: 'Links' });

export const agencyParams = z.object({ agency });

const state = z.enum(['waiting', 'sent', 'answered', 'lost', 'failed']).meta({
  id: 'DispatchState',
  description:
    'waiting: to be sent, when its lists have been advised on; sent: without an answer yet; lost: sent as often as allowed and never answered; failed: refused by the network, or there can be no envelope.',
});

export const dispatchesQuery = z.object({
  state,
  cursor: z.string().max(100).optional().meta({ description: 'Opaque: `next` of the page before.' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const dispatchView = z
  .object({
    messageId: z.uuid().meta({ description: 'In capitals it is the CopMsgId of every try.' }),
    sender: z.string(),
    root: z.string(),
    guid: z.string(),
    state,
    tries: z.int(),
    documents: z.int(),
    madeAt: instant,
    sentAt: instant.optional(),
    answeredAt: instant.optional(),
    dueAt: instant.optional().meta({
      description: 'When it is next tried; absent while its lists wait for advice, and at the end.',
    }),
    fault: z.string().optional(),
  })
  .meta({ id: 'Dispatch' });

export const dispatchesPage = z
  .object({
    dispatches: z.array(dispatchView).meta({ description: 'Newest first.' }),
    next: z.string().optional(),
  })
  .meta({ id: 'Dispatches' });

export const answersQuery = z.object({
  standing: z.enum(['taken', 'late', 'unmatched']).default('unmatched'),
  cursor: z.string().max(300).optional().meta({ description: '`next` of the page before.' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const answersPage = z
  .object({
    answers: z.array(
      z.object({
        arrivedAt: instant,
        type: z.string(),
        returnStatus: z.string(),
        returnTime: z.string(),
        returnInfo: z.string(),
        body: z.record(z.string(), z.unknown()).meta({ description: 'Its fields as they came.' }),
        standing: z.enum(['taken', 'late', 'unmatched']).meta({
          description: 'late: a newer one came before it; unmatched: nobody knows what it speaks of.',
        }),
        findings: z.array(finding),
        sender: z.string().optional(),
        messageId: z.string().optional(),
      }),
    ),
    next: z.string().optional(),
  })
  .meta({ id: 'AgencyAnswers' });

export const arrivalsPage = z
  .object({
    arrivals: z.array(
      z.object({
        digest: z.string().meta({ description: 'SHA-256 of the bytes.' }),
        name: z.string(),
        arrivedAt: instant,
        findings: z.array(finding),
      }),
    ),
    next: z.string().optional(),
  })
  .meta({ id: 'UnreadableArrivals' });

export const replayParams = z.object({ agency, messageId: z.uuid() });

export const replayed = z
  .object({ messageId: z.uuid(), state: z.literal('waiting') })
  .meta({ id: 'Replayed' });

export type LinkView = z.infer<typeof linkView>;
export type DispatchesPage = z.infer<typeof dispatchesPage>;
export type AgencyAnswersPage = z.infer<typeof answersPage>;
export type ArrivalsPage = z.infer<typeof arrivalsPage>;
