import type { Database } from '#postgres';
import type { Enterprise } from '#registry';
import { readSample } from '../scenarios/folders.ts';
import { owner } from './callers.ts';
import type { Example } from './example.ts';

/** An application of the owner that is over: whoever may have it is told so. */
export const filingId = 'ffffffff-0000-4000-8000-000000000004';

/** An edition of a table that is over. */
const editionId = 'ffffffff-0000-4000-8000-000000000005';

const photoId = 'ffffffff-0000-4000-8000-000000000006';

/** Number of goods of the owner that are withdrawn: whoever may have them is told so. */
export const filedItem = 'WALKED-TEA-1';

/** Puts the owner's application and goods on file. */
export async function fileApplication(database: Database, at: Date): Promise<void> {
  await database.query(
    `insert into registry.enterprise_filing (customs_code, filing_id, kind, state, source, paper, base_version, file,
       made_by, made_at, changed_at)
     select customs_code, $2, 'change', 'withdrawn', 'enterprise', '', 1, file, 'firm', $3, $3
     from registry.enterprise_version where customs_code = $1`,
    [owner, filingId, at],
  );
  await database.query(
    `insert into registry.goods (ebc_code, item_no, item_name, gcode, gname, gmodel, country, unit, unit1, valid_from,
       state, spelled, terms)
     values ($1, $2, '红茶', '0902300000', '红茶', '-', '142', '035', '035', '2026-01-01', 'withdrawn', '红茶', '{红茶}')`,
    [owner, filedItem],
  );
  await database.query(
    `insert into registry.goods_photo (ebc_code, item_no, photo_id, place, alt, media_type, width, height, size_bytes, digest,
       content, added_by, added_at)
     values ($1, $2, $3, 1, '红茶', 'image/png', 1, 1, 1, '\\x01', '\\x01', 'firm', $4)`,
    [owner, filedItem, photoId, at],
  );
  await database.query(
    `insert into registry.table_edition (table_name, edition_id, state, from_day, source, note, rows, proposed_by,
       proposed_at)
     values ('unit', $1, 'withdrawn', '2027-01-01', 'a notice', '', '[]', 'somebody', $2)`,
    [editionId, at],
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
    ...goodsExamples(),
    ...editionExamples(),
    'GET /api/registry/code-lists/:list': { url: '/api/registry/code-lists/unit', good: 200 },
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

function goodsExamples(): Readonly<Record<string, Example>> {
  const url = `/api/registry/goods/${owner}/${filedItem}`;
  const over = { good: 409, foreign: 404 };
  const tea = {
    ...{
      ebcCode: owner,
      itemNo: 'WALKED-TEA-2',
      itemName: '红茶',
      gcode: '0902',
      gname: '红茶',
      gmodel: '-',
    },
    ...{ country: '142', unit: '035', unit1: '035', validFrom: '2026-01-01' },
  };
  return {
    'GET /api/registry/goods/:ebcCode/:itemNo': { url, good: 200, foreign: 404 },
    // Let in, and told what is wrong with the tariff code.
    'POST /api/registry/goods': { ...json(tea), good: 200 },
    'POST /api/registry/goods/findings': { ...json(tea), good: 200 },
    // Let in, and told which columns are missing.
    'POST /api/registry/goods/import': { body: 'itemNo\n1\n', type: 'text/csv', good: 422 },
    ...photoExamples(url),
    'POST /api/registry/goods/:ebcCode/:itemNo/approve': { url: `${url}/approve`, ...over },
    'POST /api/registry/goods/:ebcCode/:itemNo/withdraw': { url: `${url}/withdraw`, ...over },
    'POST /api/registry/goods/:ebcCode/:itemNo/return': {
      ...{ url: `${url}/return`, ...json({ reasons: 'checking' }), ...over },
    },
  };
}

function photoExamples(goods: string): Readonly<Record<string, Example>> {
  const url = `${goods}/photos/${photoId}`;
  const over = { good: 409, foreign: 404 };
  return {
    'GET /api/registry/goods/:ebcCode/:itemNo/photos/:photoId': { url, good: 200, foreign: 404 },
    'POST /api/registry/goods/:ebcCode/:itemNo/photos': {
      ...{ url: `${goods}/photos?alt=tea`, body: 'a', type: 'image/png', ...over },
    },
    'PATCH /api/registry/goods/:ebcCode/:itemNo/photos/:photoId': { url, ...json({ place: 1 }), ...over },
    'DELETE /api/registry/goods/:ebcCode/:itemNo/photos/:photoId': { url, ...over },
  };
}

function editionExamples(): Readonly<Record<string, Example>> {
  const url = `/api/registry/editions/${editionId}`;
  return {
    'GET /api/registry/editions/:editionId': { url, good: 200 },
    // Let in, and told which columns are missing.
    'POST /api/registry/editions': {
      url: '/api/registry/editions?table=unit&from=2030-01-01&source=notice',
      ...{ body: 'code\n1\n', type: 'text/csv', good: 422 },
    },
    'POST /api/registry/editions/:editionId/approve': { url: `${url}/approve`, good: 409 },
    'POST /api/registry/editions/:editionId/withdraw': { url: `${url}/withdraw`, good: 409 },
    'POST /api/registry/editions/:editionId/return': {
      ...{ url: `${url}/return`, ...json({ reasons: 'checking' }), good: 409 },
    },
  };
}
