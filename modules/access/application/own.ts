import { Problem } from '#http';
import type { Client } from '#postgres';
import { type Account, needsSecondFactor } from '../domain/account.ts';
import type { Caller } from '../domain/roles.ts';
import { accountById } from '../storage/accounts.ts';
import { type EventKind, noteEvent } from '../storage/events.ts';
import { passwordOf, totpOf } from '../storage/factors.ts';
import { isOfAgency } from '../storage/identities.ts';
import { hasPasskey } from '../storage/passkeys.ts';
import { endSessionsOf, settleSession } from '../storage/sessions.ts';
import { countTry, forgive, triesOfSession } from './limits.ts';
import { meant } from './one-time.ts';
import { isPassword } from './passwords.ts';
import type { AccessPorts, Origin } from './ports.ts';

/** Somebody signed in with an account of their own. */
export interface Self {
  readonly account: Account;
  readonly sessionId: string;
  readonly newcomer: boolean;
}

/** The account behind a session. Throws Problem 409 where an API key stands behind it. */
export async function selfOf({ database }: AccessPorts, caller: Caller): Promise<Self> {
  const { accountId, sessionId } = caller;
  const account = accountId === undefined ? undefined : await accountById(database, accountId);
  if (!account || sessionId === undefined)
    throw new Problem(409, 'SESSION-OF-KEY', {
      zh: '您以接口密钥登录，没有账号；请用账号登录',
      en: 'You signed in with an API key, which has no account; sign in with an account',
    });
  return { account, sessionId, newcomer: caller.role === 'newcomer' };
}

/** Whoever sits down at an open session must not change what it is opened with; guesses count as sign-ins do. */
export async function requirePassword(
  ports: AccessPorts,
  { account, sessionId }: Self,
  password: string,
  origin: Origin,
): Promise<void> {
  const kept = await passwordOf(ports.database, account.accountId);
  if (!kept)
    throw new Problem(409, 'ACCOUNT-NO-PASSWORD', {
      zh: '此账号经本部门登录，没有密码；更换第二因素请联系安全管理员',
      en: 'This account signs in by its agency and has no password; a security administrator takes off a second factor',
    });
  const tries = triesOfSession(ports, sessionId, origin);
  await countTry(ports, tries);
  const typed = kept?.oneTimeUntil ? meant(password) : password;
  if (!(await isPassword(typed, kept?.phc ?? null, ports.parameters().argon2)))
    throw new Problem(403, 'ACCOUNT-PASSWORD-WRONG', {
      zh: '当前密码错误',
      en: 'The present password is wrong',
    });
  await forgive(ports, tries);
}

/** After a change other sessions end, and a newcomer who has all that is needed is one no longer. */
export async function settle(client: Client, { account, sessionId }: Self): Promise<void> {
  const { accountId, role } = account;
  await endSessionsOf(client, accountId, sessionId);
  const password = await passwordOf(client, accountId);
  const totp = await totpOf(client, accountId);
  const factor = !needsSecondFactor(role) || totp?.sealed || (await hasPasskey(client, accountId));
  const known = password?.oneTimeUntil === null || (await isOfAgency(client, accountId));
  const whole = known && factor;
  if (whole) await settleSession(client, sessionId);
}

export function noted(
  { now }: AccessPorts,
  client: Client,
  { account }: Self,
  kind: EventKind,
  { address }: Origin,
  detail: Readonly<Record<string, unknown>> | null = null,
): Promise<void> {
  const { accountId, login } = account;
  return noteEvent(client, { at: now(), kind, accountId, login, actor: accountId, address, detail });
}

export const factorRequired = (): Problem =>
  new Problem(409, 'SECOND-FACTOR-REQUIRED', {
    zh: '此角色必须使用第二因素；更换设备请重新绑定',
    en: 'This role needs a second factor; to change the device, set it up anew',
  });
