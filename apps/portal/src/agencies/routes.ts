import { createRoute } from '@tanstack/react-router';
import { page } from '../app/page.ts';
import { rootRoute } from '../app/root.ts';

export const agenciesRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/agencies',
    component: page(() => import('./AgenciesPage.tsx'), 'AgenciesPage', 'agencies', 'accounts', 'account'),
  }),
] as const;
