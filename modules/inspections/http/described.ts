import { callerOf, entryOf, partyOf } from '#access';
import type { InspectionPorts } from '../application/ports.ts';
import { wholeInspection } from '../application/reading.ts';
import type { Inspector } from '../domain/officer.ts';
import { viewOf } from './views.ts';

export interface InspectionRoutes extends InspectionPorts {
  /** Name of the account of an officer, as others read it. */
  readonly officerName: (accountId: string) => Promise<string>;
}

export const described = { tags: ['inspections'], security: [{ apiKey: [] }, { session: [] }] };
/** Only people inspect: a session, never a key. */
export const byOfficers = { tags: ['inspections'], security: [{ session: [] }] };

/** The officer behind a request; the table lets in nobody else. */
export async function inspectorOf({ officerName }: InspectionRoutes, request: object): Promise<Inspector> {
  const { id, office } = callerOf(request);
  if (office === undefined) throw new Error('The route needs an officer, and the table lets in others.');
  return { id, name: await officerName(id), office };
}

/** The inspection as its reader may see it. */
export async function shown(ports: InspectionRoutes, request: object, inspectionId: string) {
  const whole = await wholeInspection(ports, partyOf(request), inspectionId);
  const { tables, certificates } = ports;
  const day = ports.chinaDay(ports.now());
  return viewOf(whole, { tables, certificates, day, zone: entryOf(request).scope === 'zone' });
}
