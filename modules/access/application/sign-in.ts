import { Problem } from '#http';
import { needsSecondFactor, normalLogin } from '../domain/account.ts';
import { accountToSignIn, type SignInAccount, setAccountState } from '../storage/accounts.ts';
import { type EventKind, noteEvent } from '../storage/events.ts';
import { costPassword, holdPassword } from '../storage/factors.ts';
import { passkeyByCredential } from '../storage/passkeys.ts';
import { type Factor, removeEnded } from '../storage/sessions.ts';
import { type DeviceMark, markDevice } from './devices.ts';
import { countTry, failuresOf, forgive, type Tries, takeBackTry, triesOf, triesOfPasskey } from './limits.ts';
import { meant } from './one-time.ts';
import { type PasskeyAnswer, passkeyIsGood, type Site } from './passkeys.ts';
import { costsOtherwise, hashPassword, isPassword } from './passwords.ts';
import type { AccessPorts, Origin } from './ports.ts';
import { takeCode } from './second-factor.ts';
import { openSession } from './sessions.ts';

export interface Opened {
  readonly token: string;
  readonly endsAt: Date;
  /** For the browser of a person to keep. */
  readonly device?: DeviceMark;
}

/** A second factor: what an app or a recovery code says, or a passkey. */
export interface GivenFactor {
  readonly code?: string | undefined;
  readonly passkey?: PasskeyAnswer | undefined;
}

/**
 * Signs a person in by password and, where the account has one, a second factor.
 * @throws Problem 401 SIGN-IN-WRONG, the same for an unknown login, a wrong password and an account that is not active;
 *   401 SECOND-FACTOR-NEEDED; 401 SECOND-FACTOR-WRONG; 429 SIGN-IN-WAIT
 */
export async function signIn(
  ports: AccessPorts,
  given: GivenFactor & { readonly login: string; readonly password: string },
  site: Site,
  origin: Origin,
): Promise<Opened> {
  const { database, parameters } = ports;
  const login = normalLogin(given.login);
  const account = await accountToSignIn(database, login);
  const tries = triesOf(ports, { login, accountId: account?.accountId }, origin);
  await countTry(ports, tries);
  const fail = failing(ports, account, tries);
  const good = await passwordIsGood(ports, account, given.password);
  if (!account || !good) throw await fail(wrong(), { reason: 'password' });
  const factors: Factor[] = ['password'];
  if (account.totpSealed || account.hasPasskey) {
    if (!given.code && !given.passkey) {
      await takeBackTry(ports, tries);
      throw factorNeeded();
    }
    const factor = await secondFactor(ports, account, given, site);
    if (!factor) throw await fail(factorWrong(), { reason: 'second factor' });
    factors.push(factor);
  }
  await forgive(ports, tries);
  const costlier =
    account.phc && costsOtherwise(account.phc, parameters().argon2) && account.oneTimeUntil === null
      ? await hashPassword(given.password, parameters().argon2)
      : undefined;
  return letIn(ports, account, { factors, costlier, refused: wrong }, origin);
}

/**
 * Signs a person in by a passkey alone: the device is one factor, and what unlocks it the other.
 * @throws Problem 401 PASSKEY-WRONG, the same whatever is wrong with it or with its account; 429 SIGN-IN-WAIT
 */
export async function signInByPasskey(
  ports: AccessPorts,
  answer: PasskeyAnswer,
  site: Site,
  origin: Origin,
): Promise<Opened> {
  const { database } = ports;
  const passkey = await passkeyByCredential(database, answer.id);
  const tries = triesOfPasskey(ports, answer.id, origin);
  await countTry(ports, tries);
  const account = passkey && (await accountToSignIn(database, passkey.login));
  const good = passkey && (await passkeyIsGood(ports, passkey, answer, site));
  if (!account || !good || account.state !== 'active' || account.ofAgency)
    throw await failing(ports, account, tries)(passkeyWrong(), { reason: 'passkey' });
  await forgive(ports, tries);
  return letIn(ports, account, { factors: ['passkey'], refused: passkeyWrong }, origin);
}

export async function secondFactor(
  ports: AccessPorts,
  account: SignInAccount,
  { code, passkey: answer }: GivenFactor,
  site: Site,
): Promise<Factor | undefined> {
  if (!answer) return code ? takeCode(ports, ports.database, account, code) : undefined;
  const passkey = await passkeyByCredential(ports.database, answer.id);
  if (passkey?.accountId !== account.accountId) return undefined;
  return (await passkeyIsGood(ports, passkey, answer, site)) ? 'passkey' : undefined;
}

