import type { Queryable } from '#postgres';
import type { Account, AccountRole, AccountState } from '../domain/account.ts';
import type { Right } from '../domain/rights.ts';
import type { Standing } from '../domain/roles.ts';

const columns = `account_id as "accountId", login, display_name as "displayName", role, customs_code as "customsCode",
  member, agency, office, staff_number as "staffNumber", state, made_by as "madeBy", made_at as "madeAt",
  approved_by as "approvedBy", approved_at as "approvedAt"`;

/** Adds an account; false where the login is taken. */
export async function addAccount(client: Queryable, account: Account): Promise<boolean> {
  const count = await client.run(
    `insert into access.account (account_id, login, display_name, role, customs_code, member, agency, office,
       staff_number, state, made_by, made_at, approved_by, approved_at, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $12) on conflict (login) do nothing`,
    [
      ...[account.accountId, account.login, account.displayName, account.role, account.customsCode],
      ...[account.member, account.agency, account.office, account.staffNumber, account.state],
      ...[account.madeBy, account.madeAt, account.approvedBy, account.approvedAt],
    ],
  );
  return count === 1;
}

export async function accountById(client: Queryable, accountId: string): Promise<Account | undefined> {
  const [row] = await client.query<Account>(`select ${columns} from access.account where account_id = $1`, [
    accountId,
  ]);
  return row;
}

export async function accountByLogin(client: Queryable, login: string): Promise<Account | undefined> {
  const [row] = await client.query<Account>(`select ${columns} from access.account where login = $1`, [
    login,
  ]);
  return row;
}

/** As `accountById`, and nobody else changes it until the transaction ends. */
export async function accountForChange(client: Queryable, accountId: string): Promise<Account | undefined> {
  const [row] = await client.query<Account>(
    `select ${columns} from access.account where account_id = $1 for update`,
    [accountId],
  );
  return row;
}

/** What of an account is looked at when somebody signs in. */
export interface SignInAccount extends Account {
  readonly phc: string | null;
  readonly oneTimeUntil: Date | null;
  readonly totpSealed: Buffer | null;
  readonly hasPasskey: boolean;
  /** Whether it signs in by its agency, and by nothing else. */
  readonly ofAgency: boolean;
}

export async function accountToSignIn(client: Queryable, login: string): Promise<SignInAccount | undefined> {
  const [row] = await client.query<SignInAccount>(
    `select ${columns.replaceAll(/(^|, *)(account_id|login)/g, '$1a.$2')}, p.phc, p.one_time_until as "oneTimeUntil", t.sealed as "totpSealed",
       exists (select from access.passkey k where k.account_id = a.account_id) as "hasPasskey",
       exists (select from access.agency_identity i where i.account_id = a.account_id and i.state = 'active') as "ofAgency"
     from access.account a
     left join access.password p on p.account_id = a.account_id
     left join access.totp t on t.account_id = a.account_id
     where a.login = $1`,
    [login],
  );
  return row;
}

export async function setAccountState(
  client: Queryable,
  accountId: string,
  state: AccountState,
  at: Date,
): Promise<void> {
  await client.run('update access.account set state = $2, changed_at = $3 where account_id = $1', [
    ...[accountId, state, at],
  ]);
}

/** Closes an account and takes off it what says whose it was; what was done by it still names its id. Nobody can have such a login. */
export async function forgetOwner(client: Queryable, accountId: string, at: Date): Promise<void> {
  await client.run(
    `update access.account set state = 'closed', login = 'closed:' || account_id, display_name = '—', changed_at = $2
     where account_id = $1`,
    [accountId, at],
  );
}

export async function approveAccount(
  client: Queryable,
  accountId: string,
  by: string,
  at: Date,
): Promise<void> {
  await client.run(
    `update access.account set state = 'active', approved_by = $2, approved_at = $3, changed_at = $3
     where account_id = $1`,
    [accountId, by, at],
  );
}

export async function changeMember(
  client: Queryable,
  accountId: string,
  { displayName, member }: { readonly displayName: string; readonly member: Right | null },
  at: Date,
): Promise<void> {
  await client.run(
    'update access.account set display_name = $2, member = $3, changed_at = $4 where account_id = $1',
    [accountId, displayName, member, at],
  );
}

/** An account as it is listed. */
export interface ListedAccount extends Account {
  readonly lastSeenAt: Date | null;
  readonly hasSecondFactor: boolean;
}

