import { type Decimal, formatDecimal, parseDecimal } from '#kernel';
import type { Client, Queryable } from '#postgres';
import type { Amount, ShownGoods } from '../domain/on-display.ts';
import type { PageWish } from './shops.ts';

/** Goods of a book that went, or are to go, to one shop together. */
export interface Consignment {
  readonly displayNo: string;
  readonly shopId: string;
  readonly owner: string;
  readonly bookNo: string;
  readonly customsCode: string;
  /** The checklist on which they go out. */
  readonly checklistNo: string;
  readonly state: 'made' | 'out' | 'closed' | 'cancelled';
  readonly madeBy: string;
  readonly madeAt: Date;
  /** The day they left, and the last they may be there. */
  readonly outOn: string | null;
  readonly dueOn: string | null;
  readonly prolonged: boolean;
  readonly settledAt: Date | null;
}

/** One item with its name and worth. */
export interface GoodsRow extends ShownGoods {
  readonly gname: string;
  readonly unit: string;
  readonly value: Decimal;
}

const COLUMNS = `display_no as "displayNo", shop_id::text as "shopId", owner, book_no as "bookNo", customs_code as "customsCode",
  checklist_no as "checklistNo", state, made_by as "madeBy", made_at as "madeAt", out_on::text as "outOn",
  due_on::text as "dueOn", prolonged_by is not null as prolonged, settled_at as "settledAt"`;

export async function addConsignment(
  client: Client,
  one: Consignment,
  goods: readonly Pick<GoodsRow, 'itemNo' | 'gname' | 'unit' | 'quantity' | 'value' | 'cover'>[],
): Promise<void> {
  await client.run(
    `insert into display.consignment (display_no, shop_id, owner, book_no, customs_code, checklist_no, state, made_by, made_at)
     values ($1, $2, $3, $4, $5, $6, 'made', $7, $8)`,
    [
      ...[one.displayNo, one.shopId, one.owner, one.bookNo, one.customsCode, one.checklistNo],
      ...[one.madeBy, one.madeAt],
    ],
  );
  await client.run(
    `insert into display.goods (display_no, item_no, gname, unit, quantity, value, cover)
     select $1, * from unnest($2::int[], $3::text[], $4::text[], $5::numeric[], $6::numeric[], $7::numeric[])`,
    [
      ...[one.displayNo, goods.map(({ itemNo }) => itemNo), goods.map(({ gname }) => gname)],
      ...[goods.map(({ unit }) => unit), goods.map(({ quantity }) => formatDecimal(quantity))],
      ...[goods.map(({ value }) => formatDecimal(value)), goods.map(({ cover }) => formatDecimal(cover))],
    ],
  );
}

/** A consignment; undefined where there is none, or none of the owner that is named. */
export async function consignmentOf(
  client: Queryable,
  displayNo: string,
  owner: string | undefined,
  lock = false,
): Promise<Consignment | undefined> {
  const [row] = await client.query<Consignment>(
    `select ${COLUMNS} from display.consignment where display_no = $1 and ($2::text is null or owner = $2)
     ${lock ? 'for update' : ''}`,
    [displayNo, owner ?? null],
  );
  return row;
}

/** Those of these numbers, or that go out on these checklists, locked in the order of their numbers. */
export async function lockConsignments(
  client: Client,
  wish: { readonly displayNos: readonly string[]; readonly checklistNos: readonly string[] },
): Promise<Consignment[]> {
  return client.query<Consignment>(
    `select ${COLUMNS} from display.consignment where display_no = any($1) or checklist_no = any($2)
     order by display_no for update`,
    [wish.displayNos, wish.checklistNos],
  );
}

/** What is on it, as it stands. */
export async function goodsOf(
  client: Queryable,
  displayNos: readonly string[],
): Promise<Map<string, GoodsRow[]>> {
  type Row = { displayNo: string; itemNo: number } & Record<Exclude<keyof GoodsRow, 'itemNo'>, string>;
  const rows = await client.query<Row>(
    `select display_no as "displayNo", item_no as "itemNo", gname, unit, quantity::text as quantity, value::text as value,
       cover::text as cover, on_way::text as "returning", back::text as back, sold::text as sold, lost::text as lost
     from display.goods where display_no = any($1) order by display_no, item_no`,
    [displayNos],
  );
  const read = ({ displayNo: _of, itemNo, gname, unit, ...figures }: Row): GoodsRow => ({
    ...{ itemNo, gname, unit, quantity: parseDecimal(figures.quantity), value: parseDecimal(figures.value) },
    ...{ cover: parseDecimal(figures.cover), returning: parseDecimal(figures.returning) },
    ...{
      back: parseDecimal(figures.back),
      sold: parseDecimal(figures.sold),
      lost: parseDecimal(figures.lost),
    },
  });
  return new Map(
    [...Map.groupBy(rows, ({ displayNo }) => displayNo)].map(([displayNo, some]) => [
      displayNo,
      some.map(read),
    ]),
  );
}

