import { type Client, type Queryable, statement } from '#postgres';
import { AMOUNTS, JUDGED, REFUNDABLE } from './conditions.ts';

export type ClaimState = 'drafted' | 'handed-in' | 'accepted' | 'refused' | 'withdrawn';

/** A claim for export refund; amounts in CNY, decimal texts. */
export interface Claim {
  readonly ebcCode: string;
  readonly claimNo: string;
  /** First day of the month in which its goods left. */
  readonly month: string;
  readonly state: ClaimState;
  readonly lines: number;
  readonly net: string;
  readonly refund: string;
  readonly acceptedLines: number | null;
  readonly acceptedRefund: string | null;
  /** What of it is to be repaid for goods that came back. */
  readonly repay: string;
  readonly draftedAt: Date;
  readonly handedInAt: Date | null;
  readonly settledAt: Date | null;
  readonly reason: string | null;
}

const COLUMNS = `k.ebc_code as "ebcCode", k.claim_no as "claimNo", k.month::text as month, k.state, k.lines, k.net::text as net,
  k.refund::text as refund, k.accepted_lines as "acceptedLines", k.accepted_refund::text as "acceptedRefund",
  (select coalesce(sum(r.repay), 0)::numeric(19, 2)::text from refunds.returned r
    join refunds.claim_line c on c.ebc_code = r.ebc_code and c.claim_no = r.claim_no and c.invt_no = r.invt_no and c.gnum = r.gnum
    where r.ebc_code = k.ebc_code and r.claim_no = k.claim_no and c.live) as repay,
  k.drafted_at as "draftedAt", k.handed_in_at as "handedInAt", k.settled_at as "settledAt", k.reason`;

// Lines are held in the order of their keys until the end, so that what comes back meanwhile waits; of two claims at once the
// second waits for the first and passes over what it has taken: the key «claimed_once» is the promise.
const take = statement(`
with chosen as materialized (
  select l.invt_no, l.gnum, l.qty, l.returned, l.entry_id, l.refund_rate, l.ebc_code
  from ${JUDGED}
  where l.ebc_code = $2 and l.month = $3::date and c.claim_no is null and l.returned < l.qty and ${REFUNDABLE}
  order by l.invt_no, l.gnum for share of l
), taken as (
  insert into refunds.claim_line (ebc_code, claim_no, invt_no, gnum, quantity, entry_id, net, vat, refund_rate, refund, to_cost, live)
  select $2, $4, l.invt_no, l.gnum, l.qty - l.returned, l.entry_id, a.net, a.vat, l.refund_rate, a.refund, a.to_cost, true
  from chosen l cross join ${AMOUNTS}
  on conflict (ebc_code, invt_no, gnum) where live do nothing
  returning net, refund
)
select count(*)::int as lines, coalesce(sum(net), 0)::text as net, coalesce(sum(refund), 0)::text as refund from taken`);

const number = statement(`select lpad(nextval('refunds.claim_no')::text, 8, '0') as number`);

/** Takes every line of a month that may be claimed and is in no live claim. */
export async function takeLines(
  client: Client,
  wish: { readonly ebcCode: string; readonly month: string; readonly today: string },
): Promise<{
  readonly claimNo: string;
  readonly lines: number;
  readonly net: string;
  readonly refund: string;
}> {
  const [next] = await client.query<{ number: string }>(number, []);
  const claimNo = `TS${wish.today.slice(0, 4)}${next?.number ?? ''}`;
  const [row] = await client.query<{ lines: number; net: string; refund: string }>(take, [
    ...[wish.today, wish.ebcCode, wish.month, claimNo],
  ]);
  return { claimNo, ...(row ?? { lines: 0, net: '0', refund: '0' }) };
}

const add = statement(`
insert into refunds.claim (ebc_code, claim_no, month, state, lines, net, refund, drafted_at, drafted_by)
values ($1, $2, $3, 'drafted', $4, $5, $6, $7, $8)`);

export async function addClaim(
  client: Client,
  claim: Pick<Claim, 'ebcCode' | 'claimNo' | 'month' | 'lines' | 'net' | 'refund'>,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<void> {
  const { ebcCode, claimNo, month, lines, net, refund } = claim;
  await client.run(add, [ebcCode, claimNo, month, lines, net, refund, at, by]);
}

const byNumber = statement(
  `select ${COLUMNS} from refunds.claim k where k.claim_no = $1 and ($2::text is null or k.ebc_code = $2)`,
);
const lock = statement(
  `select state from refunds.claim where claim_no = $1 and ($2::text is null or ebc_code = $2) for update`,
);

/** A claim by its number; of a party, where one is named. */
export async function claimOf(
  client: Queryable,
  claimNo: string,
  party: string | undefined,
): Promise<Claim | undefined> {
  const [row] = await client.query<Claim>(byNumber, [claimNo, party ?? null]);
  return row;
}

/** The same, locked for the caller's transaction. */
export async function lockClaim(
  client: Client,
  claimNo: string,
  party: string | undefined,
): Promise<Claim | undefined> {
  await client.query(lock, [claimNo, party ?? null]);
  return claimOf(client, claimNo, party);
}

const page = statement(`
select ${COLUMNS} from refunds.claim k
where ($1::text is null or k.ebc_code = $1) and ($2::text is null or k.state = $2)
  and ($3::timestamptz is null or (k.drafted_at, k.claim_no) < ($3, $4))
order by k.drafted_at desc, k.claim_no desc limit $5`);

/** Claims, the latest first. */
export const claimsPage = (
  client: Queryable,
  wish: {
    readonly party: string | undefined;
    readonly state: ClaimState | undefined;
    readonly before: { readonly at: string; readonly claimNo: string } | undefined;
    readonly limit: number;
  },
): Promise<Claim[]> =>
  client.query<Claim>(page, [
    ...[wish.party ?? null, wish.state ?? null, wish.before?.at ?? null, wish.before?.claimNo ?? null],
    wish.limit,
  ]);

const handIn = statement(
  `update refunds.claim set state = 'handed-in', handed_in_at = $3 where ebc_code = $1 and claim_no = $2`,
);

export async function markHandedIn(
  client: Client,
  { ebcCode, claimNo }: Pick<Claim, 'ebcCode' | 'claimNo'>,
  at: Date,
): Promise<void> {
  await client.run(handIn, [ebcCode, claimNo, at]);
}

const settle = statement(`
update refunds.claim k set state = $3, settled_at = $4, settled_by = $5, reason = $6,
  accepted_lines = case when $3 = 'accepted' then s.lines end, accepted_refund = case when $3 = 'accepted' then s.refund end
from (select count(*)::int as lines, coalesce(sum(refund), 0) as refund from refunds.claim_line
  where ebc_code = $1 and claim_no = $2 and live) as s
where k.ebc_code = $1 and k.claim_no = $2`);

/** Writes down how a claim has ended; accepted is what is still live of it. */
export async function settleClaim(
  client: Client,
  { ebcCode, claimNo }: Pick<Claim, 'ebcCode' | 'claimNo'>,
  state: 'accepted' | 'refused' | 'withdrawn',
  word: { readonly at: Date; readonly by: string; readonly reason: string | null },
): Promise<void> {
  await client.run(settle, [ebcCode, claimNo, state, word.at, word.by, word.reason]);
}
