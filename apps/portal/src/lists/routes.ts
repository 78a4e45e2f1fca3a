import { createRoute } from '@tanstack/react-router';
import { page } from '../app/page.ts';
import { rootRoute } from '../app/root.ts';
import { isText, oneOf, type Search } from '../app/search.ts';
import type { ListsFilter } from './queries.ts';

const states = ['waiting', 'forwarded', 'released', 'held', 'refused', 'withdrawn'] as const;
const modes = ['9610', '1210'] as const;

export const listsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/lists',
    component: page(() => import('./ListsPage.tsx'), 'ListsPage', 'lists'),
    // Filters live in the address: they can be shared and the back button works.
    validateSearch: ({ state, mode, search, office, cursor }: Search): ListsFilter => {
      const [knownState, knownMode] = [oneOf(state, states), oneOf(mode, modes)];
      return {
        ...(knownState && { state: knownState }),
        ...(knownMode && { mode: knownMode }),
        ...(isText(search) && { search: search.slice(0, 60) }),
        ...(isText(office) && { office }),
        ...(isText(cursor) && { cursor }),
      };
    },
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/lists/$ebpCode/$orderNo',
    component: page(
      () => import('../list/ListPage.tsx'),
      'ListPage',
      'list',
      'papers',
      'persons',
      'history',
      'desk',
      'returns',
      'transit',
      'consents',
      'inspections',
    ),
  }),
] as const;
