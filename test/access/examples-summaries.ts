import type { Database } from '#postgres';
import { owner } from './callers.ts';
import { type Example, json } from './example.ts';

const sumNo = 'S20261001999999999';
const declSeqNo = 'D20261001999999999';

/** A finished application of the owner's with a cancelled summary of one list. */
export async function keepSummary(database: Database, now: Date): Promise<void> {
  await database.query(
    `insert into summaries.list (ebc_code, invt_no, ebp_code, order_no, logistics_no, closed_at, month, statistics_flag, ebc_name,
       owner_code, owner_name, trade_mode, traf_mode, country, port_code, customs_code, gross_weight, net_weight, line_count,
       named_line_count, goods, digest)
     values ($1, 'X1', 'P', 'O', 'L', $2, '2026-10-01', 'B', '示例', 'NO', '茶厂', '9610', '5', '119', '8612', '8600', 1, 1, 1, 1, '', '00')`,
    [owner, now],
  );
  await database.query(
    `insert into summaries.application (ebc_code, sum_no, origin, ebc_name, agent_code, agent_name, decl_agent_code,
       decl_agent_name, by_numbers, by_seller, by_name, most_lines, state, lists, placed, summaries, by_whom, applied_at, finished_at)
     values ($1, $2, 'platform', '示例', $1, '示例', $1, '示例', true, false, false, 50, 'summed-up', 1, 1, 1, 'test', $3, $3)`,
    [owner, sumNo, now],
  );
  await database.query(
    `insert into summaries.member (ebc_code, sum_no, position, invt_no, live) values ($1, $2, 1, 'X1', false)`,
    [owner, sumNo],
  );
  await database.query(
    `insert into summaries.summary (ebc_code, decl_seq_no, sum_no, month, state, from_position, to_position, ebc_name, owner_code,
       owner_name, trade_mode, traf_mode, country, port_code, customs_code, entry_id, lists, lines, gross_weight, net_weight, root,
       made_at, cancelled_at, cancelled_by, reason)
     values ($1, $2, $3, '2026-10-01', 'cancelled', 1, 1, '示例', '', '', '9610', '5', '119', '8612', '8600', '860020260000000001',
       1, 0, 1, 1, '00', $4, $4, 'test', 'test')`,
    [owner, declSeqNo, sumNo, now],
  );
}

/** Examples of summaries: of their consignor, and of others who find none. */
export function summaryExamples(): Readonly<Record<string, Example>> {
  const application = `/api/summaries/applications/${sumNo}`;
  const summary = `/api/summaries/${declSeqNo}`;
  const found = { good: 200, foreign: 404 };
  return {
    'GET /api/summaries/months/:month/statistics': {
      url: '/api/summaries/months/2026-10/statistics',
      good: 200,
    },
    // Let in, and told that the month has not begun.
    'POST /api/summaries/applications': { ...json({ month: '2099-01' }), good: 422 },
    'GET /api/summaries/applications/:sumNo': { url: application, ...found },
    'GET /api/summaries/applications/:sumNo/left-out': { url: `${application}/left-out`, ...found },
    'POST /api/summaries/applications/:sumNo/withdraw': {
      ...{ url: `${application}/withdraw`, good: 409, foreign: 404 },
    },
    'GET /api/summaries/:declSeqNo': { url: summary, ...found },
    'GET /api/summaries/:declSeqNo/lists': { url: `${summary}/lists`, ...found },
    'GET /api/summaries/:declSeqNo/proof': { url: `${summary}/proof`, ...found },
    'GET /api/summaries/:declSeqNo/contributions': { url: `${summary}/contributions`, ...found },
    'POST /api/summaries/:declSeqNo/cancel': {
      ...{ url: `${summary}/cancel`, ...json({ reason: '核对' }), good: 409 },
    },
  };
}
