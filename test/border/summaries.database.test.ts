import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DocumentOf, encode } from '#ceb';
import { keepClosed, sha256 } from '../../modules/summaries/application/keep-closed.ts';
import { type ExportList, type SummaryProof, verifyProof } from '../../modules/summaries/index.ts';
import { itemOf, listOf } from '../../modules/summaries/testing/lists.ts';
import { openPlatform, type Platform } from '../portal/platform.ts';

const consignor = '5301363602';
const other = '5301963601';

describe('summary declarations, on the real platform', { timeout: 60_000 }, () => {
  let platform: Platform;
  let officer = '';
  let lists = 0;

  beforeAll(async () => {
    platform = await openPlatform({ portal: false });
    officer = await platform.signIn({ role: 'officer', agency: 'customs' });
  });
  afterAll(() => platform?.close());

  const ask = (method: string, path: string, as: string, body?: object) =>
    fetch(`${platform.url}/api/summaries${path}`, {
      method,
      headers: {
        ...(as === 'officer'
          ? { cookie: `chama_session=${officer}`, 'sec-fetch-site': 'same-origin' }
          : { authorization: `Bearer ${platform.keyOf(as)}` }),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  const call = async (method: string, path: string, as: string, body?: object) => {
    const answer = await ask(method, path, as, body);
    return { status: answer.status, body: (await answer.json()) as Record<string, never> };
  };

  /** Lists of the consignor's that customs has closed in a month. @returns their numbers */
  async function close(month: string, count: number, flag: 'A' | 'B' = 'B'): Promise<string[]> {
    const made = Array.from({ length: count }, () => {
      lists += 1;
      const items = [itemOf(), itemOf({ gnum: 2, gcode: '0901210000', gname: '咖啡', qty: '1.50' })];
      return listOf(lists, { ebcCode: consignor, statisticsFlag: flag }, items);
    });
    const closedAt = new Date(`${month}-20T04:00:00Z`);
    await platform.database.transaction((client) =>
      keepClosed(
        client,
        made.map((list) => ({ list, closedAt })),
      ),
    );
    return made.map(({ head }) => head.invtNo ?? '');
  }

  /** Applies and waits until the application has come to its end. */
  async function sumUp(asked: object): Promise<Record<string, never>> {
    const { status, body } = await call('POST', '/applications', consignor, asked);
    expect(status).toBe(201);
    for (;;) {
      const now = await call('GET', `/applications/${body.sumNo}`, consignor);
      if (now.body.finishedAt !== undefined) return now.body;
      await new Promise((done) => setTimeout(done, 20));
    }
  }

  it('a month is summed up, looked into from summary to list, and recomputed by anybody from what is given out', async () => {
    const numbers = await close('2025-10', 3);
    const done = await sumUp({ month: '2025-10' });
    expect(done).toMatchObject({ state: 'summed-up', lists: 3, placed: 3, summaries: 1 });
    const page = await call('GET', `?sumNo=${done.sumNo}`, consignor);
    const [summary] = page.body.summaries as unknown as { declSeqNo: string }[];
    const whole = await call('GET', `/${summary?.declSeqNo}`, consignor);
    expect(whole.body.lines).toMatchObject([
      { lineNo: 1, gcode: '0902303100', qty: '6', totalPrice: '600', items: 3 },
      { lineNo: 2, gcode: '0901210000', qty: '4.5', totalPrice: '600', items: 3 },
    ]);
    const behind = await call('GET', `/${summary?.declSeqNo}/lists?line=2&limit=2`, consignor);
    expect(behind.body.lists).toMatchObject([
      { invtNo: numbers[0], items: 1, qty: '1.5' },
      { invtNo: numbers[1], items: 1, qty: '1.5' },
    ]);
    const rest = await call(
      'GET',
      `/${summary?.declSeqNo}/lists?line=2&cursor=${behind.body.next}`,
      consignor,
    );
    expect(rest.body.lists).toMatchObject([{ invtNo: numbers[2] }]);
    const proof = (await (
      await ask('GET', `/${summary?.declSeqNo}/proof`, 'officer')
    ).json()) as SummaryProof;
    const text = await (await ask('GET', `/${summary?.declSeqNo}/contributions`, 'officer')).text();
    const given = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as ExportList);
    expect(verifyProof(proof, given, sha256)).toEqual([]);
    expect(verifyProof(proof, given.slice(1), sha256)).not.toEqual([]);
  });

  it('tells of each month until when it is declared, and how it stands', async () => {
    await close('2025-11', 2);
    await close('2025-11', 1, 'A');
    const { body } = await call('GET', '/months', consignor);
    const months = body.months as unknown as { month: string }[];
    expect(months.find(({ month }) => month === '2025-11')).toMatchObject({
      ...{
        lists: 2,
        taken: 0,
        statisticsLists: 1,
        due: '2025-12-15',
        dueConfidence: 'H',
        standing: 'overdue',
      },
    });
    const statistics = await call('GET', '/months/2025-11/statistics', consignor);
    expect(statistics.body.lines).toMatchObject([
      { gcode: '0901210000', items: 1 },
      { gcode: '0902303100', items: 1, totalPrice: '200' },
    ]);
    await sumUp({ month: '2025-11' });
    const after = (await call('GET', '/months', consignor)).body.months as unknown as { month: string }[];
    expect(after.find(({ month }) => month === '2025-11')).toMatchObject({ taken: 2, standing: 'done' });
  });

  it('a cancelled summary frees its lists, once, and only customs cancels', async () => {
    await close('2025-12', 2);
    const first = await sumUp({ month: '2025-12' });
    const page = await call('GET', `?sumNo=${first.sumNo}`, consignor);
    const [{ declSeqNo }] = page.body.summaries as unknown as [{ declSeqNo: string }];
    expect((await sumUp({ month: '2025-12' })).state).toBe('empty');
    expect((await call('POST', `/${declSeqNo}/cancel`, consignor, { reason: '更正' })).status).toBe(403);
    const unknown = await call('POST', '/D20200101000000001/cancel', 'officer', { reason: '没有此单' });
    expect(unknown.body.code).toBe('SUMMARY-NOT-FOUND');
    const cancelled = await call('POST', `/${declSeqNo}/cancel`, 'officer', { reason: '商品编码有误' });
    expect(cancelled.body).toMatchObject({ state: 'cancelled', reason: '商品编码有误' });
    expect((await call('POST', `/${declSeqNo}/cancel`, 'officer', { reason: '再次' })).body.code).toBe(
      'SUMMARY-CANCELLED',
    );
    expect(await sumUp({ month: '2025-12' })).toMatchObject({ state: 'summed-up', lists: 2 });
  });

  /** Sends an application as a message, one part of it or all. @returns what is answered to it */
  async function send(appType: string, copNo: string, invtNos: readonly string[], part = 1, parts = 1) {
    clock += 1;
    const head = {
      ...{ guid: crypto.randomUUID(), appType, appTime: `20260310${clock}`, appStatus: '2' },
      ...{
        customsCode: '8600',
        copNo,
        agentCode: consignor,
        agentName: '示例',
        ebcCode: consignor,
        ebcName: '示例',
      },
      ...{ declAgentCode: consignor, declAgentName: '示例', summaryFlag: '1', itemNameFlag: '2' },
      ...{ msgCount: parts, msgSeqNo: part },
    } as DocumentOf<'CEB701Message'>['head'];
    const base = { copCode: consignor, copName: '示例', dxpMode: 'DXP', dxpId: 'DXPENT0000000001', note: '' };
    const xml = encode({
      ...{ root: 'CEB701Message', guid: head.guid, version: '1.0', transfer: base, subscriptions: [] },
      documents: [{ head, items: invtNos.map((invtNo) => ({ invtNo })) }],
    });
    const answer = await fetch(`${platform.url}/api/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${platform.keyOf(consignor)}`, 'content-type': 'application/xml' },
      body: xml,
    });
    const { documents } = (await answer.json()) as { documents: { verdict: string; status: string }[] };
    return documents[0];
  }
  let clock = 100_000;

  /** Waits for a receipt of a kind that says this. */
  async function receipt(type: string, where: (body: Record<string, unknown>) => boolean) {
    for (;;) {
      const answer = await fetch(`${platform.url}/api/receipts?type=${type}&limit=100`, {
        headers: { authorization: `Bearer ${platform.keyOf(consignor)}` },
      });
      const { receipts } = (await answer.json()) as {
        receipts: { returnStatus: string; body: Record<string, unknown> }[];
      };
      const found = receipts.findLast(({ body }) => where(body));
      if (found && (type !== 'CEB702' || found.returnStatus !== '2')) return found;
      await new Promise((done) => setTimeout(done, 20));
    }
  }

  it('an application that comes as a message in two parts is answered with its end and with each summary', async () => {
    const [one = '', two = ''] = await close('2026-02', 2);
    expect(await send('1', 'HZ1', [one], 1, 2)).toMatchObject({ verdict: 'accepted', status: '2' });
    expect(await send('1', 'HZ1', [two], 2, 2)).toMatchObject({ verdict: 'accepted' });
    const end = await receipt('CEB702', ({ copNo }) => copNo === 'HZ1');
    expect(end.returnStatus).toBe('399');
    const result = await receipt('CEB792', ({ sumNo }) => sumNo === end.body.sumNo);
    expect(result.body).toMatchObject({ decState: 'A', msgCount: '1', msgSeqNo: '1', grossWeight: '1.8' });
    expect(result.body.SummaryResultList).toMatchObject([
      { invtNo: one, gseqno: '1', gnum: '1' },
      { invtNo: one, gseqno: '2', gnum: '2' },
      { invtNo: two, gseqno: '1', gnum: '1' },
      { invtNo: two, gseqno: '2', gnum: '2' },
    ]);
    // What has come to its end is changed by customs alone; lists that are in a summary make no second one.
    expect(await send('3', 'HZ1', [one], 1, 2)).toMatchObject({ verdict: 'refused' });
    expect(await send('1', 'HZ2', [one])).toMatchObject({ verdict: 'accepted' });
    expect((await receipt('CEB702', ({ copNo }) => copNo === 'HZ2')).returnStatus).toBe('100');
    const xml = await fetch(`${platform.url}/api/receipts?type=CEB792`, {
      headers: { authorization: `Bearer ${platform.keyOf(consignor)}`, accept: 'application/xml' },
    });
    expect(await xml.text()).toContain('<SummaryResultList>');
  });

  it('an application that nobody has begun is taken back, and then is no more', async () => {
    const sumNo = 'S20260310999999999';
    await platform.database.run(
      `insert into summaries.application (ebc_code, sum_no, origin, ebc_name, agent_code, agent_name, decl_agent_code,
         decl_agent_name, by_numbers, by_seller, by_name, most_lines, state, by_whom, applied_at)
       values ($1, $2, 'platform', '示例', $1, '示例', $1, '示例', true, false, false, 50, 'applied', 'test', now())`,
      [consignor, sumNo],
    );
    const taken = await call('POST', `/applications/${sumNo}/withdraw`, consignor);
    expect(taken.body).toMatchObject({ state: 'withdrawn', lists: 0 });
    expect((await call('POST', `/applications/${sumNo}/withdraw`, consignor)).status).toBe(409);
  });

  it('another enterprise finds none of it', async () => {
    const [list] = await close('2026-01', 1);
    const done = await sumUp({ invtNos: [list] });
    const page = await call('GET', `?sumNo=${done.sumNo}`, consignor);
    const [{ declSeqNo }] = page.body.summaries as unknown as [{ declSeqNo: string }];
    for (const path of [
      `/applications/${done.sumNo}`,
      `/${declSeqNo}`,
      `/${declSeqNo}/proof`,
      `/${declSeqNo}/lists`,
    ])
      expect((await call('GET', path, other)).status).toBe(404);
    expect((await call('GET', `?sumNo=${done.sumNo}`, other)).body.summaries).toEqual([]);
    expect((await call('POST', `/applications/${done.sumNo}/withdraw`, other)).status).toBe(404);
    expect((await call('POST', `/applications/${done.sumNo}/withdraw`, consignor)).body.code).toBe(
      'SUMMARY-APPLICATION-DONE',
    );
  });

  it('a month that has not begun, and a wish for nothing, are refused', async () => {
    expect((await call('POST', '/applications', consignor, { month: '2031-01' })).body.code).toBe(
      'SUMMARY-MONTH',
    );
    expect((await call('POST', '/applications', consignor, {})).status).toBe(400);
    expect((await call('GET', '/months?cursor=x', consignor)).body.code).toBe('CURSOR');
  });
});
