import type { Client } from '#postgres';
import type { Account } from '../domain/account.ts';
import { forgetOwner } from '../storage/accounts.ts';
import { forgetAttempts } from '../storage/attempts.ts';
import { removePassword, removeTotp } from '../storage/factors.ts';
import { removePasskeysOf } from '../storage/passkeys.ts';
import { endSessionsOf } from '../storage/sessions.ts';
import { strangersOf } from './limits.ts';
import type { AccessPorts } from './ports.ts';

/**
 * Closes the account of a consumer and takes off it all that says whose it was: login, name, whom it was confirmed
 * as, and what it was signed in with. The password goes before the sessions: who signs in at this moment finds it gone.
 */
export async function forgetConsumer(
  { now, forgetPerson }: AccessPorts,
  client: Client,
  { accountId, login }: Account,
): Promise<void> {
  await removePassword(client, accountId);
  await removeTotp(client, accountId);
  await removePasskeysOf(client, accountId);
  await endSessionsOf(client, accountId, undefined);
  await forgetAttempts(client, strangersOf(login));
  await forgetOwner(client, accountId, now());
  await forgetPerson(client, accountId);
}
