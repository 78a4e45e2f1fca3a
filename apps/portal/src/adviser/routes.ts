import { createRoute } from '@tanstack/react-router';
import { page } from '../app/page.ts';
import { rootRoute } from '../app/root.ts';
import { askedIn } from './question.ts';

export const adviserRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/adviser',
    component: page(() => import('./AdviserPage.tsx'), 'AdviserPage', 'adviser'),
    validateSearch: askedIn,
  }),
] as const;
