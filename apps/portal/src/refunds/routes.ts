import { createRoute } from '@tanstack/react-router';
import { page } from '../app/page.ts';
import { rootRoute } from '../app/root.ts';
import { isText, type Search } from '../app/search.ts';

export const exportTaxRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/export-tax',
    validateSearch: ({ month }: Search): { month?: string } =>
      isText(month) && /^20\d\d-(0[1-9]|1[0-2])$/.test(month) ? { month } : {},
    component: page(() => import('./ExportTaxPage.tsx'), 'ExportTaxPage', 'refunds', 'books'),
  }),
] as const;
