import { Problem } from '#http';
import type { Client } from '#postgres';
import { type Account, type AccountState, needsSecondFactor } from '../domain/account.ts';
import type { Right } from '../domain/rights.ts';
import type { Caller } from '../domain/roles.ts';
import { accountForChange, changeMember, setAccountState } from '../storage/accounts.ts';
import { forgetAttempts } from '../storage/attempts.ts';
import { type EventKind, noteEvent } from '../storage/events.ts';
import { removeTotp, setPassword, takeFirstHalf, totpOf } from '../storage/factors.ts';
import { removeIdentityOf } from '../storage/identities.ts';
import { hasPasskey, removePasskeysOf } from '../storage/passkeys.ts';
import { endSessionsOf } from '../storage/sessions.ts';
import { forgetConsumer } from './forgetting.ts';
import { strangersOf } from './limits.ts';
import { meant, writtenSecret } from './one-time.ts';
import { hashPassword } from './passwords.ts';
import type { AccessPorts, Origin } from './ports.ts';
import { reached, stateUnfit } from './reach.ts';

/** Who deals with whose account, and from where. */
export interface Dealing {
  readonly by: Caller;
  /** Enterprise whose staff it must be; undefined for whoever works for the zone. */
  readonly party: string | undefined;
  readonly accountId: string;
  readonly origin: Origin;
}

/** What may become of an account, from which states, and what is noted of it. */
const steps = {
  lock: { from: ['active'], to: 'locked', kind: 'account-locked' },
  unlock: { from: ['locked'], to: 'active', kind: 'account-unlocked' },
  close: { from: ['proposed', 'active', 'locked'], to: 'closed', kind: 'account-closed' },
} as const satisfies Readonly<
  Record<string, { from: readonly AccountState[]; to: AccountState; kind: EventKind }>
>;

/** Locks, unlocks or closes an account, never one's own; its sessions end. Throws Problem 404, 409. */
export function step(
  ports: AccessPorts,
  dealing: Dealing,
  name: keyof typeof steps,
  reason: string,
): Promise<void> {
  const { from, to, kind } = steps[name];
  return dealWith(ports, dealing, from, async (client, account) => {
    await setAccountState(client, account.accountId, to, ports.now());
    await endSessionsOf(client, account.accountId, undefined);
    if (name === 'unlock') await forgetAttempts(client, strangersOf(account.login));
    if (name === 'close') {
      await takeFirstHalf(client, account.accountId);
      // Whoever comes again by the agency asks for another account.
      await removeIdentityOf(client, account.accountId);
      if (account.role === 'consumer') await forgetConsumer(ports, client, account);
    }
    return { kind, detail: { reason } };
  });
}

/** Changes the name of an account, and the right of a member of an enterprise. Throws Problem 404, 409, 422. */
export function change(
  ports: AccessPorts,
  dealing: Dealing,
  wish: { readonly displayName?: string | undefined; readonly member?: Right | undefined },
): Promise<void> {
  return dealWith(ports, dealing, ['proposed', 'active', 'locked'], async (client, account) => {
    if (wish.member !== undefined && account.role !== 'enterprise')
      throw new Problem(422, 'ACCOUNT-ORGANISATION', {
        zh: '只有企业人员有企业内权限',
        en: "Only an enterprise's staff have a right within it",
      });
    const displayName = wish.displayName?.trim() ?? account.displayName;
    const member = wish.member ?? account.member;
    await changeMember(client, account.accountId, { displayName, member }, ports.now());
    const from = { displayName: account.displayName, member: account.member };
    return { kind: 'account-changed', detail: { from, to: { displayName, member } } };
  });
}

/**
 * Gives an account a one-time password, which is shown once; a second factor stays. Where there is none, whoever holds the
 * password is that person: then nobody gives one but an enterprise to its own staff, for whom it answers.
 * @throws Problem 404, 409
 */
export async function resetPassword(ports: AccessPorts, dealing: Dealing): Promise<string> {
  const { now, parameters } = ports;
  const password = writtenSecret(4);
  const phc = await hashPassword(meant(password), parameters().argon2);
  const oneTimeUntil = new Date(now().getTime() + parameters().oneTimePasswordMs);
  await dealWith(ports, dealing, ['active'], async (client, { accountId, role, login }) => {
    const factor = (await totpOf(client, accountId))?.sealed || (await hasPasskey(client, accountId));
    if (!factor && (needsSecondFactor(role) || dealing.party === undefined))
      throw new Problem(409, 'ACCOUNT-NO-FACTOR', {
        zh: '该账号没有第二因素，得到密码的人即可冒用；企业人员请由本企业管理员办理，否则请注销后另行申请账号（两位管理员各给一半密码）',
        en: 'The account has no second factor, so whoever had the password could be its owner: the administrator of its own enterprise may give one; else close it and ask for another, whose password two administrators give by halves',
      });
    await setPassword(client, accountId, { phc, at: now(), oneTimeUntil });
    await forgetAttempts(client, strangersOf(login));
    await endSessionsOf(client, accountId, undefined);
    return { kind: 'password-reset', detail: null };
  });
  return password;
}

/** Takes the second factors, passkeys too, off an account whose owner has lost it; the password stays. Throws Problem 404, 409. */
export function resetFactors(ports: AccessPorts, dealing: Dealing): Promise<void> {
  return dealWith(ports, dealing, ['active', 'locked'], async (client, { accountId }) => {
    await removeTotp(client, accountId);
    await removePasskeysOf(client, accountId);
    await endSessionsOf(client, accountId, undefined);
    return { kind: 'second-factor-removed', detail: null };
  });
}

/** Ends all sessions of an account. Throws Problem 404, 409. */
export function endSessions(ports: AccessPorts, dealing: Dealing): Promise<void> {
  return dealWith(ports, dealing, ['active', 'locked'], async (client, { accountId }) => {
    const ended = await endSessionsOf(client, accountId, undefined);
    return { kind: 'session-ended', detail: { ended } };
  });
}

/** Does something to an account within one's reach and puts it on record, all or nothing. */
async function dealWith(
  { database, now }: AccessPorts,
  { by, party, accountId, origin }: Dealing,
  from: readonly AccountState[],
  work: (
    client: Client,
    account: Account,
  ) => Promise<{ readonly kind: EventKind; readonly detail: Readonly<Record<string, unknown>> | null }>,
): Promise<void> {
  await database.transaction(async (client) => {
    const account = reached(await accountForChange(client, accountId), party);
    if (account.accountId === by.accountId)
      throw new Problem(409, 'ACCOUNT-OWN', {
        zh: '不能对自己的账号这样做，请由另一位管理员办理',
        en: 'Not with your own account: another administrator may',
      });
    if (!from.includes(account.state)) throw stateUnfit(account.state);
    const { kind, detail } = await work(client, account);
    const { login } = account;
    await noteEvent(client, {
      at: now(),
      kind,
      accountId,
      login,
      actor: by.id,
      address: origin.address,
      detail,
    });
  });
}
