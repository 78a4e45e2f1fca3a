import { createRoute } from '@tanstack/react-router';
import { page } from '../app/page.ts';
import { rootRoute } from '../app/root.ts';
import { isText, type Search } from '../app/search.ts';

export const personsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/showings',
    validateSearch: ({ number }: Search): { number?: string } =>
      isText(number) ? { number: number.slice(0, 60) } : {},
    component: page(() => import('./ShowingsPage.tsx'), 'ShowingsPage', 'persons', 'accounts'),
  }),
] as const;
