import { type Client, type Queryable, statement } from '#postgres';

/** A list that is held for want of cover. */
export interface WaitingForCover {
  readonly orderNo: string;
  readonly ebpCode: string;
  readonly attempt: number;
  readonly guarantor: string;
  /** CNY, decimal text. */
  readonly tax: string;
}

const add = statement(`
insert into taxbills.waiting (order_no, ebp_code, attempt, guarantor, tax, since)
select *, $6::timestamptz from unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::numeric[])
on conflict (order_no, ebp_code) do update set attempt = excluded.attempt, guarantor = excluded.guarantor, tax = excluded.tax`);

export async function addWaiting(client: Client, lists: readonly WaitingForCover[], at: Date): Promise<void> {
  const of = <K extends keyof WaitingForCover>(key: K) => lists.map((one) => one[key]);
  await client.run(add, [...[of('orderNo'), of('ebpCode'), of('attempt'), of('guarantor'), of('tax'), at]]);
}

const remove = statement(`
delete from taxbills.waiting w using unnest($1::text[], $2::text[]) as k(order_no, ebp_code)
where w.order_no = k.order_no and w.ebp_code = k.ebp_code`);

export async function removeWaiting(
  client: Client,
  lists: readonly Pick<WaitingForCover, 'orderNo' | 'ebpCode'>[],
): Promise<void> {
  await client.run(remove, [lists.map(({ orderNo }) => orderNo), lists.map(({ ebpCode }) => ebpCode)]);
}

/** Lists that wait for cover of a guarantor, who has waited longest first; of all where none is named. */
export const waitingFor = (
  client: Queryable,
  guarantor: string,
  limit: number,
): Promise<Pick<WaitingForCover, 'orderNo' | 'ebpCode' | 'tax'>[]> =>
  client.query(
    `select order_no as "orderNo", ebp_code as "ebpCode", tax::text as tax from taxbills.waiting
     where guarantor = $1 order by since, order_no, ebp_code limit $2`,
    [guarantor, limit],
  );

/** Guarantors lists wait for. */
export async function waitedFor(client: Queryable): Promise<string[]> {
  const rows = await client.query<{ guarantor: string }>(
    'select distinct guarantor from taxbills.waiting order by guarantor',
  );
  return rows.map(({ guarantor }) => guarantor);
}

/** How many lists wait for cover, and for how much; by guarantor. */
export const waitingSums = (
  client: Queryable,
  guarantor: string | undefined,
): Promise<{ guarantor: string; lists: number; tax: string }[]> =>
  client.query(
    `select guarantor, count(*)::int as lists, trim_scale(sum(tax))::text as tax from taxbills.waiting
     where ($1::text is null or guarantor = $1) group by guarantor order by guarantor`,
    [guarantor ?? null],
  );
