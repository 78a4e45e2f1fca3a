import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keyScopeOf, policy, type Role } from '#access';
import { issueKey, revokeKey } from '#exchange';
import type { Enterprise } from '#registry';
import { enterFirms } from '../../apps/demo/seed.ts';
import { sandboxAnnex } from '../../apps/sandbox/annex.ts';
import { type RunningServer, startServer } from '../../apps/server/server.ts';
import { testAccount } from '../../modules/access/testing/signed-in.ts';
import { type TestDatabase, testDatabase } from '../../platform/postgres/testing/index.ts';
import { operations } from '../contracts/description.ts';
import { paymentOf } from '../payment-data/stand.ts';
import { readSample } from '../scenarios/folders.ts';
import { everybody, owner } from './callers.ts';
import { examples, type OnFile, story } from './examples.ts';
import { keepWarehouse } from './examples-b2b.ts';
import { keepBook } from './examples-bonded.ts';
import { bulkFileId, putBulkFile } from './examples-bulk.ts';
import { holdList } from './examples-desk.ts';
import { keepDisplay } from './examples-display.ts';
import { keepExportTax } from './examples-export-tax.ts';
import { holdExport } from './examples-exports.ts';
import { fileGatePapers } from './examples-gate.ts';
import { fileCertificates } from './examples-goods-certificates.ts';
import { keepInspection } from './examples-inspections.ts';
import { keepTax } from './examples-money.ts';
import { askForCorrection, correctionId } from './examples-persons.ts';
import { fileApplication, filedItem, filingId } from './examples-registry.ts';
import { keepReturnCentre } from './examples-return-centre.ts';
import { keepReturn } from './examples-returns.ts';
import { keepSummary } from './examples-summaries.ts';
import { putTransit } from './examples-transit.ts';
import { speaksOf } from './speaks-of.ts';
import { objection, type Row, type Visit, walk } from './walk.ts';

const clock = { now: new Date('2026-03-10T10:00:00+08:00') };
const table: readonly Row[] = policy;

let rented: TestDatabase;
let servers: readonly RunningServer[];
let visits: Visit[];
let marks: readonly string[];

beforeAll(async () => {
  rented = await testDatabase();
  const { database } = rented;
  const enterprises: Enterprise[] = JSON.parse(readSample('enterprises.json').toString('utf8'));
  await enterFirms(database, enterprises);
  // Everybody asks from one address, in a moment.
  const rates = () => ({ requests: 1_000_000, seconds: 60 });
  const settings = { database, port: 0, now: () => clock.now, sweepMs: 2_000, rates };
  const annex = (parts: Parameters<typeof sandboxAnnex>[0]) => sandboxAnnex(parts);
  servers = [await startServer(settings), await startServer({ ...settings, demo: true, annex })];
  const [platform, sandbox] = servers as [RunningServer, RunningServer];
  const file = await putOnFile(platform.url, sandbox.url);
  marks = [
    file.orderNo,
    `"${file.payTransactionId}"`,
    file.sessionID,
    file.webhookId,
    file.delegationId,
    file.memberId,
    file.keyId,
  ];
  marks = [...marks, filingId, filedItem, bulkFileId, correctionId];
  const identities = await everybody(database, clock.now, async (key) => {
    const opened = await post(`${platform.url}/api/session`, JSON.stringify({ key }));
    return String(opened.headers.get('set-cookie')).split(';', 1)[0] ?? '';
  });
  const been = new Set(platform.routes.map(({ method, url }) => `${method.replace('HEAD', 'GET')} ${url}`));
  const walks = [
    walk(platform, false, new Set(), identities, examples(file)),
    walk(sandbox, true, been, identities, examples(file)),
  ];
  visits = (await Promise.all(walks)).flat();
}, 600_000);
afterAll(async () => {
  for (const server of servers) await server.close();
  await rented.close();
});

const post = (url: string, body: string | Uint8Array, key?: string, type = 'application/json') =>
  fetch(url, {
    ...{ method: 'POST', body: body as string },
    headers: { 'content-type': type, ...(key ? { authorization: `Bearer ${key}` } : {}) },
  });

