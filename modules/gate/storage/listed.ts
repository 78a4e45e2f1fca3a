import type { Client, Queryable } from '#postgres';

/** A list on a checklist or a pass. */
export interface Listed {
  readonly orderNo: string;
  readonly ebpCode: string;
  readonly invtNo: string;
  readonly grossKg: string;
}

type Key = Pick<Listed, 'orderNo' | 'ebpCode'>;

/** Puts lists on a paper. @returns those that are on none before; the others are on another one that counts */
export async function addListed(client: Client, paperNo: string, lists: readonly Listed[]): Promise<Key[]> {
  const of = <K extends keyof Listed>(key: K) => lists.map((list) => list[key]);
  return client.query<Key>(
    `insert into gate.listed (order_no, ebp_code, paper_no, invt_no, gross_kg)
     select order_no, ebp_code, $1, invt_no, gross_kg
     from unnest($2::text[], $3::text[], $4::text[], $5::numeric[]) as l(order_no, ebp_code, invt_no, gross_kg)
     order by 1, 2 on conflict do nothing returning order_no as "orderNo", ebp_code as "ebpCode"`,
    [paperNo, of('orderNo'), of('ebpCode'), of('invtNo'), of('grossKg')],
  );
}

/** Takes lists off a paper that counts no more: they may be put on another one. */
export async function freeListed(client: Client, paperNo: string): Promise<void> {
  await client.run('update gate.listed set live = false where paper_no = $1 and live', [paperNo]);
}

/** Which of these lists are on a paper that counts, and on which. */
export async function papersOf(
  client: Queryable,
  keys: readonly Key[],
): Promise<(Key & { readonly paperNo: string })[]> {
  return client.query(
    `select order_no as "orderNo", ebp_code as "ebpCode", paper_no as "paperNo"
     from unnest($1::text[], $2::text[]) as k(order_no, ebp_code) join gate.listed using (order_no, ebp_code)
     where live`,
    [keys.map(({ orderNo }) => orderNo), keys.map(({ ebpCode }) => ebpCode)],
  );
}

/** Lists of a paper, by order number after one. */
export async function listedPage(client: Queryable, paperNo: string, limit: number): Promise<Listed[]> {
  return client.query<Listed>(
    `select order_no as "orderNo", ebp_code as "ebpCode", invt_no as "invtNo", trim_scale(gross_kg)::text as "grossKg"
     from gate.listed where paper_no = $1 order by order_no, ebp_code limit $2`,
    [paperNo, limit],
  );
}
