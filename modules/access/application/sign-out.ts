import { noteEvent } from '../storage/events.ts';
import { endSessionOfToken } from '../storage/sessions.ts';
import type { AccessPorts, Origin } from './ports.ts';
import { tokenHashOf } from './sessions.ts';

/** Ends the session of a token; nothing happens where there is none. */
export async function signOut({ database, now }: AccessPorts, token: string, origin: Origin): Promise<void> {
  await database.transaction(async (client) => {
    const ended = await endSessionOfToken(client, tokenHashOf(token));
    if (!ended) return;
    const { accountId } = ended;
    await noteEvent(client, {
      ...{ at: now(), kind: 'signed-out', accountId, login: null, actor: null },
      ...{ address: origin.address, detail: null },
    });
  });
}
