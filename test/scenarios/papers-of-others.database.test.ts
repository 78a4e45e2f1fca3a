import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Dossier, makeDossier } from '../../apps/demo/dossiers.ts';
import { writeMessage } from '../../apps/demo/messages.ts';
import type { PaperKind } from '../../apps/demo/papers.ts';
import { createRandom } from '../../apps/demo/random.ts';
import { demoKeys, seedZone } from '../../apps/demo/start.ts';
import { createZone, type DemoEnterprise } from '../../apps/demo/zone.ts';
import { type RunningServer, startServer } from '../../apps/server/server.ts';
import { type TestDatabase, testDatabase } from '../../platform/postgres/testing/index.ts';

const zone = createZone();
const random = createRandom('others');
const clock = { now: new Date('2026-12-31T15:00:00Z') };
let rented: TestDatabase;
let server: RunningServer;
let keys: ReadonlyMap<string, string>;

beforeAll(async () => {
  rented = await testDatabase();
  server = await startServer({
    database: rented.database,
    port: 0,
    demo: true,
    now: () => clock.now,
    sweepMs: 200,
  });
  await seedZone(rented.database, zone);
  const none = { read: async () => new Map<string, string>(), add: async () => undefined };
  keys = await demoKeys(rented.database, zone, none, async () => false);
});

afterAll(async () => {
  await server.close();
  await rented.close();
});

let serial = 0;
function purchase(): Dossier {
  serial += 1;
  return makeDossier(random, zone, {
    number: `OTHERS${serial}`,
    orderedAt: clock.now.getTime() - 3_600_000,
    buyerIndex: 9000 + serial,
    mode: '9610',
  });
}

const senderOf = ({ steps }: Dossier, kind: PaperKind): DemoEnterprise => {
  const step = steps.find(({ paper }) => paper === kind);
  if (!step) throw new Error(`No ${kind} is sent.`);
  return step.sender;
};

async function send(kind: PaperKind, document: Dossier[PaperKind], sender: DemoEnterprise): Promise<string> {
  const response = await fetch(`${server.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/xml', authorization: `Bearer ${keys.get(sender.customsCode)}` },
    body: new Uint8Array(writeMessage(kind, [document], sender, random)),
  });
  const { documents } = (await response.json()) as { documents: { verdict: string }[] };
  return documents[0]?.verdict ?? '';
}

const sendOwn = (dossier: Dossier, kind: PaperKind): Promise<string> =>
  send(kind, dossier[kind], senderOf(dossier, kind));

async function stateOf({ declaration: { head } }: Dossier, settled = true): Promise<string> {
  for (let looks = 0; ; looks += 1) {
    const response = await fetch(`${server.url}/api/lists/${head.ebpCode}/${head.orderNo}`);
    const { list } = (await response.json()) as { list: { state: string } };
    if (!settled || list.state !== 'waiting' || looks > 200) return list.state;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

describe('papers of firms that a list does not name', () => {
  it('cannot have the list returned: it waits for the waybill of its own carrier', async () => {
    const dossier = purchase();
    const stranger = zone.carriers.find(
      ({ customsCode }) => customsCode !== dossier.waybill.head.logisticsCode,
    );
    if (!stranger) throw new Error('The demo zone has one carrier only.');
    const head = {
      ...dossier.waybill.head,
      logisticsCode: stranger.customsCode,
      logisticsName: stranger.name,
      logisticsNo: 'STRANGER1',
    };
    await sendOwn(dossier, 'order');
    await sendOwn(dossier, 'payment');
    expect(await send('waybill', { ...dossier.waybill, head }, stranger)).toBe('accepted');
    await sendOwn(dossier, 'declaration');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await stateOf(dossier, false)).toBe('waiting');
    await sendOwn(dossier, 'waybill');
    expect(await stateOf(dossier)).toBe('released');
  });
});

describe('a list accepted on the last evening of the year', () => {
  it('draws on the allowance of that year, though its last paper comes in the next', async () => {
    const dossier = purchase();
    clock.now = new Date('2026-12-31T15:50:00Z');
    for (const kind of ['order', 'payment', 'declaration'] as const) await sendOwn(dossier, kind);
    clock.now = new Date('2026-12-31T16:05:00Z');
    await sendOwn(dossier, 'waybill');
    expect(await stateOf(dossier)).toBe('released');
    const rows = await rented.database.query<{ year: number }>(
      'select year from quotas.movement where order_no = $1',
      [dossier.declaration.head.orderNo],
    );
    expect(rows).toEqual([{ year: 2026 }]);
  });
});
