import { randomUUID } from 'node:crypto';
import { Problem } from '#http';
import type { Client } from '#postgres';
import { type Account, normalLogin } from '../domain/account.ts';
import {
  type AccountWish,
  faultOfWish,
  isTwin,
  mayApprove,
  mayHoldBeside,
  mayMake,
  needsApproval,
  type WishFault,
} from '../domain/making.ts';
import type { Caller } from '../domain/roles.ts';
import {
  accountForChange,
  addAccount,
  approveAccount,
  openAccountsOf,
  setAccountState,
} from '../storage/accounts.ts';
import { noteEvent } from '../storage/events.ts';
import { keepFirstHalf, setPassword, takeFirstHalf } from '../storage/factors.ts';
import { confirmIdentityOf } from '../storage/identities.ts';
import { meant, writtenSecret } from './one-time.ts';
import { hashPassword } from './passwords.ts';
import type { AccessPorts, Origin } from './ports.ts';
import { accountUnknown, reached } from './reach.ts';

/** An account just made or approved, and what of its first password whoever did so is to pass on. Shown once. */
export interface Handed {
  readonly account: Account;
  /** All of it, or half: the other half is shown to the other of the two who make and approve. */
  /** Left out where its agency signs it in. */
  readonly password?: string;
  readonly whole: boolean;
}

/**
 * Makes an account. One of an enterprise's own staff works at once; any other waits for a security administrator, and
 * each of the two gets half of its first password: neither can sign in with it.
 * @throws Problem 403, 409, 422
 */
export async function makeAccount(
  ports: AccessPorts,
  maker: Caller,
  wish: AccountWish,
  origin: Origin,
): Promise<Handed> {
  const { database, now, parameters, box } = ports;
  const account = await wished(ports, maker, wish);
  const { accountId, login } = account;
  const whole = account.state === 'active';
  const password = writtenSecret(whole ? 4 : 3);
  const phc = whole ? await hashPassword(meant(password), parameters().argon2) : undefined;
  await database.transaction(async (client) => {
    await requireDifferentPeople(client, account);
    if (!(await addAccount(client, account))) throw loginTaken(login);
    if (phc) await setPassword(client, accountId, { phc, at: now(), oneTimeUntil: expiry(ports) });
    else await keepFirstHalf(client, accountId, box.seal(Buffer.from(password), accountId));
    const kind = whole ? 'account-made' : 'account-proposed';
    const { role, member, customsCode, agency, office } = account;
    await noteEvent(client, {
      ...{ at: now(), kind, accountId, login, actor: maker.id, address: origin.address },
      detail: { role, member, customsCode, agency, office },
    });
  });
  return { account, password, whole };
}

export const loginTaken = (login: string): Problem =>
  new Problem(409, 'ACCOUNT-LOGIN-TAKEN', {
    zh: `账号名 ${login} 已被使用`,
    en: `The login ${login} is taken`,
  });

/** The account a maker wishes, where it may be made so. */
async function wished(ports: AccessPorts, maker: Caller, wish: AccountWish): Promise<Account> {
  const own = maker.role === 'enterprise';
  const normal: AccountWish = {
    ...{ ...wish, login: normalLogin(wish.login), displayName: wish.displayName.trim() },
    // Whose staff it is is not for an enterprise to say.
    ...(own ? { role: 'enterprise' as const, customsCode: maker.customsCode } : {}),
  };
  if (!mayMake(maker.role, normal.role)) throw unfit('ACCOUNT-ROLE');
  const fault = faultOfWish(normal);
  if (fault) throw unfit(fault);
  if (normal.customsCode !== undefined && !(await ports.enterpriseName(normal.customsCode)))
    throw unfit('ACCOUNT-ORGANISATION');
  const at = ports.now();
  const proposed = needsApproval(maker.role);
  return {
    ...{ accountId: randomUUID(), login: normal.login, displayName: normal.displayName, role: normal.role },
    ...{ customsCode: normal.customsCode ?? null, member: normal.member ?? null },
    ...{ agency: normal.agency ?? null, office: normal.office ?? null },
    ...{ staffNumber: normal.staffNumber ?? null, state: proposed ? 'proposed' : 'active' },
    ...{ madeBy: maker.id, madeAt: at },
    ...(proposed ? { approvedBy: null, approvedAt: null } : { approvedBy: maker.id, approvedAt: at }),
  };
}

