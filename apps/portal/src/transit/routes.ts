import { createRoute } from '@tanstack/react-router';
import { page } from '../app/page.ts';
import { rootRoute } from '../app/root.ts';

export const transitPages = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/transit',
    component: page(() => import('./BoardPage.tsx'), 'BoardPage', 'transit', 'books'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/transit/$transitNo',
    component: page(() => import('./TransitPage.tsx'), 'TransitPage', 'transit', 'books'),
  }),
] as const;
