import { createRouter } from '@tanstack/react-router';
import { abroadRoutes } from '../abroad/routes.ts';
import { accountRoutes } from '../account/routes.ts';
import { accountsRoutes } from '../accounts/routes.ts';
import { adviserRoutes } from '../adviser/routes.ts';
import { agenciesRoutes } from '../agencies/routes.ts';
import { auditRoutes } from '../audit/routes.ts';
import { b2bRoutes } from '../b2b/routes.ts';
import { booksRoutes } from '../books/routes.ts';
import { bulkRoutes } from '../bulk/routes.ts';
import { certificatesRoutes } from '../certificates/routes.ts';
import { consentsRoutes } from '../consents/routes.ts';
import { consumerRoutes } from '../consumer/routes.ts';
import { correctionsRoutes } from '../corrections/routes.ts';
import { delegationsRoutes } from '../delegations/routes.ts';
import { deskRoutes } from '../desk/routes.ts';
import { displayRoutes } from '../displays/routes.ts';
import { documentsRoutes } from '../documents/routes.ts';
import { drawsRoutes } from '../draws/routes.ts';
import { entryRoutes } from '../entry/routes.ts';
import { exportsRoutes } from '../exports/routes.ts';
import { gateRoutes } from '../gate/routes.ts';
import { homeRoutes } from '../home/routes.ts';
import { inspectionsRoutes } from '../inspections/routes.ts';
import { keysRoutes } from '../keys/routes.ts';
import { linkedRoutes } from '../linked/routes.ts';
import { linksRoutes } from '../links/routes.ts';
import { listsRoutes } from '../lists/routes.ts';
import { moneyRoutes } from '../money/routes.ts';
import { notificationsRoutes } from '../notifications/routes.ts';
import { papersRoutes } from '../papers/routes.ts';
import { personsRoutes } from '../persons/routes.ts';
import { exportTaxRoutes } from '../refunds/routes.ts';
import { registryRoutes } from '../registry/routes.ts';
import { retentionRoutes } from '../retention/routes.ts';
import { returnCentreRoutes } from '../return-centre/routes.ts';
import { returnsRoutes } from '../returns/routes.ts';
import { rulesRoutes } from '../rules/routes.ts';
import { statusRoutes } from '../status/routes.ts';
import { summariesRoutes } from '../summaries/routes.ts';
import { transitPages } from '../transit/routes.ts';
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
    ...adviserRoutes,
    ...agenciesRoutes,
    ...auditRoutes,
    ...abroadRoutes,
    ...exportTaxRoutes,
    ...b2bRoutes,
    ...booksRoutes,
    ...exportsRoutes,
    ...bulkRoutes,
    ...documentsRoutes,
    ...certificatesRoutes,
    ...consentsRoutes,
    ...consumerRoutes,
    ...correctionsRoutes,
    ...deskRoutes,
    ...drawsRoutes,
    ...entryRoutes,
    ...gateRoutes,
    ...displayRoutes,
    ...homeRoutes,
    ...inspectionsRoutes,
    ...linkedRoutes,
    ...linksRoutes,
    ...delegationsRoutes,
    ...keysRoutes,
    ...webhooksRoutes,
    ...listsRoutes,
    ...moneyRoutes,
    ...notificationsRoutes,
    ...papersRoutes,
    ...personsRoutes,
    ...registryRoutes,
    ...retentionRoutes,
    ...returnsRoutes,
    ...returnCentreRoutes,
    ...rulesRoutes,
    ...statusRoutes,
    ...transitPages,
    ...summariesRoutes,
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
  interface HistoryState {
    /** The session of whoever was here has ended by itself. */
    readonly ended?: boolean;
  }
  interface Register {
    router: typeof router;
  }
}
