import { createRoute } from '@tanstack/react-router';
import { page } from '../app/page.ts';
import { rootRoute } from '../app/root.ts';
import { isText, type Search } from '../app/search.ts';

export const bulkRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/bulk',
    component: page(() => import('./BulkPage.tsx'), 'BulkPage', 'bulk'),
    validateSearch: ({ cursor, kind }: Search): { cursor?: string; kind?: string } => ({
      ...(isText(cursor) && { cursor }),
      ...(isText(kind) && { kind }),
    }),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/bulk/$fileId',
    component: page(() => import('./BulkFilePage.tsx'), 'BulkFilePage', 'bulk'),
  }),
] as const;
