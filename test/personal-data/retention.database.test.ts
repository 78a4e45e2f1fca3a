import { zstdDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { placeOf, sealTable } from '#vault';
import { sealedTables } from '../../apps/cli/sealed-tables.ts';
import type { Dossier } from '../../apps/demo/dossiers.ts';
import { signedInAs } from '../../modules/access/testing/signed-in.ts';
import { loadRetention, runRetention } from '../../modules/persons/wiring.ts';
import { foundIn } from './planted.ts';
import { openStand, type Stand } from './stand.ts';

const yearMs = 365.25 * 86_400_000;
const clock = { ahead: 0 };
const now = () => new Date(Date.now() + clock.ahead);

let stand: Stand;
let released: Dossier;
let wanted: Dossier;
beforeAll(async () => {
  stand = await openStand('RE', { now });
  ({ dossier: released } = await stand.purchase());
  ({ dossier: wanted } = await stand.purchase());
});
afterAll(() => stand.close());

/** Stretches of two, so that there are several. */
const run = (dry: boolean) =>
  runRetention({ database: stand.rented.owner, retention: loadRetention(), now, stretch: 2 }, dry);
const personsOf = ({ order }: Dossier) => [
  ...[order.head.buyerIdNumber, order.head.consigneeAddress, order.head.buyerName],
];
const orderOf = ({ order }: Dossier) => order.head;

/** Somebody who works for the zone, signed in. */
async function as(role: 'securityAdministrator' | 'auditAdministrator') {
  const { headers } = await signedInAs(stand.rented.database, { role }, now());
  return async (path: string, body?: object) => {
    const response = await fetch(`${stand.server.url}/api/retention${path}`, {
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
  };
}

describe('what is kept', () => {
  test('is told to anybody, with its months, its source and who erases it', async () => {
    const { body } = await stand.ask('/api/retention');
    const rows = body.rows as { kind: string; months?: number; doneBy: string }[];
    expect(rows.find(({ kind }) => kind === 'payment')).toMatchObject({ months: 120, doneBy: 'retention' });
    expect(rows.filter(({ doneBy }) => doneBy === 'nobody').length).toBeGreaterThan(0);
  });

  test('is erased no day before its time', async () => {
    clock.ahead = 2.9 * yearMs;
    const { erased } = await run(false);
    expect(erased).toMatchObject({ order: 0, list: 0, waybill: 0, payment: 0, message: 0 });
  });
});

describe('after three years', () => {
  test('an order that a court asks for is held, on record, by the security administrator alone', async () => {
    clock.ahead = 3.1 * yearMs;
    const [security, audit] = [await as('securityAdministrator'), await as('auditAdministrator')];
    const hold = { orderNo: orderOf(wanted).orderNo, reason: '法院保全', paperNo: '（2029）云01民初1号' };
    expect((await audit('/holds', hold)).status).toBe(403);
    expect((await security('/holds', hold)).status).toBe(201);
    const { body } = await audit('/record');
    expect(body.holds).toMatchObject([hold]);
  });

  test('a dry run counts what a run erases, and changes nothing', async () => {
    const dry = await run(true);
    expect(dry.erased).toMatchObject({ order: 1, list: 1, waybill: 1, payment: 0 });
    expect(dry.held).toMatchObject({ order: 1, list: 1, waybill: 1 });
    expect(await run(true)).toMatchObject({ erased: dry.erased, held: dry.held });
  });

  test('the persons of orders, lists and waybills are gone, and the papers can still be looked at', async () => {
    const { ebpCode, orderNo } = orderOf(released);
    const { erased } = await run(false);
    expect(erased).toMatchObject({ order: 1, list: 1, waybill: 1, payment: 0, message: 0 });
    expect((await run(false)).erased).toMatchObject({ order: 0, list: 0, waybill: 0 });
    const list = await stand.ask(`/api/lists/${ebpCode}/${orderNo}`, ebpCode);
    expect([list.status, JSON.stringify(list.body)]).toEqual([200, expect.stringContaining(orderNo)]);
    expect((await stand.ask('/api/documents/orders', ebpCode)).status).toBe(200);
    const { order } = released;
    const parcel = { number: orderNo, phone: order.head.consigneeTelephone.slice(-4) };
    expect((await stand.ask('/api/parcels', undefined, parcel)).status).toBe(404);
    const key = stand.keyOf(ebpCode);
    const printed = await fetch(`${stand.server.url}/api/lists/${ebpCode}/${orderNo}/print/list`, {
      headers: { authorization: `Bearer ${key}` },
    });
    expect([printed.status, printed.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const persons = await stand.ask(`/api/lists/${ebpCode}/${orderNo}/persons`, ebpCode, {
      reason: '核对地址',
    });
    const papers = persons.body.papers as { paper: string; fields: object }[];
    expect(papers.find(({ paper }) => paper === 'order')?.fields).toEqual({});
    // What is held is as it was.
    const held = await stand.ask(
      `/api/lists/${orderOf(wanted).ebpCode}/${orderOf(wanted).orderNo}/persons`,
      orderOf(wanted).ebpCode,
      {
        reason: '核对地址',
      },
    );
    expect(JSON.stringify(held.body)).toContain(orderOf(wanted).buyerName);
    const { body } = await (await as('auditAdministrator'))('/record');
    expect(body.runs[1].erased).toMatchObject({ order: 1 });
  });
});

test('after eleven years nothing in the database tells the person, and nothing can be sealed back', async () => {
  clock.ahead = 11.1 * yearMs;
  const { erased } = await run(false);
  expect(erased.payment).toBeGreaterThan(0);
  expect(erased.message).toBeGreaterThan(0);
  expect(erased['payment-message']).toBeGreaterThan(0);
  const { database, owner } = stand.rented;
  for (const table of sealedTables) await sealTable(owner, table);
  // What is sealed tells nothing to who has the keys either.
  const rows = await owner.query<{ sender: string; id: string; bytes: Buffer }>(
    `select m.sender, m.message_id::text as id, m.content as bytes from exchange.message m
     join orders.import_order o on o.message_id = m.message_id where o.order_no = $1`,
    [orderOf(released).orderNo],
  );
  expect(rows).toHaveLength(1);
  for (const { sender, id, bytes } of rows) {
    const opened = database.vault.open(placeOf('exchange.message', sender, id), bytes);
    expect(zstdDecompressSync(opened)).toHaveLength(0);
  }
  expect((await foundIn(owner, personsOf(released))).found).toEqual([]);
  // The order that is held has its message too.
  expect(erased.message).toBeLessThan(8);
  // Once the hold is lifted it goes with the next run.
  const { body } = await (await as('auditAdministrator'))('/record');
  const lifting = `/holds/${body.holds[0].holdId}/lifting`;
  const security = await as('securityAdministrator');
  expect((await security(lifting, { reason: '案件终结' })).status).toBe(204);
  expect((await security(lifting, { reason: '案件终结' })).status).toBe(404);
  expect((await run(false)).erased).toMatchObject({ order: 1, list: 1, waybill: 1, payment: 1 });
}, 60_000);
