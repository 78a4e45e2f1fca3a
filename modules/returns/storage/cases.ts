import { type Client, type Queryable, statement } from '#postgres';
import type { CaseKind, CaseState, Direction, StepBy } from '../domain/case.ts';
import type { CauseOfReturn, RefundProof } from '../domain/tax-freedom.ts';

/** A cancellation or return, and where it stands. */
export interface CaseFile {
  /** Number it lies by: of an import that of its order; of an export, whose papers name no order, that of its list. */
  readonly orderNo: string;
  readonly returnNo: string;
  readonly direction: Direction;
  readonly kind: CaseKind;
  /** Of an export: the order of its list; null where no such list is on file. */
  readonly exportOrderNo: string | null;
  readonly ebpCode: string;
  readonly copNo: string;
  readonly invtNo: string;
  readonly messageId: string;
  readonly state: CaseState;
  readonly revision: number;
  readonly customsCode: string;
  readonly tradeMode: string;
  readonly emsNo: string | null;
  readonly ebcCode: string;
  readonly agentCode: string;
  readonly sender: string;
  readonly reason: string;
  readonly logisticsNo: string;
  /** Of the decision on its list. */
  readonly attempt: number | null;
  readonly releasedOn: string | null;
  readonly applyBy: string | null;
  readonly arriveBy: string | null;
  readonly appliedAt: Date;
  readonly arrivedOn: string | null;
  /** Of exported goods that come back. */
  readonly taxFreeBy: string | null;
  readonly cause: CauseOfReturn | null;
  readonly proofKind: RefundProof['kind'] | null;
  readonly proofNo: string | null;
  /** Whether all of them came in free of tax; null while nobody has looked. */
  readonly taxFree: boolean | null;
  readonly refusedFor: readonly string[];
  readonly movedAt: Date;
}

export const caseColumns = `order_no as "orderNo", return_no as "returnNo", kind, ebp_code as "ebpCode", cop_no as "copNo",
  invt_no as "invtNo", message_id as "messageId", state, revision, customs_code as "customsCode", trade_mode as "tradeMode",
  ems_no as "emsNo", ebc_code as "ebcCode", agent_code as "agentCode", sender, reason, logistics_no as "logisticsNo",
  attempt, released_on::text as "releasedOn", apply_by::text as "applyBy", arrive_by::text as "arriveBy",
  applied_at as "appliedAt", arrived_on::text as "arrivedOn", refused_for as "refusedFor", moved_at as "movedAt",
  direction, export_order_no as "exportOrderNo", tax_free_by::text as "taxFreeBy", cause, proof_kind as "proofKind",
  proof_no as "proofNo", tax_free as "taxFree"`;

/** What names a case, and where its document lies. */
export type CaseName = Pick<CaseFile, 'orderNo' | 'returnNo' | 'kind' | 'direction'>;

/** What a document that has come in begins a case with. */
export type ReceivedCase = Pick<
  CaseFile,
  | 'orderNo'
  | 'returnNo'
  | 'direction'
  | 'exportOrderNo'
  | 'kind'
  | 'ebpCode'
  | 'copNo'
  | 'invtNo'
  | 'messageId'
  | 'customsCode'
  | 'ebcCode'
  | 'agentCode'
  | 'sender'
  | 'reason'
  | 'logisticsNo'
  | 'appliedAt'
>;

const addReceived = statement(`
with received as (
insert into returns.case_file as c (order_no, return_no, kind, ebp_code, cop_no, invt_no, message_id, state, customs_code,
  trade_mode, ebc_code, agent_code, sender, reason, logistics_no, applied_at, moved_at, direction, export_order_no)
select o, r, k, ebp, cop, invt, message, 'received', office, '', ebc, agent, sender, reason, waybill, at, at, way, of_list
from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::uuid[], $8::text[], $9::text[],
  $10::text[], $11::text[], $12::text[], $13::text[], $14::timestamptz[], $15::text[], $16::text[])
  as n(o, r, k, ebp, cop, invt, message, office, ebc, agent, sender, reason, waybill, at, way, of_list)
order by o, r
on conflict (order_no, return_no) do update set invt_no = excluded.invt_no, message_id = excluded.message_id,
  state = 'received', revision = c.revision + 1, customs_code = excluded.customs_code, ebc_code = excluded.ebc_code,
  agent_code = excluded.agent_code, sender = excluded.sender, reason = excluded.reason,
  logistics_no = excluded.logistics_no, applied_at = excluded.applied_at, moved_at = excluded.moved_at,
  export_order_no = excluded.export_order_no, ebp_code = excluded.ebp_code,
  attempt = null, released_on = null, apply_by = null, arrive_by = null, arrived_on = null, tax_free_by = null,
  refused_for = '{}'
returning order_no, return_no, revision, moved_at, sender)
insert into returns.step (order_no, return_no, seq, at, from_state, to_state, by_what, by_whom)
select order_no, return_no, revision, moved_at, null, 'received', 'sender', sender from received`);

/** Puts documents that have come in to be judged; one sent anew begins its case anew. */
export async function addReceivedCases(client: Client, cases: readonly ReceivedCase[]): Promise<void> {
  if (cases.length === 0) return;
  const of = <K extends keyof ReceivedCase>(name: K) => cases.map((one) => one[name]);
  await client.run(addReceived, [
    ...[of('orderNo'), of('returnNo'), of('kind'), of('ebpCode'), of('copNo'), of('invtNo')],
    ...[of('messageId'), of('customsCode'), of('ebcCode'), of('agentCode'), of('sender'), of('reason')],
    ...[of('logisticsNo'), of('appliedAt'), of('direction'), of('exportOrderNo')],
  ]);
}

