import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueKey } from '#exchange';
import { handIn, lineOf, purchaseFor } from '../../apps/demo/border/purchase.ts';
import { openStage } from '../../apps/demo/border/stage.ts';
import { seedZone } from '../../apps/demo/start.ts';
import { createZone, demoEnterprises } from '../../apps/demo/zone.ts';
import { AgencySimulator } from '../../apps/sandbox/agencies/simulator.ts';
import { type RunningServer, startServer } from '../../apps/server/server.ts';
import { type Somebody, signedInAs } from '../../modules/access/testing/signed-in.ts';
import { type TestDatabase, testDatabase } from '../../platform/postgres/testing/index.ts';

const PATIENCE_MS = 20_000;
const zone = createZone();

describe('agencies that are asked over their links', { timeout: 60_000 }, () => {
  let rented: TestDatabase;
  let server: RunningServer;
  const clock = { now: new Date('2026-03-10T10:00:00+08:00') };
  const keys = new Map<string, string>();
  const sessions = new Map<string, Readonly<Record<string, string>>>();
  const simulators: AgencySimulator[] = [];
  let purchases = 0;

  beforeAll(async () => {
    rented = await testDatabase();
    const { database } = rented;
    await seedZone(database, zone);
    for (const { customsCode } of demoEnterprises(zone))
      keys.set(customsCode, (await issueKey(database, customsCode, '', 'enterprise', clock.now)).token);
    server = await startServer({
      ...{ database, port: 0, now: () => clock.now, sweepMs: 100, agencyNetworks: ['loopback'] },
    });
    const people: Readonly<Record<string, Somebody>> = {
      admin: { role: 'systemAdministrator' },
      operator: { role: 'operator' },
      market: { role: 'officer', agency: 'market' },
      post: { role: 'officer', agency: 'post' },
    };
    for (const [name, somebody] of Object.entries(people))
      sessions.set(name, (await signedInAs(database, somebody, clock.now)).headers);
  });
  afterAll(async () => {
    for (const simulator of simulators) await simulator.stop();
    await server?.close();
    await rented?.close();
  });

  const call = async <Body = Record<string, unknown>>(
    method: string,
    path: string,
    as: string,
    body?: object,
    more: Readonly<Record<string, string>> = {},
  ): Promise<{ status: number; body: Body }> => {
    const who = sessions.get(as) ?? { authorization: `Bearer ${keys.get(as)}` };
    const answer = await fetch(`${server.url}${path}`, {
      method,
      headers: { ...who, ...more, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await answer.text();
    return { status: answer.status, body: (text === '' ? {} : JSON.parse(text)) as Body };
  };

  interface Filed {
    readonly list: string;
    readonly desk: string;
    readonly broker: string;
    readonly orderNo: string;
  }

  /** A purchase of fish oil, about which market regulation is asked; its number ends as it is wished. */
  async function file(tail: string, flasks = 0): Promise<Filed> {
    purchases += 1;
    const stage = openStage({
      ...{
        baseUrl: server.url,
        zone,
        keys,
        now: () => clock.now,
        runId: `B${String(purchases).padStart(3, '0')}`,
      },
      cookieOf: () => Promise.reject(new Error('nobody signs in')),
    });
    const lines = [lineOf(stage, 'HLT-OIL-56', 1, 16_800)];
    if (flasks > 0) lines.push(lineOf(stage, 'COS-PRF-06', flasks, 42_000));
    const dossier = purchaseFor(stage, tail, { mode: '9610', lines });
    await handIn(stage, dossier);
    const { ebpCode, orderNo, agentCode } = dossier.declaration.head;
    const filed = {
      ...{ list: `/api/lists/${ebpCode}/${orderNo}`, broker: agentCode, orderNo },
      desk: `/api/agency-desk/questions/${ebpCode}/${orderNo}`,
    };
    await until(async () => (await stateOf(filed)) !== 'waiting');
    return filed;
  }

  const stateOf = async ({ list, broker }: Filed): Promise<string> =>
    (await call<{ list: { state: string } }>('GET', list, broker)).body.list.state;
  const agenciesOf = async ({ list, broker }: Filed) =>
    (
      await call<{
        questions: { agency: string; state: string; judge: string }[];
        sendings: { agency: string; way: string; fields: string[]; digest: string }[];
      }>('GET', `${list}/agencies`, broker)
    ).body;
  const becomes = (filed: Filed, state: string) => until(async () => (await stateOf(filed)) === state);

  async function simulate(
    agency: string,
    decide?: ConstructorParameters<typeof AgencySimulator>[0]['decide'],
  ): Promise<AgencySimulator> {
    // The secret is known only once the link is set, and the address only once the simulator runs.
    const opened = await call<{ secret: string }>('PUT', `/api/agency-links/${agency}`, 'admin', {
      ...{ address: 'http://127.0.0.1:9/', judge: 'engine', newSecret: true },
    });
    const simulator = new AgencySimulator({
      ...{ agency, secret: opened.body.secret, now: () => clock.now },
      ...(decide ? { decide } : {}),
    });
    simulators.push(simulator);
    const address = await simulator.start();
    await letDecide(agency, address);
    return simulator;
  }

  /** One person asks that an agency decide itself, another confirms it. */
  async function letDecide(agency: string, address: string): Promise<void> {
    const link = `/api/agency-links/${agency}`;
    const set = await call('PUT', link, 'admin', { address, judge: 'live' });
    expect([set.status, set.body.secret]).toEqual([200, undefined]);
    expect(await call('POST', `${link}/confirmation`, 'operator', { address })).toMatchObject({
      ...{ status: 200, body: { judge: 'live', standing: 'deciding' } },
    });
  }

  /** Time passes, so that links are looked at again. */
  const later = (seconds: number): void => {
    clock.now = new Date(clock.now.getTime() + seconds * 1000);
  };

  async function until(holds: () => Promise<boolean>): Promise<void> {
    const last = performance.now() + PATIENCE_MS;
    while (!(await holds())) {
      if (performance.now() > last) throw new Error('it does not come true');
      later(1);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  it('an officer sees what waits, opens it, and decides; the enterprise sees who got what', async () => {
    const filed = await file('DESK');
    expect(await stateOf(filed)).toBe('held');
    const queue = await call<{ questions: { orderNo: string }[] }>(
      'GET',
      '/api/agency-desk/questions',
      'market',
    );
    expect(queue.body.questions.map(({ orderNo }) => orderNo)).toContain(filed.orderNo);
    const opened = await call<{ papers: { declaration: { head: Record<string, string> } } }>(
      ...(['GET', filed.desk, 'market'] as const),
    );
    expect(opened.body.papers.declaration.head).toHaveProperty('ebpCode');
    expect(JSON.stringify(opened.body)).not.toMatch(/buyer|consignee|payer/);
    // Another agency is not asked, and sees nothing.
    expect((await call('GET', filed.desk, 'post')).status).toBe(404);
    const wish = { decision: 'positive', reason: '标签与备案一致', attempt: 1 };
    expect((await call('POST', `${filed.desk}/decision`, 'post', wish)).status).toBe(404);
    expect((await call('POST', `${filed.desk}/decision`, 'market', wish)).status).toBe(200);
    await becomes(filed, 'released');
    expect((await call('POST', `${filed.desk}/decision`, 'market', wish)).status).toBe(409);
    const { questions, sendings } = await agenciesOf(filed);
    expect(questions).toMatchObject([{ agency: 'market', state: 'positive', judge: 'officer' }]);
    expect(sendings).toMatchObject([
      { agency: 'market', way: 'desk', digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
  });

  it('the tables are shown to anybody', async () => {
    const { status, body } = await call<{ projections: unknown[]; requirements: unknown[] }>(
      ...(['GET', '/api/agency-tables', 'nobody'] as const),
    );
    expect([status, body.projections.length > 200, body.requirements.length > 5]).toEqual([200, true, true]);
  });

  it('decide over the link, are sent their projection only, and each answer counts once', async () => {
    const market = await simulate('market');
    const [agreed, refused] = [await file('LINKOK'), await file('REFUSE')];
    await becomes(agreed, 'released');
    await until(async () => (await agenciesOf(refused)).questions[0]?.state === 'negative');
    expect(await stateOf(refused)).toBe('held');
    expect(market.deliveries.map(({ list }) => list.orderNo).sort()).toEqual(
      [agreed.orderNo, refused.orderNo].sort(),
    );
    const sent = market.deliveries.find(({ list }) => list.orderNo === agreed.orderNo);
    const { questions, sendings } = await agenciesOf(agreed);
    expect(questions).toMatchObject([{ agency: 'market', judge: 'live', state: 'positive' }]);
    expect(sendings).toMatchObject([{ agency: 'market', way: 'link', fields: sent?.fields }]);
    // A refusal that the agency takes back lets the list go on.
    const asked = market.deliveries.find(({ list }) => list.orderNo === refused.orderNo);
    later(60);
    market.answer(asked?.id ?? '', 'positive', '补正后同意');
    await becomes(refused, 'released');
    // A word that comes after, and one on what was never asked, change nothing and are kept.
    market.answer(asked?.id ?? '', 'negative', '迟到');
    market.answer('never-asked', 'negative', '无此询问');
    await until(async () => (await standings()).includes('unmatched'));
    expect(await standings()).toEqual(expect.arrayContaining(['taken', 'late', 'unmatched']));
    expect(await stateOf(refused)).toBe('released');
  });

  const standings = async (): Promise<string[]> => {
    const { body } = await call<{ answers: { standing: string }[] }>(
      ...(['GET', '/api/agency-links/market/answers', 'operator'] as const),
    );
    return body.answers.map(({ standing }) => standing);
  };

  it('that cannot be reached are tried again, and the operator may have it tried at once', async () => {
    await letDecide('market', 'http://127.0.0.1:9/');
    const filed = await file('DOWN');
    const waiting = async () => {
      const { body } = await call<{ deliveries: { deliveryId: string; fault?: string }[] }>(
        ...(['GET', '/api/agency-links/market/deliveries?state=waiting', 'operator'] as const),
      );
      return body.deliveries[0];
    };
    await until(async () => (await waiting())?.fault !== undefined);
    expect((await linkOf('market'))?.failingSince).toBeDefined();
    expect(await stateOf(filed)).toBe('held');
    const { deliveryId } = (await waiting()) ?? {};
    const again = await simulate('market');
    const replay = `/api/agency-links/market/deliveries/${deliveryId}/replay`;
    expect((await call('POST', replay, 'operator')).status).toBe(204);
    await becomes(filed, 'released');
    expect(again.deliveries).toHaveLength(1);
    expect((await linkOf('market'))?.failingSince).toBeUndefined();
  });

  it('that were tried as often as allowed are asked again all together, each under its old identity', async () => {
    const market = await simulate('market');
    await call('POST', '/api/agency-links/market/pause', 'operator', { reason: '对方系统升级' });
    const filed = [await file('GAVEUPA'), await file('GAVEUPB')];
    await rented.database.run(
      `update agencies.delivery set state = 'failed', fault = 'HTTP-503' where order_no = any($1)`,
      [filed.map(({ orderNo }) => orderNo)],
    );
    const ids = await rented.database.query<{ id: string }>(
      'select delivery_id::text as id from agencies.delivery where order_no = any($1) order by 1',
      [filed.map(({ orderNo }) => orderNo)],
    );
    await call('POST', '/api/agency-links/market/resume', 'operator');
    const replay = () => call('POST', '/api/agency-links/market/replay', 'operator');
    expect(await replay()).toMatchObject({ status: 200, body: { replayed: 2 } });
    for (const one of filed) await becomes(one, 'released');
    expect(market.deliveries.map(({ id }) => id).sort()).toEqual(ids.map(({ id }) => id));
    expect(await replay()).toMatchObject({ status: 200, body: { replayed: 0 } });
    expect((await call('POST', '/api/agency-links/market/replay', 'market')).status).toBe(403);
  });

  it('are let decide by two people: not by whoever asked for it, and only at the address that was looked at', async () => {
    const link = '/api/agency-links/forex';
    const [here, there] = ['http://127.0.0.1:9/', 'http://127.0.0.1:10/'];
    const confirm = (as: string, address: string) => call('POST', `${link}/confirmation`, as, { address });
    expect((await confirm('operator', here)).body).toMatchObject({ code: 'AGENCY-LINK-NOT-FOUND' });
    expect((await call('PUT', link, 'operator', { address: here, judge: 'live' })).body).toMatchObject({
      ...{ judge: 'engine', standing: 'asked', own: true },
    });
    expect(await confirm('operator', here)).toMatchObject({
      ...{ status: 409, body: { code: 'AGENCY-LINK-FOUR-EYES' } },
    });
    expect((await confirm('admin', there)).body).toMatchObject({ code: 'AGENCY-LINK-NOT-ASKED' });
    expect((await confirm('market', here)).status).toBe(403);
    expect((await confirm('admin', here)).body).toMatchObject({ judge: 'live', standing: 'deciding' });
    // Who moves it alone has it decide no longer.
    expect((await call('PUT', link, 'admin', { address: there, judge: 'live' })).body).toMatchObject({
      ...{ judge: 'engine', standing: 'asked' },
    });
    expect((await confirm('admin', there)).status).toBe(409);
    const kinds = await rented.database.query<{ kind: string; by: string }>(
      `select kind, body->>'by' as by from journal.entry where subject = 'forex' and kind <> 'agency-link-down' order by seq`,
    );
    expect(kinds.map(({ kind }) => kind)).toEqual([
      ...['agency-link-asked', 'agency-link-confirmed', 'agency-link-asked'],
    ]);
    expect(new Set(kinds.map(({ by }) => by)).size).toBe(2);
    await call('DELETE', link, 'admin');
  });

  it('that only were asked for are tried, and what is answered there counts for nothing', async () => {
    const market = await simulate('market', () => undefined);
    const filed = await file('MOVED');
    await until(async () => market.deliveries.length > 0);
    // The address is moved by one person, who answers there what the agency was asked.
    const move = (address: string) =>
      call<{ secret: string }>('PUT', '/api/agency-links/market', 'admin', {
        ...{ address, judge: 'live', newSecret: address.endsWith(':9/') },
      });
    const { secret } = (await move('http://127.0.0.1:9/')).body;
    const elsewhere = new AgencySimulator({ agency: 'market', secret, now: () => clock.now });
    simulators.push(elsewhere);
    await move(await elsewhere.start());
    elsewhere.answer(market.deliveries[0]?.id ?? '', 'positive', '冒名');
    const moved = clock.now.toISOString();
    await until(async () => ((await linkOf('market'))?.lastGoodAt ?? '') > moved);
    expect((await agenciesOf(filed)).questions).toMatchObject([{ agency: 'market', state: 'waiting' }]);
    expect(await stateOf(filed)).toBe('held');
  });

  it('whose link rests are asked, and told when it goes on', async () => {
    const market = await simulate('market');
    const link = '/api/agency-links/market';
    const pause = () => call('POST', `${link}/pause`, 'operator', { reason: '对方系统升级' });
    expect((await pause()).status).toBe(204);
    expect(await pause()).toMatchObject({ status: 409, body: { code: 'AGENCY-LINK-STANDING' } });
    expect(await linkOf('market')).toMatchObject({ standing: 'paused' });
    const filed = await file('RESTS');
    later(60);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect([await stateOf(filed), market.deliveries.length]).toEqual(['held', 0]);
    expect((await call('POST', `${link}/resume`, 'operator')).status).toBe(204);
    await becomes(filed, 'released');
    expect((await call('POST', `${link}/resume`, 'operator')).status).toBe(409);
  });

  const linkOf = async (agency: string) => {
    const { body } = await call<{
      agencies: {
        agency: string;
        link?: { failingSince?: string; lastGoodAt?: string; standing: string; tag: string };
      }[];
    }>(...(['GET', '/api/agency-links', 'operator'] as const));
    return body.agencies.find((one) => one.agency === agency)?.link;
  };

  it('all have to agree: the last of them lets the list go on, in whatever order they speak', async () => {
    const post = await simulate('post', () => undefined);
    const filed = await file('BOTH', 5);
    await until(
      async () =>
        (await agenciesOf(filed)).questions.find(({ agency }) => agency === 'market')?.state === 'positive',
    );
    expect(await stateOf(filed)).toBe('held');
    await until(async () => post.deliveries.length > 0);
    post.answer(post.deliveries[0]?.id ?? '', 'positive', '同意寄递');
    await becomes(filed, 'released');
  });

  it('whose link is ended are spoken for by the table and their officers; a change of what another has changed is refused', async () => {
    const tag = (await linkOf('post'))?.tag ?? '';
    const wish = { address: 'http://127.0.0.1:9/', judge: 'engine' };
    expect((await call('PUT', '/api/agency-links/post', 'admin', wish, { 'if-match': tag })).status).toBe(
      200,
    );
    expect((await call('PUT', '/api/agency-links/post', 'admin', wish, { 'if-match': tag })).status).toBe(
      412,
    );
    expect((await call('DELETE', '/api/agency-links/post', 'admin')).status).toBe(204);
    expect((await call('DELETE', '/api/agency-links/post', 'admin')).status).toBe(404);
    expect(await linkOf('post')).toBeUndefined();
  });
});
