import type { Database } from '#postgres';
import { owner } from './callers.ts';
import type { Example } from './example.ts';

const json = (body: object) => ({ body: JSON.stringify(body), type: 'application/json' });

const heldOrderNo = 'HELD-0001';

/** A held list of the owner's, about which nothing is asked. */
export async function holdList(database: Database, now: Date): Promise<void> {
  await database.query(
    `insert into desk.case_file (order_no, ebp_code, attempt, step, status, state, opened_at, due_at, customs_code,
       trade_mode, ebc_code, recipient, goods_name, rules)
     values ($1, $2, 1, 0, '300', 'open', $3, $3, '8601', '9610', $2, $2, '', '{}')`,
    [heldOrderNo, owner, now],
  );
}

/** Examples of the desk’s routes: for an officer, and for an enterprise that is asked. */
export function deskExamples(orderNo: string): Readonly<Record<string, Example>> {
  // Let in, and told that the desk has no such list.
  const none = `/api/desk/cases/${owner}/NOSUCH`;
  const [act, ask, undo] = [
    { act: 'release', reason: 'REL-PAPERS' },
    { reason: 'ASK-PAPERS' },
    { reason: 'UNDO-SLIP' },
  ];
  const version = '1.0.1.0';
  const on = (what: string, body: object) => ({ url: `${none}/${what}`, ...json(body), good: 404 });
  const case_ = 'POST /api/desk/cases/:ebpCode/:orderNo';
  return {
    'GET /api/desk/cases/:ebpCode/:orderNo': { url: `/api/desk/cases/${owner}/${orderNo}`, good: 200 },
    'POST /api/desk/search': { ...json({ number: orderNo }), good: 200 },
    'POST /api/desk/decisions': {
      ...json({ ...act, cases: [{ ebpCode: owner, orderNo: 'NOSUCH' }] }),
      good: 200,
    },
    [`${case_}/take`]: { url: `${none}/take`, good: 404 },
    [`${case_}/hand-back`]: on('hand-back', {}),
    [`${case_}/decide`]: on('decide', act),
    [`${case_}/ask`]: on('ask', ask),
    [`${case_}/confirm`]: on('confirm', { version }),
    [`${case_}/reject`]: on('reject', { version }),
    [`${case_}/undo`]: on('undo', undo),
    'GET /api/questions/:ebpCode/:orderNo': { url: `/api/questions/${owner}/${heldOrderNo}`, good: 200 },
    // Its owner is told that nothing is asked; another enterprise, that there is no such list.
    'POST /api/questions/:ebpCode/:orderNo/answer': {
      ...{ url: `/api/questions/${owner}/${heldOrderNo}/answer`, ...json({ text: '说明' }) },
      ...{ good: 409, foreign: 404 },
    },
  };
}
