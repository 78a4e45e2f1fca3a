import { z } from 'zod';
import { finding } from '#http';

const outcome = z
  .object({
    state: z.enum(['waiting', 'released', 'held', 'refused', 'withdrawn']),
    returnStatus: z.string().meta({ description: 'CEB622 returnStatus: 800, 100, 300, 500 …' }),
    returnInfo: z.string(),
    invtNo: z.string().optional(),
  })
  .meta({ id: 'ListOutcome', description: 'What became of a list within the time the caller waited.' });

export const documentAnswer = z
  .object({
    index: z.int().meta({ description: 'Position in the message, from 0.' }),
    key: z.record(z.string(), z.string()).meta({ description: 'Business key, e.g. orderNo and ebpCode.' }),
    verdict: z.enum(['accepted', 'repeated', 'refused']),
    status: z
      .string()
      .meta({ description: 'returnStatus of the receipt: 120, 2, or a negative code of the standard.' }),
    info: z.string(),
    findings: z.array(finding),
    outcome: outcome.optional(),
  })
  .meta({ id: 'DocumentAnswer' });

export const messageAnswer = z
  .object({
    messageId: z.string(),
    root: z.string(),
    guid: z.string(),
    accepted: z.int(),
    repeated: z.int(),
    refused: z.int(),
    documents: z.array(documentAnswer),
  })
  .meta({ id: 'MessageAnswer', description: 'Given after everything accepted is on disk.' });

export const refusedMessage = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    zh: z.string(),
    en: z.string(),
    messageId: z.string(),
    findings: z.array(finding),
  })
  .meta({
    id: 'RefusedMessage',
    description: 'A message kept as evidence but not taken in; a CEB900 receipt says so too.',
  });

export const messageQuery = z.object({
  wait: z.coerce
    .number()
    .min(0)
    .max(60)
    .default(0)
    .meta({ description: 'Seconds to wait for the outcome of the lists in the message.' }),
});

export const receiptsQuery = z.object({
  cursor: z
    .string()
    .regex(/^\d{1,20}\.\d{1,18}$/)
    .optional()
    .meta({ description: '`next` of the call before; without it from the first receipt.' }),
  limit: z.coerce.number().int().min(1).max(5000).default(500),
  wait: z.coerce
    .number()
    .min(0)
    .max(60)
    .default(0)
    .meta({ description: 'Seconds to wait for the first receipt.' }),
  type: z.enum(['CEB312', 'CEB412', 'CEB512', 'CEB622', 'CEB900']).optional(),
});

const receipt = z
  .object({
    cursor: z.string(),
    type: z.string(),
    orderNo: z.string().nullable(),
    returnStatus: z.string(),
    returnTime: z.string().meta({ description: 'YYYYMMDDhhmmssSSS, China time.' }),
    returnInfo: z.string(),
    body: z.record(z.string(), z.string()).meta({ description: "The receipt's other fields." }),
  })
  .meta({ id: 'Receipt' });

export const receiptsPage = z
  .object({
    receipts: z.array(receipt),
    next: z.string().optional().meta({ description: 'Cursor for the next call.' }),
  })
  .meta({ id: 'ReceiptsPage' });
