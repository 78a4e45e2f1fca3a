import { randomBytes } from 'node:crypto';
import { Problem } from '#http';
import { needsSecondFactor } from '../domain/account.ts';
import { base32 } from '../domain/base32.ts';
import { checkPassword, wordsNear } from '../domain/password-rules.ts';
import type { Caller } from '../domain/roles.ts';
import {
  confirmTotp,
  passwordOf,
  proposeTotp,
  recoveryCodesLeft,
  removeTotp,
  replaceRecoveryCodes,
  setPassword,
  totpOf,
} from '../storage/factors.ts';
import { hasPasskey, passkeysOf } from '../storage/passkeys.ts';
import { endSession, endSessionsOf, sessionsOf } from '../storage/sessions.ts';
import { recoveryCode, recoveryHash } from './one-time.ts';
import { factorRequired, noted, requirePassword, selfOf, settle } from './own.ts';
import { hashPassword } from './passwords.ts';
import type { AccessPorts, Origin } from './ports.ts';
import { otpauth, stepOf, totpSecretBytes } from './totp.ts';

/** What somebody sees of their own account. */
export async function ownAccount(ports: AccessPorts, caller: Caller) {
  const { database } = ports;
  const { account } = await selfOf(ports, caller);
  const { accountId } = account;
  const password = await passwordOf(database, accountId);
  const totp = await totpOf(database, accountId);
  return {
    account,
    passwordChangedAt: password?.changedAt ?? null,
    passwordIsOneTime: password ? password.oneTimeUntil !== null : false,
    totpSince: totp?.confirmedAt ?? null,
    needsSecondFactor: needsSecondFactor(account.role),
    passkeys: await passkeysOf(database, accountId),
    recoveryCodesLeft: await recoveryCodesLeft(database, accountId),
  };
}

/** Changes one's password and ends one's other sessions. Throws Problem 403 for a wrong one, 422 with findings. */
export async function changePassword(
  ports: AccessPorts,
  caller: Caller,
  given: { readonly current: string; readonly next: string },
  origin: Origin,
): Promise<void> {
  const { database, now, parameters, isCommonPassword } = ports;
  const self = await selfOf(ports, caller);
  const { accountId, role } = self.account;
  await requirePassword(ports, self, given.current, origin);
  const totp = await totpOf(database, accountId);
  const use = {
    withFactor: needsSecondFactor(role) || Boolean(totp?.sealed) || (await hasPasskey(database, accountId)),
    near: wordsNear(self.account),
  };
  const findings = checkPassword(given.next, use, parameters(), isCommonPassword);
  if (given.next === given.current || findings.length > 0)
    throw new Problem(
      422,
      'ACCOUNT-PASSWORD-UNFIT',
      findings.length > 0
        ? { zh: '新密码不合要求', en: 'The new password will not do' }
        : { zh: '新密码与原密码相同', en: 'The new password is the old one' },
      findings,
    );
  const phc = await hashPassword(given.next, parameters().argon2);
  await database.transaction(async (client) => {
    await setPassword(client, accountId, { phc, at: now(), oneTimeUntil: null });
    await settle(client, self);
    await noted(ports, client, self, 'password-changed', origin);
  });
}

/** A secret for an authenticator app, which counts once a code of it has been shown. */
export async function startTotp(
  ports: AccessPorts,
  caller: Caller,
  password: string | undefined,
  origin: Origin,
): Promise<{ readonly secret: string; readonly address: string }> {
  const self = await selfOf(ports, caller);
  const { accountId, login } = self.account;
  // A newcomer has shown it this moment, and can do nothing else.
  if (!self.newcomer) await requirePassword(ports, self, password ?? '', origin);
  const secret = randomBytes(totpSecretBytes);
  await proposeTotp(ports.database, accountId, ports.box.seal(secret, accountId));
  return { secret: base32(secret), address: otpauth(secret, 'Chama', login) };
}

