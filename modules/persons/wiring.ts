import type { Http } from '#http';
import type { OwnDataPorts } from './application/own-data.ts';
import { Parcels } from './application/parcels.ts';
import { ownRoutes, parcelRoutes } from './http/own-routes.ts';
import { showingRoutes } from './http/showing-routes.ts';

export interface Persons {
  register(app: Http): void;
}

/** Puts together what is asked about persons. */
export function wirePersons(settings: OwnDataPorts): Persons {
  return {
    register: (app) => {
      showingRoutes(app, settings);
      parcelRoutes(app, new Parcels(settings));
      ownRoutes(app, settings);
    },
  };
}
