import { createRoute } from '@tanstack/react-router';
import { page } from '../app/page.ts';
import { rootRoute } from '../app/root.ts';

export const statusRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/status',
    component: page(() => import('./StatusPage.tsx'), 'StatusPage', 'status'),
  }),
] as const;
