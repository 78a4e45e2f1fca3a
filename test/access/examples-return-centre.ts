import type { Database } from '#postgres';
import { foreigner, owner } from './callers.ts';
import { type Example, json } from './example.ts';

const centreCode = 'WALKRC';
const parcelNo = 'P20261123900000001';

/** A centre of the owner's, and a parcel in it that has left. */
export async function keepReturnCentre(database: Database, now: Date): Promise<void> {
  await database.query(
    `insert into return_centre.centre (centre_code, name_zh, name_en, customs_code, owner, address, opened_on, filed_by, filed_at)
     values ($1, '退货中心仓', 'Return centre', '8620', $2, '1', '2026-01-01', 'test', $3)`,
    [centreCode, owner, now],
  );
  await database.query(
    `insert into return_centre.parcel (centre_code, parcel_no, scanned, state, received_at, received_on, paper, moved_at)
     values ($1, $2, 'WALK-LABEL', 'destroyed', $3, '2026-03-01', 'XH-1', $3)`,
    [centreCode, parcelNo, now],
  );
}

/** Examples of return centres: of their owner, and of others who find no such centre and parcel. */
export function returnCentreExamples(): Readonly<Record<string, Example>> {
  const centre = `/api/return-centres/${centreCode}`;
  const parcel = `/api/return-parcels/${parcelNo}`;
  const filed = {
    ...{ nameZh: '退货中心仓', nameEn: 'Return centre', customsCode: '8620', owner, address: '1' },
    openedOn: '2026-01-01',
  };
  // Let in, and told that it has left.
  const left = (name: string, body: object) => ({
    ...{ url: `${parcel}/${name}`, ...json({ revision: 1, ...body }), good: 409, foreign: 404 },
  });
  const key = { orderNo: 'WALK-NONE', ebpCode: foreigner };
  return {
    'GET /api/return-centres': { good: 200 },
    'PUT /api/return-centres/:centreCode': { url: centre, ...json(filed), good: 200 },
    'POST /api/return-centres/:centreCode/scans': {
      ...{ url: `${centre}/scans`, ...json({ scanned: 'WALK-LABEL' }), good: 200, foreign: 404 },
    },
    // Of a list there is not, in a centre that is open to all.
    'POST /api/return-centres/:centreCode/announcements': {
      ...{ url: `${centre}/announcements`, ...json({ scanned: 'WALK-NEXT', ...key }), good: 404 },
    },
    'GET /api/return-parcels/:parcelNo': { url: parcel, good: 200, foreign: 404 },
    'POST /api/return-parcels/:parcelNo/identification': left('identification', key),
    'POST /api/return-parcels/:parcelNo/sorting': left('sorting', {
      lines: [{ gnum: 1, fit: '1', unfit: '0' }],
    }),
    'POST /api/return-parcels/:parcelNo/end': left('end', { way: 'destroyed', paper: 'XH-2' }),
    'POST /api/return-parcels/returns': { ...json({ parcels: [parcelNo], reason: '退货' }), good: 422 },
  };
}