/** Hands in a purchase of the owner and its payment, and has customs ask for it. */
async function putOnFile(platform: string, sandbox: string): Promise<OnFile> {
  const { database } = rented;
  const keyOf = async (code: string) => (await issueKey(database, code, '', 'enterprise', clock.now)).token;
  for (const step of story?.steps ?? []) {
    clock.now = new Date(step.at);
    const bytes = new Uint8Array(story?.read(step.file) ?? []);
    const answer = await post(
      `${platform}/api/messages?wait=5`,
      bytes,
      await keyOf(step.as),
      'application/xml',
    );
    if (answer.status !== 200) throw new Error(await answer.text());
  }
  const orderNo = story?.lists[0]?.orderNo ?? '';
  const ownerKey = await keyOf(owner);
  const payment = paymentOf(owner, [orderNo]);
  await post(`${platform}/api/payment-records`, `{"payments":[${payment.json}]}`, ownerKey);
  const sessionID = 'ffffffff-0000-4000-8000-000000000001';
  await database.query(
    `insert into payment_data.request (session_id, order_no, ebp_code, service_time, clock_off_ms, asked_at, due_at,
       state, next_try_at, keep_until)
     values ($1, $2, $3, '1', 0, $4, $4, 'answered', $4, '2036-01-01')`,
    [sessionID, orderNo, owner, clock.now],
  );
  const webhookId = 'ffffffff-0000-4000-8000-000000000002';
  await database.query(
    `insert into notices.subscription (customs_code, subscription_id, address, label, events, state, made_at,
       changed_at, secret, receipts_cursor, journal_cursor)
     values ($1, $2, 'https://10.0.0.1/', '', '{receipt.*}', 'paused', $3, $3, 'whsec_AAAA', '0.0', '0.0')`,
    [owner, webhookId, clock.now],
  );
  const { keyId } = await issueKey(database, owner, 'ERP', 'enterprise', clock.now);
  await revokeKey(database, keyId, clock.now);
  const delegationId = 'ffffffff-0000-4000-8000-000000000003';
  await database.query(
    `insert into delegations.delegation (principal, delegation_id, agent, kinds, from_day, to_day, paper_no, paper_place,
       state, proposed_at, changed_at)
     values ($1, $2, $3, '{order}', '2026-03-01', '2026-03-31', 'WT-1', '', 'ended', $4, $4)`,
    [owner, delegationId, '5301560006', clock.now],
  );
  await fileApplication(database, clock.now);
  await keepBook(database, clock.now);
  await keepWarehouse(database, clock.now);
  await keepInspection(database, clock.now);
  await fileGatePapers(database, clock.now);
  await keepDisplay(database, clock.now);
  await fileCertificates(database, clock.now);
  await keepTax(database, clock.now);
  await keepSummary(database, clock.now);
  await keepExportTax(database, clock.now);
  await putTransit(database, clock.now);
  await keepReturn(database, clock.now);
  await keepReturnCentre(database, clock.now);
  await holdExport(database, clock.now);
  await putBulkFile(database, clock.now);
  await holdList(database, clock.now);
  await askForCorrection(database, orderNo, clock.now);
  const opened = await post(
    `${sandbox}/sandbox/payment-data/requests`,
    JSON.stringify({ url: 'http://127.0.0.1:1/', orderNo }),
    ownerKey,
  );
  const colleague = { role: 'enterprise', customsCode: owner, member: 'clerk' } as const;
  const memberId = (await testAccount(database, colleague, clock.now)).accountId;
  return {
    memberId,
    ...{ orderNo, ownerKey, sessionID, webhookId, delegationId, keyId, payment: payment.json },
    orderMessage: story?.read('01-order.xml').toString('utf8') ?? '',
    payTransactionId: payment.payTransactionId,
    sandboxSession: ((await opened.json()) as { request: { sessionID: string } }).request.sessionID,
  };
}

const objections = (rows: readonly Row[]) => visits.flatMap((visit) => objection(rows, marks, visit) ?? []);

