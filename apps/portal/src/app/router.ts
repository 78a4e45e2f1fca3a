import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
} from '@tanstack/react-router';
import type { ListsFilter } from '../api/queries.ts';
import { isLanguage, type Language } from '../i18n/language.ts';
import { ListsPage } from '../lists/ListsPage.tsx';
import { Frame } from './Frame.tsx';
import { PageNotFound } from './NotFound.tsx';

type Search = Record<string, unknown>;

const isState = (value: unknown): value is NonNullable<ListsFilter['state']> =>
  ['waiting', 'forwarded', 'released', 'held', 'refused', 'withdrawn'].includes(value as string);
const isMode = (value: unknown): value is NonNullable<ListsFilter['mode']> =>
  value === '9610' || value === '1210';
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

const rootRoute = createRootRouteWithContext()({
  component: Frame,
  notFoundComponent: PageNotFound,
  // The language travels in every address, so a shared link reads as it was seen.
  validateSearch: ({ lang }: Search): { lang?: Language } => (isLanguage(lang) ? { lang } : {}),
  search: { middlewares: [retainSearchParams(['lang'])] },
});

const listsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: ListsPage,
  // Filters live in the address: they can be shared and the back button works.
  validateSearch: ({ state, mode, search, office, cursor }: Search): ListsFilter => ({
    ...(isState(state) && { state }),
    ...(isMode(mode) && { mode }),
    ...(isText(search) && { search: search.slice(0, 60) }),
    ...(isText(office) && { office }),
    ...(isText(cursor) && { cursor }),
  }),
});

const listRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/lists/$ebpCode/$orderNo',
  component: lazyRouteComponent(() => import('../list/ListPage.tsx'), 'ListPage'),
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./SignInPage.tsx'), 'SignInPage'),
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([listsRoute, listRoute, signInRoute]),
  defaultPreload: 'intent',
  scrollRestoration: true,
  // Plain `?mode=9610` instead of the router's JSON, so people can read and write addresses.
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const entries = Object.entries(search).filter((entry): entry is [string, string] => isText(entry[1]));
    return entries.length === 0 ? '' : `?${new URLSearchParams(entries)}`;
  },
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
