import type { Client, Queryable } from '#postgres';
import type { ListKey } from './pages.ts';

/** Something customs has said of a list without deciding anew. */
export interface Progress extends ListKey {
  readonly attempt: number;
  /** YYYYMMDDhhmmssSSS by the clock of customs. */
  readonly returnTime: string;
  readonly returnStatus: string;
  readonly returnInfo: string;
  readonly at: Date;
}

export async function addProgress(client: Client, entries: readonly Progress[]): Promise<void> {
  if (entries.length === 0) return;
  const column = <Name extends keyof Progress>(name: Name) => entries.map((entry) => entry[name]);
  await client.run(
    `insert into clearance.progress (order_no, ebp_code, attempt, return_time, return_status, return_info, at)
     select * from unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::text[], $6::text[], $7::timestamptz[])
     on conflict do nothing`,
    [
      column('orderNo'),
      column('ebpCode'),
      column('attempt'),
      column('returnTime'),
      column('returnStatus'),
      column('returnInfo'),
      column('at'),
    ],
  );
}

/** What customs has said of a list on the way, in the order of its clock. */
export async function progressOf(client: Queryable, { orderNo, ebpCode }: ListKey): Promise<Progress[]> {
  return client.query<Progress>(
    `select order_no as "orderNo", ebp_code as "ebpCode", attempt, return_time as "returnTime",
       return_status as "returnStatus", return_info as "returnInfo", at
     from clearance.progress where order_no = $1 and ebp_code = $2 order by return_time, at`,
    [orderNo, ebpCode],
  );
}
