import { createRoute } from '@tanstack/react-router';
import { page } from '../app/page.ts';
import { rootRoute } from '../app/root.ts';
import { oneOf, type Search } from '../app/search.ts';
import { dispatchStates, type LinksFilter } from './queries.ts';

export const linksRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/links',
    component: page(() => import('./LinksPage.tsx'), 'LinksPage', 'links'),
    validateSearch: ({ show }: Search): LinksFilter => {
      const known = oneOf(show, [...dispatchStates, 'unmatched', 'unreadable'] as const);
      return known ? { show: known } : {};
    },
  }),
] as const;
