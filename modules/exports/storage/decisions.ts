import { type Client, CopyText, escapeText, statement } from '#postgres';
import type { ExportJudge, ExportKey, ExportOutcome } from '../domain/export-list.ts';

/** One decision on an export list, with all that led to it. */
export interface ExportDecision extends ExportKey {
  readonly attempt: number;
  readonly step: number;
  readonly acceptedAt: Date;
  readonly decidedAt: Date;
  readonly judge: ExportJudge;
  readonly outcome: Exclude<ExportOutcome, 'waiting'>;
  readonly returnStatus: string;
  readonly returnInfo: string;
  /** Edition of the rules applied. */
  readonly rulebook: string;
  /** The assessment in its stored form, JSON text. */
  readonly assessment: string;
}

const columns = [
  ...['order_no', 'ebp_code', 'ebc_code', 'attempt', 'step', 'accepted_at', 'decided_at'],
  ...['judge', 'outcome', 'return_status', 'return_info', 'rulebook', 'assessment'],
];

/** Adds decisions to the record. */
export async function addDecisions(client: Client, decisions: readonly ExportDecision[]): Promise<void> {
  if (decisions.length === 0) return;
  const rows = new CopyText();
  for (const d of decisions) {
    const key = `${escapeText(d.orderNo)}\t${escapeText(d.ebpCode)}\t${escapeText(d.ebcCode)}`;
    const when = `${d.attempt}\t${d.step}\t${d.acceptedAt.toISOString()}\t${d.decidedAt.toISOString()}`;
    const what = `${d.judge}\t${d.outcome}\t${d.returnStatus}\t${escapeText(d.returnInfo)}`;
    rows.lines(`${key}\t${when}\t${what}\t${d.rulebook}\t${escapeText(d.assessment)}\n`, 1);
  }
  await client.copy('exports.decision', columns, rows);
}

const heldByOthersOf = statement(`
select order_no as "orderNo", ebp_code as "ebpCode", ebc_code as "ebcCode" from (
  select distinct on (order_no, ebp_code, ebc_code) order_no, ebp_code, ebc_code, outcome,
    assessment ->> 'heldByOthers' = 'true' as others
  from exports.decision where order_no = any($1)
  order by order_no, ebp_code, ebc_code, attempt desc, step desc
) latest
where outcome = 'held' and others`);

/** Of these orders the lists that stand held, and by the rules' own reasons would not. */
export async function heldByOthers(client: Client, orderNos: readonly string[]): Promise<ExportKey[]> {
  return client.query<ExportKey>(heldByOthersOf, [orderNos]);
}
