import type { Http } from '#http';
import type { EntryPorts } from './application/ports.ts';
import { checkRoutes } from './http/check-routes.ts';
import { draftRoutes } from './http/draft-routes.ts';
import { listRoutes } from './http/routes.ts';

export interface Entry {
  register(app: Http): void;
}

/** Puts entry by hand together. */
export function wireEntry(ports: EntryPorts): Entry {
  return {
    register: (app) => {
      listRoutes(app, ports);
      checkRoutes(app, ports);
      draftRoutes(app, ports);
    },
  };
}
