import { type Client, statement } from '#postgres';
import { lockExporter } from './lines.ts';

/** Goods of a line that came back. */
export interface ReturnedLine {
  readonly gnum: number;
  /** In the unit of the line, decimal text. */
  readonly quantity: string;
}

// A line is held while it is written: a claim at the same moment sees what came back, or is seen here. Of a line that is not
// taken in yet it is written down all the same, and found when it is.
const note = statement(`
with back as (
  select g.gnum, g.quantity from unnest($4::integer[], $5::numeric[]) as g(gnum, quantity)
  where not exists (select from refunds.returned r
    where r.ebc_code = $1 and r.return_no = $2 and r.invt_no = $3 and r.gnum = g.gnum)
), moved as (
  update refunds.line l set returned = l.returned + back.quantity from back
  where l.ebc_code = $1 and l.invt_no = $3 and l.gnum = back.gnum
  returning l.gnum, l.qty, l.returned, back.quantity
)
insert into refunds.returned (ebc_code, return_no, invt_no, gnum, quantity, returned_at, claim_no, repay)
select $1, $2, $3, back.gnum, back.quantity, $6, c.claim_no,
  round(c.refund * (c.quantity - m.qty + m.returned) / c.quantity, 2)
    - round(c.refund * (c.quantity - m.qty + m.returned - m.quantity) / c.quantity, 2)
from back left join moved m on m.gnum = back.gnum left join refunds.claim_line c on c.ebc_code = $1 and c.invt_no = $3 and c.gnum = m.gnum and c.live
returning coalesce(repay, 0)::text as repay`);

const accepted = statement(`
select l.gnum from refunds.claim_line l join refunds.claim c using (ebc_code, claim_no)
where l.ebc_code = $1 and l.invt_no = $2 and l.gnum = any($3) and l.live and c.state = 'accepted' order by l.gnum`);

/** Lines of an export list whose refund the tax bureau has accepted, of these. */
export async function refundedLines(
  client: Client,
  list: { readonly ebcCode: string; readonly invtNo: string; readonly gnums: readonly number[] },
): Promise<number[]> {
  const rows = await client.query<{ gnum: number }>(accepted, [list.ebcCode, list.invtNo, list.gnums]);
  return rows.map(({ gnum }) => gnum);
}

const held = statement(
  `select 1 from refunds.line where ebc_code = $1 and invt_no = $2 and gnum = any($3) order by gnum for update`,
);

/** Writes down what came back by one return, once. @returns what of a refund is to be repaid, CNY by line */
export async function noteReturned(
  client: Client,
  one: {
    readonly ebcCode: string;
    readonly returnNo: string;
    readonly invtNo: string;
    readonly lines: readonly ReturnedLine[];
    readonly at: Date;
  },
): Promise<string[]> {
  const { ebcCode, returnNo, invtNo, lines, at } = one;
  const gnums = lines.map(({ gnum }) => gnum);
  await lockExporter(client, ebcCode);
  await client.query(held, [ebcCode, invtNo, gnums]);
  const rows = await client.query<{ repay: string }>(note, [
    ...[ebcCode, returnNo, invtNo, gnums],
    ...[lines.map(({ quantity }) => quantity), at],
  ]);
  return rows.map(({ repay }) => repay);
}
