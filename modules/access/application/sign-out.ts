import { noteEvent } from '../storage/events.ts';
import { endSessionOfToken } from '../storage/sessions.ts';
import type { AccessPorts, Origin } from './ports.ts';
import { tokenHashOf } from './sessions.ts';

/** Ends the session of a token; nothing happens where there is none. Answers which agency had opened it. */
export async function signOut(
  { database, now }: AccessPorts,
  token: string,
  origin: Origin,
): Promise<{ readonly providerId: string | null } | undefined> {
  return database.transaction(async (client) => {
    const ended = await endSessionOfToken(client, tokenHashOf(token));
    if (!ended) return undefined;
    const { accountId } = ended;
    await noteEvent(client, {
      ...{ at: now(), kind: 'signed-out', accountId, login: null, actor: null },
      ...{ address: origin.address, detail: null },
    });
    return ended;
  });
}
