import { createRoute } from '@tanstack/react-router';
import { page } from '../app/page.ts';
import { rootRoute } from '../app/root.ts';
import { oneOf, type Search } from '../app/search.ts';
import type { Side } from './queries.ts';

const sides = ['given', 'received'] as const satisfies readonly Side[];

export const delegationsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/delegations',
    validateSearch: ({ side }: Search): { side?: Side } => {
      const found = oneOf(side, sides);
      return found ? { side: found } : {};
    },
    component: page(() => import('./DelegationsPage.tsx'), 'DelegationsPage', 'delegations'),
  }),
] as const;
