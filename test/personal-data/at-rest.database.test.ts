import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Dossier, makeDossier } from '../../apps/demo/dossiers.ts';
import { faults } from '../../apps/demo/faults/index.ts';
import { stepBytes } from '../../apps/demo/messages.ts';
import { createRandom } from '../../apps/demo/random.ts';
import { demoKeys, seedZone } from '../../apps/demo/start.ts';
import { createZone } from '../../apps/demo/zone.ts';
import { keepDocuments } from '../../apps/sandbox/storage/documents.ts';
import { type RunningServer, startServer } from '../../apps/server/server.ts';
import { PAYMENT } from '../../modules/ceb/payment-data/testing/payments.ts';
import { type TestDatabase, testDatabase } from '../../platform/postgres/testing/index.ts';
import { byteColumns, columnsOf, foundIn } from './planted.ts';

const zone = createZone();
const random = createRandom('at-rest');
let rented: TestDatabase;
let server: RunningServer;
let keys: ReadonlyMap<string, string>;
const dossiers: Dossier[] = [];
const statuses = new Map<number, number>();
/** A payer as the platform's raw texts name them. */
const payer = { name: '段木清源', account: '6217001234567890128', phone: '13987659901' };

beforeAll(async () => {
  rented = await testDatabase();
  await seedZone(rented.database, zone);
  const store = { read: async () => new Map<string, string>(), add: async () => undefined };
  keys = await demoKeys(rented.database, zone, store, async () => false);
  server = await startServer({ database: rented.database, port: 0, paperWaitMs: 500, sweepMs: 100 });
  for (const [at, fault] of [undefined, ...faults].entries()) {
    const dossier = makeDossier(random, zone, {
      number: `AR${String(at).padStart(6, '0')}`,
      orderedAt: Date.now() - 7_200_000,
      buyerIndex: at * 3,
      ...(fault ? { fault: fault.name } : {}),
    });
    dossiers.push(dossier);
    for (const step of [...(dossier.earlier?.steps ?? []), ...dossier.steps]) {
      const { status } = await fetch(`${server.url}/api/messages`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${keys.get(step.sender.customsCode) ?? 'none'}`,
          'content-type': 'application/xml',
        },
        body: new Uint8Array(stepBytes(step, random)),
      });
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  }
  await handInPayment();
  await keepInSandbox();
  for (;;) {
    const rows = await rented.database.query('select 1 from clearance.waiting limit 1');
    if (rows.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}, 120_000);
afterAll(async () => {
  await server.close();
  await rented.close();
});

async function handInPayment(): Promise<void> {
  const [platform] = zone.platforms;
  const payCode = zone.paymentFirms[0]?.customsCode ?? '';
  const ebpCode = platform?.customsCode ?? '';
  const { payExchangeInfoHead: head, payExchangeInfoLists: lists } = PAYMENT;
  const initalResponse = JSON.stringify({ buyer: payer.name, account: payer.account, tel: payer.phone });
  const payment = {
    payExchangeInfoHead: { ...head, ebpCode, payCode, initalResponse, totalAmount: 5 },
    payExchangeInfoLists: lists,
  };
  const response = await fetch(`${server.url}/api/payment-records`, {
    method: 'POST',
    headers: { authorization: `Bearer ${keys.get(ebpCode)}`, 'content-type': 'application/json' },
    body: JSON.stringify({ payments: [payment] }),
  });
  const answered = (await response.json()) as { payments: { verdict: string }[] };
  expect(answered.payments).toMatchObject([{ verdict: 'accepted' }]);
}

async function keepInSandbox(): Promise<void> {
  const [{ declaration } = { declaration: { head: {}, items: [] } }] = dossiers;
  await rented.database.transaction((client) =>
    keepDocuments(client, [
      {
        ...{ sender: 'S1', root: 'CEB621Message', key: 'K1', guid: 'G', appTime: '20261123120000' },
        ...{ contentHash: '', deleted: false, messageId: '00000000-0000-7000-8000-000000000001' },
        ...{ receivedAt: new Date(), number: null, returnStatus: '', returnInfo: '', statusTime: '' },
        issued: {},
        content: { head: { ...declaration.head }, items: [] },
      },
    ]),
  );
}

/** Everything by which the papers that were sent name a person. */
function planted(): string[] {
  const values = dossiers.flatMap(({ order, payment, waybill, declaration }) => [
    ...[
      order.head.buyerIdNumber,
      order.head.buyerTelephone,
      order.head.buyerRegNo,
      order.head.consigneeTelephone,
    ],
    ...[order.head.consigneeAddress, payment.head.payerIdNumber, payment.head.telephone],
    ...[waybill.head.consigneeTelephone, waybill.head.consigneeAddress],
    ...[declaration.head.buyerIdNumber, declaration.head.buyerTelephone, declaration.head.consigneeAddress],
  ]);
  return [...new Set([...values, ...Object.values(payer)])].filter((value) => value !== undefined);
}

describe('a copy of the whole database', () => {
  test('names no person of a day with every kind of fault', async () => {
    expect(statuses.get(200)).toBeGreaterThan(faults.length);
    expect(statuses.get(422)).toBeGreaterThan(0);
    expect(planted().length).toBeGreaterThan(100);
    const { found, cells, unsealed } = await foundIn(rented.owner, planted());
    expect({ found, unsealed }).toEqual({ found: [], unsealed: [] });
    expect(cells).toBeGreaterThan(5_000);
  });

  test('would tell what lies in it bare', async () => {
    const [value = ''] = planted();
    await rented.owner.run(`create table vault.leak (a text, b json, c bytea)`);
    const plant = async (column: string, what: unknown): Promise<string[]> => {
      await rented.owner.run(`truncate vault.leak`);
      await rented.owner.run(`insert into vault.leak (${column}) values ($1)`, [what]);
      return (await foundIn(rented.owner, [value])).found;
    };
    const { zstdCompressSync } = await import('node:zlib');
    expect(await plant('a', `x ${value} y`)).toEqual(['vault.leak.a']);
    expect(await plant('b', JSON.stringify({ buyer: value }))).toEqual(['vault.leak.b']);
    expect(await plant('c', Buffer.from(value))).toEqual(['vault.leak.c']);
    expect(await plant('c', zstdCompressSync(Buffer.from(value)))).toEqual(['vault.leak.c']);
    await rented.owner.run('drop table vault.leak');
  });
});

test('of every column of bytes it is said whether something of persons is in it', async () => {
  const columns = (await columnsOf(rented.owner)).filter(({ type }) => type === 'bytea');
  expect(columns.map(({ table, column }) => `${table}.${column}`)).toEqual(Object.keys(byteColumns).sort());
});
