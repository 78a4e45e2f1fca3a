import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#postgres/testing';
import { signedInAs } from '../../modules/access/testing/signed-in.ts';
import { type RunningServer, startServer } from '../server/server.ts';
import { confirmDemoConsumer, demoConsumer } from './consumer.ts';
import { playDemoDay } from './player.ts';
import { demoKeys, seedZone } from './start.ts';
import { createZone } from './zone.ts';

const zone = createZone();
let rented: TestDatabase;
let server: RunningServer;
beforeAll(async () => {
  rented = await testDatabase();
  await seedZone(rented.database, zone);
  server = await startServer({ port: 0, database: rented.database });
});
afterAll(async () => {
  await server.close();
  await rented.close();
});

test('the demo consumer finds a parcel of every kind at the first start, and no second one of each at the next', async () => {
  const { database } = rented;
  const store = { read: async () => new Map<string, string>(), add: async () => undefined };
  const keys = await demoKeys(database, zone, store, async () => false);
  const consumer = await demoConsumer(database, zone, { runId: 'T1', now: Date.now() });
  const ending = new AbortController();
  let sent = 0;
  const wanted = consumer.dossiers.flatMap(({ steps }) => steps).length;
  await playDemoDay({
    ...{ baseUrl: server.url, keys, signal: ending.signal, runId: 'T1', zone, secondMs: 100, pace: 0.01 },
    first: consumer.dossiers,
    played: ({ dossier }) => {
      if (consumer.dossiers.includes(dossier)) sent += 1;
      if (sent === wanted) ending.abort();
    },
  });
  const { account, headers } = await signedInAs(database, { role: 'consumer' });
  await confirmDemoConsumer(database, consumer, account.accountId);
  const mine = async (what: string) =>
    (await fetch(`${server.url}/api/me/${what}`, { headers })).json() as Promise<Record<string, never[]>>;
  await expect
    // The list that was withdrawn is no longer among them, and the last parcel is only announced.
    .poll(async () => (await mine('lists')).lists?.map(({ state }) => state).sort(), { timeout: 20_000 })
    .toEqual(['held', 'released', 'released', 'released', 'returned']);
  const { years } = (await mine('allowance')) as unknown as { years: { used: string }[] };
  // Just after New Year what was bought in the year before comes second.
  expect(years.some(({ used }) => Number(used) > 0)).toBe(true);

  const again = await demoConsumer(database, zone, { runId: 'T2', now: Date.now() });
  expect([again.person, again.dossiers]).toEqual([consumer.person, []]);
}, 60_000);
