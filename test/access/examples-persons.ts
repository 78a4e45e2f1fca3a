import type { Database } from '#postgres';
import { sealWritten } from '../../modules/persons/storage/sealed.ts';
import { owner } from './callers.ts';
import { type Example, noMessage } from './example.ts';

const json = (body: object) => ({ body: JSON.stringify(body), type: 'application/json' });

/** Something a person has asked of the owner. */
export const correctionId = 'ffffffff-0000-4000-8000-0000000000c1';

/** A request to the owner that a person has taken back: who opens it sees what was written, and nobody answers it. */
export async function askForCorrection(database: Database, orderNo: string, now: Date): Promise<void> {
  const words = sealWritten(database.vault, 'words', correctionId, { text: 'moved', value: 'there' });
  await database.query(
    `insert into persons.correction (request_id, person, account_id, wish, paper, order_no, ebp_code, field, holder,
       asked_at, due_at, words, value_digest, state, ended_at)
     values ($1, 'x', $2, 'correct', 'order', $3, $4, 'consigneeAddress', $4, $5, $6, $7, '', 'withdrawn', $5)`,
    [correctionId, noMessage, orderNo, owner, now, new Date(now.getTime() - 60_000), words],
  );
}

const lastDigits = (order: string): string => /<ceb:consigneeTelephone>[^<]*(\d{4})</.exec(order)?.[1] ?? '';

/** What is asked about persons. @param orderMessage the order as it was sent, which names its consignee */
export function personsExamples(orderNo: string, orderMessage: string): Readonly<Record<string, Example>> {
  return {
    'POST /api/lists/:ebpCode/:orderNo/persons': {
      url: `/api/lists/${owner}/${orderNo}/persons`,
      ...json({ reason: 'checking' }),
      ...{ good: 200, foreign: 404 },
    },
    'POST /api/parcels': { ...json({ number: orderNo, phone: lastDigits(orderMessage) }), good: 200 },
    // Let in, and told that no paper names them, and to say first who they are.
    'POST /api/me/identity': {
      ...json({ idType: '1', idNumber: '5301', name: '某人', phone: '13800000000' }),
      good: 422,
    },
    'GET /api/me/allowance': { good: 409 },
    'GET /api/me/lists': { good: 409 },
    'GET /api/me/returns': { good: 409 },
    'GET /api/me/sendings': { good: 409 },
    'GET /api/me/data': { good: 409 },
    'GET /api/me/corrections': { good: 409 },
    'POST /api/me/corrections': { ...json({ wish: 'explain', text: 'why is it kept' }), good: 409 },
    'POST /api/me/corrections/:requestId/withdrawal': {
      url: `/api/me/corrections/${correctionId}/withdrawal`,
      good: 409,
    },
    'POST /api/retention/holds': { ...json({ orderNo: 'NOSUCH', reason: 'court', paperNo: '1' }), good: 201 },
    // Let in, and told that there is none.
    'POST /api/retention/holds/:holdId/lifting': {
      url: `/api/retention/holds/${noMessage}/lifting`,
      ...json({ reason: 'over' }),
      good: 404,
    },
    'GET /api/corrections': { url: '/api/corrections?state=ended', good: 200 },
    'POST /api/corrections/:requestId/showing': {
      url: `/api/corrections/${correctionId}/showing`,
      ...{ good: 200, foreign: 404 },
    },
    // It has been taken back: its holder is told so, another enterprise that there is no such request.
    'POST /api/corrections/:requestId/answer': {
      url: `/api/corrections/${correctionId}/answer`,
      ...json({ outcome: 'refused', reason: 'unclear', text: 'which one' }),
      ...{ good: 409, foreign: 404 },
    },
  };
}
