import { type Client, type Queryable, statement } from '#postgres';

/** A guarantee account as it stands; decimal texts, CNY. */
export interface Account {
  readonly guarantor: string;
  readonly cover: string;
  readonly available: string;
  readonly reserved: string;
  readonly beyond: string;
  readonly lapsing: string;
  readonly warnBelow: string;
  readonly openedAt: Date;
}

const COLUMNS = `guarantor, trim_scale(cover)::text as cover, trim_scale(available)::text as available,
  trim_scale(reserved)::text as reserved, trim_scale(beyond)::text as beyond, trim_scale(lapsing)::text as lapsing,
  trim_scale(warn_below)::text as "warnBelow", opened_at as "openedAt"`;

/** Opens accounts where there are none. */
export async function openAccounts(
  client: Queryable,
  guarantors: readonly string[],
  warnBelow: string,
  at: Date,
): Promise<void> {
  await client.run(
    `insert into guarantees.account (guarantor, warn_below, opened_at)
     select g, $2, $3 from unnest($1::text[]) as g order by g on conflict do nothing`,
    [guarantors, warnBelow, at],
  );
}

/** Accounts by their guarantor, after one; of one where it is named. */
export async function accountsPage(
  client: Queryable,
  wish: { readonly guarantor: string | undefined; readonly after: string; readonly limit: number },
): Promise<Account[]> {
  return client.query<Account>(
    `select ${COLUMNS} from guarantees.account
     where guarantor > $1 and ($2::text is null or guarantor = $2) order by guarantor limit $3`,
    [wish.after, wish.guarantor ?? null, wish.limit],
  );
}

export async function accountOf(client: Queryable, guarantor: string): Promise<Account | undefined> {
  const [row] = await client.query<Account>(
    `select ${COLUMNS} from guarantees.account where guarantor = $1`,
    [guarantor],
  );
  return row;
}

/** Sets below what the enterprise is warned. */
export async function setWarning(client: Queryable, guarantor: string, warnBelow: string): Promise<void> {
  await client.run('update guarantees.account set warn_below = $2, warned_at = null where guarantor = $1', [
    guarantor,
    warnBelow,
  ]);
}

/** What was free and reserved in the evening before a day. */
export async function balanceBefore(
  client: Queryable,
  guarantor: string,
  day: string,
): Promise<{ available: string; reserved: string }> {
  const [row] = await client.query<{ available: string; reserved: string }>(
    `select trim_scale(available_after)::text as available, trim_scale(reserved_after)::text as reserved
     from guarantees.movement where guarantor = $1 and day < $2::date order by day desc, movement_no desc limit 1`,
    [guarantor, day],
  );
  return row ?? { available: '0', reserved: '0' };
}

const low = statement(`
update guarantees.account set warned_at = $1 where warned_at is null and available < warn_below
returning guarantor, trim_scale(available)::text as available, trim_scale(warn_below)::text as "warnBelow"`);

/** Accounts that have just fallen below what they are warned of; each is named once until there is enough again. */
export async function newlyLow(
  client: Client,
  at: Date,
): Promise<Pick<Account, 'guarantor' | 'available' | 'warnBelow'>[]> {
  return client.query(low, [at]);
}

/** A movement as it was written; decimal texts, CNY. */
export interface MovementRow {
  readonly movementNo: string;
  readonly at: Date;
  readonly day: string;
  readonly kind: string;
  readonly cause: string;
  readonly reference: string;
  readonly availableBy: string;
  readonly reservedBy: string;
  readonly outsideBy: string;
  readonly beyondBy: string;
  readonly availableAfter: string;
  readonly reservedAfter: string;
}

const MOVEMENT = `movement_no::text as "movementNo", at, day::text as day, kind, cause, reference,
  trim_scale(available_by)::text as "availableBy", trim_scale(reserved_by)::text as "reservedBy",
  trim_scale(outside_by)::text as "outsideBy", trim_scale(beyond_by)::text as "beyondBy",
  trim_scale(available_after)::text as "availableAfter", trim_scale(reserved_after)::text as "reservedAfter"`;