export interface AccountsWish {
  readonly customsCode: string | undefined;
  readonly state: AccountState | undefined;
  readonly role: string | undefined;
  /** Beginning of a login, or part of a name. */
  readonly q: string | undefined;
  /** Login after which the page begins. */
  readonly cursor: string | undefined;
  readonly limit: number;
}

/** A page of accounts, by login. */
export async function listAccounts(client: Queryable, wish: AccountsWish): Promise<ListedAccount[]> {
  return client.query<ListedAccount>(
    `select ${columns.replace('account_id', 'a.account_id')},
       (select max(s.last_seen_at) from access.session s where s.account_id = a.account_id) as "lastSeenAt",
       (exists (select from access.totp t where t.account_id = a.account_id and t.sealed is not null)
         or exists (select from access.passkey k where k.account_id = a.account_id)) as "hasSecondFactor"
     from access.account a
     where ($1::text is null or customs_code = $1) and ($2::text is null or state = $2)
       and ($3::text is null or role = $3) and ($4::text is null or login > $4)
       and ($5::text is null or starts_with(login, lower($5)) or strpos(lower(display_name), lower($5)) > 0)
     order by login limit $6`,
    [
      ...[wish.customsCode ?? null, wish.state ?? null, wish.role ?? null, wish.cursor ?? null],
      ...[wish.q ?? null, wish.limit],
    ],
  );
}

/** Accounts that are not closed and have one of the roles; for those that may not share a person. */
export async function openAccountsOf(
  client: Queryable,
  staffNumber: string,
): Promise<Pick<Account, 'accountId' | 'role' | 'agency'>[]> {
  return client.query(
    `select account_id as "accountId", role, agency from access.account where staff_number = $1 and state <> 'closed'`,
    [staffNumber],
  );
}

/** Locks the active accounts somebody made, and ends their sessions. */
export async function lockAccountsMadeBy(client: Queryable, by: string, at: Date): Promise<void> {
  await client.run(
    `with locked as (
       update access.account set state = 'locked', changed_at = $2 where made_by = $1 and state = 'active'
       returning account_id)
     delete from access.session where account_id in (select account_id from locked)`,
    [by, at],
  );
}

/** How many people hold a role at present. */
export async function countHolders(client: Queryable, role: string): Promise<number> {
  const [row] = await client.query<{ count: string }>(
    `select count(*)::text as count from access.account where role = $1 and state = 'active'`,
    [role],
  );
  return Number(row?.count ?? 0);
}

/** An account as others may have to be told of it. */
export interface NamedAccount {
  readonly login: string;
  readonly displayName: string;
  readonly role: AccountRole;
  readonly customsCode: string | null;
}

/** Accounts by their ids; an id that is none of an account is passed over. */
export async function namesOf(
  client: Queryable,
  ids: readonly string[],
): Promise<ReadonlyMap<string, NamedAccount>> {
  const known = [...new Set(ids.filter((id) => uuid.test(id)))];
  if (known.length === 0) return new Map();
  const rows = await client.query<NamedAccount & { id: string }>(
    `select account_id::text as id, login, display_name as "displayName", role, customs_code as "customsCode"
     from access.account where account_id = any($1::uuid[])`,
    [known],
  );
  return new Map(rows.map(({ id, ...name }) => [id, name]));
}

/** Somebody with an account, as far as it is asked what they are to be told. */
export interface Reader {
  readonly accountId: string;
  readonly customsCode: string | undefined;
  readonly standing: Standing;
}

/** Whoever may sign in at present and works for one of these enterprises, or looks after the zone. */
export async function readersOf(client: Queryable, customsCodes: readonly string[]): Promise<Reader[]> {
  const rows = await client.query<Pick<Account, 'accountId' | 'role' | 'customsCode' | 'member' | 'agency'>>(
    `select account_id as "accountId", role, customs_code as "customsCode", member, agency from access.account
     where state = 'active' and (customs_code = any($1::text[]) or role not in ('enterprise', 'consumer'))`,
    [customsCodes],
  );
  return rows.map(({ accountId, role, customsCode, member, agency }) => ({
    ...{ accountId, customsCode: customsCode ?? undefined },
    standing: { accountId, role, member: member ?? undefined, agency: agency ?? undefined },
  }));
}

/** States of accounts by their ids; one that is not there has none. */
export async function accountStates(
  client: Queryable,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AccountState>> {
  const rows = await client.query<{ accountId: string; state: AccountState }>(
    'select account_id as "accountId", state from access.account where account_id = any($1::uuid[])',
    [ids],
  );
  return new Map(rows.map(({ accountId, state }) => [accountId, state]));
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
