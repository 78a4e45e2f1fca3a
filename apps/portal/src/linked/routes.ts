import { createRoute } from '@tanstack/react-router';
import { page } from '../app/page.ts';
import { rootRoute } from '../app/root.ts';
import { oneOf, type Search } from '../app/search.ts';
import { type DeliveryState, deliveryStates } from './queries.ts';

export const linkedRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/agency-links',
    component: page(() => import('./LinkedPage.tsx'), 'LinkedPage', 'linked'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/agency-links/$agency',
    component: page(() => import('./LinkPage.tsx'), 'LinkPage', 'linked', 'account'),
    validateSearch: ({ show }: Search): { show?: DeliveryState | 'answers' } => {
      const known = oneOf(show, [...deliveryStates, 'answers'] as const);
      return known ? { show: known } : {};
    },
  }),
] as const;
