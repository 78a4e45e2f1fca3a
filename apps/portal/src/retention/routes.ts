import { createRoute } from '@tanstack/react-router';
import { page } from '../app/page.ts';
import { rootRoute } from '../app/root.ts';

export const retentionRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/retention',
    component: page(() => import('./RetentionPage.tsx'), 'RetentionPage', 'retention', 'rules', 'desk'),
  }),
] as const;
