import { z } from 'zod';
import { bilingual } from '#http';

const id = z.uuid();
const time = z.iso.datetime();
const events = z
  .array(z.string().max(64))
  .min(1)
  .max(50)
  .meta({ description: 'Kinds of events, e.g. `receipt.CEB622`, or all of a group, e.g. `list.*`.' });
const address = z
  .string()
  .max(2_000)
  .meta({ description: 'Where events are sent: an HTTPS address on the open network.' });
const label = z.string().max(100).meta({ description: 'Your own word for it.' });

export const webhookParams = z.object({ webhookId: id });
export const deliveryParams = webhookParams.extend({ number: z.string().regex(/^\d{1,18}$/) });

export const newWebhook = z.object({ address, events, label: label.optional() }).meta({
  id: 'NewWebhook',
  examples: [{ address: 'https://erp.example/chama', events: ['receipt.*', 'list.*'] }],
});

export const webhookChange = z
  .object({
    address: address.optional(),
    events: events.optional(),
    label: label.optional(),
    state: z.enum(['active', 'paused']).optional().meta({
      description: 'Made `active`, it goes on where it stopped, also after it was disabled.',
    }),
  })
  .meta({ id: 'WebhookChange' });

export const webhook = z
  .object({
    webhookId: id,
    address,
    events,
    label,
    state: z.enum(['active', 'paused', 'disabled']),
    disabledFor: z.enum(['failing', 'gone']).optional().meta({
      description:
        'Why it was disabled: nothing but failures for too long, or the receiver answered 410 Gone.',
    }),
    notice: bilingual.optional().meta({ description: 'What the owner should know and do, if anything.' }),
    madeAt: time,
    changedAt: time,
    failingSince: time.optional(),
    lastDeliveredAt: time.optional(),
    formerSecretUntil: time.optional().meta({ description: 'Until then the former secret signs as well.' }),
    waiting: z.int().meta({ description: 'Events put down and not yet delivered.' }),
    failed: z
      .int()
      .meta({ description: 'Events given up in the time the log is kept; they can be replayed.' }),
  })
  .meta({ id: 'Webhook' });

export const webhookWithSecret = webhook
  .extend({ secret: z.string().meta({ description: '`whsec_…`; shown in this answer only.' }) })
  .meta({ id: 'WebhookWithSecret' });

export const webhooksPage = z
  .object({
    webhooks: z.array(webhook),
    kinds: z
      .array(z.object({ group: z.string(), members: z.array(z.string()).optional(), text: bilingual }))
      .meta({ description: 'What can be subscribed to.' }),
  })
  .meta({ id: 'WebhooksPage' });

export const newSecret = z
  .object({
    secret: z.string().meta({ description: '`whsec_…`; shown in this answer only.' }),
    formerSecretUntil: time,
  })
  .meta({ id: 'WebhookSecret' });

export const deliveriesQuery = z.object({
  state: z.enum(['waiting', 'delivered', 'failed']).optional(),
  cursor: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .meta({ description: '`next` of the page before.' }),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

const delivery = z
  .object({
    number: z.string(),
    eventId: z.string().meta({ description: 'The header `webhook-id`, the same on every try.' }),
    kind: z.string(),
    happenedAt: time,
    madeAt: time,
    state: z.enum(['waiting', 'delivered', 'failed']),
    tries: z.int(),
    settledAt: time.optional(),
  })
  .meta({ id: 'WebhookDelivery' });

export const deliveriesPage = z
  .object({ deliveries: z.array(delivery), next: z.string().optional() })
  .meta({ id: 'WebhookDeliveriesPage' });

export const deliveryStory = delivery
  .extend({
    body: z.string().meta({ description: 'What is signed and sent, as text.' }),
    attempts: z.array(
      z.object({
        number: z.int(),
        beganAt: time,
        tookMs: z.int(),
        address: z.string(),
        httpStatus: z.int().optional(),
        fault: z.string().optional().meta({
          description:
            'Why it did not arrive: HTTP-STATUS, REDIRECT, TIMEOUT, NAME-UNKNOWN, NAME-SERVER, ADDRESS-NOT-ALLOWED, or the code of the connection or of TLS.',
        }),
        answer: z.string().optional().meta({ description: 'The beginning of what the receiver answered.' }),
      }),
    ),
  })
  .meta({ id: 'WebhookDeliveryStory' });

export const replayWish = z
  .object({
    numbers: z
      .array(z.string().regex(/^\d{1,18}$/))
      .max(1_000)
      .optional()
      .meta({ description: 'Of deliveries; without it all that failed.' }),
  })
  .meta({ id: 'WebhookReplay' });

export const replayed = z.object({ replayed: z.int() }).meta({ id: 'WebhookReplayed' });

export type WebhookView = z.infer<typeof webhook>;
export type WebhooksPage = z.infer<typeof webhooksPage>;
export type WebhookDeliveriesPage = z.infer<typeof deliveriesPage>;
export type WebhookDeliveryStory = z.infer<typeof deliveryStory>;
