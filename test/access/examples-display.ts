import type { Database } from '#postgres';
import { owner } from './callers.ts';
import { type Example, json } from './example.ts';

const shopId = 'ffffffff-0000-4000-8000-000000000065';
const countId = 'ffffffff-0000-4000-8000-000000000066';
const displayNo = 'ZS862826E900000003';

/** A shop of the owner's that is closed, and goods that were on display there. */
export async function keepDisplay(database: Database, now: Date): Promise<void> {
  await database.query(
    `insert into display.shop (owner, shop_id, name, address, customs_code, state, proposed_by, proposed_at, settled_by, settled_at)
     values ($1, $2, '展示店', '昆明', '8628', 'closed', 'test', $3, 'other', $3)`,
    [owner, shopId, now],
  );
  await database.query(
    `insert into display.consignment (display_no, shop_id, owner, book_no, customs_code, checklist_no, state, made_by, made_at,
       settled_at) values ($1, $2, $3, 'T5301W000001', '8628', 'QD862826E900000009', 'cancelled', 'test', $4, $4)`,
    [displayNo, shopId, owner, now],
  );
  await database.query(
    `insert into display.shop_count (display_no, count_id, state, note, proposed_by, proposed_at, settled_by, settled_at)
     values ($1, $2, 'rejected', '', 'test', $3, 'other', $3)`,
    [displayNo, countId, now],
  );
}

/** Examples of goods on display: of the owner's, and of others who find none. */
export function displayExamples(): Readonly<Record<string, Example>> {
  const display = `/api/displays/${displayNo}`;
  const settled = { good: 409, foreign: 404 };
  const goods = [{ itemNo: 1, quantity: '1' }];
  // Let in, and told that the shop is closed, or the goods are accounted for.
  return {
    'POST /api/display-shops': {
      ...json({ name: '展示店', address: '昆明', customsCode: '8628' }),
      good: 201,
    },
    'POST /api/display-shops/:shopId/verdict': {
      ...{ url: `/api/display-shops/${shopId}/verdict`, ...json({ verdict: 'approved' }), good: 409 },
    },
    'POST /api/displays': {
      ...json({ shopId, bookNo: 'T5301W000001', grossKg: '1', goods }),
      ...settled,
    },
    'GET /api/displays/:displayNo': { url: display, good: 200, foreign: 404 },
    'POST /api/displays/:displayNo/sales': {
      ...{
        url: `${display}/sales`,
        ...json({ lists: [{ ebpCode: owner, orderNo: 'NONE' }], handOver: 'courier' }),
      },
      ...settled,
    },
    'POST /api/displays/:displayNo/returns': {
      ...{ url: `${display}/returns`, ...json({ grossKg: '1', goods }), ...settled },
    },
    'POST /api/displays/:displayNo/counts': {
      ...{ url: `${display}/counts`, ...json({ lines: [{ itemNo: 1, counted: '1' }] }), ...settled },
    },
    'POST /api/displays/:displayNo/prolong': {
      ...{ url: `${display}/prolong`, ...json({ dueOn: '2030-01-01' }), good: 409 },
    },
    'POST /api/display-counts/:countId/verdict': {
      ...{ url: `/api/display-counts/${countId}/verdict`, ...json({ verdict: 'rejected' }), good: 409 },
    },
  };
}
