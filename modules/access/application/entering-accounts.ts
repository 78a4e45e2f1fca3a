import { randomUUID } from 'node:crypto';
import { OperatorError } from '#postgres';
import { type Account, type AccountRole, normalLogin } from '../domain/account.ts';
import { type AccountWish, faultOfWish, mayHoldBeside } from '../domain/making.ts';
import {
  accountToSignIn,
  addAccount,
  countHolders,
  lockAccountsMadeBy,
  openAccountsOf,
  setAccountState,
} from '../storage/accounts.ts';
import { noteEvent } from '../storage/events.ts';
import { confirmTotp, proposeTotp, setPassword } from '../storage/factors.ts';
import { meant, writtenSecret } from './one-time.ts';
import { hashPassword } from './passwords.ts';
import type { AccessPorts } from './ports.ts';

/** What entering accounts on the machine itself needs. */
export type EnteringPorts = Pick<AccessPorts, 'database' | 'now' | 'parameters' | 'box'>;

/** Who enters them: whoever runs the machine, or a demonstration, where every person is made up. */
const commandLine = 'command line';
const demonstration = 'demonstration';

/**
 * Makes the first administrator of a kind: there is nobody yet who could ask for one or approve. Answers a one-time
 * password, which is kept nowhere.
 * @param again also where there is one, as when all of a kind have lost their factors; it stays on record
 * @throws OperatorError
 */
export async function firstAdministrator(
  ports: EnteringPorts,
  wish: AccountWish & { readonly staffNumber: string },
  again: boolean,
): Promise<string> {
  const { database, now, parameters } = ports;
  const login = normalLogin(wish.login);
  if (faultOfWish({ ...wish, login }))
    throw new OperatorError({
      zh: `账号名 ${login} 不合要求：3 至 64 个小写字母、数字或 . _ @ -。`,
      en: `The login ${login} will not do: 3 to 64 small letters, digits or . _ @ -.`,
    });
  const password = writtenSecret(4);
  const phc = await hashPassword(meant(password), parameters().argon2);
  const oneTimeUntil = new Date(now().getTime() + parameters().oneTimePasswordMs);
  await database.transaction(async (client) => {
    if (!again && (await countHolders(client, wish.role)) > 0) throw alreadyThere(wish.role);
    const held = await openAccountsOf(client, wish.staffNumber);
    if (
      !mayHoldBeside(
        wish.role,
        held.map(({ role }) => role),
      )
    )
      throw samePerson(wish.staffNumber);
    const account = entered({ ...wish, login }, commandLine, now());
    if (!(await addAccount(client, account))) throw loginTaken(login);
    await setPassword(client, account.accountId, { phc, at: now(), oneTimeUntil });
    await noteEvent(client, {
      ...{ at: now(), kind: 'account-made', accountId: account.accountId, login, actor: commandLine },
      ...{ address: null, detail: { role: wish.role, again } },
    });
  });
  return password;
}

/** Makes an account of a demonstration, or lets the one there is in again, with these factors. */
export async function demoAccount(
  { database, now, parameters, box }: EnteringPorts,
  wish: AccountWish,
  factors: { readonly password: string; readonly totpSecret: Buffer | undefined },
): Promise<string> {
  const phc = await hashPassword(factors.password, parameters().argon2);
  return database.transaction(async (client) => {
    const there = await accountToSignIn(client, wish.login);
    if (there && there.madeBy !== demonstration) throw loginTaken(wish.login);
    const account = there ?? entered(wish, demonstration, now());
    const { accountId, login } = account;
    if (there) await setAccountState(client, accountId, 'active', now());
    else {
      await addAccount(client, account);
      await noteEvent(client, {
        ...{ at: now(), kind: 'account-made', accountId, login, actor: demonstration, address: null },
        detail: { role: wish.role },
      });
    }
    await setPassword(client, accountId, { phc, at: now(), oneTimeUntil: null });
    if (factors.totpSecret) {
      await proposeTotp(client, accountId, box.seal(factors.totpSecret, accountId));
      await confirmTotp(client, accountId, { step: 0, at: now() });
    }
    return accountId;
  });
}

/** Locks what a demonstration has made and ends its sessions: on real data nobody comes in by a printed password. */
export async function lockDemoAccounts({
  database,
  now,
}: Pick<AccessPorts, 'database' | 'now'>): Promise<void> {
  await lockAccountsMadeBy(database, demonstration, now());
}

function entered(wish: AccountWish, by: string, at: Date): Account {
  const { login, displayName, role } = wish;
  return {
    ...{ accountId: randomUUID(), login, displayName, role },
    ...{ customsCode: wish.customsCode ?? null, member: wish.member ?? null },
    ...{ agency: wish.agency ?? null, office: wish.office ?? null, staffNumber: wish.staffNumber ?? null },
    ...{ state: 'active', madeBy: by, madeAt: at, approvedBy: by, approvedAt: at },
  };
}

const alreadyThere = (role: AccountRole): OperatorError =>
  new OperatorError({
    zh: `已有 ${role}：请由系统管理员提出、安全管理员批准；若其均已无法登录，请加 --again（将留痕）。`,
    en: `There is a ${role} already: have the system administrator ask for one and the security administrator approve; if none of them can sign in any more, add --again, which stays on record.`,
  });

const samePerson = (staffNumber: string): OperatorError =>
  new OperatorError({
    zh: `工号 ${staffNumber} 已有账号：三类管理员须由不同的人担任，且不得兼任其他角色（R-10.4）。`,
    en: `Staff number ${staffNumber} has an account: the three administrators are different people, with no other account besides (R-10.4).`,
  });

const loginTaken = (login: string): OperatorError =>
  new OperatorError({ zh: `账号名 ${login} 已被使用。`, en: `The login ${login} is taken.` });