/** Approves an account; answers the second half of its first password. Throws Problem 404, 409. */
export async function approve(
  ports: AccessPorts,
  approver: Caller,
  accountId: string,
  origin: Origin,
): Promise<Handed> {
  const { database, now, parameters, box } = ports;
  const second = writtenSecret(3);
  return database.transaction(async (client) => {
    const account = await proposal(client, approver, accountId);
    await requireDifferentPeople(client, account);
    const byAgency = await confirmIdentityOf(client, accountId, approver.id, now());
    if (!byAgency) {
      const sealed = await takeFirstHalf(client, accountId);
      if (!sealed) throw accountUnknown();
      const first = box.open(sealed, accountId).toString();
      const phc = await hashPassword(meant(first + second), parameters().argon2);
      await setPassword(client, accountId, { phc, at: now(), oneTimeUntil: expiry(ports) });
    }
    await approveAccount(client, accountId, approver.id, now());
    const { login, role } = account;
    await noteEvent(client, {
      ...{ at: now(), kind: 'account-approved', accountId, login, actor: approver.id },
      ...{ address: origin.address, detail: { role } },
    });
    const approved = { ...account, state: 'active' as const, approvedBy: approver.id, approvedAt: now() };
    return { account: approved, whole: false, ...(byAgency ? {} : { password: second }) };
  });
}

/** Refuses an account that was asked for: it is closed before it was open. Throws Problem 404, 409. */
export async function refuse(
  { database, now }: AccessPorts,
  approver: Caller,
  accountId: string,
  reason: string,
  origin: Origin,
): Promise<void> {
  await database.transaction(async (client) => {
    const { login } = await proposal(client, approver, accountId);
    await takeFirstHalf(client, accountId);
    await setAccountState(client, accountId, 'closed', now());
    await noteEvent(client, {
      ...{ at: now(), kind: 'account-refused', accountId, login, actor: approver.id },
      ...{ address: origin.address, detail: { reason } },
    });
  });
}

async function proposal(client: Client, approver: Caller, accountId: string): Promise<Account> {
  const account = reached(await accountForChange(client, accountId), undefined);
  if (mayApprove(approver.id, account)) return account;
  throw new Problem(409, 'ACCOUNT-NOT-TO-APPROVE', {
    zh: '该账号不在待批准状态，或由您本人提出；须由另一位安全管理员批准',
    en: 'The account does not wait for approval, or you asked for it yourself; another security administrator may',
  });
}

/** Two people at once must not ask for two accounts of one person. */
export async function requireDifferentPeople(client: Client, account: Account): Promise<void> {
  const { staffNumber, role, accountId } = account;
  if (staffNumber === null) return;
  await client.query(`select pg_advisory_xact_lock(hashtext('access staff number'), hashtext($1))`, [
    staffNumber,
  ]);
  const held = (await openAccountsOf(client, staffNumber)).filter((one) => one.accountId !== accountId);
  const beside = held.map((one) => one.role);
  if (!mayHoldBeside(role, beside))
    throw new Problem(409, 'ADMINISTRATORS-DIFFER', {
      zh: '系统、安全、审计三类管理员须由不同的人担任，且不得兼任其他角色（R-10.4）',
      en: 'System, security and audit administrators are different people, with no other account besides (R-10.4)',
    });
  if (isTwin(account, held))
    throw new Problem(409, 'ACCOUNT-TWIN', {
      zh: `工号 ${staffNumber} 已有此角色的账号；一人两个账号将使双人复核失效，请使用原账号或先注销`,
      en: `Staff number ${staffNumber} has an account of this role: with two, one person could confirm their own work; use that one, or close it first`,
    });
}

const expiry = ({ now, parameters }: AccessPorts): Date =>
  new Date(now().getTime() + parameters().oneTimePasswordMs);

const sentences: Readonly<Record<WishFault, readonly [zh: string, en: string]>> = {
  'ACCOUNT-LOGIN': [
    '账号名须为 3 至 64 个小写字母、数字或 . _ @ -，以字母或数字开头',
    'A login is 3 to 64 small letters, digits or . _ @ -, and begins with a letter or a digit',
  ],
  'ACCOUNT-ORGANISATION': [
    '企业账号须给出已备案企业的海关代码与权限；监管人员须给出部门与机构；其他角色均不填',
    "An enterprise's account takes the customs code of a registered enterprise and a right; an officer's an agency and an office; any other neither",
  ],
  'ACCOUNT-STAFF-NUMBER': ['该角色须给出工号', 'This role takes a staff number'],
  'ACCOUNT-ROLE': ['您不能创建该角色的账号', 'You cannot make an account of this role'],
};

function unfit(fault: WishFault): Problem {
  const [zh, en] = sentences[fault];
  return new Problem(422, fault, { zh, en });
}
