import type { JWTPayload } from 'jose';
import type { Problem } from '#http';
import type { Client } from '#postgres';
import { type Account, needsSecondFactor } from '../domain/account.ts';
import { countsAsTwo, readVouched, type Vouched } from '../domain/agency-provider.ts';
import {
  accountById,
  accountForChange,
  accountToSignIn,
  type SignInAccount,
  setAccountState,
} from '../storage/accounts.ts';
import { noteEvent } from '../storage/events.ts';
import { type Identity, identityOfSubject, noteIdentityUse } from '../storage/identities.ts';
import { findProvider, type KeptProvider, listProviders, type Provider } from '../storage/providers.ts';
import { endSessionsOf, type Factor, removeEnded } from '../storage/sessions.ts';
import { endVisit, keepVouched } from '../storage/visits.ts';
import { proposeForAgency } from './agency-accounts.ts';
import { whyNot } from './agency-peers.ts';
import {
  accountOff,
  accountWaits,
  agencyDeclined,
  agencyUnknown,
  agencyUnreachable,
  agencyWrong,
  rightChanged,
  rightMissing,
  visitOver,
} from './agency-problems.ts';
import { beginVisit, stateHashOf, takenVisit, waitingVisit, wayOf } from './agency-visits.ts';
import { markDevice } from './devices.ts';
import { countTry, forgive, triesOf } from './limits.ts';
import type { Site } from './passkeys.ts';
import type { AccessPorts, Origin } from './ports.ts';
import { openSession } from './sessions.ts';
import {
  factorNeeded,
  factorWrong,
  failing,
  type GivenFactor,
  type Opened,
  secondFactor,
} from './sign-in.ts';

/** Agencies one can sign in by at present. */
export const agenciesToSignInBy = ({ database }: AccessPorts): Promise<Provider[]> =>
  listProviders(database.readers, 'active');

/** A provider that counts. Throws Problem 404. */
export async function activeProvider({ database }: AccessPorts, providerId: string): Promise<KeptProvider> {
  const provider = await findProvider(database, providerId);
  if (provider?.state !== 'active') throw agencyUnknown();
  return provider;
}

/** Sends a browser on its way to its agency. Throws Problem 404, 503. */
export async function beginAtAgency(
  ports: AccessPorts,
  providerId: string,
  browser: string,
  site: Site,
): Promise<string> {
  const provider = await activeProvider(ports, providerId);
  const state = await beginVisit(ports, providerId, browser);
  return ports.peers.addressFor(provider, wayOf(browser, state, site)).catch((error: unknown) => {
    throw whyNot(error).kind === 'unreachable' ? agencyUnreachable() : agencyWrong();
  });
}

/** What a browser brings back from its agency. */
export interface Brought {
  readonly state: string;
  /** `code`, or `error`; and `iss`. */
  readonly answer: Readonly<Record<string, string>>;
}

/**
 * Signs in whom an agency vouches for: where it has shown the agency two factors, or none of ours is set up yet, at once.
 * @throws Problem 401 AGENCY-VISIT-OVER, AGENCY-DECLINED, AGENCY-ANSWER-WRONG, SECOND-FACTOR-NEEDED; 403 AGENCY-RIGHT-MISSING,
 *   AGENCY-RIGHT-CHANGED, AGENCY-ACCOUNT-WAITS, AGENCY-ACCOUNT-OFF; 409 ACCOUNT-TWIN; 503 AGENCY-UNREACHABLE
 */
export async function signInByAgency(
  ports: AccessPorts,
  { state, answer }: Brought,
  browser: string,
  site: Site,
  origin: Origin,
): Promise<Opened> {
  const visit = await takenVisit(ports, state, browser);
  if (!visit) throw visitOver();
  const provider = await findProvider(ports.database, visit.providerId);
  // Stopped while somebody was on the way.
  if (provider?.state !== 'active') throw visitOver();
  const way = wayOf(browser, state, site);
  const claims = await ports.peers.claimsOf(provider, way, answer).catch(async (error: unknown) => {
    throw await refusedBy(ports, provider, whyNot(error), origin);
  });
  const { account, identity } = await accountOf(ports, provider, claims, origin);
  const sid = typeof claims.sid === 'string' ? claims.sid : undefined;
  const vouched = { accountId: account.accountId, subject: identity.subject, sid };
  const two = countsAsTwo(provider.settings, claims);
  if (!two && (account.totpSealed || account.hasPasskey)) {
    await keepVouched(ports.database, stateHashOf(state), vouched);
    throw factorNeeded();
  }
  const factors: Factor[] = two ? ['agency', 'agency-factor'] : ['agency'];
  return letInBy(ports, provider, { ...vouched, state, factors }, origin);
}

