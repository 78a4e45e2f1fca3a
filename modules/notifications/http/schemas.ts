import { z } from 'zod';
import { bilingual } from '#http';
import { mailWishes, notificationKinds } from '../domain/kinds.ts';

import { mailView, mailWish } from './mail-schemas.ts';

const time = z.iso.datetime();
const id = z.string().regex(/^\d{1,18}$/);
const [first = '', ...others] = notificationKinds.map(({ kind }) => kind);
const kind = z.enum([first, ...others]).meta({ id: 'NotificationKind' });

const notification = z
  .object({
    notificationId: id,
    kind: z.string(),
    text: bilingual,
    count: z.int().meta({
      description: 'How many events it tells of: those of an hour that come by the hundred are one.',
    }),
    firstAt: time,
    happenedAt: time.meta({ description: 'Of the newest event.' }),
    about: z
      .string()
      .optional()
      .meta({ description: 'What it is about, e.g. the order number of a list; of one event alone.' }),
    place: z.string().meta({ description: 'The page of the portal that shows it.' }),
    read: z.boolean(),
  })
  .meta({ id: 'Notification' });

export const notificationsQuery = z.object({
  unread: z
    .enum(['true', 'false'])
    .optional()
    .meta({ description: '`true`: only those that have not been read.' }),
  cursor: z.string().max(200).optional().meta({ description: 'Opaque: `next` of the page before.' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const unread = z.int().meta({ description: 'How many have not been read; 100 stands for 100 and more.' });

export const notificationsPage = z
  .object({ notifications: z.array(notification), unread, next: z.string().optional() })
  .meta({ id: 'NotificationsPage' });

export const unreadCount = z.object({ unread }).meta({ id: 'UnreadNotifications' });

export const readWish = z
  .object({
    ids: z.array(id).max(500).optional().meta({ description: 'Those that have been read, …' }),
    until: time.optional().meta({
      description: '… or all that happened until then: `happenedAt` of the newest one that was seen.',
    }),
  })
  .refine(({ ids, until }) => (ids === undefined) !== (until === undefined), {
    message: 'either ids or until',
  })
  .meta({ id: 'ReadNotifications', examples: [{ ids: ['17'] }] });

export const readAnswer = z.object({ read: z.int(), unread }).meta({ id: 'NotificationsRead' });

const mailed = z.enum(mailWishes).meta({
  id: 'MailWish',
  description: 'immediate: at once; digest: with everything else, every hour or day.',
});

export const preferences = z
  .object({
    kinds: z
      .array(z.object({ kind, text: bilingual, shown: z.boolean(), mail: mailed }))
      .meta({ description: 'Of what the caller is told, what of it is shown, and how it is mailed.' }),
    mail: mailView,
  })
  .meta({ id: 'NotificationPreferences' });

export const preferenceWish = z
  .object({
    kinds: z
      .array(z.object({ kind, shown: z.boolean().optional(), mail: mailed.optional() }))
      .max(100)
      .optional()
      .meta({ description: 'Kinds that are left out stay as they are.' }),
    mail: mailWish.optional(),
  })
  .meta({
    id: 'NotificationPreferenceWish',
    examples: [{ kinds: [{ kind: 'list.released', shown: true }] }],
  });

export type NotificationView = z.infer<typeof notification>;
export type NotificationsPage = z.infer<typeof notificationsPage>;
export type PreferencesView = z.infer<typeof preferences>;
