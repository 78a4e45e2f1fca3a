import { createRoute } from '@tanstack/react-router';
import { page } from '../app/page.ts';
import { rootRoute } from '../app/root.ts';
import { isText, oneOf, type Search } from '../app/search.ts';
import { type DrawsSearch, sourceNames } from './sources.ts';

export const drawsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/draws',
    // Which kind, and which one is open: both can be shared.
    validateSearch: ({ of, draw }: Search): DrawsSearch => {
      const source = oneOf(of, sourceNames);
      return {
        ...(source && { of: source }),
        ...(isText(draw) && /^[\w-]{1,60}$/.test(draw) && { draw }),
      };
    },
    component: page(() => import('./DrawsPage.tsx'), 'DrawsPage', 'draws', 'books'),
  }),
] as const;
