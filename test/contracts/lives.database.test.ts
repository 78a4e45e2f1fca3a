import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { carrierFile, platformFile } from '../../modules/registry/testing/files.ts';
import { openPlatform, type Platform } from '../portal/platform.ts';
import { type Asking, asking } from './asking.ts';

const SELLER = '5301963604';
const ONE_PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
let platform: Platform;
let clerk: Asking;
let first: Asking;
let second: Asking;

beforeAll(async () => {
  platform = await openPlatform({ portal: false });
  [clerk, first, second] = await Promise.all([
    asking(platform, { role: 'enterprise', customsCode: SELLER, member: 'administrator' }),
    asking(platform, { role: 'operator', displayName: 'first' }),
    asking(platform, { role: 'operator', displayName: 'second' }),
  ]);
});
afterAll(() => platform.close());

/** Does one step after the other, and says how each was answered. */
async function steps(
  ...all: readonly (readonly [who: Asking, method: string, path: string, body?: object])[]
) {
  const answers = [];
  for (const [who, method, path, body] of all) answers.push(await who(method, path, body));
  return answers;
}
const statuses = (answers: readonly { readonly status: number }[]) => answers.map(({ status }) => status);

describe('an incident, over HTTP', () => {
  test('is reported, told of, and over', async () => {
    const system = await asking(platform, { role: 'systemAdministrator' });
    const word = { zh: '回执延迟。', en: 'Receipts come late.' };
    const { json } = await system('POST', '/api/status/incidents', { level: 'slow', word });
    // Time passes meanwhile: what is told of an incident has a moment each.
    await platform.tell('01-direct-purchase');
    const over = { word: { zh: '已恢复。', en: 'It works again.' }, over: true };
    const told = await system('POST', `/api/status/incidents/${json.incidentId}/words`, over);
    expect(told.status).toBe(204);
  });
});

