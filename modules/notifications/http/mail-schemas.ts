import { z } from 'zod';
import { digests, timeZones } from '../domain/mail-address.ts';
import { letterLanguages } from '../domain/words/index.ts';

const time = z.iso.datetime();
const language = z.enum(letterLanguages);
const address = z.string().trim().max(254);

export const mailView = z
  .object({
    available: z.boolean().meta({ description: 'Whether this platform sends mail at all.' }),
    address: z.string().optional().meta({ description: 'Where mail goes; your own, so in full.' }),
    confirmedAt: time.optional(),
    pending: z
      .object({ address: z.string(), until: time })
      .optional()
      .meta({ description: 'An address that waits for its code.' }),
    wishes: z
      .object({
        language,
        timeZone: z.enum(timeZones),
        digest: z.enum(digests),
        digestHour: z.int().meta({ description: 'Of a daily digest, where you are.' }),
      })
      .optional(),
    stoppedFor: z.enum(['unsubscribed', 'refused']).optional().meta({
      description: 'Why nothing is sent: you said so, or the address takes nothing.',
    }),
  })
  .meta({ id: 'NotificationMail' });

export const mailWish = z
  .object({
    language: language.optional(),
    timeZone: z.enum(timeZones).optional(),
    digest: z.enum(digests).optional(),
    digestHour: z.int().min(0).max(23).optional(),
    stopped: z.boolean().optional().meta({ description: '`true`: nothing is sent until it is `false`.' }),
  })
  .meta({ id: 'NotificationMailWish' });

export const addressWish = z
  .object({ address, language })
  .meta({ id: 'MailAddressWish', examples: [{ address: 'name@example.com', language: 'en' }] });

export const codeWish = z
  .object({
    code: z
      .string()
      .trim()
      .regex(/^\d{6}$/),
  })
  .meta({ id: 'MailAddressCode', examples: [{ code: '123456' }] });

export const leaveParams = z.object({ token: z.string().max(64) });
export const left = z.object({ left: z.literal(true) }).meta({ id: 'MailLeft', examples: [{ left: true }] });

const state = z.enum(['waiting', 'sending', 'sent', 'failed', 'uncertain', 'dropped']).meta({
  id: 'MailState',
  description:
    'uncertain: it may have arrived and is not sent again by itself; dropped: its reader no longer wanted or could get it.',
});

export const mailsQuery = z.object({
  state: state.optional(),
  cursor: z.string().max(400).optional().meta({ description: 'Opaque: `next` of the page before.' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const mailKeys = { accountId: z.uuid(), mailKey: z.string().max(60) };

export const mailsPage = z
  .object({
    server: z
      .object({ host: z.string(), from: z.string() })
      .optional()
      .meta({ description: 'The mail server; left out where none is set.' }),
    counts: z
      .record(z.string(), z.int())
      .meta({ description: 'Mails by state, of the time the log is kept.' }),
    mails: z.array(
      z
        .object({
          ...mailKeys,
          kind: z.enum(['code', 'immediate', 'digest']),
          state,
          login: z.string(),
          address: z.string().optional().meta({ description: 'Masked.' }),
          madeAt: time,
          tries: z.int(),
          nextTryAt: time.optional(),
          settledAt: time.optional(),
          fault: z.string().optional().meta({
            description: 'Why it did not go, e.g. EENVELOPE, ETIMEDOUT, INTERRUPTED, STOPPED.',
          }),
          answer: z.string().optional().meta({ description: 'What the mail server said.' }),
        })
        .meta({ id: 'Mail' }),
    ),
    next: z.string().optional(),
  })
  .meta({ id: 'MailsPage' });

export const againWish = z
  .object({ mails: z.array(z.object(mailKeys)).min(1).max(200) })
  .meta({ id: 'MailsAgain' });

export const again = z.object({ again: z.int() }).meta({ id: 'MailsSentAgain' });

export type MailView = z.infer<typeof mailView>;
export type MailsPage = z.infer<typeof mailsPage>;
