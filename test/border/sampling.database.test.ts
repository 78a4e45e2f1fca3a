import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyDraw } from '#draws';
import { issueKey } from '#exchange';
import { parseDecimal } from '#kernel';
import { handIn, lineOf, purchaseFor } from '../../apps/demo/border/purchase.ts';
import { openStage } from '../../apps/demo/border/stage.ts';
import { seedZone } from '../../apps/demo/start.ts';
import { createZone, demoEnterprises } from '../../apps/demo/zone.ts';
import { type RunningServer, startServer } from '../../apps/server/server.ts';
import { signedInAs } from '../../modules/access/testing/signed-in.ts';
import { type TestDatabase, testDatabase } from '../../platform/postgres/testing/index.ts';

const zone = createZone();
const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('draws of lists on the real platform', { timeout: 60_000 }, () => {
  let rented: TestDatabase;
  let server: RunningServer;
  let officer: Readonly<Record<string, string>>;
  const clock = { now: new Date('2026-03-10T10:00:00+08:00') };
  const keys = new Map<string, string>();

  beforeAll(async () => {
    rented = await testDatabase();
    const { database } = rented;
    await seedZone(database, zone);
    for (const { customsCode } of demoEnterprises(zone))
      keys.set(customsCode, (await issueKey(database, customsCode, '', 'enterprise', clock.now)).token);
    const drawSecret = () => '7'.repeat(64);
    server = await startServer({ database, port: 0, now: () => clock.now, sweepMs: 100, drawSecret });
    officer = (await signedInAs(database, { role: 'officer', agency: 'customs' }, clock.now)).headers;
  });
  afterAll(async () => {
    await server?.close();
    await rented?.close();
  });

  const ask = async <Body>(path: string, headers: Readonly<Record<string, string>> = {}, put?: object) => {
    const answer = await fetch(`${server.url}/api/sampling${path}`, {
      headers: { ...headers, ...(put ? { 'content-type': 'application/json' } : {}) },
      ...(put ? { method: 'PUT', body: JSON.stringify(put) } : {}),
    });
    return { status: answer.status, body: (await answer.json()) as Body };
  };

  it('fall on lists of dishonest firms nearly always, and are drawn again by anybody the day after', async () => {
    const broker = zone.brokers[0]?.customsCode ?? '';
    const wish = { from: '2026-03-01', class: 'dishonest', note: '失信企业名单' };
    expect((await ask(`/credit/${broker}`, officer, wish)).status).toBe(200);
    // One of the classes that came with decree 282, the day before it did.
    const early = { from: '2026-03-31', class: 'certified' };
    expect(await ask(`/credit/${broker}`, officer, early)).toMatchObject({
      ...{ status: 422, body: { code: 'SAMPLING-CREDIT-CLASS' } },
    });
    expect((await ask<{ ratings: object[] }>('/credit', officer)).body.ratings).toMatchObject([
      { customsCode: broker, class: 'dishonest' },
    ]);
    const { rows } = (await ask<{ rows: { code: string }[] }>('/plan')).body;
    expect(rows.map(({ code }) => code)).toContain('SAMPLE-DISHONEST');
    const stage = openStage({
      ...{ baseUrl: server.url, zone, keys, runId: 'SMPL', now: () => clock.now },
      cookieOf: async () => '',
    });
    const filed = ['A', 'B', 'C', 'D', 'E', 'F'].map((tail) =>
      purchaseFor(stage, tail, { mode: '9610', lines: [lineOf(stage, 'HLT-OIL-56', 1, 16_800)] }),
    );
    for (const dossier of filed) {
      await handIn(stage, dossier);
      const { ebpCode, orderNo, agentCode } = dossier.declaration.head;
      await stage.until(
        (quiet) =>
          quiet
            .as(stage.firm(agentCode))
            .get<{ list: { state: string } }>(`/api/lists/${ebpCode}/${orderNo}`),
        ({ list }) => list.state === 'held',
      );
    }
    const { lists } = (await ask<{ lists: { why: string }[] }>('/drawn', officer)).body;
    expect(new Set(lists.map(({ why }) => why))).toEqual(new Set(['SAMPLE-DISHONEST']));
    expect((await ask('/drawn')).status).toBe(401);
    const draws = '/draws/2026-03-10';
    expect((await ask<{ batches: object[] }>(`${draws}/batches`)).body.batches).toEqual([]);
    clock.now = new Date('2026-03-11T10:00:00+08:00');
    const day = (await ask<{ purpose: string; seedDigest: string; seed: string }>(draws)).body;
    expect(digest(day.seed)).toBe(day.seedDigest);
    const { body } = await ask<{
      batches: { candidates: string[]; record: Parameters<typeof verifyDraw>[1] }[];
    }>(`${draws}/batches`);
    const names = filed.map(({ declaration: { head } }) =>
      digest(JSON.stringify(['sampling candidate', head.ebpCode, head.orderNo])),
    );
    const drawn = body.batches.flatMap(({ record }) => record.drawn);
    expect(drawn).toHaveLength(lists.length);
    expect(new Set(body.batches.flatMap(({ candidates }) => candidates))).toEqual(new Set(names));
    for (const { record, candidates } of body.batches) {
      const committed = { purpose: day.purpose, seedDigest: day.seedDigest, rate: '0.8' };
      expect(verifyDraw(committed, record, parseDecimal('0.8'), candidates, digest)).toEqual([]);
    }
    expect((await ask<{ draws: object[] }>('/draws')).body.draws.length).toBeGreaterThan(1);
  });
});