/** Goes on with our own second factor, where the agency has not shown one. Throws Problem 401, 429. */
export async function confirmAtAgency(
  ports: AccessPorts,
  given: GivenFactor & { readonly state: string },
  browser: string,
  site: Site,
  origin: Origin,
): Promise<Opened> {
  const visit = await waitingVisit(ports, given.state, browser);
  if (!visit?.accountId || visit.subject === null) throw visitOver();
  const provider = await findProvider(ports.database, visit.providerId);
  // Stopped while somebody was on the way.
  if (provider?.state !== 'active') throw visitOver();
  const account = await signInAccount(ports, visit.accountId);
  if (!account) throw visitOver();
  const tries = triesOf(ports, account, origin);
  await countTry(ports, tries);
  const factor = await secondFactor(ports, account, given, site);
  if (!factor) throw await failing(ports, account, tries)(factorWrong(), { reason: 'second factor' });
  await forgive(ports, tries);
  const { accountId, subject, sid } = visit;
  const how = { accountId, subject, sid: sid ?? undefined, state: given.state };
  return letInBy(ports, provider, { ...how, factors: ['agency', factor] }, origin);
}

async function signInAccount(
  { database }: AccessPorts,
  accountId: string,
): Promise<SignInAccount | undefined> {
  const account = await accountById(database, accountId);
  return account && accountToSignIn(database, account.login);
}

/** Puts on record why an agency's answer was not taken. */
async function refusedBy(
  ports: AccessPorts,
  { providerId }: KeptProvider,
  { kind, reason }: ReturnType<typeof whyNot>,
  origin: Origin,
): Promise<Problem> {
  await noteEvent(ports.database, {
    ...{ at: ports.now(), kind: 'sign-in-failed', accountId: null, login: null, actor: null },
    ...{ address: origin.address, detail: { agency: providerId, reason } },
  });
  return kind === 'declined'
    ? agencyDeclined()
    : kind === 'unreachable'
      ? agencyUnreachable()
      : agencyWrong();
}

/** The account an agency means; where there is none, one is asked for. Throws what keeps it out. */
async function accountOf(
  ports: AccessPorts,
  provider: KeptProvider,
  claims: JWTPayload,
  origin: Origin,
): Promise<{ readonly account: SignInAccount; readonly identity: Identity }> {
  const { database } = ports;
  const subject = claims.sub ?? '';
  const read = readVouched(provider.settings, claims);
  const identity = await identityOfSubject(database, provider.providerId, subject);
  if (!identity) {
    if ('lacking' in read) throw rightMissing(read.lacking);
    await proposeForAgency(ports, provider, subject, read.vouched, origin);
    throw accountWaits();
  }
  const account = await signInAccount(ports, identity.accountId);
  if (account?.state === 'proposed' || (account?.state === 'active' && identity.state === 'proposed'))
    throw accountWaits();
  if (account?.state !== 'active') throw accountOff();
  if ('lacking' in read || !isSame(account, read.vouched)) {
    await shutOut(ports, account, { agency: provider.providerId, says: read }, origin);
    throw rightChanged();
  }
  return { account, identity };
}

const isSame = (account: SignInAccount, { agency, office, staffNumber }: Vouched): boolean =>
  account.agency === agency && account.office === office && account.staffNumber === staffNumber;

/** An agency says no longer what the account was approved for: what it could do ends here and now. */
async function shutOut(
  { database, now }: AccessPorts,
  { accountId, login }: SignInAccount,
  detail: Readonly<Record<string, unknown>>,
  { address }: Origin,
): Promise<void> {
  await database.transaction(async (client) => {
    await setAccountState(client, accountId, 'locked', now());
    await endSessionsOf(client, accountId, undefined);
    await noteEvent(client, {
      at: now(),
      kind: 'account-locked',
      accountId,
      login,
      actor: null,
      address,
      detail,
    });
  });
}

/** Opens a session for whom an agency has vouched, with the evidence; each visit opens one. */
function letInBy(
  ports: AccessPorts,
  { providerId }: KeptProvider,
  shown: {
    readonly accountId: string;
    readonly subject: string;
    readonly sid: string | undefined;
    readonly state: string;
    readonly factors: readonly Factor[];
  },
  origin: Origin,
): Promise<Opened> {
  const { database, now } = ports;
  const { accountId, subject, sid, factors } = shown;
  return database.transaction(async (client) => {
    const account = await stillGood(client, { providerId, accountId, subject }, now());
    if (!account || !(await endVisit(client, stateHashOf(shown.state)))) throw visitOver();
    const newcomer = needsSecondFactor(account.role) && factors.length < 2;
    await removeEnded(client, now());
    const agency = { providerId, subject, sid: sid ?? null };
    const opened = await openSession(ports, client, { accountId }, { factors, newcomer, origin, agency });
    const about = { at: now(), accountId, login: account.login, actor: null, address: origin.address };
    if (factors.includes('recovery-code'))
      await noteEvent(client, { ...about, kind: 'recovery-code-used', detail: null });
    const detail = { sessionId: opened.sessionId, factors, agency: providerId };
    await noteEvent(client, { ...about, kind: 'signed-in', detail });
    return { ...opened, device: markDevice(ports, account.accountId) };
  });
}

/** The account, where it is active and still bound so; it stays so until the transaction ends. */
async function stillGood(
  client: Client,
  { providerId, accountId, subject }: Pick<Identity, 'providerId' | 'accountId' | 'subject'>,
  at: Date,
): Promise<Account | undefined> {
  const account = await accountForChange(client, accountId);
  const identity = await identityOfSubject(client, providerId, subject);
  if (account?.state !== 'active' || identity?.state !== 'active' || identity.accountId !== accountId)
    return undefined;
  await noteIdentityUse(client, identity.identityId, at);
  return account;
}
