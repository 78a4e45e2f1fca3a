import { randomUUID } from 'node:crypto';
import { cursorOf, Problem, readCursor } from '#http';
import type { Client } from '#postgres';
import { accountForChange } from '../storage/accounts.ts';
import { type EventKind, noteEvent } from '../storage/events.ts';
import {
  addIdentity,
  confirmIdentityOf,
  type Identity,
  identityForChange,
  type ListedIdentity,
  listIdentities,
  removeIdentity,
} from '../storage/identities.ts';
import { findProvider } from '../storage/providers.ts';
import { endSessionsBy } from '../storage/sessions.ts';
import { agencyUnknown, notToConfirm } from './agency-problems.ts';
import type { Keeper } from './keeping-providers.ts';
import type { AccessPorts } from './ports.ts';
import { accountUnknown } from './reach.ts';

/** A page of who is bound to whom, those that wait first. Throws Problem 400 for a wrong cursor. */
export async function identitiesOf(
  { database }: AccessPorts,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ readonly identities: ListedIdentity[]; readonly next?: string }> {
  const after = cursor === undefined ? undefined : placeOf(cursor);
  const rows = await listIdentities(database.readers, after, limit + 1);
  const identities = rows.slice(0, limit);
  const last = rows.length > limit ? identities.at(-1) : undefined;
  if (!last) return { identities };
  const { state, madeAt, identityId } = last;
  return { identities, next: cursorOf(madeAt.toISOString(), state, identityId) };
}

function placeOf(cursor: string) {
  const [madeAt = '', state = '', identityId = ''] = readCursor(cursor, 3);
  return { waits: state === 'proposed', madeAt, identityId };
}

/** Binds an officer's account to the person an agency means; counts once a system administrator has confirmed it. Throws Problem 404, 409. */
export async function proposeIdentity(
  ports: AccessPorts,
  wish: Pick<Identity, 'providerId' | 'subject' | 'accountId'>,
  keeper: Keeper,
): Promise<string> {
  const { database, now } = ports;
  const identityId = randomUUID();
  await database.transaction(async (client) => {
    if (!(await findProvider(client, wish.providerId))) throw agencyUnknown();
    const account = await accountForChange(client, wish.accountId);
    if (!account) throw accountUnknown();
    if (account.role !== 'officer' || account.state !== 'active')
      throw new Problem(409, 'AGENCY-NOT-AN-OFFICER', {
        zh: '只能绑定监管人员的有效账号',
        en: 'Only an active account of an officer can be bound',
      });
    if (!(await addIdentity(client, { ...wish, identityId, madeBy: keeper.by.id, madeAt: now() })))
      throw new Problem(409, 'AGENCY-BOUND', {
        zh: '此账号或此人已绑定；请先解除',
        en: 'This account, or this person there, is bound already; undo that first',
      });
    await noted(ports, client, 'identity-proposed', { ...wish, identityId }, keeper);
  });
  return identityId;
}

/** Throws Problem 404; 409 where it does not wait, or one has asked for it oneself, or it is one's own. */
export async function confirmIdentity(ports: AccessPorts, identityId: string, keeper: Keeper): Promise<void> {
  await ports.database.transaction(async (client) => {
    const identity = await kept(client, identityId);
    const own = identity.madeBy === keeper.by.id || identity.accountId === keeper.by.id;
    // What comes with an account that waits is confirmed by approving that account.
    const account = await accountForChange(client, identity.accountId);
    if (identity.state !== 'proposed' || own || account?.state !== 'active') throw notToConfirm();
    await confirmIdentityOf(client, identity.accountId, keeper.by.id, ports.now());
    await noted(ports, client, 'identity-confirmed', identity, keeper);
  });
}

/** Undoes a binding; what was opened by it ends. Throws Problem 404. */
export async function unbind(ports: AccessPorts, identityId: string, keeper: Keeper): Promise<void> {
  await ports.database.transaction(async (client) => {
    const identity = await kept(client, identityId);
    await removeIdentity(client, identityId);
    await endSessionsBy(client, identity.providerId, { subject: identity.subject });
    await noted(ports, client, 'identity-removed', identity, keeper);
  });
}

async function kept(client: Client, identityId: string): Promise<Identity> {
  const identity = await identityForChange(client, identityId);
  if (identity) return identity;
  throw new Problem(404, 'AGENCY-BINDING-UNKNOWN', { zh: '没有此绑定', en: 'There is no such binding' });
}

function noted(
  { now }: AccessPorts,
  client: Client,
  kind: EventKind,
  about: Pick<Identity, 'identityId' | 'accountId' | 'providerId'>,
  { by, origin }: Keeper,
): Promise<void> {
  const { accountId, identityId, providerId } = about;
  return noteEvent(client, {
    ...{ at: now(), kind, accountId, login: null, actor: by.id, address: origin.address },
    detail: { agency: providerId, identityId },
  });
}
