import { randomUUID } from 'node:crypto';
import type { Database } from '#postgres';
import { openSession } from '../application/sessions.ts';
import type { Account, AccountRole } from '../domain/account.ts';
import type { Agency } from '../domain/agencies.ts';
import type { Right } from '../domain/rights.ts';
import { addAccount } from '../storage/accounts.ts';

/** Somebody as a test needs them; what is left out is made up. */
export interface Somebody {
  readonly role: AccountRole;
  readonly login?: string;
  readonly displayName?: string;
  readonly customsCode?: string;
  readonly member?: Right;
  readonly agency?: Agency;
  readonly office?: string;
  readonly staffNumber?: string;
  readonly state?: Account['state'];
  /** Has yet to make the account its own. */
  readonly newcomer?: boolean;
}

const lifetimes = { sessionMs: 12 * 3_600_000 };
let made = 0;

/** Adds an account without a password, as nobody makes one outside of tests. */
export async function testAccount(
  database: Database,
  somebody: Somebody,
  now = new Date(),
): Promise<Account> {
  made += 1;
  const { role } = somebody;
  const firm = role === 'enterprise';
  const officer = role === 'officer';
  const account: Account = {
    accountId: randomUUID(),
    login: somebody.login ?? `${role.toLowerCase()}-${made}-${randomUUID().slice(0, 8)}`,
    displayName: somebody.displayName ?? `${role} ${made}`,
    role,
    customsCode: firm ? (somebody.customsCode ?? '5301960001') : null,
    member: firm ? (somebody.member ?? 'administrator') : null,
    agency: officer ? (somebody.agency ?? 'customs') : null,
    office: officer ? (somebody.office ?? '8600') : null,
    staffNumber:
      firm || role === 'consumer' ? null : (somebody.staffNumber ?? `T${randomUUID().slice(0, 8)}`),
    state: somebody.state ?? 'active',
    ...{ madeBy: 'test', madeAt: now, approvedBy: 'test', approvedAt: now },
  };
  if (!(await addAccount(database, account))) throw new Error(`The login ${account.login} is taken.`);
  return account;
}

/** The headers of a request of somebody who is signed in, as the browser sends them from a page of ours. */
export interface SignedIn {
  readonly account: Account;
  readonly token: string;
  readonly headers: { readonly cookie: string; readonly 'sec-fetch-site': 'same-origin' };
}

/** Makes an account and signs it in, past all factors. */
export async function signedInAs(
  database: Database,
  somebody: Somebody,
  now = new Date(),
): Promise<SignedIn> {
  const account = await testAccount(database, somebody, now);
  return signedInAgain(database, account, now, somebody.newcomer);
}

/** Signs in somebody who has an account, past all factors. */
export async function signedInAgain(
  database: Database,
  account: Account,
  now = new Date(),
  newcomer = false,
): Promise<SignedIn> {
  const { token } = await openSession(
    { now: () => now, parameters: () => lifetimes },
    database,
    { accountId: account.accountId },
    { factors: ['password'], newcomer, origin: { address: '127.0.0.1', browser: 'test' } },
  );
  return { account, token, headers: sessionHeaders(token) };
}

const sessionHeaders = (token: string): SignedIn['headers'] => ({
  cookie: `chama_session=${token}`,
  'sec-fetch-site': 'same-origin',
});
