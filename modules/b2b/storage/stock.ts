import { type Decimal, formatDecimal, parseDecimal } from '#kernel';
import { type Client, type Queryable, statement } from '#postgres';
import { type Kind, type Place, type StockStand, type StockWish, toldKey } from '../domain/stock.ts';

/** A movement as it is written. */
export interface StockTelling extends StockWish {
  readonly day: string;
  readonly proof?: string | undefined;
  /** What the sale brought, decimal text, in `currency`. */
  readonly amount?: string | undefined;
  readonly currency?: string | undefined;
}

/** A movement as it was written, for people. */
export interface StockMovementRow {
  readonly movementNo: string;
  readonly at: Date;
  readonly day: string;
  readonly line: number;
  readonly kind: Kind;
  readonly quantity: string;
  readonly reference: string;
  readonly proof: string | null;
  readonly amount: string | null;
  readonly currency: string | null;
}

/** How a batch stands; the batch itself must be locked. @param wishes whose papers are looked up */
export async function standOf(
  client: Client,
  enterprise: string,
  batchNo: string,
  wishes: readonly StockWish[],
): Promise<StockStand> {
  const lines = new Map<number, Map<Place, Decimal>>();
  const rows = await client.query<{ line: number; place: Place | null; quantity: string | null }>(
    `select l.line, s.place, s.quantity::text as quantity from b2b.batch_line l
     left join b2b.stock s using (enterprise, batch_no, line) where l.enterprise = $1 and l.batch_no = $2`,
    [enterprise, batchNo],
  );
  for (const { line, place, quantity } of rows) {
    const places = lines.get(line) ?? new Map<Place, Decimal>();
    if (place !== null && quantity !== null) places.set(place, parseDecimal(quantity));
    lines.set(line, places);
  }
  const told = await client.query<{ line: number; kind: Kind; reference: string; quantity: string }>(
    `select line, kind, reference, quantity::text as quantity from b2b.stock_movement
     where enterprise = $1 and batch_no = $2 and reference = any($3)`,
    [enterprise, batchNo, wishes.map(({ reference }) => reference)],
  );
  return { lines, told: new Map(told.map((one) => [toldKey(one), parseDecimal(one.quantity)])) };
}

const addMovements = statement(`
insert into b2b.stock_movement (enterprise, batch_no, line, at, day, kind, quantity, reference, proof, amount, currency, by_whom)
select $1, $2, line, $3, day, kind, quantity, reference, proof, amount, currency, $4
from unnest($5::int[], $6::date[], $7::text[], $8::numeric[], $9::text[], $10::text[], $11::numeric[], $12::text[])
  as m(line, day, kind, quantity, reference, proof, amount, currency)`);

const setStock = statement(`
insert into b2b.stock (enterprise, batch_no, line, place, quantity)
select $1, $2, line, place, quantity from unnest($3::int[], $4::text[], $5::numeric[]) as s(line, place, quantity)
on conflict (enterprise, batch_no, line, place) do update set quantity = excluded.quantity`);

/** Writes movements and what lies where after them. */
export async function writeStock(
  client: Client,
  { enterprise, batchNo, at, by }: { enterprise: string; batchNo: string; at: Date; by: string },
  posted: readonly StockTelling[],
  lines: StockStand['lines'],
): Promise<void> {
  if (posted.length === 0) return;
  await client.run(addMovements, [
    ...[enterprise, batchNo, at, by],
    posted.map(({ line }) => line),
    posted.map(({ day }) => day),
    posted.map(({ kind }) => kind),
    posted.map(({ quantity }) => formatDecimal(quantity)),
    posted.map(({ reference }) => reference),
    posted.map(({ proof }) => proof ?? null),
    posted.map(({ amount }) => amount ?? null),
    posted.map(({ currency }) => currency ?? null),
  ]);
  const moved = new Set(posted.map(({ line }) => line));
  const places = [...lines].flatMap(([line, there]) =>
    moved.has(line) ? [...there].map(([place, quantity]) => ({ line, place, quantity })) : [],
  );
  await client.run(setStock, [
    ...[enterprise, batchNo],
    places.map(({ line }) => line),
    places.map(({ place }) => place),
    places.map(({ quantity }) => formatDecimal(quantity)),
  ]);
}

/** Movements of a batch, the latest first, before one. */
export async function stockMovements(
  client: Queryable,
  wish: {
    readonly enterprise: string;
    readonly batchNo: string;
    readonly before: string | undefined;
    readonly limit: number;
  },
): Promise<StockMovementRow[]> {
  return client.query<StockMovementRow>(
    `select movement_no::text as "movementNo", at, day::text as day, line, kind, trim_scale(quantity)::text as quantity,
       reference, proof, trim_scale(amount)::text as amount, currency
     from b2b.stock_movement where enterprise = $1 and batch_no = $2 and ($3::bigint is null or movement_no < $3)
     order by movement_no desc limit $4`,
    [wish.enterprise, wish.batchNo, wish.before ?? null, wish.limit],
  );
}
