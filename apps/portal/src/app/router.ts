import { createRouter } from '@tanstack/react-router';
import { accountRoutes } from '../account/routes.ts';
import { accountsRoutes } from '../accounts/routes.ts';
import { auditRoutes } from '../audit/routes.ts';
import { bulkRoutes } from '../bulk/routes.ts';
import { consumerRoutes } from '../consumer/routes.ts';
import { delegationsRoutes } from '../delegations/routes.ts';
import { deskRoutes } from '../desk/routes.ts';
import { documentsRoutes } from '../documents/routes.ts';
import { homeRoutes } from '../home/routes.ts';
import { keysRoutes } from '../keys/routes.ts';
import { linksRoutes } from '../links/routes.ts';
import { listsRoutes } from '../lists/routes.ts';
import { papersRoutes } from '../papers/routes.ts';
import { personsRoutes } from '../persons/routes.ts';
import { registryRoutes } from '../registry/routes.ts';
import { rulesRoutes } from '../rules/routes.ts';
import { statusRoutes } from '../status/routes.ts';
import { webhooksRoutes } from '../webhooks/routes.ts';
import { Broken } from './Broken.tsx';
import { Coming } from './Coming.tsx';
import { rootRoute } from './root.ts';
import { isText } from './search.ts';

export const router = createRouter({
  // One line an area: its routes are its own, and its pages come when they are opened.
  routeTree: rootRoute.addChildren([
    ...accountRoutes, //
    ...accountsRoutes,
    ...auditRoutes,
    ...bulkRoutes,
    ...documentsRoutes,
    ...consumerRoutes,
    ...deskRoutes,
    ...homeRoutes,
    ...linksRoutes,
    ...delegationsRoutes,
    ...keysRoutes,
    ...webhooksRoutes,
    ...listsRoutes,
    ...papersRoutes,
    ...personsRoutes,
    ...registryRoutes,
    ...rulesRoutes,
    ...statusRoutes,
  ]),
  defaultErrorComponent: Broken,
  defaultPendingComponent: Coming,
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
