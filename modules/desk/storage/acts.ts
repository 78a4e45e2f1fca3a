import { type Client, type Queryable, statement } from '#postgres';
import type { CaseKey } from './case-files.ts';

export type ActKind =
  | 'took'
  | 'handed-back'
  | 'asked'
  | 'answered'
  | 'proposed'
  | 'rejected'
  | 'decided'
  | 'undone'
  | 'overtaken';

/** Something that was done to a case. */
export interface ActRecord extends CaseKey {
  readonly attempt: number;
  readonly at: Date;
  readonly kind: ActKind;
  readonly officer: string | null;
  readonly officerName: string | null;
  readonly office: string | null;
  readonly fromStatus: string;
  readonly toStatus: string;
  readonly reason: string | null;
  readonly note: string;
  readonly act: string | null;
  readonly fourEyes: string | null;
  readonly proposal: string | null;
  readonly evidence: object;
}

export interface StoredAct extends ActRecord {
  readonly seq: string;
}

const addThese = statement(`
insert into desk.act (order_no, ebp_code, attempt, at, kind, officer, officer_name, office, from_status, to_status,
  reason, note, act, four_eyes, proposal, evidence)
select n."orderNo", n."ebpCode", n.attempt, n.at, n.kind, n.officer, n."officerName", n.office, n."fromStatus",
  n."toStatus", n.reason, n.note, n.act, n."fourEyes", n.proposal, n.evidence
from json_to_recordset($1) as n("orderNo" text, "ebpCode" text, attempt integer, at timestamptz, kind text,
  officer text, "officerName" text, office text, "fromStatus" text, "toStatus" text, reason text, note text, act text,
  "fourEyes" text, proposal bigint, evidence json)
returning order_no as "orderNo", ebp_code as "ebpCode", seq::text`);

/** Writes acts down; answers the number of each, by its list. A decision that takes two officers is refused without (23514). */
export async function addActs(
  client: Client,
  acts: readonly ActRecord[],
): Promise<(CaseKey & { seq: string })[]> {
  if (acts.length === 0) return [];
  return client.query(addThese, [JSON.stringify(acts)]);
}

const fields = `order_no as "orderNo", ebp_code as "ebpCode", seq::text, attempt, at, kind, officer,
  officer_name as "officerName", office, from_status as "fromStatus", to_status as "toStatus", reason, note, act,
  four_eyes as "fourEyes", proposal::text, evidence`;

const ofList = statement(`select ${fields} from desk.act where order_no = $1 and ebp_code = $2 order by seq`);

/** Everything that was done to a list at the desk, the first first. */
export async function actsOf(client: Queryable, { orderNo, ebpCode }: CaseKey): Promise<StoredAct[]> {
  return client.query<StoredAct>(ofList, [orderNo, ebpCode]);
}

const asked = statement(`select a.attempt, a.at, a.kind, a.reason, a.note, a.evidence
  from desk.act a join desk.case_file c on c.order_no = a.order_no and c.ebp_code = a.ebp_code and c.attempt = a.attempt
  where a.order_no = $1 and a.ebp_code = $2 and c.recipient = $3 and a.kind in ('asked', 'answered') order by a.seq`);

/** What a sender was asked of a list and what it answered, the first first. */
export async function questionActsOf(
  client: Queryable,
  { orderNo, ebpCode }: CaseKey,
  recipient: string,
): Promise<Pick<ActRecord, 'attempt' | 'at' | 'kind' | 'reason' | 'note' | 'evidence'>[]> {
  return client.query(asked, [orderNo, ebpCode, recipient]);
}

const stillAsked = statement(`select attempt from desk.case_file
  where order_no = $1 and ebp_code = $2 and recipient = $3 and state = 'asked'`);

/** The attempt of a list whose question is open; undefined without one. */
export async function openAttempt(
  client: Queryable,
  { orderNo, ebpCode }: CaseKey,
  recipient: string,
): Promise<number | undefined> {
  const [row] = await client.query<{ attempt: number }>(stillAsked, [orderNo, ebpCode, recipient]);
  return row?.attempt;
}

/** Notes that an officer looked for the lists of a buyer. */
export async function noteBuyerSearch(
  client: Queryable,
  search: {
    readonly officer: string;
    readonly officerName: string;
    readonly office: string;
    readonly at: Date;
    readonly buyerKey: string;
    readonly reason: string;
    readonly found: number;
  },
): Promise<void> {
  await client.run(
    `insert into desk.buyer_search (officer, at, officer_name, office, buyer_key, reason, found)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      search.officer,
      search.at,
      search.officerName,
      search.office,
      search.buyerKey,
      search.reason,
      search.found,
    ],
  );
}
