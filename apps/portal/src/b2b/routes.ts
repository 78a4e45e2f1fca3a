import { createRoute } from '@tanstack/react-router';
import { page } from '../app/page.ts';
import { rootRoute } from '../app/root.ts';
import { askedIn } from './trade.ts';

export const b2bRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/b2b',
    component: page(() => import('./RecognitionPage.tsx'), 'RecognitionPage', 'b2b', 'adviser'),
    validateSearch: askedIn,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/principals',
    component: page(() => import('./PrincipalsPage.tsx'), 'PrincipalsPage', 'b2b', 'books'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/contracts',
    component: page(() => import('./ContractsPage.tsx'), 'ContractsPage', 'b2b', 'books'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/contracts/$seller/$contractNo',
    component: page(() => import('./ContractPage.tsx'), 'ContractPage', 'b2b', 'books'),
  }),
] as const;
