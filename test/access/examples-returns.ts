import type { Database } from '#postgres';
import { owner } from './callers.ts';
import { type Example, json } from './example.ts';

const returnNo = 'T20261123900000001';

/** A return of the owner's that is closed. */
export async function keepReturn(database: Database, now: Date): Promise<void> {
  await database.query(
    `insert into returns.case_file (order_no, return_no, kind, ebp_code, cop_no, invt_no, message_id, state, revision, customs_code,
       trade_mode, ebc_code, agent_code, sender, reason, logistics_no, attempt, released_on, apply_by, arrive_by, applied_at,
       arrived_on, moved_at)
     values ('WALK-RETURN', $1, 'return', $2, 'R1', '862020261000000001', gen_random_uuid(), 'closed', 5, '8620', '9610', $2, $2, $2,
       '退货', 'W1', 1, '2026-11-01', '2026-12-01', '2026-12-16', $3, '2026-11-20', $3)`,
    [returnNo, owner, now],
  );
}

/** Examples of returns: of its owner, and of others who find no such return. */
export function returnsExamples(): Readonly<Record<string, Example>> {
  const one = `/api/returns/${returnNo}`;
  const found = { good: 200, foreign: 404 };
  // Let in, and told that it is closed.
  const closed = (name: string, body: object, foreign?: number) => ({
    ...{ url: `${one}/${name}`, ...json({ revision: 5, ...body }), good: 409 },
    ...(foreign === undefined ? {} : { foreign }),
  });
  const asked = { kind: 'cancellation', orderNo: 'WALK-NONE', ebpCode: owner, reason: '取消' };
  return {
    'GET /api/returns/:returnNo': { url: one, ...found },
    'POST /api/returns': { ...json(asked), good: 404 },
    'POST /api/returns/:returnNo/withdrawal': closed('withdrawal', {}, 404),
    'POST /api/returns/:returnNo/dispositions': closed(
      'dispositions',
      { gnum: 1, kind: 'destruction', quantity: '1', paper: 'X1' },
      404,
    ),
    'POST /api/returns/:returnNo/verdict': closed('verdict', { verdict: 'refused', reason: '不符' }),
    'POST /api/returns/:returnNo/arrival': closed('arrival', { arrivedOn: '2026-11-24' }),
    'POST /api/returns/:returnNo/inspection': closed('inspection', {
      lines: [{ gnum: 1, original: true, saleable: true }],
    }),
  };
}
