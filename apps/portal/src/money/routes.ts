import { createRoute } from '@tanstack/react-router';
import { page } from '../app/page.ts';
import { rootRoute } from '../app/root.ts';
import { isText, type Search } from '../app/search.ts';

export const moneyRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/guarantees',
    validateSearch: ({ of }: Search): { of?: string } =>
      isText(of) && /^[0-9A-Z]{10}$/.test(of) ? { of } : {},
    component: page(() => import('./GuaranteesPage.tsx'), 'GuaranteesPage', 'money'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/tax',
    component: page(() => import('./TaxPage.tsx'), 'TaxPage', 'money'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/tax/$ebpCode/$orderNo',
    component: page(() => import('./BillPage.tsx'), 'BillPage', 'money'),
  }),
] as const;
