import { afterAll, beforeAll, expect, test } from 'vitest';
import { issueKey } from '#exchange';
import type { Http } from '#http';
import { type SignedIn, signedInAs } from '../../modules/access/testing/signed-in.ts';
import { type TestDatabase, testDatabase } from '../../platform/postgres/testing/index.ts';
import { seedZone } from '../demo/seed.ts';
import { createZone } from '../demo/zone.ts';
import { createApi } from './server.ts';
import { Tables } from './tables.ts';

const now = (): Date => new Date('2026-11-23T13:00:00+08:00');
const zone = createZone();
const firm = zone.brokers[0]?.customsCode ?? '';

let rented: TestDatabase;
let app: Http;
let operator: SignedIn;
let colleague: SignedIn;
let member: SignedIn;
beforeAll(async () => {
  rented = await testDatabase();
  const { database } = rented;
  await seedZone(database, zone);
  app = (await createApi({ database, now }, { print: 'secret of papers', mail: 'secret of mails' })).app;
  operator = await signedInAs(database, { role: 'operator', displayName: '王芳' }, now());
  colleague = await signedInAs(database, { role: 'operator' }, now());
  member = await signedInAs(database, { role: 'enterprise', customsCode: firm, displayName: '李雷' }, now());
});
afterAll(async () => {
  await app?.close();
  await rented?.close();
});

const ask = async (
  headers: Readonly<Record<string, string>>,
  method: 'GET' | 'POST',
  url: string,
  payload?: object,
) => {
  const response = await app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  return { status: response.statusCode, json: response.json() };
};
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** Proposes the table of transport with one more row. */
async function proposedWith(token: string) {
  const tables = new Tables(rented.database);
  await tables.refresh();
  const rows = [...tables.rows('transport'), { code: 'ZZ', zh: '管道', en: 'Pipeline', confidence: 'V' }];
  const columns = Object.keys(rows[0] ?? {});
  const line = (row: Readonly<Record<string, string>>) =>
    columns.map((name) => `"${(row[name] ?? '').replaceAll('"', '""')}"`).join(',');
  const response = await app.inject({
    method: 'POST',
    url: '/api/registry/editions',
    query: { table: 'transport', from: '2027-07-01', source: '海关总署公告2027年第1号', note: '' },
    headers: { ...bearer(token), 'content-type': 'text/csv' },
    payload: [columns.join(','), ...rows.map(line)].join('\n'),
  });
  return response.json();
}

test('what a key asks for its owner does not approve, and another person does', async () => {
  const made = { ownerId: operator.account.accountId };
  const { token } = await issueKey(rented.database, firm, 'rules', 'operator', now(), made);
  const edition = await proposedWith(token);
  expect(edition.proposedBy).toBe(operator.account.accountId);
  const approval = `/api/registry/editions/${edition.editionId}/approve`;
  expect((await ask(operator.headers, 'POST', approval)).json.code).toBe('EDITION-FOUR-EYES');
  expect((await ask(colleague.headers, 'POST', approval)).status).toBe(200);
});

test('a key of the house that nobody answers for proposes nothing that takes two people', async () => {
  const { token } = await issueKey(rented.database, firm, 'rules', 'operator', now());
  const refused = await proposedWith(token);
  expect(refused.code).toBe('PERSON-NEEDED');
  expect(refused.en).toContain('--owner');
  const instrument = { kind: 'bank-guarantee' };
  expect(await ask(bearer(token), 'POST', '/api/guarantees/given', instrument)).toMatchObject({
    ...{ status: 403, json: { code: 'PERSON-NEEDED' } },
  });
});

test('a key is owned by who made it, and so is every key made with it', async () => {
  const wish = { label: 'ERP', scopes: ['keys', 'receipts'] };
  const first = await ask(member.headers, 'POST', '/api/keys', wish);
  const owner = { accountId: member.account.accountId, login: member.account.login, name: '李雷' };
  expect(first.json.owner).toEqual(owner);
  const second = await ask(bearer(first.json.token), 'POST', '/api/keys', { ...wish, label: 'by a program' });
  expect(second.json).toMatchObject({ madeBy: first.json.keyId, owner });
  const auditor = await signedInAs(rented.database, { role: 'auditAdministrator' }, now());
  const { json } = await ask(auditor.headers, 'GET', `/api/audit/entries?subject=${second.json.keyId}`);
  expect(json.entries[0]).toMatchObject({
    ...{ kind: 'key-made', actor: first.json.keyId, actorKey: 'ERP', actorName: '李雷' },
  });
});
