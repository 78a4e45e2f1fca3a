import type { Client, Queryable } from '#postgres';
import { placeOf } from '#vault';
import { unpacked } from './evidence.ts';

const placeOfHead = (ebpCode: string, payTransactionId: string): string =>
  placeOf('payment_data.payment', ebpCode, payTransactionId);
const placeOfOrder = (ebpCode: string, orderNo: string, payTransactionId: string): string =>
  placeOf('payment_data.paid_order', ebpCode, orderNo, payTransactionId);

/** A payment's head; it is sealed when it is kept. */
export interface PaymentRow {
  readonly payTransactionId: string;
  readonly tradingTime: string;
  readonly digest: Buffer;
  readonly head: Buffer;
  /** Day its time to be kept begins: the later of the deal's and ours. */
  readonly keepFrom: string;
}

/** An order of a payment; it is sealed when it is kept. */
export interface OrderRow {
  readonly orderNo: string;
  readonly payTransactionId: string;
  readonly digest: Buffer;
  readonly content: Buffer;
  readonly keepFrom: string;
}

/** What all rows of one hand-in have in common. */
export interface HandIn {
  readonly ebpCode: string;
  readonly recordedAt: Date;
  readonly handedInBy: string;
  readonly keepMonths: number;
}

/** Names an order of a payment in `digestsOnFile`. */
export const orderName = (payTransactionId: string, orderNo: string): string =>
  `${payTransactionId}\u0000${orderNo}`;

/** Digests of what is on file of these payments: of their heads by number, and of these orders of theirs. */
export async function digestsOnFile(
  client: Client,
  ebpCode: string,
  payTransactionIds: readonly string[],
  orderNos: readonly string[],
): Promise<{ readonly heads: Map<string, Buffer>; readonly orders: Map<string, Buffer> }> {
  const heads = await client.query<{ id: string; digest: Buffer }>(
    `select pay_transaction_id as id, digest from payment_data.payment
     where ebp_code = $1 and pay_transaction_id = any($2::text[])`,
    [ebpCode, payTransactionIds],
  );
  const orders = await client.query<{ id: string; orderNo: string; digest: Buffer }>(
    `select pay_transaction_id as id, order_no as "orderNo", digest from payment_data.paid_order
     where ebp_code = $1 and pay_transaction_id = any($2::text[]) and order_no = any($3::text[])`,
    [ebpCode, payTransactionIds, orderNos],
  );
  return {
    heads: new Map(heads.map(({ id, digest }) => [id, digest])),
    orders: new Map(orders.map(({ id, orderNo, digest }) => [orderName(id, orderNo), digest])),
  };
}

/** Adds payments; throws a unique violation when another hand-in has added one of them meanwhile: then look again. */
export async function addPayments(
  client: Client,
  handIn: HandIn,
  rows: readonly PaymentRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await client.run(
    `insert into payment_data.payment
       (ebp_code, pay_transaction_id, recorded_at, handed_in_by, trading_time, digest, head, keep_until)
     select $1, id, $2, $3, trading_time, digest, head, keep_from + make_interval(months => $4::integer)
     from unnest($5::text[], $6::text[], $7::bytea[], $8::bytea[], $9::date[])
       as p(id, trading_time, digest, head, keep_from)`,
    [
      ...[handIn.ebpCode, handIn.recordedAt, handIn.handedInBy, handIn.keepMonths],
      rows.map(({ payTransactionId }) => payTransactionId),
      rows.map(({ tradingTime }) => tradingTime),
      rows.map(({ digest }) => digest),
      rows.map(({ payTransactionId, head }) =>
        client.vault.seal(placeOfHead(handIn.ebpCode, payTransactionId), head),
      ),
      rows.map(({ keepFrom }) => keepFrom),
    ],
  );
}

/** Adds orders of payments in their order, and like `addPayments`. */
export async function addOrders(client: Client, handIn: HandIn, rows: readonly OrderRow[]): Promise<void> {
  if (rows.length === 0) return;
  await client.run(
    `insert into payment_data.paid_order
       (ebp_code, order_no, pay_transaction_id, recorded_at, digest, content, keep_until)
     select $1, order_no, id, $2, digest, content, keep_from + make_interval(months => $3::integer)
     from unnest($4::text[], $5::text[], $6::bytea[], $7::bytea[], $8::date[])
       with ordinality as o(order_no, id, digest, content, keep_from, place)
     order by place`,
    [
      ...[handIn.ebpCode, handIn.recordedAt, handIn.keepMonths],
      rows.map(({ orderNo }) => orderNo),
      rows.map(({ payTransactionId }) => payTransactionId),
      rows.map(({ digest }) => digest),
      rows.map(({ orderNo, payTransactionId, content }) =>
        client.vault.seal(placeOfOrder(handIn.ebpCode, orderNo, payTransactionId), content),
      ),
      rows.map(({ keepFrom }) => keepFrom),
    ],
  );
}

/** Which of these platforms have a payment for an order number; two may have given the same number. */
export async function platformsWithOrder(
  client: Queryable,
  orderNo: string,
  platforms: readonly string[],
): Promise<string[]> {
  const rows = await client.query<{ ebpCode: string }>(
    `select distinct ebp_code as "ebpCode" from payment_data.paid_order
     where order_no = $1 and ebp_code = any($2::text[]) limit 2`,
    [orderNo, platforms],
  );
  return rows.map(({ ebpCode }) => ebpCode);
}

