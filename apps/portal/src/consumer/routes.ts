import { createRoute } from '@tanstack/react-router';
import { page } from '../app/page.ts';
import { rootRoute } from '../app/root.ts';

export const consumerRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/parcel',
    component: page(() => import('./ParcelPage.tsx'), 'ParcelPage', 'consumer'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/me',
    component: page(
      ...([
        () => import('./MePage.tsx'),
        'MePage',
        'consumer',
        'returns',
        'corrections',
        'persons',
        'desk',
      ] as const),
    ),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/me/data',
    component: page(
      ...([
        () => import('./OwnDataPage.tsx'),
        'OwnDataPage',
        'consumer',
        'corrections',
        'persons',
        'accounts',
      ] as const),
    ),
  }),
] as const;
