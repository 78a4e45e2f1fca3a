import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBatch } from '../../apps/demo/batches.ts';
import type { Dossier } from '../../apps/demo/dossiers.ts';
import { faultNamed, faults } from '../../apps/demo/faults/index.ts';
import { type PlayedStep, playDemoDay } from '../../apps/demo/player.ts';
import { demoKeys, type KeyStore, seedZone } from '../../apps/demo/start.ts';
import { createZone } from '../../apps/demo/zone.ts';
import { type RunningServer, startServer } from '../../apps/server/server.ts';
import { type TestDatabase, testDatabase } from '../../platform/postgres/testing/index.ts';

const PACE = 30;
/** Every eighth dossier has a fault; so long until each kind has come once. */
const SECONDS = Math.ceil((8 * (faults.length + 1)) / PACE);
const HTTP = { accepted: 200, repeated: 200, refused: 200, unreadable: 422, forbidden: 403 } as const;

const zone = createZone();
const kept = new Map<string, string>();
const store: KeyStore = {
  read: async () => new Map(kept),
  add: async (tokens) => {
    for (const [code, token] of tokens) kept.set(code, token);
  },
};
let rented: TestDatabase;
let server: RunningServer;

beforeAll(async () => {
  rented = await testDatabase();
  // Whoever shows no key shares one rate; the test asks of every list in a moment.
  const rates = () => ({ requests: 1_000_000, seconds: 60 });
  server = await startServer({ database: rented.database, port: 0, demo: true, rates });
  await seedZone(rented.database, zone);
});

afterAll(async () => {
  await server.close();
  await rented.close();
});

/** Keys are kept between starts; those that work are used again. */
function workingKeys(): Promise<ReadonlyMap<string, string>> {
  const works = async (token: string): Promise<boolean> =>
    (await server.parts.exchange.keys.caller(token, new Date())) !== undefined;
  return demoKeys(rented.database, zone, store, works);
}

/** Plays for so long, or until there is enough of it. */
async function play(
  seconds: number,
  runId: string,
  enough: (played: readonly PlayedStep[]) => boolean = () => false,
): Promise<PlayedStep[]> {
  const keys = await workingKeys();
  const played: PlayedStep[] = [];
  const ended = new AbortController();
  await playDemoDay({
    ...{ baseUrl: server.url, keys, runId, zone, pace: PACE, secondMs: 100 },
    signal: AbortSignal.any([ended.signal, AbortSignal.timeout(seconds * 1000)]),
    played: (step) => {
      played.push(step);
      if (played.length % PACE === 0 && enough(played)) ended.abort();
    },
  });
  return played;
}

/** The dossiers all of whose messages went out before the day ended. */
function finished(played: readonly PlayedStep[]): Dossier[] {
  const sent = new Map<Dossier, number>();
  for (const { dossier } of played) sent.set(dossier, (sent.get(dossier) ?? 0) + 1);
  const whole = ({ steps, earlier }: Dossier) => steps.length + (earlier?.steps.length ?? 0);
  return [...sent].filter(([dossier, count]) => count === whole(dossier)).map(([dossier]) => dossier);
}

async function stateOf({ declaration: { head } }: Dossier) {
  const response = await fetch(`${server.url}/api/lists/${head.ebpCode}/${head.orderNo}`);
  if (response.status === 404) return { state: 'none', findings: [] };
  const { list, findings } = (await response.json()) as {
    list: { state: string };
    findings: { code: string; mode: string }[];
  };
  const live = findings.filter(({ mode }) => mode === 'live').map(({ code }) => code);
  return { state: list.state, findings: [...new Set(live)].sort() };
}

const kindsOf = (dossiers: readonly Dossier[]) => new Set(dossiers.map(({ fault }) => fault));
const everyKind = new Set([undefined, ...faults.map(({ name }) => name)]);

const expectedOf = ({ fault, expected }: Dossier) =>
  fault !== undefined && faultNamed(fault).waits
    ? { state: 'waiting', findings: [] }
    : { state: expected.outcome, findings: expected.outcome === 'none' ? [] : [...expected.findings].sort() };

describe('a demo day on the real platform', () => {
  it(
    'ends every dossier as its fault says, and releases every clean one',
    async () => {
      // A busy machine sends fewer in a second.
      const played = await play(
        10 * SECONDS,
        'E1',
        (some) => kindsOf(finished(some)).size === everyKind.size,
      );
      for (const { step, status } of played) expect(status).toBe(HTTP[step.answer]);
      const dossiers = finished(played);
      expect(kindsOf(dossiers)).toEqual(everyKind);
      for (const dossier of dossiers) {
        const { number, fault } = dossier;
        // What went out last may still be on its way to its decision.
        await expect
          .poll(async () => ({ number, fault, ...(await stateOf(dossier)) }), { timeout: 20_000 })
          .toEqual({ number, fault, ...expectedOf(dossier) });
      }
    },
    (10 * SECONDS + 30) * 1000,
  );

  it('goes on with new numbers and its old keys after a second start', async () => {
    const played = await play(20, 'E2', (some) => some.length > 50);
    expect(played.length).toBeGreaterThan(50);
    for (const { step, status } of played) expect(status).toBe(HTTP[step.answer]);
  }, 60_000);
});

describe('a batch as the benchmark sends it', () => {
  it('is decided dossier by dossier as its faults say', async () => {
    const orderedAt = Date.now() - 3_600_000;
    const { messages, dossiers } = makeBatch(zone, {
      seed: 'E3',
      from: 0,
      count: 100,
      faultShare: 0.4,
      orderedAt,
    });
    const keys = await workingKeys();
    const outcomes: (string | undefined)[] = [];
    for (const { sender, bytes } of messages) {
      const response = await fetch(`${server.url}/api/messages?wait=10`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${keys.get(sender.customsCode)}`,
          'content-type': 'application/xml',
        },
        body: Buffer.from(bytes),
      });
      const { documents } = (await response.json()) as { documents: { outcome?: { state: string } }[] };
      outcomes.splice(0, outcomes.length, ...documents.map(({ outcome }) => outcome?.state));
    }
    expect(outcomes).toEqual(dossiers.map(({ expected }) => expected.outcome));
  });
});
