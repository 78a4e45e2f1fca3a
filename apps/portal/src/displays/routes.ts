import { createRoute } from '@tanstack/react-router';
import { page } from '../app/page.ts';
import { rootRoute } from '../app/root.ts';

export const displayRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/displays',
    component: page(() => import('./DisplaysPage.tsx'), 'DisplaysPage', 'displays', 'books'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/displays/$displayNo',
    component: page(() => import('./DisplayPage.tsx'), 'DisplayPage', 'displays', 'books'),
  }),
] as const;
