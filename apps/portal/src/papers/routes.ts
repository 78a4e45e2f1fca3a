import { createRoute } from '@tanstack/react-router';
import { page } from '../app/page.ts';
import { rootRoute } from '../app/root.ts';

export const papersRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/papers/$seal',
    component: page(() => import('./PaperPage.tsx'), 'PaperPage', 'papers'),
  }),
] as const;