/** A payment as it was handed in: texts of JSON. */
export interface KeptPayment {
  readonly ebpCode: string;
  readonly payTransactionId: string;
  readonly recordedAt: Date;
  readonly head: string;
  /** In the order they were handed in. */
  readonly orders: readonly string[];
}

/** The payment that paid for an order; of several the latest, as the earlier ones will have failed or been given back. */
export async function paymentOfOrder(
  client: Queryable,
  ebpCode: string,
  orderNo: string,
): Promise<KeptPayment | undefined> {
  const rows = await client.query<{ payTransactionId: string }>(
    `select p.pay_transaction_id as "payTransactionId"
     from payment_data.paid_order o
     join payment_data.payment p on p.ebp_code = o.ebp_code and p.pay_transaction_id = o.pay_transaction_id
     where o.ebp_code = $1 and o.order_no = $2
     order by p.trading_time desc, p.recorded_at desc, p.pay_transaction_id desc limit 1`,
    [ebpCode, orderNo],
  );
  const [row] = rows;
  return row && keptPayment(client, ebpCode, row.payTransactionId);
}

/** What tells a payment. */
export interface PaymentKey {
  readonly ebpCode: string;
  readonly payTransactionId: string;
}

export async function keptPayment(
  client: Queryable,
  ebpCode: string,
  payTransactionId: string,
): Promise<KeptPayment | undefined> {
  const [kept] = await keptPayments(client, [{ ebpCode, payTransactionId }]);
  return kept;
}

/** These payments in their order, in one statement however many they are; those not on file are left out. */
export async function keptPayments(client: Queryable, keys: readonly PaymentKey[]): Promise<KeptPayment[]> {
  const rows = await client.query<
    PaymentKey & { recordedAt: Date; head: Buffer; orders: Buffer[]; orderNos: string[] }
  >(
    `select p.ebp_code as "ebpCode", p.pay_transaction_id as "payTransactionId", p.recorded_at as "recordedAt", p.head,
       array(select o.content from payment_data.paid_order o
         where o.ebp_code = p.ebp_code and o.pay_transaction_id = p.pay_transaction_id order by o.place) as orders,
       array(select o.order_no from payment_data.paid_order o
         where o.ebp_code = p.ebp_code and o.pay_transaction_id = p.pay_transaction_id order by o.place) as "orderNos"
     from unnest($1::text[], $2::text[]) with ordinality as wanted (ebp_code, pay_transaction_id, place)
     join payment_data.payment p on p.ebp_code = wanted.ebp_code and p.pay_transaction_id = wanted.pay_transaction_id
     order by wanted.place`,
    [keys.map(({ ebpCode }) => ebpCode), keys.map(({ payTransactionId }) => payTransactionId)],
  );
  return Promise.all(
    rows.map(async ({ head, orders, orderNos, ...row }) => {
      const { ebpCode, payTransactionId } = row;
      const open = (place: string, sealed: Buffer): Promise<string> =>
        unpacked(client.vault.open(place, sealed));
      return {
        ...row,
        head: await open(placeOfHead(ebpCode, payTransactionId), head),
        orders: await Promise.all(
          orders.map((order, i) => open(placeOfOrder(ebpCode, orderNos[i] ?? '', payTransactionId), order)),
        ),
      };
    }),
  );
}

/** Numbers of payments, newest first; of one platform, of one order where they are given. */
export async function newestPayments(
  client: Queryable,
  wish: {
    ebpCode: string | undefined;
    orderNo: string | undefined;
    /** The last one of the page before. */
    before?: (PaymentKey & { recordedAt: string }) | undefined;
    limit: number;
  },
): Promise<PaymentKey[]> {
  return client.query(
    `select p.ebp_code as "ebpCode", p.pay_transaction_id as "payTransactionId"
     from payment_data.payment p
     where ($1::text is null or p.ebp_code = $1)
       and ($2::text is null or exists (
         select from payment_data.paid_order o
         where o.ebp_code = p.ebp_code and o.pay_transaction_id = p.pay_transaction_id and o.order_no = $2))
       and ($3::timestamptz is null or (p.recorded_at, p.ebp_code, p.pay_transaction_id) < ($3, $4, $5))
     order by p.recorded_at desc, p.ebp_code desc, p.pay_transaction_id desc limit $6`,
    [
      ...[wish.ebpCode ?? null, wish.orderNo ?? null, wish.before?.recordedAt ?? null],
      ...[wish.before?.ebpCode ?? null, wish.before?.payTransactionId ?? null, wish.limit],
    ],
  );
}

/** Removes what is past its time and not later than a day; answers how many rows. */
export async function removeExpired(client: Queryable, until: string): Promise<number> {
  const rows = await client.query<{ removed: string }>(
    'select payment_data.remove_expired($1::date) as removed',
    [until],
  );
  return Number(rows[0]?.removed ?? 0);
}

/** How many payments and requests are past their time on a day. */
export async function countExpired(
  client: Queryable,
  until: string,
): Promise<{ payments: number; requests: number }> {
  const rows = await client.query<{ payments: string; requests: string }>(
    `select (select count(*) from payment_data.payment where keep_until <= $1::date) as payments,
       (select count(*) from payment_data.request where keep_until <= $1::date and state <> 'asked') as requests`,
    [until],
  );
  return { payments: Number(rows[0]?.payments ?? 0), requests: Number(rows[0]?.requests ?? 0) };
}
