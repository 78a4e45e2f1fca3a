import { type Queryable, statement } from '#postgres';
import type { ListKey } from './questions.ts';

/** Something of a list went to an agency. */
export interface Sending extends ListKey {
  readonly agency: string;
  /** Over its link, or shown to an officer of it here. */
  readonly way: 'link' | 'desk';
  readonly why: string;
  /** `declaration.orderNo`, `declaration.items.gcode` … */
  readonly fields: readonly string[];
  readonly digest: string;
  readonly at: Date;
  readonly by: string;
}

const add = statement(`
insert into agencies.sending (order_no, ebp_code, agency, way, why, fields, digest, at, by_whom, ebc_code)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`);

/** Puts a sending on record; to be awaited before anything goes. */
export async function noteSending(client: Queryable, sending: Sending): Promise<void> {
  const { orderNo, ebpCode, ebcCode, agency, way, why, fields, digest, at, by } = sending;
  await client.run(add, [orderNo, ebpCode, agency, way, why, fields, digest, at, by, ebcCode]);
}

const ofList =
  statement(`select order_no as "orderNo", ebp_code as "ebpCode", ebc_code as "ebcCode", agency, way, why, fields, digest, at,
  by_whom as by from agencies.sending where order_no = $1 and ebp_code = $2 and ebc_code = $4 order by seq desc limit $3`);

/** What went of a list, the latest first. */
export async function sendingsOfList(
  client: Queryable,
  { orderNo, ebpCode, ebcCode }: ListKey,
  most: number,
): Promise<Sending[]> {
  return client.query<Sending>(ofList, [orderNo, ebpCode, most, ebcCode]);
}

const ofLists =
  statement(`select s.order_no as "orderNo", s.ebp_code as "ebpCode", s.ebc_code as "ebcCode", s.agency, s.way, s.why, s.fields,
  s.digest, s.at, s.by_whom as by
from unnest($1::text[], $2::text[], $3::text[]) as l(order_no, ebp_code, ebc_code)
join agencies.sending s on s.order_no = l.order_no and s.ebp_code = l.ebp_code and s.ebc_code = l.ebc_code
order by s.at desc, s.seq desc limit $4`);

/** What went of lists, the latest first. */
export async function sendingsOfLists(
  client: Queryable,
  lists: readonly ListKey[],
  most: number,
): Promise<Sending[]> {
  if (lists.length === 0) return [];
  return client.query<Sending>(ofLists, [
    lists.map(({ orderNo }) => orderNo),
    lists.map(({ ebpCode }) => ebpCode),
    lists.map(({ ebcCode }) => ebcCode),
    most,
  ]);
}
