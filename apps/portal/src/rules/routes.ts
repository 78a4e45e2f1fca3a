import { createRoute } from '@tanstack/react-router';
import { page } from '../app/page.ts';
import { rootRoute } from '../app/root.ts';
import { isText, oneOf, type Search } from '../app/search.ts';
import { type RulesFilter, ruleGroups } from './queries.ts';

export const rulesRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/rules',
    component: page(() => import('./RulesPage.tsx'), 'RulesPage', 'rules'),
    validateSearch: ({ search, group, edition, against }: Search): RulesFilter => {
      const known = oneOf(group, ruleGroups);
      return {
        ...(isText(search) && { search: search.slice(0, 60) }),
        ...(known && { group: known }),
        ...(isText(edition) && { edition }),
        ...(isText(against) && { against }),
      };
    },
  }),
] as const;
