import type { Database } from '#postgres';
import { owner } from './callers.ts';
import { type Example, json } from './example.ts';

const transitNo = '86122026Z999999999';

/** A transit of the owner's that is closed. */
export async function putTransit(database: Database, now: Date): Promise<void> {
  await database.query(
    `insert into transit.transit (transit_no, direction, corridor, applied_on, departure_office, destination_office, applicant,
       carrier, bill_no, goods_name, lists, packages, gross_weight, vehicle_no, note, state, revision, applied_at, closed_at)
     values ($1, 'import', 'MOHAN-ROAD', '2026-03-10', '8612', '8628', $2, $2, 'MB1', '跨境电子商务商品一批', 1, 1, 1, 'A1', '',
       'cancelled', 1, $3, $3)`,
    [transitNo, owner, now],
  );
}

/** Examples of transit: of its applicant, who is told that it is closed, and of others, who find none. */
export function transitExamples(orderNo: string): Readonly<Record<string, Example>> {
  const transit = `/api/transits/${transitNo}`;
  const found = { good: 200, foreign: 404 };
  const step = (path: string, body: object, own = true): Readonly<Record<string, Example>> => ({
    [`POST /api/transits/:transitNo/${path}`]: {
      ...{ url: `${transit}/${path}`, ...json(body), good: 409 },
      ...(own ? { foreign: 404 } : {}),
    },
  });
  const reason = { reason: 'over' };
  return {
    'GET /api/transits/:transitNo': { url: transit, ...found },
    'GET /api/transits/:transitNo/lists': { url: `${transit}/lists`, ...found },
    'GET /api/transits/:transitNo/positions': { url: `${transit}/positions`, ...found },
    'GET /api/lists/:ebpCode/:orderNo/transits': {
      url: `/api/lists/${owner}/${orderNo}/transits`,
      good: 200,
    },
    // Let in, and told that there is no such list of theirs.
    'POST /api/transits': {
      ...json({
        ...{ direction: 'import', corridor: 'MOHAN-ROAD', carrier: owner, billNo: 'MB1', vehicleNo: 'A1' },
        ...{ packages: 1, grossWeight: '1', lists: [{ orderNo: 'NONE', ebpCode: owner }] },
      }),
      good: 422,
    },
    'POST /api/transit-positions': {
      ...json({ positions: [{ transitNo, at: '2026-03-10T10:00:00+08:00', lon: 101, lat: 22 }] }),
      good: 200,
    },
    ...step('cancel', reason),
    ...step('departure', {}),
    ...step('arrival', {}),
    ...step('handovers', { leg: 2, seals: [{ sealNo: 'YN001', found: 'intact' }] }),
    ...step('broken-seal', { sealNo: 'YN001', note: 'torn' }),
    ...step('approve', {}, false),
    ...step('refuse', reason, false),
    ...step('seals', { sealNos: ['YN001'] }, false),
    ...step('seal-in-place', { sealNo: 'YN001', newSealNo: 'YN002' }, false),
    ...step('unsealing', { seals: [{ sealNo: 'YN001', found: 'intact' }] }, false),
    ...step('write-off', { counted: 1 }, false),
    ...step('alerts/resolve', { kind: 'late', occasion: '', reason: 'a flood' }, false),
  };
}
