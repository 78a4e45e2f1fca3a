import type { Http } from '#http';
import type { ShowingPorts } from './application/showing-list.ts';
import { showingRoutes } from './http/showing-routes.ts';

export interface Persons {
  register(app: Http): void;
}

/** Puts together what is asked about persons. */
export function wirePersons(settings: ShowingPorts): Persons {
  return { register: (app) => showingRoutes(app, settings) };
}
