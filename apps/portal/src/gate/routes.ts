import { createRoute } from '@tanstack/react-router';
import { page } from '../app/page.ts';
import { rootRoute } from '../app/root.ts';
import { isText, type Search } from '../app/search.ts';

export const gateRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/checklists',
    component: page(() => import('./ChecklistsPage.tsx'), 'ChecklistsPage', 'gate', 'books'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/checklists/new',
    validateSearch: ({ book }: Search): { book?: string } =>
      isText(book) && /^[A-Z0-9]{6,20}$/.test(book) ? { book } : {},
    component: page(() => import('./NewChecklistPage.tsx'), 'NewChecklistPage', 'gate', 'books'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/checklists/$checklistNo',
    component: page(() => import('./ChecklistPage.tsx'), 'ChecklistPage', 'gate'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/passes',
    component: page(() => import('./PassesPage.tsx'), 'PassesPage', 'gate', 'books'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/passes/$passNo',
    component: page(() => import('./PassPage.tsx'), 'PassPage', 'gate', 'books'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/gate',
    component: page(() => import('./BoardPage.tsx'), 'BoardPage', 'gate', 'books'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/gate/drive',
    component: page(() => import('./DrivePage.tsx'), 'DrivePage', 'gate'),
  }),
] as const;
