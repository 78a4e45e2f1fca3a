import { accessTo } from '#access';
import { answer, type Http, harmlessTwice, problems } from '#http';
import { type PreferencePorts, preferencesFor, setPreferences } from '../application/preferences.ts';
import { countFor, pageFor, type ReadingPorts, readFor } from '../application/reading.ts';
import { described, personOf } from './person.ts';
import {
  notificationsPage,
  notificationsQuery,
  preferences,
  preferenceWish,
  readAnswer,
  readWish,
  unreadCount,
} from './schemas.ts';

/** What people are told, each their own. */
export function notificationRoutes(app: Http, ports: ReadingPorts & PreferencePorts): void {
  readingRoutes(app, ports);
  preferenceRoutes(app, ports);
}

function readingRoutes(app: Http, ports: ReadingPorts): void {
  app.get(
    '/api/notifications',
    {
      config: accessTo('notifications', 'read'),
      schema: {
        ...described,
        operationId: 'listNotifications',
        summary: 'What you were told, the newest first',
        querystring: notificationsQuery,
        response: {
          200: answer('A page of notifications.', notificationsPage),
          ...problems(400, 401, 403, 503),
        },
      },
    },
    async (request) => {
      const { unread, ...page } = request.query;
      return pageFor(ports, personOf(request).accountId, { ...page, unread: unread === 'true' });
    },
  );
  app.get(
    '/api/notifications/unread',
    {
      config: accessTo('notifications', 'read'),
      schema: {
        ...described,
        operationId: 'countUnreadNotifications',
        summary: 'How many you have not read',
        response: { 200: answer('The count.', unreadCount), ...problems(401, 403, 503) },
      },
    },
    async (request) => ({ unread: await countFor(ports, personOf(request).accountId) }),
  );
  app.post(
    '/api/notifications/read',
    {
      config: {
        ...accessTo('notifications', 'set'),
        ...harmlessTwice('what has been read already stays so'),
      },
      schema: {
        ...described,
        operationId: 'readNotifications',
        summary: 'Mark notifications as read',
        body: readWish,
        response: { 200: answer('How many were unread.', readAnswer), ...problems(400, 401, 403, 415) },
      },
    },
    async (request) => readFor(ports, personOf(request).accountId, request.body),
  );
}

function preferenceRoutes(app: Http, ports: PreferencePorts): void {
  app.get(
    '/api/notification-preferences',
    {
      config: accessTo('notifications', 'read'),
      schema: {
        ...described,
        operationId: 'getNotificationPreferences',
        summary: 'Of what you are told',
        response: { 200: answer('All kinds that concern you.', preferences), ...problems(401, 403) },
      },
    },
    async (request) => {
      const { caller, accountId } = personOf(request);
      return preferencesFor(ports, caller, accountId);
    },
  );
  app.patch(
    '/api/notification-preferences',
    {
      config: {
        ...accessTo('notifications', 'set'),
        ...harmlessTwice('the same choice is made once more'),
      },
      schema: {
        ...described,
        operationId: 'setNotificationPreferences',
        summary: 'Choose of what you are told',
        body: preferenceWish,
        response: {
          200: answer('As it is now.', preferences),
          ...problems(400, 401, 403, 409, 415),
        },
      },
    },
    async (request) => {
      const { caller, accountId } = personOf(request);
      return setPreferences(ports, caller, accountId, request.body);
    },
  );
}
