import type { Database } from '#postgres';
import { owner } from './callers.ts';
import { type Example, json, noMessage } from './example.ts';

const certificateId = 'ffffffff-0000-4000-8000-000000000087';

/** A certificate of the owner's that was withdrawn, without a file. */
export async function fileCertificates(database: Database, now: Date): Promise<void> {
  await database.query(
    `insert into goods_certificates.certificate (owner, certificate_id, kind, number, issuer, gcode, valid_from, valid_to, state,
       filed_by, filed_at) values ($1, $2, 'ENTRY-INSPECTION', 'N1', '海关', '15042000', '2026-01-01', '2026-02-01', 'withdrawn', 'test', $3)`,
    [owner, certificateId, now],
  );
}

/** Examples of certificates of goods: of the owner, and of others who find no such one. */
export function goodsCertificateExamples(): Readonly<Record<string, Example>> {
  const one = `/api/goods-certificates/${certificateId}`;
  const wish = {
    ...{ kind: 'NO-SUCH-KIND', number: 'N2', issuer: '海关', gcode: '15042000' },
    ...{ validFrom: '2026-01-01', validTo: '2026-02-01' },
  };
  const settled = { good: 409, foreign: 404 };
  return {
    'GET /api/goods-certificates/:certificateId': { url: one, good: 200, foreign: 404 },
    // Let in, and told that there is no such kind.
    'POST /api/goods-certificates': { ...json(wish), good: 422 },
    'POST /api/goods-certificates/:certificateId/withdrawal': { url: `${one}/withdrawal`, ...settled },
    // Let in, and told that there is no file, that the certificate is settled, or that there is none.
    'GET /api/goods-certificates/:certificateId/paper': { url: `${one}/paper`, ...settled },
    'PUT /api/goods-certificates/:certificateId/paper': {
      ...{ url: `${one}/paper`, body: '%PDF-1.4', type: 'application/pdf' },
      ...settled,
    },
    'POST /api/goods-certificates/:certificateId/decision': {
      ...{ url: `/api/goods-certificates/${noMessage}/decision`, good: 404 },
      ...json({ decision: 'refused', reason: '不符' }),
    },
  };
}
