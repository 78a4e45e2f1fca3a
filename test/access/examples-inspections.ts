import type { Database } from '#postgres';
import { owner } from './callers.ts';
import { type Example, json } from './example.ts';

const inspectionId = 'ffffffff-0000-4000-8000-000000000031';
const entryId = 'ffffffff-0000-4000-8000-000000000032';
const photoId = 'ffffffff-0000-4000-8000-000000000033';
const siteCode = 'WALKSITE1';

/** A site, and an inspection of the owner's that is over. */
export async function keepInspection(database: Database, now: Date): Promise<void> {
  await database.query(
    `insert into inspections.site (site_code, name_zh, name_en, customs_code, address, slot_minutes)
     values ($1, '场所', 'site', '8620', '', 60)`,
    [siteCode],
  );
  await database.query(
    `insert into inspections.inspection (group_key, inspection_id, state, customs_code, parties, opened_at, ended_at)
     values ('walk', $1, 'lapsed', '8620', array[$2], $3, $3)`,
    [inspectionId, owner, now],
  );
}

/** Examples of inspections: of the owner, and of others who find no such one. */
export function inspectionExamples(): Readonly<Record<string, Example>> {
  const one = `/api/inspections/${inspectionId}`;
  // Let in, and told that the inspection is over.
  const over = { good: 409, foreign: 404 };
  const list = { orderNo: 'WALK0000', ebpCode: owner };
  const hold = { ...list, agency: 'customs', ground: 'CUS-ORDERED' };
  const sample = { ...hold, entryId, sampleNo: 'YP-1', what: '样品', sealNo: 'F-1' };
  const slot = { siteCode, startsAt: '2026-11-26T02:00:00.000Z' };
  return {
    'GET /api/inspections/:inspectionId': { url: one, good: 200, foreign: 404 },
    // Let in, and told that the ground is not of their agency, as no ground has this code.
    'POST /api/inspections': { ...json({ ...list, ground: 'NO-GROUND' }), good: 422 },
    'PUT /api/inspections/:inspectionId/booking': { url: `${one}/booking`, ...json(slot), ...over },
    'DELETE /api/inspections/:inspectionId/booking': { url: `${one}/booking`, ...over },
    'POST /api/inspections/:inspectionId/begin': { url: `${one}/begin`, ...over },
    'POST /api/inspections/:inspectionId/no-show': { url: `${one}/no-show`, ...over },
    'POST /api/inspections/:inspectionId/signature': { url: `${one}/signature`, ...over },
    'POST /api/inspections/:inspectionId/results': {
      ...{ url: `${one}/results`, ...json({ ...list, entryId, verdict: 'conforming' }), ...over },
    },
    'POST /api/inspections/:inspectionId/samples': { url: `${one}/samples`, ...json(sample), ...over },
    'POST /api/inspections/:inspectionId/samples/:sampleNo/steps': {
      ...{ url: `${one}/samples/YP-1/steps`, ...json({ entryId, state: 'received' }), ...over },
    },
    'POST /api/inspections/:inspectionId/corrections': {
      ...{ url: `${one}/corrections`, ...over },
      ...json({ ...hold, entryId, verdict: 'conforming', why: '复检' }),
    },
    'POST /api/inspections/:inspectionId/corrections/:entryId/confirmation': {
      ...{ url: `${one}/corrections/${entryId}/confirmation`, ...over },
    },
    'GET /api/inspections/:inspectionId/photos/:photoId': { url: `${one}/photos/${photoId}`, good: 404 },
    'POST /api/inspections/:inspectionId/photos': {
      ...{ url: `${one}/photos?photoId=${photoId}&shows=x`, body: 'none', type: 'image/png' },
      // Let in, and told that it is no picture.
      good: 422,
    },
    // Let in, and told that the site is there already.
    'PUT /api/inspection-sites/:siteCode': {
      url: `/api/inspection-sites/${siteCode}`,
      ...json({
        ...{ name: { zh: '场所', en: 'site' }, customsCode: '8620', address: '', slotMinutes: 60 },
        ...{ openings: [], closedDays: [], seen: 0 },
      }),
      good: 409,
    },
    'GET /api/inspection-sites/:siteCode/slots': {
      url: `/api/inspection-sites/${siteCode}/slots?from=2026-11-23`,
      good: 200,
    },
  };
}
