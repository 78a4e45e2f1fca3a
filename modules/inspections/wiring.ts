import type { Companion } from '#clearance';
import type { Http } from '#http';
import { chinaDay as chinaDayOf } from '#kernel';
import type { Client } from '#postgres';
import { shippedTable } from '#shipped';
import { type AskedHold, askWithin } from './application/ask.ts';
import { inspectionCompanion } from './application/companion.ts';
import { type HoldOutcome, type HoldWish, openHolds } from './application/open-holds.ts';
import type { InspectedList } from './application/ports.ts';
import { type InspectionTables, inspectionTables } from './domain/tables.ts';
import type { InspectionRoutes } from './http/described.ts';
import { inspectionRoutes } from './http/routes.ts';

export { inspectedList } from './application/list-of.ts';
export type { Certificates as InspectionCertificates } from './application/ports.ts';
export { nonconformingSince } from './storage/holds.ts';

const chinaDay = (at: Date) => chinaDayOf(at.getTime());

/**
 * Reads the tables of inspections, once, when the program starts.
 * @throws when a file is missing or a row is unsound
 */
export function loadInspectionTables(): InspectionTables {
  return inspectionTables(shippedTable('inspection-reasons.csv'), shippedTable('mutual-recognition.csv'));
}

export interface Inspections {
  /** Has the conductor ask of inspections before it releases, and tell of what it decides. */
  readonly companion: Companion;
  /** Opens holds of agencies in the caller's transaction, about lists the caller has at hand. */
  readonly openHolds: (
    client: Client,
    wishes: readonly HoldWish[],
    lists: readonly InspectedList[],
    who: { readonly by: string; readonly at: Date },
  ) => Promise<HoldOutcome[]>;
  /** Has something inspected for an officer's agency, in the caller's transaction. @throws InspectionRefusal */
  readonly ask: (
    client: Client,
    officer: { readonly id: string; readonly agency: string },
    asked: AskedHold,
  ) => Promise<HoldOutcome>;
  register(app: Http): void;
}

/** Puts inspections together. */
export function wireInspections(settings: Omit<InspectionRoutes, 'chinaDay' | 'tables'>): Inspections {
  const ports = { ...settings, chinaDay, tables: loadInspectionTables() };
  return {
    companion: inspectionCompanion(ports),
    openHolds: (client, wishes, lists, who) => openHolds(ports, client, wishes, lists, who),
    ask: (client, officer, asked) => askWithin(ports, client, officer, asked),
    register: (app) => inspectionRoutes(app, ports),
  };
}