/** Movements of an account, the latest first, before one. */
export async function movementsPage(
  client: Queryable,
  wish: { readonly guarantor: string; readonly before: string | undefined; readonly limit: number },
): Promise<MovementRow[]> {
  return client.query<MovementRow>(
    `select ${MOVEMENT} from guarantees.movement
     where guarantor = $1 and ($2::bigint is null or movement_no < $2) order by movement_no desc limit $3`,
    [wish.guarantor, wish.before ?? null, wish.limit],
  );
}

/** A day of an account: what was free and reserved in the evening. */
export interface AccountDay {
  readonly day: string;
  readonly available: string;
  readonly reserved: string;
}

/** The days on which something moved, since a day. */
export async function accountDays(
  client: Queryable,
  guarantor: string,
  since: string,
): Promise<AccountDay[]> {
  return client.query<AccountDay>(
    `select distinct on (day) day::text as day, trim_scale(available_after)::text as available,
       trim_scale(reserved_after)::text as reserved
     from guarantees.movement where guarantor = $1 and day >= $2::date order by day, movement_no desc`,
    [guarantor, since],
  );
}

/** Sums of a month by cause, with what there was before it. */
export interface MonthSums {
  readonly cause: string;
  readonly movements: number;
  readonly available: string;
  readonly reserved: string;
  readonly outside: string;
  readonly beyond: string;
}

/** What moved an account from a day on, before another, by cause. */
export async function sumsBetween(
  client: Queryable,
  guarantor: string,
  from: string,
  before: string,
): Promise<MonthSums[]> {
  return client.query<MonthSums>(
    `select cause, count(*)::int as movements, trim_scale(sum(available_by))::text as available,
       trim_scale(sum(reserved_by))::text as reserved, trim_scale(sum(outside_by))::text as outside,
       trim_scale(sum(beyond_by))::text as beyond
     from guarantees.movement where guarantor = $1 and day >= $2::date and day < $3::date group by cause order by cause`,
    [guarantor, from, before],
  );
}

/** An account that is not the sum of its movements. */
export interface Difference {
  readonly guarantor: string;
  readonly available: string;
  readonly availableMoved: string;
  readonly reserved: string;
  readonly reservedMoved: string;
}

/** Accounts that are not what their movements come to: none, unless something is broken. */
export async function differences(client: Queryable): Promise<Difference[]> {
  return client.query<Difference>(
    `select guarantor, trim_scale(a.available)::text as available, trim_scale(a.reserved)::text as reserved,
       trim_scale(coalesce(m.available, 0))::text as "availableMoved", trim_scale(coalesce(m.reserved, 0))::text as "reservedMoved"
     from guarantees.account a left join (
       select guarantor, sum(available_by) as available, sum(reserved_by) as reserved, -sum(outside_by) as cover,
         -sum(beyond_by) as beyond from guarantees.movement group by guarantor
     ) as m using (guarantor)
     where a.available <> coalesce(m.available, 0) or a.reserved <> coalesce(m.reserved, 0)
       or a.cover <> coalesce(m.cover, 0) or a.beyond <> coalesce(m.beyond, 0) order by guarantor`,
  );
}

/** What stands for bills of each account that has any, CNY: what is reserved, less what stands for goods on display. */
export async function reservedForBills(client: Queryable): Promise<ReadonlyMap<string, string>> {
  const rows = await client.query<{ guarantor: string; reserved: string }>(
    `select guarantor, trim_scale(reserved - shown)::text as reserved
     from (select guarantor, reserved, coalesce((select sum(reserved_by) from guarantees.movement m
       where m.guarantor = a.guarantor and m.cause in ('display', 'display-freed', 'display-lost')), 0) as shown
       from guarantees.account a where reserved > 0) as r
     where reserved > shown`,
  );
  return new Map(rows.map(({ guarantor, reserved }) => [guarantor, reserved]));
}
