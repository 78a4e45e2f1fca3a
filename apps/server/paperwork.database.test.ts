import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DocumentTable } from '#documents';
import { issueKey } from '#exchange';
import type { Http } from '#http';
import { importOrders } from '#orders';
import { importPayments } from '#payments';
import { purchase } from '../../modules/clearance/testing/purchases.ts';
import { type TestDatabase, testDatabase } from '../../platform/postgres/testing/index.ts';
import { createApi } from './server.ts';

const platform = '5301960001';
const seller = '5301960002';
const stranger = '5301560006';
const now = new Date('2026-03-12T10:00:00+08:00');

let rented: TestDatabase;
let app: Http;
const keys = new Map<string, string>();

beforeAll(async () => {
  rented = await testDatabase();
  const { database } = rented;
  app = (await createApi({ database, now: () => now }, { print: 'b', mail: 'm' })).app;
  for (const firm of [platform, seller, stranger, 'payer'])
    keys.set(firm, (await issueKey(database, firm, '', 'enterprise', now)).token);
  for (let number = 1; number <= 250; number += 1) {
    const at = new Date(Date.parse('2026-03-10T00:00:00+08:00') + number * 60_000).toISOString();
    await file(importOrders, purchase(number).order, platform, at, number === 7);
  }
  const { head, items } = purchase(900).order;
  await file(
    importOrders,
    {
      head: { ...head, orderNo: 'SPECIAL-9', ebcName: '=2+3 茶铺' },
      items: items.map((item) => ({ ...item, itemName: '普洱生茶 100%' })),
    },
    platform,
    '2026-03-11T10:00:00+08:00',
  );
  await file(importPayments, purchase(1).payment, 'payer', '2026-03-11T10:00:00+08:00');
});
afterAll(async () => {
  await app.close();
  await rented.close();
});

let messages = 0;
async function file(
  table: DocumentTable,
  document: { readonly head: object; readonly items: readonly object[] },
  sender: string,
  receivedAt: string,
  deleted = false,
): Promise<void> {
  const { database } = rented;
  messages += 1;
  const row = {
    document,
    prepared: table.prepare(document, database.vault),
    messageId: `00000000-0000-7000-8000-${String(messages).padStart(12, '0')}`,
    ...{ sender, receivedAt, deleted, returnStatus: '120', returnInfo: '' },
  };
  await database.transaction((client) => table.insert(client, [row]));
}

const ask = (as: string, url: string, method: 'GET' | 'POST' | 'DELETE' = 'GET', payload?: object) =>
  app.inject({
    ...{ method, url, headers: { authorization: `Bearer ${keys.get(as)}` } },
    ...(payload ? { payload } : {}),
  });

interface Page {
  readonly side: string;
  readonly rows: readonly { readonly orderNo: string; readonly person?: string; readonly goods?: string }[];
  readonly total: number;
  readonly among?: number;
}
const page = async (as: string, query = ''): Promise<Page> =>
  (await ask(as, `/api/documents/orders${query}`)).json();

describe('the orders of an enterprise', () => {
  test('come newest first, stretch by stretch, and are counted', async () => {
    const first = await page(platform, '?limit=100');
    expect([first.side, first.total, first.rows.length]).toEqual(['sent', 251, 100]);
    expect(first.rows[0]?.orderNo).toBe('SPECIAL-9');
    const last = await page(platform, '?limit=100&skip=200');
    expect(last.rows).toHaveLength(51);
    const seen = new Set([...first.rows, ...last.rows].map(({ orderNo }) => orderNo));
    expect(seen.size).toBe(151);
  });

  test('are shown to the seller they name, who has sent none, and to nobody else', async () => {
    const named = await page(seller);
    expect([named.side, named.total]).toEqual(['seller', 251]);
    expect((await page(seller, '?side=sent')).total).toBe(0);
    expect((await page(stranger)).total).toBe(0);
  });

  test('show persons masked', async () => {
    const { rows } = await page(platform, '?limit=5');
    for (const { person } of rows) expect(person).toMatch(/^.\*+$/u);
  });

  test('are found by the beginning of their number, by goods and by firms, signs of LIKE meaning themselves', async () => {
    expect((await page(platform, '?search=SPECIAL')).rows.map(({ orderNo }) => orderNo)).toEqual([
      'SPECIAL-9',
    ]);
    const goods = await page(platform, `?search=${encodeURIComponent('100%')}`);
    expect([goods.total, goods.among, goods.rows[0]?.goods]).toEqual([1, 20_000, '普洱生茶 100%']);
    expect((await page(platform, `?search=${encodeURIComponent('茶铺')}`)).total).toBe(1);
    expect((await page(platform, `?search=${encodeURIComponent('%铺%')}`)).total).toBe(0);
  });

  test('are narrowed by days of receipt in Beijing time, and by whether they were deleted', async () => {
    expect((await page(platform, '?from=2026-03-11')).total).toBe(1);
    expect((await page(platform, '?to=2026-03-10')).total).toBe(250);
    expect((await page(platform, '?deleted=yes')).total).toBe(1);
    expect((await page(platform, '?deleted=no')).total).toBe(250);
  });

  test('have no side that payments have not', async () => {
    const answer = await ask('payer', '/api/documents/payments?side=seller');
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'PAPERWORK-SIDE']);
    expect((await ask('payer', '/api/documents/payments')).json()).toMatchObject({ total: 1, side: 'sent' });
    expect((await ask('payer', '/api/documents/waybills')).json()).toMatchObject({ total: 0 });
  });
});