/** The first code of a secret: it counts from now on. Answers new recovery codes, which are kept nowhere. */
export async function confirmTotpBy(
  ports: AccessPorts,
  caller: Caller,
  code: string,
  origin: Origin,
): Promise<readonly string[]> {
  const { database, box, now } = ports;
  const self = await selfOf(ports, caller);
  const { accountId } = self.account;
  const proposed = (await totpOf(database, accountId))?.proposed;
  if (!proposed)
    throw new Problem(409, 'SECOND-FACTOR-NOT-BEGUN', {
      zh: '尚未开始绑定验证器，请先取得二维码',
      en: 'No authenticator app is being set up; begin with its QR code',
    });
  const step = stepOf(box.open(proposed, accountId), code, now());
  if (step === undefined)
    throw new Problem(403, 'SECOND-FACTOR-WRONG', {
      zh: '验证码不对；请检查手机时间是否准确，再输入新的验证码',
      en: 'The code is wrong; see that the clock of the device is right, and give the next one',
    });
  const codes = recoveryCodes(ports);
  await database.transaction(async (client) => {
    await confirmTotp(client, accountId, { step, at: now() });
    await replaceRecoveryCodes(client, accountId, codes.map(recoveryHash));
    await settle(client, self);
    await noted(ports, client, self, 'second-factor-set', origin);
  });
  return codes;
}

/** Goes without a second factor again, where the role may. */
export async function removeOwnTotp(
  ports: AccessPorts,
  caller: Caller,
  password: string,
  origin: Origin,
): Promise<void> {
  const self = await selfOf(ports, caller);
  if (needsSecondFactor(self.account.role) && !(await hasPasskey(ports.database, self.account.accountId)))
    throw factorRequired();
  await requirePassword(ports, self, password, origin);
  await ports.database.transaction(async (client) => {
    await removeTotp(client, self.account.accountId);
    await endSessionsOf(client, self.account.accountId, self.sessionId);
    await noted(ports, client, self, 'second-factor-removed', origin);
  });
}

/** New recovery codes in the place of all before. */
export async function renewRecoveryCodes(
  ports: AccessPorts,
  caller: Caller,
  password: string,
  origin: Origin,
): Promise<readonly string[]> {
  const self = await selfOf(ports, caller);
  await requirePassword(ports, self, password, origin);
  const codes = recoveryCodes(ports);
  await ports.database.transaction(async (client) => {
    await replaceRecoveryCodes(client, self.account.accountId, codes.map(recoveryHash));
    await noted(ports, client, self, 'recovery-codes-made', origin);
  });
  return codes;
}

export async function ownSessions(ports: AccessPorts, caller: Caller) {
  const { account, sessionId } = await selfOf(ports, caller);
  const usedSince = new Date(ports.now().getTime() - ports.parameters().sessionIdleMs);
  const sessions = await sessionsOf(ports.database, account.accountId, ports.now(), usedSince);
  return sessions.map((session) => ({ ...session, current: session.sessionId === sessionId }));
}

/** Ends a session of one's own, or all but this one. Throws Problem 404. */
export async function endOwnSessions(
  ports: AccessPorts,
  caller: Caller,
  sessionId: string | undefined,
  origin: Origin,
): Promise<void> {
  const self = await selfOf(ports, caller);
  const { accountId } = self.account;
  await ports.database.transaction(async (client) => {
    if (sessionId === undefined) await endSessionsOf(client, accountId, self.sessionId);
    else if (!(await endSession(client, accountId, sessionId))) throw noSession();
    await noted(ports, client, self, 'session-ended', origin, { sessionId: sessionId ?? 'others' });
  });
}

const recoveryCodes = ({ parameters }: AccessPorts): string[] =>
  Array.from({ length: parameters().recoveryCodes }, recoveryCode);

const noSession = (): Problem =>
  new Problem(404, 'SESSION-UNKNOWN', {
    zh: '没有此会话，或已结束',
    en: 'There is no such session, or it has ended',
  });
