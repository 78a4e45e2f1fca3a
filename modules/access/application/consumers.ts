import { randomUUID } from 'node:crypto';
import { Problem } from '#http';
import type { Finding } from '#kernel';
import { type Account, normalLogin } from '../domain/account.ts';
import { loginFinding } from '../domain/finding-codes.ts';
import { isLogin } from '../domain/making.ts';
import { checkPassword, wordsNear } from '../domain/password-rules.ts';
import type { Caller } from '../domain/roles.ts';
import { accountForChange, addAccount } from '../storage/accounts.ts';
import { noteEvent } from '../storage/events.ts';
import { setPassword } from '../storage/factors.ts';
import { markDevice } from './devices.ts';
import { forgetConsumer } from './forgetting.ts';
import { countTry, triesOfSignUp } from './limits.ts';
import { loginTaken } from './making-accounts.ts';
import { noted, requirePassword, selfOf } from './own.ts';
import { hashPassword } from './passwords.ts';
import type { AccessPorts, Origin } from './ports.ts';
import { reached, stateUnfit } from './reach.ts';
import { openSession } from './sessions.ts';
import type { Opened } from './sign-in.ts';

/** What a consumer gives to have an account. */
export interface SignUp {
  readonly login: string;
  readonly displayName: string;
  readonly password: string;
}

/**
 * Makes an account of a consumer and signs them in. Nobody approves it: it may do nothing until a paper on file has said who
 * they are.
 * @throws Problem 409 ACCOUNT-LOGIN-TAKEN, 422 with every finding, 429
 */
export async function signUp(ports: AccessPorts, given: SignUp, origin: Origin): Promise<Opened> {
  const { database, now, parameters } = ports;
  const [login, displayName] = [normalLogin(given.login), given.displayName.trim()];
  const findings = findingsOf(ports, { ...given, login, displayName });
  if (findings.length > 0)
    throw new Problem(
      422,
      'ACCOUNT-SIGN-UP-UNFIT',
      { zh: '账号名或密码不合要求', en: 'The login or the password will not do' },
      findings,
    );
  // Before the work of keeping a password, and of telling which logins are taken.
  await countTry(ports, triesOfSignUp(ports, origin));
  const phc = await hashPassword(given.password, parameters().argon2);
  const account = consumer({ login, displayName }, now());
  const { accountId } = account;
  return database.transaction(async (client) => {
    if (!(await addAccount(client, account))) throw loginTaken(login);
    await setPassword(client, accountId, { phc, at: now(), oneTimeUntil: null });
    const factors = ['password'] as const;
    const opened = await openSession(ports, client, { accountId }, { factors, newcomer: false, origin });
    const about = { at: now(), accountId, login, actor: null, address: origin.address };
    await noteEvent(client, { ...about, kind: 'account-made', detail: { role: account.role } });
    const detail = { sessionId: opened.sessionId, factors };
    await noteEvent(client, { ...about, kind: 'signed-in', detail });
    return { ...opened, device: markDevice(ports, accountId) };
  });
}

function findingsOf(ports: AccessPorts, wish: SignUp): Finding[] {
  const use = { withFactor: false, near: wordsNear(wish) };
  return [
    ...(isLogin(wish.login) ? [] : [loginFinding('LOGIN-FORM')]),
    ...checkPassword(wish.password, use, ports.parameters(), ports.isCommonPassword),
  ];
}

function consumer(wish: Pick<Account, 'login' | 'displayName'>, at: Date): Account {
  const accountId = randomUUID();
  return {
    ...{ ...wish, accountId, role: 'consumer', state: 'active' },
    ...{ customsCode: null, member: null, agency: null, office: null, staffNumber: null },
    ...{ madeBy: accountId, madeAt: at, approvedBy: accountId, approvedAt: at },
  };
}

/**
 * Closes a consumer's own account for good: login, name and who they are go from it; the papers and the evidence of
 * what was done stay as long as they have to.
 * @throws Problem 403 for a wrong password, 409 where somebody has locked or closed it meanwhile, 429
 */
export async function closeOwnAccount(
  ports: AccessPorts,
  caller: Caller,
  password: string,
  origin: Origin,
): Promise<void> {
  const self = await selfOf(ports, caller);
  await requirePassword(ports, self, password, origin);
  await ports.database.transaction(async (client) => {
    const account = reached(await accountForChange(client, self.account.accountId), undefined);
    if (account.state !== 'active') throw stateUnfit(account.state);
    await forgetConsumer(ports, client, account);
    await noted(ports, client, self, 'account-closed', origin);
  });
}
