import { afterAll, beforeAll, expect, test } from 'vitest';
import { issueKey } from '#exchange';
import type { Http } from '#http';
import { enterprises, purchase } from '../../modules/clearance/testing/purchases.ts';
import { type TestDatabase, testDatabase } from '../../platform/postgres/testing/index.ts';
import { enterFirms } from '../demo/seed.ts';
import { createApi } from './server.ts';

const platform = '5301960001';
const now = new Date('2026-11-23T13:00:00+08:00');

let rented: TestDatabase;
let app: Http;
let key: string;

beforeAll(async () => {
  rented = await testDatabase();
  const { database } = rented;
  await enterFirms(database, enterprises);
  app = (await createApi({ database, now: () => now }, { print: 'b', mail: 'b' })).app;
  key = (await issueKey(database, platform, '', 'enterprise', now)).token;
});
afterAll(async () => {
  await app.close();
  await rented.close();
});

const ask = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object, tag?: string) =>
  app.inject({
    ...{ method, url },
    headers: { authorization: `Bearer ${key}`, ...(tag ? { 'if-match': tag } : {}) },
    ...(payload ? { payload } : {}),
  });

/** An order as it is typed. */
function typedOrder() {
  const { head, items } = purchase(7).order;
  const texts = (record: object, ...without: string[]) =>
    Object.fromEntries(
      Object.entries(record).flatMap(([name, value]) =>
        without.includes(name) ? [] : [[name, String(value)]],
      ),
    );
  return {
    head: texts(head, 'guid', 'appType', 'appTime', 'appStatus'),
    items: items.map((item) => texts(item, 'gnum')),
    keep: {},
  };
}

test('an order is written by form: begun, checked, saved on top of what was seen, and handed in', async () => {
  const form = await ask('GET', '/api/forms/order');
  expect(form.json().head.map(({ name }: { name: string }) => name)).toContain('goodsValue');
  const begun = await ask('POST', '/api/drafts', { kind: 'order' });
  expect(begun.statusCode).toBe(201);
  const url = `/api/drafts/${begun.json().draftId}`;
  const content = typedOrder();
  const checked = await ask('POST', '/api/check', { kind: 'order', ...content });
  expect(checked.json()).toMatchObject({ findings: [], compared: [] });
  const saved = await ask('PUT', url, content, String(begun.headers.etag));
  expect([saved.statusCode, saved.json().revision]).toEqual([200, 2]);
  const late = await ask('PUT', url, content, String(begun.headers.etag));
  expect([late.statusCode, late.json().code]).toEqual([412, 'CHANGED-MEANWHILE']);
  expect((await ask('GET', url)).json()).toMatchObject({ head: content.head, revision: 2 });
  expect((await ask('GET', '/api/drafts')).json().drafts).toMatchObject([{ orderNo: content.head.orderNo }]);
  const handed = await ask('POST', `${url}/hand-in`, { declare: true }, String(saved.headers.etag));
  expect(handed.json()).toMatchObject({ verdict: 'accepted', status: '120', findings: [] });
  expect((await ask('GET', url)).statusCode).toBe(404);
});

test('a draft that is not wanted is thrown away, and one begun from what is not on file is none', async () => {
  const { draftId } = (await ask('POST', '/api/drafts', { kind: 'waybill' })).json();
  expect((await ask('DELETE', `/api/drafts/${draftId}`)).statusCode).toBe(204);
  expect((await ask('DELETE', `/api/drafts/${draftId}`)).statusCode).toBe(404);
  const from = { as: 'change', key: { orderNo: 'NOSUCH', ebpCode: platform } };
  const none = await ask('POST', '/api/drafts', { kind: 'order', from });
  expect([none.statusCode, none.json().code]).toEqual([404, 'DOCUMENT-NOT-FOUND']);
});
