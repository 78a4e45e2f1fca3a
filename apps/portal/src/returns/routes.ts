import { createRoute } from '@tanstack/react-router';
import { page } from '../app/page.ts';
import { rootRoute } from '../app/root.ts';
import { oneOf, type Search } from '../app/search.ts';
import { states } from './queries.ts';

export const returnsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/returns',
    // What is looked for lives in the address: it can be shared and the back button works.
    validateSearch: ({ stage }: Search): { stage?: (typeof states)[number] } => {
      const known = oneOf(stage, states);
      return known ? { stage: known } : {};
    },
    component: page(() => import('./ReturnsPage.tsx'), 'ReturnsPage', 'returns'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/returns/$returnNo',
    component: page(() => import('./ReturnPage.tsx'), 'ReturnPage', 'returns'),
  }),
] as const;