/** What becomes of goods on display: one column less, another more. */
const STEPS = {
  leaving: 'on_way = on_way + a.quantity',
  staying: 'on_way = on_way - a.quantity',
  back: 'on_way = on_way - a.quantity, back = back + a.quantity',
  sold: 'sold = sold + a.quantity',
  lost: 'lost = lost + a.quantity',
} as const;

/** Writes what becomes of goods on display. Throws where the database finds that it is more than went out. */
export async function stepGoods(
  client: Client,
  displayNo: string,
  step: keyof typeof STEPS,
  amounts: readonly Amount[],
): Promise<void> {
  await client.run(
    `update display.goods g set ${STEPS[step]} from unnest($2::int[], $3::numeric[]) as a(item_no, quantity)
     where g.display_no = $1 and g.item_no = a.item_no`,
    [displayNo, amounts.map(({ itemNo }) => itemNo), amounts.map(({ quantity }) => formatDecimal(quantity))],
  );
}

/** The gate has let it out: from that day its time runs. */
export async function goneOut(
  client: Client,
  displayNo: string,
  days: { readonly outOn: string; readonly dueOn: string },
): Promise<void> {
  await client.run(
    `update display.consignment set state = 'out', out_on = $2, due_on = $3 where display_no = $1`,
    [displayNo, days.outOn, days.dueOn],
  );
}

export async function endConsignment(
  client: Client,
  displayNo: string,
  state: 'closed' | 'cancelled',
  at: Date,
): Promise<void> {
  await client.run('update display.consignment set state = $2, settled_at = $3 where display_no = $1', [
    ...[displayNo, state, at],
  ]);
}

/** Gives it more time; it is told anew when that is over too. */
export async function prolongTo(client: Client, displayNo: string, dueOn: string, by: string): Promise<void> {
  await client.run(
    'update display.consignment set due_on = $2, prolonged_by = $3, told_at = null where display_no = $1',
    [displayNo, dueOn, by],
  );
}

/** CNY of what a shop has, or is to get; and whether any of it is overdue on a day. */
export async function shopStanding(
  client: Queryable,
  shopId: string,
  day: string,
): Promise<{ readonly value: string; readonly overdue: boolean; readonly there: boolean }> {
  const [row] = await client.query<{ value: string; overdue: boolean; there: boolean }>(
    `select coalesce(sum(g.value * (g.quantity - g.back - g.sold - g.lost) / g.quantity), 0)::numeric(19, 2)::text as value,
       coalesce(bool_or(c.due_on < $2::date), false) as overdue, count(*) > 0 as there
     from display.consignment c join display.goods g using (display_no)
     where c.shop_id = $1 and c.state in ('made', 'out')`,
    [shopId, day],
  );
  return row ?? { value: '0', overdue: false, there: false };
}

/** Consignments whose time is over and of which that has not been told; they are told of now. */
export async function newlyOverdue(client: Client, day: string, at: Date): Promise<Consignment[]> {
  return client.query<Consignment>(
    `update display.consignment set told_at = $2 where state = 'out' and due_on < $1::date and told_at is null
     returning ${COLUMNS}`,
    [day, at],
  );
}

/** Consignments of an owner or of the zone, the latest first. */
export async function consignmentsPage(
  client: Queryable,
  wish: PageWish & { readonly state: string | undefined; readonly overdueOn: string | undefined },
): Promise<Consignment[]> {
  return client.query<Consignment>(
    `select ${COLUMNS} from display.consignment
     where ($1::text is null or owner = $1) and ($2::text is null or state = $2)
       and ($3::date is null or (state = 'out' and due_on < $3::date))
       and ($4::timestamptz is null or (made_at, display_no) < ($4, $5))
     order by made_at desc, display_no desc limit $6`,
    [
      ...[wish.owner ?? null, wish.state ?? null, wish.overdueOn ?? null],
      ...[wish.before?.at ?? null, wish.before?.id ?? null, wish.limit],
    ],
  );
}
