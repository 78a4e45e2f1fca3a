import { createRoute } from '@tanstack/react-router';
import { page } from '../app/page.ts';
import { rootRoute } from '../app/root.ts';

export const abroadRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/abroad',
    component: page(() => import('./AbroadPage.tsx'), 'AbroadPage', 'abroad', 'books'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/abroad/$enterprise/$batchNo',
    component: page(() => import('./BatchPage.tsx'), 'BatchPage', 'abroad', 'books'),
  }),
] as const;