describe('every route × everybody', () => {
  test('is answered as the table of who may do what says', () => {
    const routes = new Set(visits.map(({ route }) => `${route.method} ${route.url}`));
    const names = new Set(visits.map(({ identity }) => identity.name));
    const size = `${routes.size} routes × ${names.size} identities on 2 servers: ${visits.length} requests`;
    console.log(size);
    expect(objections(table)).toEqual([]);
    expect(routes.size).toBeGreaterThan(50);
    expect(names.size).toBeGreaterThanOrEqual(29);
  });

  test('uses every row of the table, and no route is left out', () => {
    const used = visits.map(({ route }) => (route.config as { access: Row }).access);
    for (const { resource, action } of table)
      expect(used, `${resource} ${action}`).toContainEqual({ resource, action });
  });

  test('declares the row its address speaks of, and reads where it is asked by GET', () => {
    for (const { method, url, config } of new Set(visits.map(({ route }) => route))) {
      const { resource, action } = (config as { access: Row }).access;
      const [, spokenOf] = speaksOf.find(([address]) => address.test(url)) ?? [];
      expect([method, url, resource]).toEqual([method, url, spokenOf]);
      const reads = method === 'GET' || method === 'HEAD';
      expect([method, url, action.startsWith('read')]).toEqual([method, url, reads]);
    }
    const inFull = visits.filter(({ route }) => route.url.endsWith('/full'));
    expect(new Set(inFull.map(({ route }) => (route.config as { access: Row }).access.action))).toEqual(
      new Set(['read-in-full']),
    );
  });

  test('shows the owner what it asks for: the walk asks for what is there', () => {
    const seen = visits.filter(
      ({ identity, body }) => identity.of === owner && body.includes(marks[0] ?? ''),
    );
    expect(new Set(seen.map(({ route }) => route.url)).size).toBeGreaterThanOrEqual(6);
  });

  test.each<[string, (row: Row) => Row | undefined, RegExp]>([
    [
      'that lets enterprises have links sent again',
      (row) => (row.action === 'replay' ? { ...row, may: { ...row.may, enterprise: 'zone' } } : row),
      /POST .*replay by the key of the enterprise: 403 .*instead of 404/,
    ],
    [
      'that shows an enterprise payments of the zone',
      (row) =>
        row.resource === 'payment-records' && row.action === 'read'
          ? { ...row, may: { ...row.may, enterprise: 'zone' } }
          : row,
      /payTransactionId by the key of another enterprise: 404 .*instead of 200/,
    ],
    [
      'that lets nobody read lists',
      (row) => (row.resource === 'lists' ? { ...row, may: {} } : row),
      /GET \/api\/lists by an operator: 200 .*instead of 403/,
    ],
    [
      'that takes sessions for messages',
      (row) => (row.resource === 'messages' ? { ...row, shownBy: ['key', 'session'] } : row),
      /POST \/api\/messages by a clerk of the enterprise: 401/,
    ],
    ['that is missing', (row) => (row.resource === 'health' ? undefined : row), /does not have health read/],
  ])('a row %s would be seen', (_what, planted, seen) => {
    const found = objections(table.flatMap((row) => planted(row) ?? []));
    expect(found.filter((one) => seen.test(one)).length).toBeGreaterThan(0);
  });
});

test('the description asks of each operation what the table does, and tells of its refusals', () => {
  const waysIn = (by: 'key' | 'session', row: Row) =>
    by === 'key' ? { apiKey: [keyScopeOf(row)] } : { session: [] };
  for (const [place, { security, responses }, path] of operations) {
    const url = path.replaceAll(/\{(\w+)\}/g, ':$1');
    const route = visits.find(
      (one) => `${one.route.method} ${one.route.url}` === place.replace(path, url),
    )?.route;
    const { access } = (route?.config ?? {}) as { access?: Row };
    const row = table.find((one) => one.resource === access?.resource && one.action === access.action);
    const refuses = (roles: readonly Role[]) => roles.some((role) => row?.may[role] === undefined);
    const statuses = Object.keys(responses);
    if (refuses(['nobody'])) {
      expect([place, security]).toEqual([place, row?.shownBy.map((by) => waysIn(by, row))]);
      expect([place, ...statuses]).toContain('401');
    } else expect([place, security]).toEqual([place, []]);
    if (refuses(['enterprise', 'operator', 'officer', 'consumer']))
      expect([place, ...statuses]).toContain('403');
  }
});

test('no operation refuses with a code that its description does not show', () => {
  const described = new Map(
    operations.map(([place, { operationId, responses }]) => [
      place,
      {
        operationId,
        shown: Object.entries(responses).flatMap(([status, { content = {} }]) =>
          Object.keys(content['application/problem+json']?.examples ?? {}).map((code) => `${status} ${code}`),
        ),
      },
    ]),
  );
  const unsaid = new Set<string>();
  for (const { route, status, code } of visits) {
    const operation = described.get(`${route.method} ${route.url.replaceAll(/:(\w+)/g, '{$1}')}`);
    if (code === undefined || !operation || operation.shown.includes(`${status} ${code}`)) continue;
    unsaid.add(`${operation.operationId} answers ${status} ${code}: npm run examples -- test/access`);
  }
  expect([...unsaid]).toEqual([]);
});
