import { type Client, type Queryable, statement } from '#postgres';
import type { Claim } from './claims.ts';

type Key = Pick<Claim, 'ebcCode' | 'claimNo'>;

/** A line of a claim; amounts in CNY, decimal texts. */
export interface ClaimLine {
  readonly invtNo: string;
  readonly gnum: number;
  readonly entryId: string;
  readonly departedOn: string;
  readonly gcode: string;
  readonly gname: string;
  readonly unit: string;
  readonly quantity: string;
  readonly net: string;
  readonly vat: string;
  readonly refundRate: string;
  readonly refund: string;
  readonly toCost: string;
  readonly live: boolean;
  readonly refusedBecause: string | null;
}

const page = statement(`
select c.invt_no as "invtNo", c.gnum, c.entry_id as "entryId", l.departed_on::text as "departedOn", l.gcode, l.gname, l.unit,
  trim_scale(c.quantity)::text as quantity, c.net::text as net, c.vat::text as vat, trim_scale(c.refund_rate)::text as "refundRate",
  c.refund::text as refund, c.to_cost::text as "toCost", c.live, c.refused_because as "refusedBecause"
from refunds.claim_line c join refunds.line l using (ebc_code, invt_no, gnum)
where c.ebc_code = $1 and c.claim_no = $2 and (c.invt_no, c.gnum) > ($3, $4::integer) order by c.invt_no, c.gnum limit $5`);

/** Lines of a claim in the order of list and line. */
export const claimLinesPage = (
  client: Queryable,
  { ebcCode, claimNo }: Key,
  after: readonly [invtNo: string, gnum: number],
  limit: number,
): Promise<ClaimLine[]> => client.query<ClaimLine>(page, [ebcCode, claimNo, ...after, limit]);

const freeAll = statement(
  `update refunds.claim_line set live = false where ebc_code = $1 and claim_no = $2 and live`,
);

/** Lets all lines of a claim go: each may be claimed again. */
export async function freeLines(client: Client, { ebcCode, claimNo }: Key): Promise<void> {
  await client.run(freeAll, [ebcCode, claimNo]);
}

/** A line the tax bureau does not accept, and why. */
export interface RefusedLine {
  readonly invtNo: string;
  readonly gnum: number;
  readonly reason: string;
}

const refuse = statement(`
update refunds.claim_line c set live = false, refused_because = r.reason
from unnest($3::text[], $4::integer[], $5::text[]) as r(invt_no, gnum, reason)
where c.ebc_code = $1 and c.claim_no = $2 and c.invt_no = r.invt_no and c.gnum = r.gnum and c.live`);

/** Refuses lines of a claim: each may be claimed again. @returns how many there were */
export const refuseLines = (
  client: Client,
  { ebcCode, claimNo }: Key,
  lines: readonly RefusedLine[],
): Promise<number> =>
  client.run(refuse, [
    ...[ebcCode, claimNo],
    lines.map(({ invtNo }) => invtNo),
    lines.map(({ gnum }) => gnum),
    lines.map(({ reason }) => reason),
  ]);

const undeclared = statement(`
update refunds.claim_line c set live = false, refused_because = $3
from refunds.line l
where c.ebc_code = $1 and c.claim_no = $2 and c.live and l.ebc_code = c.ebc_code and l.invt_no = c.invt_no and l.gnum = c.gnum
  and l.entry_id is distinct from c.entry_id`);

/** Refuses lines whose summary declaration has been cancelled since they were claimed. @returns how many */
export const refuseUndeclared = (
  client: Client,
  { ebcCode, claimNo }: Key,
  reason: string,
): Promise<number> => client.run(undeclared, [ebcCode, claimNo, reason]);
