import type { Client, Queryable } from '#postgres';

/** A count at a shop: what was found, and what should have been there. */
export interface ShopCount {
  readonly countId: string;
  readonly displayNo: string;
  readonly state: 'proposed' | 'approved' | 'rejected';
  readonly note: string;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly settledAt: Date | null;
  readonly reason: string;
  readonly lines: readonly { readonly itemNo: number; readonly counted: string; readonly expected: string }[];
}

const COLUMNS = `c.count_id::text as "countId", c.display_no as "displayNo", c.state, c.note, c.proposed_by as "proposedBy",
  c.proposed_at as "proposedAt", c.settled_at as "settledAt", c.reason,
  (select coalesce(json_agg(json_build_object('itemNo', item_no, 'counted', trim_scale(counted)::text,
     'expected', trim_scale(expected)::text) order by item_no), '[]')
   from display.counted l where l.display_no = c.display_no and l.count_id = c.count_id) as lines`;

export async function addCount(client: Client, count: ShopCount): Promise<void> {
  await client.run(
    `insert into display.shop_count (display_no, count_id, state, note, proposed_by, proposed_at)
     values ($1, $2, 'proposed', $3, $4, $5)`,
    [count.displayNo, count.countId, count.note, count.proposedBy, count.proposedAt],
  );
  await client.run(
    `insert into display.counted (display_no, count_id, item_no, counted, expected)
     select $1, $2, * from unnest($3::int[], $4::numeric[], $5::numeric[])`,
    [
      ...[count.displayNo, count.countId, count.lines.map(({ itemNo }) => itemNo)],
      ...[count.lines.map(({ counted }) => counted), count.lines.map(({ expected }) => expected)],
    ],
  );
}

/** A count; undefined where there is none. */
export async function countOf(client: Queryable, countId: string): Promise<ShopCount | undefined> {
  const [row] = await client.query<ShopCount>(
    `select ${COLUMNS} from display.shop_count c where c.count_id = $1`,
    [countId],
  );
  return row;
}

export async function settleCount(
  client: Client,
  { displayNo, countId }: Pick<ShopCount, 'displayNo' | 'countId'>,
  settled: {
    readonly state: 'approved' | 'rejected';
    readonly by: string;
    readonly at: Date;
    readonly reason: string;
  },
): Promise<void> {
  await client.run(
    `update display.shop_count set state = $3, settled_by = $4, settled_at = $5, reason = $6
     where display_no = $1 and count_id = $2`,
    [displayNo, countId, settled.state, settled.by, settled.at, settled.reason],
  );
}

/** Counts of a consignment, the latest first. */
export async function countsOf(client: Queryable, displayNo: string, limit: number): Promise<ShopCount[]> {
  return client.query<ShopCount>(
    `select ${COLUMNS} from display.shop_count c where c.display_no = $1
     order by c.proposed_at desc, c.count_id desc limit $2`,
    [displayNo, limit],
  );
}
