import type { Database } from '#postgres';
import { owner } from './callers.ts';
import { type Example, json } from './example.ts';

const bookNo = 'T5301W000001';
const checklistNo = 'QD862826E900000001';
const passNo = 'HF862826E900000002';

/** A checklist and a pass of the owner's, both settled. */
export async function fileGatePapers(database: Database, now: Date): Promise<void> {
  await database.query(
    `insert into gate.checklist (book_no, checklist_no, direction, owner, customs_code, state, gross_kg, lists, made_by, made_at,
       settled_by, settled_at) values ($1, $2, 'out', $3, '8628', 'cancelled', 1, 1, 'test', $4, 'test', $4)`,
    [bookNo, checklistNo, owner, now],
  );
  await database.query(
    `insert into gate.pass (pass_no, owner, customs_code, direction, plate, tare_kg, packing_kg, goods_kg, state, checklists,
       lists, made_by, made_at, settled_at) values ($1, $2, '8628', 'out', 'X', 1, 0, 0, 'void', 0, 0, 'test', $3, $3)`,
    [passNo, owner, now],
  );
}

/** Examples of the gate: of papers of the owner's, and of others who find no such paper. */
export function gateExamples(): Readonly<Record<string, Example>> {
  const found = { good: 200, foreign: 404 };
  const checklist = `/api/checklists/${checklistNo}`;
  const pass = `/api/passes/${passNo}`;
  const entry = {
    bookNo,
    entryNo: '862820261000000123',
    grossKg: '1',
    goods: [{ itemNo: 9, quantity: '1' }],
  };
  // Let in, and told that there is no such list or item, or that the paper is settled.
  return {
    'GET /api/checklists/waiting-lists': { url: `/api/checklists/waiting-lists?bookNo=${bookNo}`, ...found },
    'GET /api/checklists/:checklistNo': { url: checklist, ...found },
    'POST /api/checklists': {
      ...json({ bookNo, lists: [{ ebpCode: owner, orderNo: 'NONE' }] }),
      ...{ good: 422, foreign: 404 },
    },
    'POST /api/checklists/entries': { ...json(entry), good: 422, foreign: 404 },
    'POST /api/checklists/:checklistNo/cancel': { url: `${checklist}/cancel`, good: 409, foreign: 404 },
    'POST /api/checklists/:checklistNo/verdict': {
      ...{ url: `${checklist}/verdict`, ...json({ verdict: 'rejected' }), good: 409 },
    },
    'GET /api/passes/:passNo': { url: pass, ...found },
    'GET /api/passes/:passNo/print': { url: `${pass}/print`, ...found },
    'POST /api/passes': {
      ...json({
        ...{ direction: 'out', customsCode: '8628', plate: '云A·D12345', tareKg: '4000' },
        checklists: [checklistNo],
      }),
      good: 422,
    },
    'POST /api/passes/:passNo/void': { url: `${pass}/void`, good: 409, foreign: 404 },
    'POST /api/passes/:passNo/check': { url: `${pass}/check`, ...json({ result: 'clear' }), good: 409 },
    'POST /api/gate/passages': {
      ...json({ gate: 'G1', eventNo: 'E1', passNo, plate: '云A·D12345' }),
      good: 200,
    },
    'GET /api/gate/draws/:day': { url: '/api/gate/draws/2020-01-01', good: 404 },
  };
}
