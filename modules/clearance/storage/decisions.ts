import { type Client, CopyText, escapeText, type Queryable, statement } from '#postgres';

/** `forwarded`: customs has been asked and has not decided. */
export type Outcome = 'forwarded' | 'released' | 'held' | 'refused' | 'withdrawn';

/**
 * Who speaks: the platform's rules where they decide (`engine`) or only advise (`advice`), an officer at the desk,
 * customs where it is asked, or the sender who withdraws.
 */
export type Judge = 'engine' | 'advice' | 'officer' | 'customs' | 'sender';

/** One decision on a list, with all that led to it. */
export interface DecisionRecord {
  readonly orderNo: string;
  readonly ebpCode: string;
  readonly attempt: number;
  /** Officers and customs decide one attempt step by step, e.g. held, then released; 0 is the rules'. */
  readonly step: number;
  readonly acceptedAt: Date;
  readonly decidedAt: Date;
  readonly judge: Judge;
  readonly outcome: Outcome;
  readonly returnStatus: string;
  readonly returnInfo: string;
  readonly preNo: string;
  readonly invtNo: string | null;
  readonly tradeMode: string;
  readonly customsCode: string;
  /** Who gets the receipt. */
  readonly recipient: string;
  /** CNY, decimal text; null when it was not computed. */
  readonly dutiableValue: string | null;
  readonly taxTotal: string | null;
  /** Ledger key of the buyer whose allowance was reserved; null when nothing was. */
  readonly buyerKey: string | null;
  /** Edition of the rules applied. */
  readonly rulebook: string;
  /** The assessment in its stored form, JSON text. */
  readonly assessment: string;
}

const columns = [
  'order_no',
  'ebp_code',
  'attempt',
  'step',
  'accepted_at',
  'decided_at',
  'judge',
  'outcome',
  'return_status',
  'return_info',
  'pre_no',
  'invt_no',
  'trade_mode',
  'customs_code',
  'recipient',
  'dutiable_value',
  'tax_total',
  'buyer_key',
  'rulebook',
  'assessment',
] as const;

const text = (value: string | null): string => (value === null ? '\\N' : escapeText(value));

export async function addDecisions(client: Client, decisions: readonly DecisionRecord[]): Promise<void> {
  const rows = new CopyText();
  for (const d of decisions) {
    const when = `${d.attempt}\t${d.step}\t${d.acceptedAt.toISOString()}\t${d.decidedAt.toISOString()}`;
    const what = `${d.judge}\t${d.outcome}\t${d.returnStatus}\t${escapeText(d.returnInfo)}`;
    const numbers = `${d.preNo}\t${text(d.invtNo)}\t${escapeText(d.tradeMode)}\t${escapeText(d.customsCode)}\t${d.recipient}`;
    const money = `${text(d.dutiableValue)}\t${text(d.taxTotal)}\t${text(d.buyerKey)}`;
    const why = `${d.rulebook}\t${escapeText(d.assessment)}`;
    rows.lines(
      `${escapeText(d.orderNo)}\t${escapeText(d.ebpCode)}\t${when}\t${what}\t${numbers}\t${money}\t${why}\n`,
      1,
    );
  }
  await client.copy('clearance.decision', columns, rows);
}

/** The latest decision on a list, without its assessment. */
export interface LatestDecision {
  readonly orderNo: string;
  readonly ebpCode: string;
  readonly attempt: number;
  readonly step: number;
  readonly outcome: Outcome;
  readonly returnStatus: string;
  readonly returnInfo: string;
  readonly preNo: string;
  readonly invtNo: string | null;
  readonly tradeMode: string;
  readonly customsCode: string;
  readonly recipient: string;
  readonly dutiableValue: string | null;
  readonly taxTotal: string | null;
  readonly buyerKey: string | null;
  readonly acceptedAt: Date;
  readonly decidedAt: Date;
}

const latestOf = statement(`
select distinct on (order_no, ebp_code) order_no as "orderNo", ebp_code as "ebpCode", attempt, step, outcome,
  return_status as "returnStatus", return_info as "returnInfo", pre_no as "preNo", invt_no as "invtNo",
  trade_mode as "tradeMode", customs_code as "customsCode", recipient, dutiable_value::text as "dutiableValue",
  tax_total::text as "taxTotal", buyer_key as "buyerKey", accepted_at as "acceptedAt", decided_at as "decidedAt"
from clearance.decision
where order_no = any($1)
order by order_no, ebp_code, attempt desc, step desc`);

export async function latestDecisions(
  client: Queryable,
  orderNos: readonly string[],
): Promise<LatestDecision[]> {
  return client.query<LatestDecision>(latestOf, [orderNos]);
}

const heldByOthersOf = statement(`
select * from (
  select distinct on (order_no, ebp_code) order_no as "orderNo", ebp_code as "ebpCode", attempt, step, outcome,
    return_status as "returnStatus", return_info as "returnInfo", pre_no as "preNo", invt_no as "invtNo",
    trade_mode as "tradeMode", customs_code as "customsCode", recipient, dutiable_value::text as "dutiableValue",
    tax_total::text as "taxTotal", buyer_key as "buyerKey", accepted_at as "acceptedAt", decided_at as "decidedAt",
    assessment ->> 'heldByOthers' = 'true' as others
  from clearance.decision
  where order_no = any($1)
  order by order_no, ebp_code, attempt desc, step desc
) latest
where outcome = 'held' and others`);

/** Of these orders the lists that stand held, and by the rules' own reasons would not. */
export async function heldByOthers(client: Client, orderNos: readonly string[]): Promise<LatestDecision[]> {
  const rows = await client.query<LatestDecision & { readonly others: boolean }>(heldByOthersOf, [orderNos]);
  return rows.map(({ others: _, ...latest }) => latest);
}

/** Inventory numbers (清单编号): four of the office, the year, `I`, nine digits. */
export async function issueInvtNos(client: Client, officesAndYear: readonly string[]): Promise<string[]> {
  if (officesAndYear.length === 0) return [];
  const rows = await client.query<{ number: string }>(
    `select lpad(nextval('clearance.invt_no')::text, 9, '0') as number from generate_series(1, $1)`,
    [officesAndYear.length],
  );
  return rows.map(({ number }, i) => `${officesAndYear[i]}I${number}`);
}
