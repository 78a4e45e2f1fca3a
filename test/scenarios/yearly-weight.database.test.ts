import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Dossier, makeDossier } from '../../apps/demo/dossiers.ts';
import { stepBytes } from '../../apps/demo/messages.ts';
import { createRandom } from '../../apps/demo/random.ts';
import { demoKeys, seedZone } from '../../apps/demo/start.ts';
import { createZone, goodsOn } from '../../apps/demo/zone.ts';
import { type RunningServer, startServer } from '../../apps/server/server.ts';
import { type TestDatabase, testDatabase } from '../../platform/postgres/testing/index.ts';

const zone = createZone();
const random = createRandom('sugar');
let rented: TestDatabase;
let server: RunningServer;
let keys: ReadonlyMap<string, string>;

beforeAll(async () => {
  rented = await testDatabase();
  server = await startServer({ database: rented.database, port: 0, demo: true });
  await seedZone(rented.database, zone);
  const none = { read: async () => new Map<string, string>(), add: async () => undefined };
  keys = await demoKeys(rented.database, zone, none, async () => false);
});

afterAll(async () => {
  await server.close();
  await rented.close();
});

/** A purchase of one kilogram of sugar a piece by one and the same buyer. */
function sugar(number: string, kilograms: number): Dossier {
  const [goods] = goodsOn(zone, 'weight-limit');
  if (!goods) throw new Error('The demo zone sells no sugar.');
  return makeDossier(random, zone, {
    number,
    orderedAt: Date.now() - 3_600_000,
    buyerIndex: 4711,
    mode: '1210',
    lines: [{ goods, quantity: kilograms, priceFen: 1_500 }],
  });
}

interface Outcome {
  readonly state: string;
  readonly findings: readonly { readonly code: string; readonly message: { readonly en: string } }[];
}

async function send({ steps, declaration: { head } }: Dossier): Promise<Outcome> {
  for (const step of steps) {
    const response = await fetch(`${server.url}/api/messages?wait=10`, {
      method: 'POST',
      headers: {
        'content-type': 'application/xml',
        authorization: `Bearer ${keys.get(step.sender.customsCode)}`,
      },
      body: new Uint8Array(stepBytes(step, random)),
    });
    expect(response.status).toBe(200);
  }
  const detail = await fetch(`${server.url}/api/lists/${head.ebpCode}/${head.orderNo}`);
  const { list, findings } = (await detail.json()) as {
    list: { state: string };
    findings: Outcome['findings'];
  };
  return { state: list.state, findings };
}

describe('sugar, of which a person may buy two kilograms a year', () => {
  it('is released until the two kilograms are reached, over several lists, and refused beyond', async () => {
    expect((await send(sugar('SUGAR1', 1))).state).toBe('released');
    expect((await send(sugar('SUGAR2', 1))).state).toBe('released');
    const third = await send(sugar('SUGAR3', 1));
    expect(third.state).toBe('refused');
    expect(third.findings.map(({ code }) => code)).toContain('TAX-YEARLY-WEIGHT');
  });

  it('leaves an account of each kilogram that a release has taken', async () => {
    const rows = await rented.database.query(
      `select heading, sum(kg)::float8 as kg, count(*)::int as lists from quotas.weight_movement group by heading`,
    );
    expect(rows).toEqual([{ heading: '1701', kg: 2, lists: 2 }]);
  });
});