describe('an export', () => {
  test('as CSV holds every document of the filter once, masked, and no formula', async () => {
    const answer = await ask(platform, '/api/documents/orders/export?language=en');
    expect(answer.headers['content-type']).toContain('text/csv');
    const lines = answer.body.split('\r\n');
    expect(lines[0]?.startsWith('\ufeff')).toBe(true);
    expect(lines).toHaveLength(253);
    expect(answer.body).not.toContain(purchase(1).order.head.buyerIdNumber);
    expect(answer.body).toContain("'=2+3 茶铺");
    expect(new Set(lines.map((line) => line.split(',')[0])).size).toBe(252 + 1);
  });

  test('of a search holds what the page shows', async () => {
    const answer = await ask(platform, `/api/documents/orders/export?search=${encodeURIComponent('普洱')}`);
    expect(answer.body.trim().split('\r\n')).toHaveLength(2);
  });

  test('as XLSX is a workbook', async () => {
    const answer = await ask(platform, '/api/documents/orders/export?format=xlsx');
    expect(answer.headers['content-disposition']).toContain('orders.xlsx');
    expect(answer.rawPayload.subarray(0, 2).toString()).toBe('PK');
    expect(answer.rawPayload.length).toBeGreaterThan(10_000);
  });
});

describe('saved filters', () => {
  test('are one’s own, in the place of the one of the same name; shared ones are seen by colleagues alone', async () => {
    const colleague = (await issueKey(rented.database, platform, '', 'enterprise', now)).token;
    keys.set('colleague', colleague);
    const save = (search: string, name: string, shared: boolean) =>
      ask(platform, '/api/saved-filters', 'POST', { page: '/orders', name, search, shared });
    await save('side=sent', '我的', false);
    const again = await save('side=seller', '我的', false);
    await save('deleted=yes', '大家的', true);
    const names = async (as: string) =>
      (await ask(as, '/api/saved-filters?page=/orders'))
        .json()
        .filters.map(({ name, search, mine }: Record<string, unknown>) => [name, search, mine]);
    expect(await names(platform)).toEqual([
      ['大家的', 'deleted=yes', true],
      ['我的', 'side=seller', true],
    ]);
    expect(await names('colleague')).toEqual([['大家的', 'deleted=yes', false]]);
    expect(await names(seller)).toEqual([]);
    const url = `/api/saved-filters/${again.json().filterId}`;
    expect((await ask('colleague', url, 'DELETE')).statusCode).toBe(404);
    expect((await ask(platform, url, 'DELETE')).statusCode).toBe(204);
    expect(await names(platform)).toHaveLength(1);
  });
});

test('attention says nothing where there is nothing to do, and counts what there is', async () => {
  expect((await ask(platform, '/api/attention')).json()).toMatchObject({ items: [] });
  await rented.database.run(
    `insert into clearance.standing_count values ($1, 'held', '9610', 2), ($1, 'refused', '1210', 3)`,
    [platform],
  );
  await rented.database.run(
    `insert into clearance.waiting values ('D1', 'E', $1, '9610', 1, '2026-03-12T01:00:00Z', now())`,
    [platform],
  );
  const licence = (number: string, to: string) => ({
    ...{ kind: 'express', number, issuer: '云南省邮政管理局', from: '2024-01-01', to },
  });
  const licences = [licence('A', '2026-04-01'), licence('B', '2026-01-01'), licence('C', '2029-01-01')];
  await rented.database.run(
    `with made as (insert into registry.enterprise
       (customs_code, uscc, name, customs_office, valid_from, state, changed_at, version)
       values ($1, '91530100MA6K0TEAT6', '茶马', '8601', '2024-01-01', 'active', now(), 1))
     insert into registry.enterprise_version (customs_code, version, file, state, cause, made_by, made_at, paper)
     values ($1, 1, $2, 'active', 'registered', 'x', now(), '')`,
    [platform, JSON.stringify({ licences })],
  );
  await rented.database.run(
    // Of two that end soon one has been taken over from already.
    `update exchange.api_key k set expires_at = '2026-03-20T00:00:00Z', replaced_by =
       (select key_id from exchange.api_key other where other.customs_code = $1 and other.key_id < k.key_id limit 1)
     where customs_code = $1`,
    [platform],
  );
  expect((await ask(platform, '/api/attention')).json().items).toEqual([
    { kind: 'lists-refused', count: 3 },
    { kind: 'lists-held', count: 2 },
    { kind: 'lists-waiting', count: 1, since: '2026-03-12T01:00:00.000Z' },
    { kind: 'filing-expired', count: 1, since: '2025-12-31T16:00:00.000Z' },
    { kind: 'filing-expiring', count: 1, since: '2026-03-31T16:00:00.000Z' },
    { kind: 'keys-expiring', count: 1, since: '2026-03-20T00:00:00.000Z' },
  ]);
  expect((await ask(seller, '/api/attention')).json().items).toEqual([]);
});
