import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportMessage } from '../../apps/demo/exports/batches.ts';
import { chooseExportParties, makeExport } from '../../apps/demo/exports/dossiers.ts';
import type { ExportDossier } from '../../apps/demo/exports/papers.ts';
import { createRandom } from '../../apps/demo/random.ts';
import type { DemoEnterprise } from '../../apps/demo/zone.ts';
import { type PlatformUnderLoad, startPlatform } from '../load/platform.ts';
import { until } from './stand.ts';

const seed = process.env.CHAMA_SEED || String(Date.now() % 1_000_000);
const kills = Number(process.env.CHAMA_KILLS || 2);
const batches = 8;
const listsEach = 25;

let platform: PlatformUnderLoad;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

/** Hands a message in until it is answered, through whatever happens to the server. */
async function handIn(sender: DemoEnterprise, bytes: Uint8Array): Promise<void> {
  for (;;) {
    const answer = await fetch(`${platform.url}/api/messages`, {
      method: 'POST',
      headers: {
        'content-type': 'application/xml',
        authorization: `Bearer ${platform.keys.get(sender.customsCode)}`,
      },
      body: new Uint8Array(bytes),
    }).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(50);
  }
}

/** The papers of some exports and of the goods, in an order of chance. */
function batchOf(number: number): {
  messages: { sender: DemoEnterprise; bytes: Uint8Array }[];
  orders: string[];
} {
  const random = createRandom(`kills of exports/${seed}/${number}`);
  const { zone } = platform;
  const parties = chooseExportParties(random, zone);
  const [site] = zone.warehouses;
  if (!site) throw new RangeError('the zone has no site');
  const { platform: shop, carrier, broker } = parties;
  const orderedAt = Date.now() - 7_200_000;
  const dossiers: ExportDossier[] = Array.from({ length: listsEach }, (_, index) =>
    makeExport(random, zone, { number: `K${seed}B${number}N${index}`, orderedAt, parties }),
  );
  const parcels = dossiers.map(({ waybill }, at) => ({
    gnum: at + 1,
    logisticsNo: waybill.head.logisticsNo,
  }));
  const submitted = () => ({ guid: random.guid(), appType: '1', appTime: '20260701120000', appStatus: '2' });
  const carried = { logisticsCode: carrier.customsCode, logisticsName: carrier.name, trafMode: '5' };
  const whole = { customsCode: '8601', billNo: `BL${number}`, msgCount: 1, msgSeqNo: 1 };
  const arrival = {
    ...{ ...submitted(), ...whole, ...carried, copNo: `A${seed}B${number}`, ieFlag: 'E' },
    ...{ operatorCode: site.customsCode, operatorName: site.name, domesticTrafNo: '云A示例01' },
  };
  const departure = {
    ...{ ...submitted(), ...whole, ...carried, copNo: `D${seed}B${number}` },
    ...{ trafName: '航空', voyageNo: 'MU9601', leaveTime: '20260701200000' },
  };
  const message = (
    root: Parameters<typeof exportMessage>[0],
    documents: object[],
    sender: DemoEnterprise,
  ) => ({
    sender,
    bytes: exportMessage(root, documents, sender, random),
  });
  const messages = [
    message(
      'CEB303Message',
      dossiers.map(({ order }) => order),
      shop,
    ),
    message(
      'CEB505Message',
      dossiers.map(({ waybill }) => waybill),
      carrier,
    ),
    message(
      'CEB603Message',
      dossiers.map(({ list }) => list),
      broker,
    ),
    message('CEB507Message', [{ head: arrival, items: parcels }], site),
    message('CEB509Message', [{ head: departure, items: parcels }], carrier),
  ];
  return {
    messages: messages.sort(() => random.below(3) - 1),
    orders: dossiers.map(({ order }) => order.head.orderNo),
  };
}

describe('exports on a platform killed again and again', () => {
  test(
    `none is lost, none judged or closed twice, through ${kills} kills (seed ${seed})`,
    async () => {
      const random = createRandom(`moments/${seed}`);
      const made = Array.from({ length: batches }, (_, number) => batchOf(number));
      const sending = Promise.all(
        made.map(async ({ messages }) => {
          for (const { sender, bytes } of messages) {
            await handIn(sender, bytes);
            await sleep(random.below(400));
          }
        }),
      );
      for (let kill = 0; kill < kills; kill += 1) {
        await sleep(100 + random.below(900));
        await platform.killAndRestart();
      }
      await sending;
      const orders = made.flatMap((batch) => batch.orders);
      const count = async (sql: string): Promise<number> =>
        (await platform.database.query<{ count: number }>(`select count(*)::int as count from ${sql}`))[0]
          ?.count ?? 0;
      const closed = `exports.standing where outcome = 'closed' and goods = 'departed'`;
      await until(async () => (await count(closed)) === orders.length, 60_000, 'lists are not all closed');
      expect(await count('exports.waiting')).toBe(0);
      for (const outcome of ['released', 'closed']) {
        expect(await count(`exports.decision where outcome = '${outcome}'`)).toBe(orders.length);
        const twice = `(select order_no from exports.decision where outcome = '${outcome}' group by 1 having count(*) > 1) d`;
        expect(await count(twice)).toBe(0);
      }
      for (const status of ['800', '899'])
        expect(await count(`exchange.receipt where type = 'CEB604' and return_status = '${status}'`)).toBe(
          orders.length,
        );
      expect(await count(`exports.standing_count where outcome = 'closed' and lists <> 0`)).toBeGreaterThan(
        0,
      );
      const [sum] = await platform.database.query<{ lists: number }>(
        `select sum(lists)::int as lists from exports.standing_count where outcome = 'closed'`,
      );
      expect(sum?.lists).toBe(orders.length);
    },
    120_000 + kills * 10_000,
  );
});
