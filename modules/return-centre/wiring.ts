import type { Http } from '#http';
import type { CentrePorts } from './application/ports.ts';
import { centreRoutes } from './http/centre-routes.ts';
import { parcelRoutes } from './http/parcel-routes.ts';

/** Puts return centres on the interface. */
export const wireReturnCentre = (ports: CentrePorts): { register(app: Http): void } => ({
  register: (app) => {
    centreRoutes(app, ports);
    parcelRoutes(app, ports);
  },
});
