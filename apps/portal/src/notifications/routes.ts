import { createRoute } from '@tanstack/react-router';
import { page } from '../app/page.ts';
import { rootRoute } from '../app/root.ts';
import { oneOf, type Search } from '../app/search.ts';
import { type ShownState, shownStates } from './states.ts';

export const notificationsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/notifications',
    validateSearch: ({ unread }: Search): { unread?: 'true' } => (unread === 'true' ? { unread } : {}),
    component: page(() => import('./NotificationsPage.tsx'), 'NotificationsPage', 'notifications'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/notifications/settings',
    component: page(() => import('./SettingsPage.tsx'), 'SettingsPage', 'notifications', 'account'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/unsubscribe/$token',
    component: page(() => import('./LeavePage.tsx'), 'LeavePage', 'notifications'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/mails',
    validateSearch: ({ mails }: Search): { mails?: ShownState } => {
      const found = oneOf(mails, shownStates);
      return found ? { mails: found } : {};
    },
    component: page(() => import('./MailsPage.tsx'), 'MailsPage', 'notifications'),
  }),
] as const;
