import { createRoute } from '@tanstack/react-router';
import { page } from '../app/page.ts';
import { rootRoute } from '../app/root.ts';
import { isText, oneOf, type Search } from '../app/search.ts';
import { type ActsFilter, actAreas, type EventsFilter, eventKinds } from './queries.ts';

/** Accounts and sign-ins, or what people did. */
type AuditSearch = EventsFilter & ActsFilter & { readonly view?: 'acts' };

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const date = /^\d{4}-\d{2}-\d{2}$/;

export const auditRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/audit',
    validateSearch: (search: Search): AuditSearch => {
      const kind = oneOf(search.kind, eventKinds);
      const { accountId, day, subject } = search;
      const area = oneOf(search.area, actAreas);
      return {
        ...(search.view === 'acts' && { view: 'acts' as const }),
        ...(area && { area }),
        ...(isText(subject) && { subject: subject.slice(0, 200) }),
        ...(kind && { kind }),
        ...(isText(accountId) && id.test(accountId) && { accountId }),
        ...(isText(day) && date.test(day) && { day }),
      };
    },
    component: page(() => import('./AuditPage.tsx'), 'AuditPage', 'audit'),
  }),
] as const;
