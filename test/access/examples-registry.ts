import type { Database } from '#postgres';
import type { Enterprise } from '#registry';
import { readSample } from '../scenarios/folders.ts';
import { owner } from './callers.ts';
import type { Example } from './example.ts';

/** An application of the owner that is over: whoever may have it is told so. */
export const filingId = 'ffffffff-0000-4000-8000-000000000004';

/** Puts the owner's application on file. */
export async function fileApplication(database: Database, at: Date): Promise<void> {
  await database.query(
    `insert into registry.enterprise_filing (customs_code, filing_id, kind, state, source, paper, base_version, file,
       made_by, made_at, changed_at)
     select customs_code, $2, 'change', 'withdrawn', 'enterprise', '', 1, file, 'firm', $3, $3
     from registry.enterprise_version where customs_code = $1`,
    [owner, filingId, at],
  );
}

const json = (body: unknown) => ({ body: JSON.stringify(body), type: 'application/json' });

/** Examples of the register's routes. */
export function registryExamples(): Readonly<Record<string, Example>> {
  const addressed = { good: 200, foreign: 404 };
  const url = `/api/registry/enterprises/${owner}`;
  const filing = `/api/registry/filings/${filingId}`;
  const over = { good: 409, foreign: 404 };
  const entries: readonly Enterprise[] = JSON.parse(readSample('enterprises.json').toString('utf8'));
  const entry = entries.find(({ customsCode }) => customsCode === owner);
  const asked = { ...entry, state: undefined };
  return {
    'GET /api/registry/enterprises/:customsCode': { url, ...addressed },
    'GET /api/registry/enterprises/:customsCode/history': { url: `${url}/history`, ...addressed },
    'GET /api/registry/enterprises/:customsCode/full': { url: `${url}/full?reason=checking`, ...addressed },
    // Let in, and told that there is no such enterprise.
    'POST /api/registry/enterprises/:customsCode/suspend': {
      ...{ url: '/api/registry/enterprises/5301000000/suspend', ...json({ reasons: 'checking' }), good: 404 },
    },
    'GET /api/registry/filings/:filingId': { url: filing, ...addressed },
    // Who is active cannot be resumed.
    'POST /api/registry/filings': {
      ...json({ kind: 'resume', customsCode: owner }),
      ...{ good: 409, foreign: 403 },
    },
    'POST /api/registry/filings/findings': { ...json(asked), good: 200 },
    'PUT /api/registry/filings/:filingId': { url: filing, ...json({ file: asked }), ...over },
    ...Object.fromEntries(
      ['apply', 'withdraw', 'check', 'approve'].map((step) => [
        `POST /api/registry/filings/:filingId/${step}`,
        { url: `${filing}/${step}`, ...over },
      ]),
    ),
    'POST /api/registry/filings/:filingId/return': {
      ...{ url: `${filing}/return`, ...json({ reasons: 'checking' }), ...over },
    },
    'GET /api/registry/public/enterprises/:customsCode': {
      url: `/api/registry/public/enterprises/${owner}`,
      good: 200,
    },
    'POST /api/registry/applications/findings': { ...json(asked), good: 200 },
    // It lacks contacts.
    'POST /api/registry/applications': { ...json({ file: asked }), good: 422 },
    // Without its ticket an application is nobody's.
    'GET /api/registry/applications/:filingId': { url: `/api/registry/applications/${filingId}`, good: 400 },
  };
}
