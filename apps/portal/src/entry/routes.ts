import { createRoute } from '@tanstack/react-router';
import { page } from '../app/page.ts';
import { rootRoute } from '../app/root.ts';

export const entryRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/entry',
    component: page(() => import('./EntryPage.tsx'), 'EntryPage', 'entry'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/entry/$draftId',
    component: page(() => import('./DraftPage.tsx'), 'DraftPage', 'entry', 'list', 'registry'),
  }),
] as const;
