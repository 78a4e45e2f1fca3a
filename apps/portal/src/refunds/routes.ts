import { createRoute } from '@tanstack/react-router';
import { page } from '../app/page.ts';
import { rootRoute } from '../app/root.ts';
import { isText, oneOf, type Search } from '../app/search.ts';
import { fileKinds } from './tax-files.ts';

export const exportTaxRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/export-tax',
    validateSearch: ({ month }: Search): { month?: string } =>
      isText(month) && /^20\d\d-(0[1-9]|1[0-2])$/.test(month) ? { month } : {},
    component: page(() => import('./ExportTaxPage.tsx'), 'ExportTaxPage', 'refunds', 'books'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/tax-files',
    component: page(() => import('./TaxFilesPage.tsx'), 'TaxFilesPage', 'refunds', 'books'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/tax-files/$kind/$period/$edition',
    params: {
      parse: ({ kind, period, edition }) => ({
        kind: oneOf(kind, fileKinds) ?? 'exports',
        period,
        edition: Number(edition),
      }),
      stringify: ({ kind, period, edition }) => ({ kind, period, edition: String(edition) }),
    },
    component: page(() => import('./TaxFilePage.tsx'), 'TaxFilePage', 'refunds'),
  }),
] as const;
