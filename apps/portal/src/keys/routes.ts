import { createRoute } from '@tanstack/react-router';
import { page } from '../app/page.ts';
import { rootRoute } from '../app/root.ts';
import { isText, type Search } from '../app/search.ts';

export const keysRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/keys',
    // Those who see the whole zone say of which enterprise.
    validateSearch: ({ enterprise }: Search): { enterprise?: string } =>
      isText(enterprise) ? { enterprise } : {},
    component: page(() => import('./KeysPage.tsx'), 'KeysPage', 'keys'),
  }),
] as const;