describe('an application, over HTTP', () => {
  test('is drafted, written anew, applied for, returned, mended, checked by one and approved by another', async () => {
    const wish = {
      kind: 'register',
      customsCode: platformFile.customsCode,
      file: platformFile,
      paper: '申请书 1',
    };
    const made = await first('POST', '/api/registry/filings', wish);
    expect([made.status, made.json.state]).toEqual([201, 'draft']);
    const path = `/api/registry/filings/${made.json.filingId}`;
    const third = await asking(platform, { role: 'operator', displayName: 'third' });
    const answers = await steps(
      [first, 'PUT', path, { file: { ...platformFile, domains: ['shop.example.cn'] }, paper: '申请书 2' }],
      [first, 'POST', `${path}/apply`],
      [second, 'POST', `${path}/return`, { reasons: '请补充备案域名' }],
      [first, 'POST', `${path}/apply`],
      [second, 'POST', `${path}/check`],
      [third, 'POST', `${path}/approve`],
    );
    expect(statuses(answers)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(answers.map(({ json }) => json.state)).toEqual([
      'draft',
      'applied',
      'returned',
      'applied',
      'checked',
      'approved',
    ]);
    const told = await first('GET', path);
    expect(told.json.steps.length).toBeGreaterThanOrEqual(5);
    const file = `/api/registry/enterprises/${platformFile.customsCode}`;
    expect((await first('GET', `${file}/history`)).json.versions).toMatchObject([{ cause: 'registered' }]);
    const again = await first('POST', '/api/registry/filings', { ...wish, kind: 'change' });
    const left = await first('POST', `/api/registry/filings/${again.json.filingId}/withdraw`);
    expect([left.status, left.json.state]).toEqual([200, 'withdrawn']);
  });

  test('without an account is followed by its ticket', async () => {
    const { status, json } = await first('POST', '/api/registry/applications', { file: carrierFile });
    expect(status).toBe(201);
    const response = await fetch(`${platform.url}/api/registry/applications/${json.filingId}`, {
      headers: { 'x-application-ticket': json.ticket },
    });
    expect([response.status, ((await response.json()) as { state: string }).state]).toEqual([200, 'applied']);
  });

  test('is not needed to stop a firm at once', async () => {
    const stopped = await first('POST', '/api/registry/enterprises/5301663615/suspend', {
      reasons: '许可证已被吊销',
      paper: '处罚决定书 7',
    });
    expect([stopped.status, stopped.json.state]).toEqual([200, 'suspended']);
  });
});

describe('goods, over HTTP', () => {
  const head = 'itemNo,itemName,gcode,gname,gmodel,country,unit,unit1,validFrom';
  const row = (itemNo: string) =>
    `${itemNo},烘焙咖啡豆250克,0901210000,咖啡豆,250克/袋,119,136,035,2026-01-01`;
  const of = (itemNo: string, step: string) => `/api/registry/goods/${SELLER}/${itemNo}/${step}`;

  test('are filed by a table, and approved, returned or withdrawn one by one', async () => {
    const table = [head, row('COFFEE-1'), row('COFFEE-2'), row('COFFEE-3'), `${row('')}`].join('\n');
    const filed = await clerk.send('/api/registry/goods/import?accept=sound', table, 'text/csv');
    expect(filed.json).toMatchObject({ filed: 3, bad: [{ place: 4 }] });
    const answers = await steps(
      [first, 'POST', of('COFFEE-1', 'approve')],
      [first, 'POST', of('COFFEE-2', 'return'), { reasons: '缺少规格' }],
      [clerk, 'POST', of('COFFEE-3', 'withdraw')],
    );
    expect(answers.map(({ json }) => json.state)).toEqual(['approved', 'returned', 'withdrawn']);
    const one = await clerk('GET', `/api/registry/goods/${SELLER}/COFFEE-2`);
    expect(one.json.steps.map(({ step }: { step: string }) => step)).toEqual(['return', 'file']);
  });

  test('are shown by a photo, told about anew and taken away, and looked at again each time', async () => {
    const photos = of('COFFEE-1', 'photos');
    const added = await clerk.send(`${photos}?alt=%E4%B8%80%E8%A2%8B`, ONE_PIXEL, 'image/png');
    const [{ photoId } = { photoId: '' }] = added.json.photos;
    const answers = await steps(
      [clerk, 'PATCH', `${photos}/${photoId}`, { alt: '一袋咖啡豆' }],
      [clerk, 'DELETE', `${photos}/${photoId}`],
    );
    const broken = await clerk.send(`${photos}?alt=x`, ONE_PIXEL.subarray(0, 20), 'image/png');
    expect(broken.status).toBe(422);
    expect(answers.map(({ json }) => json.photos.length)).toEqual([1, 0]);
    expect(answers.map(({ json }) => json.state)).toEqual(['filed', 'filed']);
  });
});

describe('an edition of a table, over HTTP', () => {
  const columns = 'code,zh,en,note,from,to,source,confidence';
  const propose = async (code: string) => {
    const { json } = await first('GET', '/api/registry/code-lists/transport');
    const query = new URLSearchParams({
      table: 'transport',
      from: '2026-07-01',
      source: '海关总署公告2026年第99号',
    });
    const rows = json.entries.map((one: Record<string, string>) =>
      columns.split(',').map((name) => `"${one[name] ?? ''}"`),
    );
    const text = [columns, ...rows.map(String), `${code},管道,Pipeline,,,,,V`].join('\n');
    return first.send(`/api/registry/editions?${query}`, text, 'text/csv');
  };
  const of = (one: { json: { editionId: string } }, step: string) =>
    `/api/registry/editions/${one.json.editionId}/${step}`;

  test('is returned with reasons, withdrawn by who proposed it, or approved by another', async () => {
    const [returned, withdrawn, approved] = [await propose('ZX'), await propose('ZY'), await propose('ZZ')];
    const answers = await steps(
      [second, 'POST', of(returned, 'return'), { reasons: '缺少公告依据' }],
      [first, 'POST', of(withdrawn, 'withdraw')],
      [second, 'POST', of(approved, 'approve')],
    );
    expect(answers.map(({ json }) => json.state)).toEqual(['returned', 'withdrawn', 'approved']);
    const seen = await first('GET', `/api/registry/editions/${approved.json.editionId}`);
    expect(seen.json.added).toMatchObject([{ code: 'ZZ', zh: '管道' }]);
  });
});

describe('a case of the desk, over HTTP', () => {
  test('is taken and handed back, and what one officer proposes another rejects', async () => {
    await platform.tell('22-off-the-positive-list');
    const li = await asking(platform, { role: 'officer', displayName: 'Li' });
    const wang = await asking(platform, { role: 'officer', displayName: 'Wang' });
    let key = '';
    await expect
      .poll(async () => {
        const { json } = await li('GET', '/api/desk/cases');
        const [{ ebpCode, orderNo } = {} as Record<string, string>] = json.items;
        key = `/api/desk/cases/${ebpCode}/${orderNo}`;
        return json.items.length;
      })
      .toBe(1);
    await li('POST', `${key}/take`);
    expect((await li('POST', `${key}/hand-back`, { note: '交接班' })).status).toBe(204);
    const version = async () => (await li('GET', key)).json.version;
    const proposed = await li('POST', `${key}/decide`, {
      ...{ version: await version(), act: 'detain', reason: 'DET-LEGAL', note: '疑似侵权' },
    });
    expect(proposed.json).toMatchObject({ done: 'proposed' });
    const rejected = await wang('POST', `${key}/reject`, { version: await version(), note: '证据不足' });
    expect(rejected.status).toBe(204);
  });
});

describe('an account and its keys, over HTTP', () => {
  test('are locked and unlocked, and a key is replaced', async () => {
    const security = await asking(platform, { role: 'securityAdministrator' });
    const login = `clerk-${SELLER}`;
    await asking(platform, { role: 'enterprise', customsCode: SELLER, member: 'clerk', login });
    const { json } = await security('GET', `/api/accounts?q=${login}`);
    const account = `/api/accounts/${json.accounts[0].accountId}`;
    const answers = await steps(
      [security, 'POST', `${account}/lock`, { reason: '离职审查' }],
      [security, 'POST', `${account}/unlock`, { reason: '审查结束' }],
    );
    expect(statuses(answers)).toEqual([204, 204]);
    const made = await clerk('POST', '/api/keys', {
      label: 'ERP',
      scopes: ['hand-in', 'receipts'],
      days: 365,
    });
    const rotated = await clerk('POST', `/api/keys/${made.json.keyId}/rotate`, { overlapDays: 7 });
    expect([made.status, rotated.status]).toEqual([201, 200]);
  });
});

describe('what is not there', () => {
  const none = '00000000-0000-4000-8000-000000000000';
  const reasons = { reasons: '核对' };
  type Who = 'first' | 'security' | 'officer' | 'clerk';

  test.each<[who: Who, method: string, path: string, code: string, body?: object]>([
    ['security', 'POST', `/api/accounts/${none}/approval`, 'ACCOUNT-UNKNOWN'],
    ['security', 'POST', `/api/accounts/${none}/refusal`, 'ACCOUNT-UNKNOWN', { reason: '核对' }],
    ['officer', 'GET', '/api/desk/cases/5301363602/NONE', 'CASE-NOT-FOUND'],
    ['clerk', 'GET', '/api/documents/waybills/export?side=seller', 'PAPERWORK-SIDE'],
    ['clerk', 'GET', '/api/bulk/templates/moons', 'UPLOAD-KIND'],
    ['first', 'GET', `/api/registry/editions/${none}`, 'EDITION-NOT-FOUND'],
    ['first', 'POST', `/api/registry/editions/${none}/approve`, 'EDITION-NOT-FOUND'],
    ['first', 'POST', `/api/registry/editions/${none}/withdraw`, 'EDITION-NOT-FOUND'],
    ['first', 'POST', `/api/registry/editions/${none}/return`, 'EDITION-NOT-FOUND', reasons],
    ['first', 'POST', `/api/registry/filings/${none}/check`, 'FILING-NOT-FOUND'],
    ['first', 'POST', `/api/registry/filings/${none}/approve`, 'FILING-NOT-FOUND'],
    ['first', 'POST', `/api/registry/filings/${none}/return`, 'FILING-NOT-FOUND', reasons],
    ['first', 'POST', `/api/registry/goods/${SELLER}/NONE/approve`, 'GOODS-NOT-FOUND'],
    ['first', 'POST', `/api/registry/goods/${SELLER}/NONE/return`, 'GOODS-NOT-FOUND', reasons],
    ['first', 'GET', '/api/registry/public/enterprises/5301000000', 'ENTERPRISE-NOT-FOUND'],
  ])('is told so to the %s by %s %s', async (who, method, path, code, body) => {
    const others = {
      security: () => asking(platform, { role: 'securityAdministrator' }),
      officer: () => asking(platform, { role: 'officer' }),
      first: async () => first,
      clerk: async () => clerk,
    };
    const ask = await others[who]();
    expect((await ask(method, path, body)).json.code).toBe(code);
  });

  test('is told so of an application and of a table', async () => {
    const response = await fetch(`${platform.url}/api/registry/applications/${none}`, {
      headers: { 'x-application-ticket': 'A'.repeat(43) },
    });
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([
      404,
      'FILING-NOT-FOUND',
    ]);
    const query = 'table=moons&from=2026-07-01&source=a%20notice';
    const table = await first.send(`/api/registry/editions?${query}`, 'code,zh\n1,月', 'text/csv');
    expect([table.status, table.json.code]).toEqual([404, 'EDITION-TABLE']);
  });
});
