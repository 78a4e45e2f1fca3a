import { createRoute } from '@tanstack/react-router';
import { page } from '../app/page.ts';
import { rootRoute } from '../app/root.ts';
import type { Search } from '../app/search.ts';

export const correctionsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/corrections',
    validateSearch: ({ requests }: Search): { requests?: 'ended' } =>
      requests === 'ended' ? { requests } : {},
    component: page(
      () => import('./CorrectionsPage.tsx'),
      'CorrectionsPage',
      'corrections',
      'persons',
      'desk',
    ),
  }),
] as const;
