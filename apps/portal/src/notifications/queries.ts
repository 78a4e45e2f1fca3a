import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import type { components } from '../api/schema.gen.ts';

export type Notification = components['schemas']['Notification'];
export type NotificationMail = components['schemas']['NotificationMail'];
export type MailWish = components['schemas']['MailWish'];
export type Mail = components['schemas']['Mail'];
export type MailState = components['schemas']['MailState'];
export type Preferences = components['schemas']['NotificationPreferences'];
export type PreferenceWish = components['schemas']['NotificationPreferenceWish'];

/** Everything that is asked here is kept under this, so that a deed marks all of it stale. */
export const notificationsKey = ['notifications'] as const;

export const unreadQuery = () =>
  queryOptions({
    queryKey: [...notificationsKey, 'unread'],
    queryFn: ({ signal }) => answerOf(client.GET('/api/notifications/unread', { signal })),
  });

export const notificationsQuery = (unread: boolean) =>
  infiniteQueryOptions({
    queryKey: [...notificationsKey, 'page', unread],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        client.GET('/api/notifications', {
          signal,
          params: {
            query: {
              limit: 50,
              ...(unread ? { unread: 'true' as const } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });

export const preferencesQuery = () =>
  queryOptions({
    queryKey: ['notification-preferences'],
    queryFn: ({ signal }) => answerOf(client.GET('/api/notification-preferences', { signal })),
  });

/** @param wish those named, or all that happened until then */
export const markRead = (wish: components['schemas']['ReadNotifications']) =>
  answerOf(client.POST('/api/notifications/read', { body: wish }));

export const setPreferences = (body: PreferenceWish) =>
  answerOf(client.PATCH('/api/notification-preferences', { body }));

export const proposeAddress = (body: components['schemas']['MailAddressWish']) =>
  answerOf(client.POST('/api/notification-preferences/address', { body }));

export const confirmAddress = (code: string) =>
  answerOf(client.POST('/api/notification-preferences/address/confirm', { body: { code } }));

export const forgetAddress = () => answerOf(client.DELETE('/api/notification-preferences/address'));

/** As a mail program says it for its reader. */
export const leaveMail = (token: string) =>
  answerOf(
    client.POST('/unsubscribe/{token}', {
      params: { path: { token } },
      body: { 'List-Unsubscribe': 'One-Click' },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      bodySerializer: (body) => new URLSearchParams(body).toString(),
    }),
  );

export const mailsKey = ['mails'] as const;

export const mailsQuery = (state: MailState | undefined) =>
  infiniteQueryOptions({
    queryKey: [...mailsKey, state ?? ''],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        client.GET('/api/mails', {
          signal,
          params: {
            query: { limit: 50, ...(state ? { state } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });

export const mailsAgain = (mails: components['schemas']['MailsAgain']['mails']) =>
  answerOf(client.POST('/api/mails/again', { body: { mails } }));
