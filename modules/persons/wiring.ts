import type { Http } from '#http';
import { shippedTable } from '#shipped';
import { openCorrections } from './application/corrections.ts';
import type { OwnDataPorts } from './application/own-data.ts';
import { Parcels } from './application/parcels.ts';
import { type Retention, readRetention } from './domain/retention.ts';
import { correctionRoutes, ownCorrectionRoutes } from './http/correction-routes.ts';
import { ownRoutes, parcelRoutes } from './http/own-routes.ts';
import { retentionRoutes } from './http/retention-routes.ts';
import { showingRoutes } from './http/showing-routes.ts';

export { runRetention } from './application/retention.ts';
export { confirmIdentity, forgetIdentity } from './storage/identities.ts';

export interface Persons {
  register(app: Http): void;
  /** What persons have asked of an enterprise and waits for an answer, and of that what is late. */
  openCorrections(holder: string): ReturnType<typeof openCorrections>;
}

/** Puts together what is asked about persons. */
export function wirePersons(settings: OwnDataPorts): Persons {
  return {
    register: (app) => {
      showingRoutes(app, settings);
      parcelRoutes(app, new Parcels(settings));
      ownRoutes(app, settings);
      ownCorrectionRoutes(app, settings);
      correctionRoutes(app, settings);
      retentionRoutes(app, settings);
    },
    openCorrections: (holder) => openCorrections(settings, holder),
  };
}

/** How long what is kept is kept. @throws Error when the table is missing or not what is needed */
export const loadRetention = (): Retention => readRetention(shippedTable('retention.csv'));
