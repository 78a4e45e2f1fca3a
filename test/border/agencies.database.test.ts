import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AgencySimulator } from '../../apps/sandbox/agencies/simulator.ts';
import { openAgenciesStand } from './agencies-stand.ts';

let stand: Awaited<ReturnType<typeof openAgenciesStand>>;
beforeAll(async () => {
  stand = await openAgenciesStand();
});
afterAll(() => stand?.close());

const call: typeof stand.call = (...asked) => stand.call(...asked);
const file: typeof stand.file = (...wish) => stand.file(...wish);
const simulate: typeof stand.simulate = (...agency) => stand.simulate(...agency);
const until: typeof stand.until = (holds) => stand.until(holds);
const later = (seconds: number) => stand.later(seconds);
const stateOf: typeof stand.stateOf = (filed) => stand.stateOf(filed);
const agenciesOf: typeof stand.agenciesOf = (filed) => stand.agenciesOf(filed);
const becomes: typeof stand.becomes = (...filed) => stand.becomes(...filed);
const linkOf = (agency: string) => stand.linkOf(agency);
const standings = () => stand.standings();

describe('agencies that are asked over their links', { timeout: 60_000 }, () => {
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

  it('that cannot be reached are tried again, and the operator may have it tried at once', async () => {
    await stand.letDecide('market', 'http://127.0.0.1:9/');
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
    await stand.rented.database.run(
      `update agencies.delivery set state = 'failed', fault = 'HTTP-503' where order_no = any($1)`,
      [filed.map(({ orderNo }) => orderNo)],
    );
    const ids = await stand.rented.database.query<{ id: string }>(
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
    const kinds = await stand.rented.database.query<{ kind: string; by: string }>(
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
    const elsewhere = new AgencySimulator({ agency: 'market', secret, now: () => stand.clock.now });
    stand.opened(elsewhere);
    await move(await elsewhere.start());
    elsewhere.answer(market.deliveries[0]?.id ?? '', 'positive', '冒名');
    const moved = stand.clock.now.toISOString();
    await until(async () => ((await linkOf('market'))?.lastGoodAt ?? '') > moved);
    expect((await agenciesOf(filed)).questions).toMatchObject([{ agency: 'market', state: 'waiting' }]);
    expect(await stateOf(filed)).toBe('held');
  });

  it('whose link rests are asked, and told when it goes on', async () => {
    const market = await simulate('market');
    const link = '/api/agency-links/market';
    expect((await call('POST', '/api/agency-links/tax/pause', 'operator', { reason: '升级' })).status).toBe(
      404,
    );
    expect((await call('POST', '/api/agency-links/tax/resume', 'operator')).status).toBe(404);
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
