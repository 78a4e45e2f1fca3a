import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#postgres';
import type { PaperKind } from '../../apps/demo/papers.ts';
import { createRandom } from '../../apps/demo/random.ts';
import { transactionsEnded } from '../../platform/postgres/testing/index.ts';
import { type PlatformUnderLoad, startPlatform } from '../load/platform.ts';
import { discrepancies } from './books.ts';
import { type Acknowledged, Senders } from './senders.ts';
import { until } from './stand.ts';

/** Two hundred in `npm run soak`; CHAMA_SEED to have the moments of a run again, as near as a clock lets it. */
const kills = Number(process.env.CHAMA_KILLS || 2);
const seed = process.env.CHAMA_SEED || String(Date.now() % 1_000_000);
/** Time under load before a kill, milliseconds. */
const LONGEST_LOAD_MS = 900;

const tables: Readonly<Record<PaperKind, { table: string; key: readonly [name: string, column: string][] }>> =
  {
    order: {
      table: 'orders.import_order',
      key: [
        ['orderNo', 'order_no'],
        ['ebpCode', 'ebp_code'],
      ],
    },
    payment: {
      table: 'payments.import_payment',
      key: [
        ['orderNo', 'order_no'],
        ['payCode', 'pay_code'],
        ['payTransactionId', 'pay_transaction_id'],
      ],
    },
    waybill: {
      table: 'waybills.import_waybill',
      key: [
        ['orderNo', 'order_no'],
        ['logisticsCode', 'logistics_code'],
        ['logisticsNo', 'logistics_no'],
      ],
    },
    declaration: {
      table: 'declarations.import_list',
      key: [
        ['orderNo', 'order_no'],
        ['ebpCode', 'ebp_code'],
      ],
    },
  };

let platform: PlatformUnderLoad;
let senders: Senders;

beforeAll(async () => {
  platform = await startPlatform();
  senders = new Senders(platform, `K${seed}`);
});

afterAll(async () => {
  await platform.stop();
});

/** Documents of one kind that their senders were told are taken, and that are not on file. */
async function lost(
  database: Database,
  kind: PaperKind,
  documents: readonly Acknowledged[],
): Promise<unknown[]> {
  const { table, key } = tables[kind];
  const columns = key.map(([, column]) => column).join(', ');
  const arrays = key.map((_, i) => `$${i + 1}::text[]`).join(', ');
  return database.query(
    `select ${columns} from unnest(${arrays}) as k(${columns}) except select ${columns} from ${table} where not deleted`,
    key.map(([name]) => documents.map((document) => document.key[name])),
  );
}

describe('a platform killed again and again under load', () => {
  it(
    `keeps what it acknowledged and judges every list once, through ${kills} kills (seed ${seed})`,
    async () => {
      const random = createRandom(`kills/${seed}`);
      senders.start();
      for (let kill = 1; kill <= kills; kill += 1) {
        await sleep(50 + random.below(LONGEST_LOAD_MS));
        // As when the power fails: every fourth time the database dies with the server.
        if (kill % 4 === 2) await Promise.all([platform.killDatabase(), platform.kill()]);
        else await platform.kill();
        await platform.restart();
      }
      await senders.stopSending();
      const { database } = platform;
      const waiting = 'select 1 from clearance.waiting limit 1';
      await until(async () => (await database.query(waiting)).length === 0, 30_000, 'lists still wait');
      // Receipts are told once every transaction before them has ended; the readers get there in their own time.
      await transactionsEnded(database);
      const all = [...(await senders.allReceipts())];
      const caughtUp = async () =>
        all.every(([firm, receipts]) => (senders.read.get(firm)?.length ?? 0) >= receipts.length);
      await until(caughtUp, 30_000, 'the readers are behind');
      await senders.stopReading();

      expect(senders.unanswered.faults).toEqual([]);
      expect(senders.unanswered.broken).toBeGreaterThan(0);
      for (const kind of Object.keys(tables) as PaperKind[]) {
        const documents = senders.acknowledged.filter((document) => document.kind === kind);
        expect(documents.length).toBe(senders.expected.size);
        expect(await lost(database, kind, documents)).toEqual([]);
      }
      await expectOneFinalReceipt();
      expect(await discrepancies(database)).toEqual([]);
      const attempts = await database.query('select order_no from clearance.decision where attempt <> 1');
      expect(attempts).toEqual([]);
    },
    120_000 + kills * 10_000,
  );

  it('says in one sentence that its database was killed, ends with 1, and goes on with everything at the next start', async () => {
    const before = await senders.allReceipts();
    const { code, said } = await platform.killDatabase();
    expect(code).toBe(1);
    // What was asking the database at that very moment may have written its fault into the log, a line of JSON each.
    const toPeople = said.replaceAll(/^\{.*\}\n/gm, '');
    expect(toPeople).toMatch(
      /^内置 PostgreSQL 意外停止（.+\n.*The embedded PostgreSQL stopped by itself \(SIGKILL\).*\n$/,
    );
    await platform.restart();
    expect(await senders.allReceipts()).toEqual(before);
  }, 60_000);
});

const outcomes: Readonly<Record<string, string>> = {
  '800': 'released',
  '500': 'held',
  '300': 'held',
  '100': 'refused',
};

/** Read from the first receipt and read along the way are the same, and say of each list once what was to come of it. */
async function expectOneFinalReceipt(): Promise<void> {
  const all = await senders.allReceipts();
  expect(Object.fromEntries(senders.read)).toEqual(Object.fromEntries(all));
  const receipts = [...all.values()].flat();
  const cursors = new Set(receipts.map(({ cursor }) => cursor));
  expect(cursors.size).toBe(receipts.length);
  const final = receipts.filter(({ returnStatus }) => returnStatus !== '2');
  expect(receipts.length).toBe(final.length * 2);
  const become = new Map(final.map(({ orderNo, returnStatus }) => [orderNo, outcomes[returnStatus]]));
  expect(final.length).toBe(become.size);
  expect(Object.fromEntries(become)).toEqual(Object.fromEntries(senders.expected));
}
