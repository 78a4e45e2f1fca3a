import type { Database } from '#postgres';
import { owner } from './callers.ts';
import type { Example } from './example.ts';

/** Bulk files: one of the owner is on file, settled. */
export const bulkFileId = 'ffffffff-0000-4000-8000-000000000021';

export async function putBulkFile(database: Database, at: Date): Promise<void> {
  await database.query(
    `insert into bulk.file (customs_code, file_id, kind, name, state, accept_good, size_bytes, received_bytes, made_at,
       changed_at, ended_at, served_at, documents_good)
     values ($1, $2, 'orders', 'a.csv', 'done', false, 1, 1, $3, $3, $3, $3, 1)`,
    [owner, bulkFileId, at],
  );
}

export function bulkExamples(): Readonly<Record<string, Example>> {
  const url = `/api/bulk/files/${bulkFileId}`;
  const addressed = { good: 200, foreign: 404 };
  // Let in, and told that it is settled.
  const settled = { good: 409, foreign: 404 };
  return {
    'GET /api/bulk/templates/:kind': { url: '/api/bulk/templates/orders?format=csv', good: 200 },
    // Let in, and told that there is no such kind.
    'POST /api/bulk/files': {
      ...{ body: JSON.stringify({ kind: 'none', name: 'a.csv', sizeBytes: 1 }), type: 'application/json' },
      good: 404,
    },
    'GET /api/bulk/files/:fileId': { url, ...addressed },
    'GET /api/bulk/files/:fileId/bad-documents': { url: `${url}/bad-documents`, ...addressed },
    'GET /api/bulk/files/:fileId/errors': { url: `${url}/errors?format=csv`, ...addressed },
    'PATCH /api/bulk/files/:fileId/content': {
      ...{ url: `${url}/content`, body: 'a', type: 'application/octet-stream' },
      headers: { 'upload-offset': '0' },
      ...settled,
    },
    'POST /api/bulk/files/:fileId/hand-in': { url: `${url}/hand-in`, ...addressed },
    'POST /api/bulk/files/:fileId/cancel': { url: `${url}/cancel`, ...settled },
  };
}
