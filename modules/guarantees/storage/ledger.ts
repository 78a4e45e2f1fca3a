import { type Decimal, formatDecimal, parseDecimal, ZERO } from '#kernel';
import { type Client, CopyText, type Queryable, statement } from '#postgres';
import { type Cause, freeOf, kindOf, type MovementWish, type Standing } from '../domain/movement.ts';
import { causeKey, type Posted, post } from '../domain/post.ts';

// Rows are locked in the order of their keys, so that two batches never wait for each other in a ring.
const lock = statement(`
select guarantor, cover::text as cover, available::text as available, reserved::text as reserved,
  beyond::text as beyond, lapsing::text as lapsing
from guarantees.account where guarantor = any($1) order by guarantor for update`);

const move = statement(`
update guarantees.account a set cover = m.cover, available = m.available, reserved = m.reserved, beyond = m.beyond,
  lapsing = m.lapsing,
  warned_at = case when m.available >= a.warn_below then null else a.warned_at end
from unnest($1::text[], $2::numeric[], $3::numeric[], $4::numeric[], $5::numeric[], $6::numeric[])
  as m(guarantor, cover, available, reserved, beyond, lapsing)
where a.guarantor = m.guarantor`);

const writtenBefore = statement(`
select m.guarantor, m.cause, m.reference,
  greatest(abs(m.reserved_by), abs(m.outside_by))::text as amount
from unnest($1::text[], $2::text[], $3::text[]) as w(guarantor, cause, reference)
join guarantees.movement m using (guarantor, cause, reference)`);

const COLUMNS = [
  ...['guarantor', 'at', 'day', 'kind', 'cause', 'reference', 'available_by', 'reserved_by', 'outside_by'],
  ...['beyond_by', 'available_after', 'reserved_after', 'by_whom'],
];

type StandingRow = { readonly guarantor: string } & Record<keyof Standing, string>;

/** Locks accounts for the caller's transaction. @returns how each stands that there is */
export async function lockAccounts(
  client: Client,
  guarantors: readonly string[],
): Promise<Map<string, Standing>> {
  const rows = await client.query<StandingRow>(lock, [[...new Set(guarantors)]]);
  return new Map(
    rows.map(({ guarantor, cover, available, reserved, beyond, lapsing }) => [
      guarantor,
      {
        cover: parseDecimal(cover),
        available: parseDecimal(available),
        reserved: parseDecimal(reserved),
        beyond: parseDecimal(beyond),
        lapsing: parseDecimal(lapsing),
      },
    ]),
  );
}

/** What may still be reserved of an account, as it stands at this moment; nothing where there is none. */
export async function freeCover(client: Queryable, guarantor: string): Promise<Decimal> {
  const [row] = await client.query<{ available: string; lapsing: string }>(
    'select available::text as available, lapsing::text as lapsing from guarantees.account where guarantor = $1',
    [guarantor],
  );
  if (!row) return ZERO;
  return freeOf({ available: parseDecimal(row.available), lapsing: parseDecimal(row.lapsing) });
}

async function whatWasWritten(client: Client, wishes: readonly MovementWish[]) {
  type Row = { guarantor: string; cause: Cause; reference: string; amount: string };
  const rows = await client.query<Row>(writtenBefore, [
    wishes.map(({ guarantor }) => guarantor),
    wishes.map(({ cause }) => cause),
    wishes.map(({ reference }) => reference),
  ]);
  return new Map<string, Decimal>(
    rows.map((row) => [causeKey(row as unknown as MovementWish), parseDecimal(row.amount)]),
  );
}

function rowsOf(posted: readonly Posted[], at: Date): CopyText {
  const rows = new CopyText();
  for (const one of posted) {
    if (one.outcome !== 'posted') continue;
    const { wish, legs, after } = one;
    rows.row([
      ...[wish.guarantor, at, wish.day, kindOf[wish.cause], wish.cause, wish.reference],
      ...[legs.available, legs.reserved, legs.outside, legs.beyond].map((leg) => formatDecimal(leg)),
      ...[formatDecimal(after.available), formatDecimal(after.reserved), wish.by],
    ]);
  }
  return rows;
}

async function moveTo(client: Client, accounts: ReadonlyMap<string, Standing>): Promise<void> {
  const moved = [...accounts.values()];
  const of = (name: keyof Standing) => moved.map((one) => formatDecimal(one[name]));
  await client.run(move, [
    [...accounts.keys()],
    ...[of('cover'), of('available'), of('reserved'), of('beyond'), of('lapsing')],
  ]);
}

/**
 * Posts a batch of movements in the transaction it is given: locks the accounts, works the wishes in their order, and
 * writes movements and sums together. What is refused is refused alone. Four statements, however many wishes.
 */
export async function postMovements(
  client: Client,
  wishes: readonly MovementWish[],
  at: Date,
): Promise<Posted[]> {
  if (wishes.length === 0) return [];
  const accounts = await lockAccounts(
    client,
    wishes.map(({ guarantor }) => guarantor),
  );
  // Looked up after the locks: what another transaction wrote for the same cause is seen now.
  const posted = post(wishes, accounts, await whatWasWritten(client, wishes));
  if (posted.some(({ outcome }) => outcome === 'posted')) {
    await client.copy('guarantees.movement', COLUMNS, rowsOf(posted, at));
    await moveTo(client, accounts);
  }
  return posted;
}
