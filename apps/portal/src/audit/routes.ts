import { createRoute } from '@tanstack/react-router';
import { page } from '../app/page.ts';
import { rootRoute } from '../app/root.ts';
import { isText, oneOf, type Search } from '../app/search.ts';
import { type EventsFilter, eventKinds } from './queries.ts';

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const date = /^\d{4}-\d{2}-\d{2}$/;

export const auditRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/audit',
    validateSearch: (search: Search): EventsFilter => {
      const kind = oneOf(search.kind, eventKinds);
      const { accountId, day } = search;
      return {
        ...(kind && { kind }),
        ...(isText(accountId) && id.test(accountId) && { accountId }),
        ...(isText(day) && date.test(day) && { day }),
      };
    },
    component: page(() => import('./AuditPage.tsx'), 'AuditPage', 'audit'),
  }),
] as const;
