import type { Http } from '#http';
import { accountsRoutes } from './accounts-routes.ts';
import { agencySignInRoutes } from './agency-sign-in-routes.ts';
import { auditRoutes } from './audit-routes.ts';
import { consumerRoutes } from './consumer-routes.ts';
import { dealingRoutes } from './dealing-routes.ts';
import { identityRoutes } from './identity-routes.ts';
import { ownAccountRoutes } from './own-account-routes.ts';
import { ownFactorRoutes } from './own-factor-routes.ts';
import { ownPasskeyRoutes } from './own-passkey-routes.ts';
import { providerRoutes } from './provider-routes.ts';
import type { AccessRoutes } from './routing.ts';
import { sessionRoutes } from './session-routes.ts';

export function accessRoutes(app: Http, routes: AccessRoutes): void {
  sessionRoutes(app, routes);
  consumerRoutes(app, routes);
  ownAccountRoutes(app, routes);
  ownFactorRoutes(app, routes);
  ownPasskeyRoutes(app, routes);
  agencySignInRoutes(app, routes);
  accountsRoutes(app, routes);
  providerRoutes(app, routes);
  identityRoutes(app, routes);
  auditRoutes(app, routes);
  dealingRoutes(app, routes);
}
