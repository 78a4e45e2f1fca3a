import { type Decimal, formatDecimal, parseDecimal } from '#kernel';
import { type Client, CopyText, type Queryable, statement } from '#postgres';
import { type MovementWish, movedBy, type Place, wayOf } from '../domain/movement.ts';
import {
  type Balances,
  causeKey,
  type ItemStanding,
  itemKey,
  type Posted,
  placeKey,
  post,
} from '../domain/post.ts';

interface ItemRow {
  readonly bookNo: string;
  readonly itemNo: number;
  readonly openedOn: string;
  readonly validTo: string;
}

const standingOf = statement(`
select i.book_no as "bookNo", i.item_no as "itemNo", b.opened_on::text as "openedOn", b.valid_to::text as "validTo"
from (select distinct * from unnest($1::text[], $2::int[]) as w(book_no, item_no)) as w
join bonded.item i using (book_no, item_no) join bonded.book b using (book_no)`);

// Rows are locked in the order of their keys, so that two batches never wait for each other in a ring.
const lockBalances = statement(`
select book_no as "bookNo", item_no as "itemNo", place, quantity::text as quantity from bonded.balance
where (book_no, item_no) in (select * from unnest($1::text[], $2::int[]))
order by book_no, item_no, place for update`);

const openBalances = statement(`
insert into bonded.balance (book_no, item_no, place, quantity)
select i.book_no, i.item_no, p.place, 0
from bonded.item i join (select distinct * from unnest($1::text[], $2::int[]) as w(book_no, item_no)) as w
  using (book_no, item_no) cross join (values ('display'), ('pending'), ('stock')) as p(place)
order by 1, 2, 3 on conflict do nothing`);

const moveBalances = statement(`
update bonded.balance b set quantity = m.quantity
from unnest($1::text[], $2::int[], $3::text[], $4::numeric[]) as m(book_no, item_no, place, quantity)
where b.book_no = m.book_no and b.item_no = m.item_no and b.place = m.place`);

const writtenBefore = statement(`
select m.book_no as "bookNo", m.item_no as "itemNo", m.cause, m.reference, m.line,
  (case when m.kind = 'ADJUST' and m.from_place is not null then -m.quantity else m.quantity end)::text as quantity
from unnest($1::text[], $2::int[], $3::text[], $4::text[], $5::int[]) as w(book_no, item_no, cause, reference, line)
join bonded.movement m using (book_no, item_no, cause, reference, line)`);

const COLUMNS = [
  ...['book_no', 'item_no', 'at', 'day', 'kind', 'from_place', 'to_place', 'quantity'],
  ...['cause', 'reference', 'line', 'by_whom', 'note', 'expires_on', 'stock_after'],
];

const keysOf = (wishes: readonly MovementWish[]) =>
  [wishes.map(({ bookNo }) => bookNo), wishes.map(({ itemNo }) => itemNo)] as const;

async function whatWasWritten(
  client: Queryable,
  wishes: readonly MovementWish[],
): Promise<Map<string, Decimal>> {
  type Row = Pick<MovementWish, 'bookNo' | 'itemNo' | 'cause' | 'reference' | 'line'> & { quantity: string };
  const rows = await client.query<Row>(writtenBefore, [
    ...keysOf(wishes),
    wishes.map(({ cause }) => cause),
    wishes.map(({ reference }) => reference),
    wishes.map(({ line }) => line),
  ]);
  return new Map(rows.map((row) => [causeKey(row), parseDecimal(row.quantity)]));
}

async function lock(client: Client, wishes: readonly MovementWish[]): Promise<Balances> {
  interface Row {
    readonly bookNo: string;
    readonly itemNo: number;
    readonly place: Place;
    readonly quantity: string;
  }
  const keys = keysOf(wishes);
  await client.run(openBalances, keys);
  const rows = await client.query<Row>(lockBalances, keys);
  return new Map(
    rows.map(({ bookNo, itemNo, place, quantity }) => [
      placeKey(bookNo, itemNo, place),
      parseDecimal(quantity),
    ]),
  );
}

function rowsOf(posted: readonly Posted[], at: Date): CopyText {
  const rows = new CopyText();
  for (const one of posted) {
    if (one.outcome !== 'posted') continue;
    const { wish } = one;
    const { kind, from, to } = wayOf(wish);
    rows.row([
      ...[
        wish.bookNo,
        wish.itemNo,
        at,
        wish.day,
        kind,
        from ?? null,
        to ?? null,
        formatDecimal(movedBy(wish)),
      ],
      ...[wish.cause, wish.reference, wish.line, wish.by, wish.note ?? '', wish.expiresOn ?? null],
      formatDecimal(one.stock),
    ]);
  }
  return rows;
}

async function moveTo(client: Client, wishes: readonly MovementWish[], balances: Balances): Promise<void> {
  const items = new Map(wishes.map((wish) => [itemKey(wish.bookNo, wish.itemNo), wish]));
  const moved = [...items.values()].flatMap(({ bookNo, itemNo }) =>
    (['display', 'pending', 'stock'] as const).flatMap((place) => {
      const quantity = balances.get(placeKey(bookNo, itemNo, place));
      return quantity === undefined ? [] : [{ bookNo, itemNo, place, quantity: formatDecimal(quantity) }];
    }),
  );
  await client.run(moveBalances, [
    moved.map(({ bookNo }) => bookNo),
    moved.map(({ itemNo }) => itemNo),
    moved.map(({ place }) => place),
    moved.map(({ quantity }) => quantity),
  ]);
}

/**
 * Posts a batch of movements in the transaction it is given: locks what lies where, works the wishes in their order, and
 * writes movements and sums together. What is refused is refused alone. A handful of statements, however many wishes.
 */
export async function postMovements(
  client: Client,
  wishes: readonly MovementWish[],
  at: Date,
): Promise<Posted[]> {
  const items = await client.query<ItemRow>(standingOf, keysOf(wishes));
  const standing = new Map<string, ItemStanding>(items.map((row) => [itemKey(row.bookNo, row.itemNo), row]));
  const balances = await lock(client, wishes);
  // Looked up after the locks: what another transaction wrote for the same cause is seen now.
  const posted = post(wishes, balances, await whatWasWritten(client, wishes), standing);
  const done = posted.filter(({ outcome }) => outcome === 'posted');
  if (done.length > 0) {
    await client.copy('bonded.movement', COLUMNS, rowsOf(posted, at));
    await moveTo(
      client,
      done.map(({ wish }) => wish),
      balances,
    );
  }
  return posted;
}
