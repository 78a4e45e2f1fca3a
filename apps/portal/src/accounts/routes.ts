import { createRoute } from '@tanstack/react-router';
import { page } from '../app/page.ts';
import { rootRoute } from '../app/root.ts';
import { isText } from '../app/search.ts';

const states = ['proposed', 'active', 'locked', 'closed'] as const;
type State = (typeof states)[number];

/** Which accounts are shown. */
interface AccountsSearch {
  readonly standing?: State;
  readonly q?: string;
  readonly after?: string;
}

const accountsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/accounts',
  component: page(() => import('./AccountsPage.tsx'), 'AccountsPage', 'accounts', 'account'),
  validateSearch: (search: Record<string, unknown>): AccountsSearch => {
    const standing = states.find((one) => one === search.standing);
    const { q, after } = search;
    return { ...(standing && { standing }), ...(isText(q) && { q }), ...(isText(after) && { after }) };
  },
});

export const accountsRoutes = [accountsRoute] as const;
