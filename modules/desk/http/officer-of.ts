import { callerOf } from '#access';
import type { DeskPorts } from '../application/ports.ts';
import type { Officer } from '../domain/officer.ts';

export interface DeskRoutes extends DeskPorts {
  readonly officerName: (accountId: string) => Promise<string>;
}

/** Only people decide: a session, never a key. */
export const described = { tags: ['desk'], security: [{ session: [] }] };

/** The officer behind a request; the table lets in nobody else. */
export async function officerOf({ officerName }: DeskRoutes, request: object): Promise<Officer> {
  const { id, office } = callerOf(request);
  if (office === undefined) throw new Error('The route needs an officer, and the table lets in others.');
  return { id, name: await officerName(id), office };
}
