import { createRoute } from '@tanstack/react-router';
import { page } from '../app/page.ts';
import { rootRoute } from '../app/root.ts';
import { isText, oneOf, type Search } from '../app/search.ts';
import type { DocumentsFilter } from './queries.ts';

const sides = ['sent', 'principal', 'platform', 'seller'] as const;
const day = /^\d{4}-\d{2}-\d{2}$/;
const isDay = (value: unknown): value is string => typeof value === 'string' && day.test(value);

const validateSearch = ({ side, search, from, to, deleted }: Search): DocumentsFilter => {
  const [knownSide, knownDeleted] = [oneOf(side, sides), oneOf(deleted, ['yes', 'no'] as const)];
  return {
    ...(knownSide && { side: knownSide }),
    ...(isText(search) && { search: search.slice(0, 60) }),
    ...(isDay(from) && { from }),
    ...(isDay(to) && { to }),
    ...(knownDeleted && { deleted: knownDeleted }),
  };
};

export const documentsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/orders',
    component: page(() => import('./DocumentsPage.tsx'), 'OrdersPage', 'documents'),
    validateSearch,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/payments',
    component: page(() => import('./DocumentsPage.tsx'), 'PaymentsPage', 'documents'),
    validateSearch,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/waybills',
    component: page(() => import('./DocumentsPage.tsx'), 'WaybillsPage', 'documents'),
    validateSearch,
  }),
] as const;