/** Opens a session for who has shown all that is asked for, with the evidence. */
function letIn(
  ports: AccessPorts,
  account: SignInAccount,
  shown: {
    readonly factors: readonly Factor[];
    /** The password at the cost of today, where it was kept at another. */
    readonly costlier?: string | undefined;
    readonly refused: () => Problem;
  },
  origin: Origin,
): Promise<Opened> {
  const { database, now } = ports;
  const { factors, costlier, refused } = shown;
  const { accountId, login, role, oneTimeUntil, totpSealed, hasPasskey } = account;
  const newcomer = oneTimeUntil !== null || (needsSecondFactor(role) && totpSealed === null && !hasPasskey);
  return database.transaction(async (client) => {
    // Looking at a password takes time: one that was replaced meanwhile has ended its sessions, and opens none.
    if (!(await holdPassword(client, accountId, account.phc))) throw refused();
    if (costlier) await costPassword(client, accountId, costlier);
    await removeEnded(client, now());
    const opened = await openSession(ports, client, { accountId }, { factors, newcomer, origin });
    const note = (kind: EventKind) =>
      noteEvent(client, {
        ...{ at: now(), kind, accountId, login, actor: null, address: origin.address },
        detail: { sessionId: opened.sessionId, factors },
      });
    if (factors.includes('recovery-code')) await note('recovery-code-used');
    await note('signed-in');
    return { ...opened, device: markDevice(ports, accountId) };
  });
}

/** Opens a session that stands for an API key, for who integrates a program. Throws Problem 401 KEY-UNKNOWN. */
export async function signInByKey(ports: AccessPorts, key: string, origin: Origin): Promise<Opened> {
  const { database, now, keys } = ports;
  const caller = await keys.byToken(key);
  if (!caller)
    throw new Problem(401, 'KEY-UNKNOWN', {
      zh: '密钥错误或已吊销',
      en: 'The API key is wrong or revoked',
    });
  return database.transaction(async (client) => {
    await removeEnded(client, now());
    const how = { factors: ['key'] as const, newcomer: false, origin };
    const opened = await openSession(ports, client, { keyId: caller.id }, how);
    await noteEvent(client, {
      ...{ at: now(), kind: 'signed-in', accountId: null, login: null, actor: caller.id },
      ...{ address: origin.address, detail: { sessionId: opened.sessionId, factors: how.factors } },
    });
    return opened;
  });
}

async function passwordIsGood(
  { now, parameters }: AccessPorts,
  account: SignInAccount | undefined,
  password: string,
): Promise<boolean> {
  // One that was written down by a machine is taken however it is typed.
  const typed = account?.oneTimeUntil ? meant(password) : password;
  const same = await isPassword(typed, account?.phc ?? null, parameters().argon2);
  const expired = account?.oneTimeUntil ? account.oneTimeUntil <= now() : false;
  // Who signs in by an agency does so by it alone: else what the agency takes away would stay.
  return same && !expired && account?.state === 'active' && !account.ofAgency;
}

/**
 * Puts a failure on record; answers the problem to throw. After too many on a device it has signed in with the account is
 * locked. Strangers cannot have it locked: they are barred, which is on record too.
 */
export function failing(
  { database, now, parameters }: AccessPorts,
  account: SignInAccount | undefined,
  tries: Tries,
) {
  const { origin, known } = tries;
  return async (problem: Problem, detail: Readonly<Record<string, unknown>>): Promise<Problem> => {
    await database.transaction(async (client) => {
      const about = {
        ...{ at: now(), accountId: account?.accountId ?? null, actor: null, address: origin.address },
        // What was typed as a login may be a password by mistake: only one that is known is written down.
        login: account?.login ?? null,
      };
      await noteEvent(client, { ...about, kind: 'sign-in-failed', detail });
      if (account?.state !== 'active') return;
      const failures = await failuresOf(client, tries, now());
      if (failures < parameters().limits.lockAfter) return;
      if (known) await setAccountState(client, account.accountId, 'locked', now());
      const kind = known ? 'account-locked' : 'sign-in-barred';
      await noteEvent(client, { ...about, kind, detail: { by: known ? 'device' : 'account', failures } });
    });
    return problem;
  };
}

const wrong = (): Problem =>
  new Problem(401, 'SIGN-IN-WRONG', {
    zh: '账号或密码错误，或账号未启用、已锁定，或须经本部门登录；如需帮助请联系管理员',
    en: 'The login or the password is wrong, or the account is not active or signs in by its agency; your administrator can help',
  });

const passkeyWrong = (): Problem =>
  new Problem(401, 'PASSKEY-WRONG', {
    zh: '通行密钥未能通过验证、已移除，或账号未启用；请重试，或用密码登录',
    en: 'The passkey could not be checked, was removed, or its account is not active; try again, or use the password',
  });

export const factorNeeded = (): Problem =>
  new Problem(401, 'SECOND-FACTOR-NEEDED', {
    zh: '请再输入验证器中的六位验证码或一个恢复码，或使用通行密钥',
    en: 'Give the code of your authenticator app as well, a recovery code, or a passkey',
  });

export const factorWrong = (): Problem =>
  new Problem(401, 'SECOND-FACTOR-WRONG', {
    zh: '验证码错误、已过期或已用过；请等待下一个验证码',
    en: 'The code is wrong, too old or was used before; wait for the next one',
  });
