import { createRoute } from '@tanstack/react-router';
import { page } from '../app/page.ts';
import { rootRoute } from '../app/root.ts';
import { isText, oneOf, type Search } from '../app/search.ts';
import type { GoodsState, PageFilter } from './queries.ts';

const goodsStates = ['filed', 'approved', 'returned', 'withdrawn'] as const satisfies readonly GoodsState[];

const pageFilter = ({ search, cursor }: Search): PageFilter => ({
  ...(isText(search) && { search: search.slice(0, 60) }),
  ...(isText(cursor) && { cursor }),
});
const getParentRoute = () => rootRoute;

export const registryRoutes = [
  createRoute({
    getParentRoute,
    path: '/apply',
    component: page(() => import('./ApplyPage.tsx'), 'ApplyPage', 'registry'),
  }),
  createRoute({
    getParentRoute,
    path: '/apply/follow',
    component: page(() => import('./FollowPage.tsx'), 'FollowPage', 'registry'),
  }),
  createRoute({
    getParentRoute,
    path: '/registry/enterprises',
    component: page(() => import('./EnterprisesPage.tsx'), 'EnterprisesPage', 'registry'),
    validateSearch: pageFilter,
  }),
  createRoute({
    getParentRoute,
    path: '/registry/enterprises/$customsCode',
    component: page(() => import('./FilePage.tsx'), 'FilePage', 'registry'),
  }),
  createRoute({
    getParentRoute,
    path: '/registry/filings',
    component: page(() => import('./FilingsPage.tsx'), 'FilingsPage', 'registry'),
    validateSearch: ({ cursor }: Search): { readonly cursor?: string } => (isText(cursor) ? { cursor } : {}),
  }),
  createRoute({
    getParentRoute,
    path: '/registry/filings/$filingId',
    component: page(() => import('./FilingPage.tsx'), 'FilingPage', 'registry'),
  }),
  createRoute({
    getParentRoute,
    path: '/registry/goods',
    component: page(() => import('./GoodsPage.tsx'), 'GoodsPage', 'registry'),
    validateSearch: (search: Search): PageFilter & { readonly standing?: GoodsState } => {
      const standing = oneOf(search.standing, goodsStates);
      return { ...pageFilter(search), ...(standing && { standing }) };
    },
  }),
  createRoute({
    getParentRoute,
    path: '/registry/goods/$ebcCode/$itemNo',
    component: page(() => import('./GoodsItemPage.tsx'), 'GoodsItemPage', 'registry'),
  }),
  createRoute({
    getParentRoute,
    path: '/registry/editions',
    component: page(() => import('./EditionsPage.tsx'), 'EditionsPage', 'registry'),
  }),
  createRoute({
    getParentRoute,
    path: '/registry/editions/$editionId',
    component: page(() => import('./EditionPage.tsx'), 'EditionPage', 'registry'),
  }),
  createRoute({
    getParentRoute,
    path: '/registry/code-lists',
    component: page(() => import('./CodeListsPage.tsx'), 'CodeListsPage', 'registry'),
    validateSearch: ({ list, day, search }: Search) => ({
      ...(isText(list) && { list }),
      ...(isText(day) && { day }),
      ...(isText(search) && { search }),
    }),
  }),
] as const;