const receivedKeys =
  statement(`select order_no as "orderNo", return_no as "returnNo", kind, direction from returns.case_file
  where state = 'received' order by applied_at limit $1`);

/** Cases nobody has judged yet, the first received first. */
export async function receivedCases(client: Queryable, limit: number): Promise<CaseName[]> {
  return client.query(receivedKeys, [limit]);
}

const awaitedPast = statement(`select order_no as "orderNo", return_no as "returnNo", kind, direction,
  released_on::text as "releasedOn", arrive_by::text as "arriveBy" from returns.case_file
  where state = 'accepted' and arrive_by < $1 order by arrive_by limit $2`);

/** A return whose goods are awaited, and its window. */
export type AwaitedCase = CaseName & {
  readonly releasedOn: string;
  readonly arriveBy: string;
};

/** Returns whose goods are awaited past their last day, the longest first. @param today YYYY-MM-DD */
export async function awaitedPastTheirDay(
  client: Queryable,
  today: string,
  limit: number,
): Promise<AwaitedCase[]> {
  return client.query<AwaitedCase>(awaitedPast, [today, limit]);
}

const lockOne = statement(
  `select ${caseColumns} from returns.case_file where order_no = $1 and return_no = $2 for update`,
);

/** A case, locked until the transaction ends. */
export async function lockCase(
  client: Client,
  { orderNo, returnNo }: Pick<CaseFile, 'orderNo' | 'returnNo'>,
): Promise<CaseFile | undefined> {
  const [row] = await client.query<CaseFile>(lockOne, [orderNo, returnNo]);
  return row;
}

const lockOfOrders = statement(
  `select ${caseColumns} from returns.case_file where order_no = any($1) order by order_no, return_no for update`,
);

/** Every case of these orders, locked until the transaction ends. */
export async function lockCasesOf(client: Client, orderNos: readonly string[]): Promise<CaseFile[]> {
  return client.query<CaseFile>(lockOfOrders, [orderNos]);
}

/** The case of a number; undefined where there is none. @param party customs code of an enterprise whose it has to be */
export async function caseByNumber(
  client: Queryable,
  returnNo: string,
  party?: string,
): Promise<CaseFile | undefined> {
  const [row] = await client.query<CaseFile>(
    `select ${caseColumns} from returns.case_file
     where return_no = $1 and ($2::text is null or $2 in (sender, ebc_code, agent_code, ebp_code))`,
    [returnNo, party ?? null],
  );
  return row;
}

/** Where cases stand, by their numbers; unknown ones are left out. */
export async function caseStates(
  client: Queryable,
  returnNos: readonly string[],
): Promise<ReadonlyMap<string, CaseState>> {
  const rows = await client.query<{ returnNo: string; state: CaseState }>(
    'select return_no as "returnNo", state from returns.case_file where return_no = any($1)',
    [returnNos],
  );
  return new Map(rows.map(({ returnNo, state }) => [returnNo, state]));
}

/** A step a case has taken. */
export interface CaseStepRow {
  readonly seq: number;
  readonly at: Date;
  readonly fromState: CaseState | null;
  readonly toState: CaseState;
  readonly byWhat: StepBy;
  readonly byWhom: string;
  readonly note: string;
  readonly findings: readonly object[];
}

const moveOne = statement(`
update returns.case_file set state = $3, revision = revision + 1, moved_at = $4, refused_for = $5,
  attempt = coalesce($6, attempt), trade_mode = coalesce($7, trade_mode), ems_no = coalesce($8, ems_no),
  released_on = coalesce($9, released_on), apply_by = coalesce($10, apply_by), arrive_by = coalesce($11, arrive_by),
  arrived_on = coalesce($12, arrived_on), tax_free_by = coalesce($13, tax_free_by), cause = coalesce($14, cause),
  proof_kind = coalesce($15, proof_kind), proof_no = coalesce($16, proof_no), tax_free = coalesce($17, tax_free)
where order_no = $1 and return_no = $2`);

/** What a step finds out about a case. */
export type Learnt = Partial<
  Pick<
    CaseFile,
    | 'attempt'
    | 'tradeMode'
    | 'emsNo'
    | 'releasedOn'
    | 'applyBy'
    | 'arriveBy'
    | 'arrivedOn'
    | 'refusedFor'
    | 'taxFreeBy'
    | 'cause'
    | 'proofKind'
    | 'proofNo'
    | 'taxFree'
  >
>;

/** Moves a locked case and writes the step down. */
export async function writeStep(
  client: Client,
  before: CaseFile,
  step: Omit<CaseStepRow, 'seq' | 'fromState'>,
  learnt: Learnt,
): Promise<void> {
  const { orderNo, returnNo } = before;
  await client.run(moveOne, [
    ...[orderNo, returnNo, step.toState, step.at, learnt.refusedFor ?? []],
    ...[learnt.attempt ?? null, learnt.tradeMode ?? null, learnt.emsNo ?? null, learnt.releasedOn ?? null],
    ...[learnt.applyBy ?? null, learnt.arriveBy ?? null, learnt.arrivedOn ?? null, learnt.taxFreeBy ?? null],
    ...[learnt.cause ?? null, learnt.proofKind ?? null, learnt.proofNo ?? null, learnt.taxFree ?? null],
  ]);
  await client.run(
    `insert into returns.step (order_no, return_no, seq, at, from_state, to_state, by_what, by_whom, note, findings)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[orderNo, returnNo, before.revision + 1, step.at, before.state, step.toState, step.byWhat],
      ...[step.byWhom, step.note, JSON.stringify(step.findings)],
    ],
  );
}
