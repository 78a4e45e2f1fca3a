import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPlatform, type Platform } from '../portal/platform.ts';

const broker = '5301363602';
const other = '5301963601';
/** A picture of one dot. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('inspections, on the real platform', { timeout: 60_000 }, () => {
  let platform: Platform;
  const cookies: Record<string, string> = {};

  beforeAll(async () => {
    platform = await openPlatform({ portal: false });
    for (const office of ['8601', '8613'])
      cookies[office] = await platform.signIn({ role: 'officer', agency: 'customs', office });
    const filed = await call('PUT', '/api/inspection-sites/SITE1', 'operator', {
      ...{ name: { zh: '场所', en: 'site' }, customsCode: '8601', address: '', slotMinutes: 60, seen: 0 },
      openings: [2, 3].map((weekday) => ({
        ...{ weekday, opens: 540, closes: 1_080, from: '2026-01-01', capacity: 1 },
      })),
      closedDays: [],
    });
    expect(filed.status).toBe(200);
  });
  afterAll(() => platform?.close());

  const headers = (as: string): Record<string, string> => {
    const cookie = cookies[as];
    if (cookie) return { cookie: `chama_session=${cookie}`, 'sec-fetch-site': 'same-origin' };
    return { authorization: `Bearer ${as === 'operator' ? platform.operatorKey : platform.keyOf(as)}` };
  };
  async function call(method: string, path: string, as: string, body?: object) {
    const bytes = Buffer.isBuffer(body);
    const answer = await fetch(`${platform.url}${path}`, {
      method,
      headers: {
        ...headers(as),
        ...(body ? { 'content-type': bytes ? 'image/png' : 'application/json' } : {}),
      },
      ...(body ? { body: bytes ? new Uint8Array(body) : JSON.stringify(body) } : {}),
    });
    const json = answer.headers.get('content-type')?.includes('json');
    return { status: answer.status, body: (json ? await answer.json() : {}) as Record<string, never> };
  }

  /** An inspection of a list of the broker's, as customs has ordered it. */
  async function ordered(orderNo: string): Promise<string> {
    const id = randomUUID();
    await platform.database.query(
      `insert into inspections.inspection (group_key, inspection_id, state, customs_code, parties, opened_at)
       values ($1, $2, 'waiting', '8601', array[$3], '2026-03-10T02:00:00Z')`,
      [orderNo, id, broker],
    );
    await platform.database.query(
      `insert into inspections.hold (group_key, inspection_id, order_no, ebp_code, agency, ground, attempt, note, sample_wanted,
         trade_mode, goods_name, hs_chapter, origin, recipient, opened_by, opened_at, state)
       values ($1, $2, $1, $3, 'customs', 'CUS-ORDERED', 1, '', false, '9610', '咖啡', '09', '119', $4, 'clearance',
         '2026-03-10T02:00:00Z', 'open')`,
      [orderNo, id, other, broker],
    );
    return id;
  }

  it('are seen and booked by their enterprise, and by no other', async () => {
    const id = await ordered('INS-A');
    expect((await call('GET', `/api/inspections/${id}`, other)).status).toBe(404);
    const list = `orderNo=INS-A&ebpCode=${other}`;
    expect((await call('GET', `/api/inspections?${list}`, other)).body).toEqual({ inspections: [] });
    expect(
      (await call('GET', `/api/inspections?${list}&state=waiting`, broker)).body.inspections,
    ).toMatchObject([{ inspectionId: id, lists: 1, openHolds: 1, agencies: ['customs'], goodsName: '咖啡' }]);
    const slots = await call('GET', '/api/inspection-sites/SITE1/slots?from=2026-03-11&days=1', broker);
    const [first] = slots.body.slots as never as { startsAt: string; free: number; open: boolean }[];
    expect(first).toEqual({ startsAt: '2026-03-11T01:00:00.000Z', capacity: 1, free: 1, open: true });
    const wish = { siteCode: 'SITE1', startsAt: first?.startsAt };
    expect((await call('PUT', `/api/inspections/${id}/booking`, other, wish)).status).toBe(404);
    expect((await call('PUT', `/api/inspections/${id}/booking`, broker, wish)).body).toMatchObject({
      state: 'booked',
      startsAt: first?.startsAt,
    });
    const late = { siteCode: 'SITE1', startsAt: '2026-03-12T01:00:00.000Z' };
    const refused = await call('PUT', `/api/inspections/${id}/booking`, broker, late);
    expect(refused).toMatchObject({ status: 422, body: { code: 'SLOT-NOT-OFFERED' } });
    const rival = await ordered('INS-R');
    expect((await call('PUT', `/api/inspections/${rival}/booking`, broker, wish)).body.code).toBe(
      'SLOT-FULL',
    );
    const calendar = await call('GET', '/api/inspections?siteCode=SITE1&from=2026-03-11&days=1', 'operator');
    expect(calendar.body.inspections).toMatchObject([{ inspectionId: id }]);
    const found = async (filter: string) =>
      (await call('GET', `/api/inspections?${list}&${filter}`, 'operator')).body.inspections;
    for (const filter of ['agency=customs', 'customsCode=8601', 'agency=customs&customsCode=8601'])
      expect(await found(filter), filter).toMatchObject([{ inspectionId: id }]);
    for (const filter of ['agency=market', 'customsCode=8613', 'agency=customs&customsCode=8613'])
      expect(await found(filter), filter).toEqual([]);
    expect((await call('DELETE', `/api/inspections/${id}/booking`, broker)).body.state).toBe('waiting');
  });

  it('are carried out by officers of their office, with photos of which nothing but the picture is kept', async () => {
    const id = await ordered('INS-B');
    const one = `/api/inspections/${id}`;
    expect((await call('POST', `${one}/begin`, '8613')).body.code).toBe('INSPECTION-OTHER-OFFICE');
    expect((await call('POST', `${one}/begin`, '8601')).body.state).toBe('begun');
    const photoId = randomUUID();
    const photo = `${one}/photos?photoId=${photoId}&shows=outside&orderNo=INS-B&ebpCode=${other}`;
    for (let twice = 0; twice < 2; twice += 1)
      expect((await call('POST', photo, '8601', dot)).body.photos).toMatchObject([
        { photoId, shows: 'outside', type: 'image/png', width: 1, height: 1, orderNo: 'INS-B' },
      ]);
    const result = { entryId: randomUUID(), orderNo: 'INS-B', ebpCode: other, verdict: 'nonconforming' };
    const unreasoned = await call('POST', `${one}/results`, '8601', result);
    expect(unreasoned).toMatchObject({ status: 422, body: { code: 'INSPECTION-REASON' } });
    expect((await call('DELETE', `${one}/booking`, broker)).body.code).toBe('INSPECTION-STATE');
    const counted = { ...result, reason: 'BAD-QUANTITY', lines: [{ gnum: 1, quantity: '2.5' }] };
    const uncountable = { ...counted, lines: [{ gnum: 1, quantity: 'two' }] };
    expect((await call('POST', `${one}/results`, '8601', uncountable)).status).toBe(400);
    const { steps } = (await call('POST', `${one}/results`, '8601', counted)).body as never as {
      steps: readonly { readonly kind: string; readonly body: object }[];
    };
    expect(steps.at(-1)).toMatchObject({
      ...{ kind: 'result', body: { lines: [{ gnum: 1, quantity: '2.5' }], reason: 'BAD-QUANTITY' } },
    });
    const bad = await call(
      'POST',
      `${one}/photos?photoId=${randomUUID()}&shows=x`,
      '8601',
      Buffer.from('no'),
    );
    expect(bad.body.code).toBe('INSPECTION-PHOTO-UNSOUND');
    const [kept] = await platform.database.query<{ bare: boolean }>(
      `select position('IHDR'::bytea in content) > 0 as bare from inspections.photo where photo_id = $1`,
      [photoId],
    );
    expect(kept).toEqual({ bare: false });
    expect((await call('GET', `${one}/photos/${photoId}`, broker)).status).toBe(200);
    expect((await call('GET', `${one}/photos/${photoId}`, other)).status).toBe(404);
    // Who inspects is for those who work for the zone to read.
    expect((await call('GET', one, '8601')).body.officer).toMatch(/^officer/);
    expect((await call('GET', one, broker)).body.officer).toBeUndefined();
  });

  it('go by tables everybody who has to do with them can read', async () => {
    const { body } = await call('GET', '/api/inspection-tables', broker);
    const grounds = body.grounds as never as { code: string; agency: string }[];
    expect(grounds).toContainEqual(expect.objectContaining({ code: 'MKT-QUALITY', agency: 'market' }));
    expect(body.recognitions).toContainEqual(
      expect.objectContaining({ code: 'MR-SAFETY-MAIL', validDays: 1 }),
    );
    const known = { name: { zh: '场所', en: 'site' }, customsCode: '8601', address: '', slotMinutes: 60 };
    const again = { ...known, openings: [], closedDays: [], seen: 0 };
    expect((await call('PUT', '/api/inspection-sites/SITE1', 'operator', again)).body.code).toBe(
      'SITE-CHANGED',
    );
    const filed = { code: 'SITE-CALENDAR' };
    const twice = { weekday: 1, opens: 540, closes: 600, from: '2026-01-01', capacity: 1 };
    const wrong = await call('PUT', '/api/inspection-sites/SITE2', 'operator', {
      ...{ name: { zh: '场所', en: 'site' }, customsCode: '8601', address: '', slotMinutes: 60, seen: 0 },
      ...{ openings: [twice, twice], closedDays: [] },
    });
    expect(wrong).toMatchObject({ status: 422, body: filed });
  });

  it('show beside what is recognised the result it rests on', async () => {
    const id = await ordered('INS-D');
    const by = `update inspections.hold set agency = $2, ground = $3, state = $4, reason = $5, ended_by = 'test',
      ended_at = '2026-03-10T03:00:00Z' where inspection_id = $1 and agency = 'customs'`;
    await platform.database.query(by, [id, 'market', 'MKT-QUALITY', 'recognised', 'MR-QUARANTINE-QUALITY']);
    await platform.database.query(
      `insert into inspections.hold select group_key, inspection_id, order_no, ebp_code, 'customs', 'CUS-QUARANTINE', attempt,
         note, sample_wanted, trade_mode, goods_name, hs_chapter, origin, recipient, opened_by, opened_at, 'conforming', null,
         found, 'test', '2026-03-10T02:30:00Z' from inspections.hold where inspection_id = $1`,
      [id],
    );
    const { holds } = (await call('GET', `/api/inspections/${id}`, broker)).body as never as {
      holds: readonly { readonly agency: string; readonly restsOn?: object }[];
    };
    expect(holds.find(({ agency }) => agency === 'market')?.restsOn).toMatchObject({
      ...{ agency: 'customs', ground: { code: 'CUS-QUARANTINE' }, endedAt: '2026-03-10T02:30:00.000Z' },
    });
    expect(holds.find(({ agency }) => agency === 'customs')?.restsOn).toBeUndefined();
  });

  it('whose signed result is taken back show who said what, once two officers have', async () => {
    const id = await ordered('INS-E');
    const one = `/api/inspections/${id}`;
    expect((await call('POST', `${one}/begin`, '8601')).status).toBe(200);
    await platform.database.query(
      `update inspections.hold set state = 'conforming', ended_by = 'test', ended_at = '2026-03-10T03:00:00Z'
       where inspection_id = $1`,
      [id],
    );
    await platform.database.query(
      `update inspections.inspection set state = 'closed', ended_at = '2026-03-10T03:00:00Z' where inspection_id = $1`,
      [id],
    );
    const entryId = randomUUID();
    const correction = {
      ...{ entryId, orderNo: 'INS-E', ebpCode: other, agency: 'customs', ground: 'CUS-ORDERED' },
      ...{ verdict: 'nonconforming', reason: 'BAD-QUANTITY', why: '复核发现少一件' },
    };
    const unreasoned = await call('POST', `${one}/corrections`, '8601', { ...correction, why: '' });
    expect(unreasoned.status).toBe(400);
    const proposed = await call('POST', `${one}/corrections`, '8601', correction);
    expect(proposed.body).toMatchObject({
      holds: [{ state: 'conforming' }],
      corrections: [{ entryId, verdict: 'nonconforming', reason: { code: 'BAD-QUANTITY' } }],
    });
    const confirmation = `${one}/corrections/${entryId}/confirmation`;
    expect((await call('POST', confirmation, '8601')).body.code).toBe('INSPECTION-SAME-OFFICER');
    cookies.second = await platform.signIn({ role: 'officer', agency: 'customs', office: '8600' });
    expect((await call('POST', confirmation, 'second')).body).toMatchObject({
      holds: [{ state: 'nonconforming', reason: { code: 'BAD-QUANTITY' } }],
      corrections: [{ entryId, confirmedAt: expect.any(String) }],
    });
    expect((await call('GET', one, other)).status).toBe(404);
  });

  it('that are not there are told to be so, and so are sites and lists', async () => {
    const none = `/api/inspections/${randomUUID()}`;
    const list = { orderNo: 'NONE', ebpCode: other };
    const entry = { ...list, entryId: randomUUID() };
    const sample = { agency: 'market', ground: 'MKT-QUALITY', sampleNo: 'YP-1', what: 'x', sealNo: 'F-1' };
    const wish = { siteCode: 'SITE1', startsAt: '2026-03-11T01:00:00.000Z' };
    const correction = {
      ...{ ...entry, agency: 'customs', ground: 'CUS-ORDERED', verdict: 'conforming', why: 'x' },
    };
    const asked: readonly (readonly [method: string, path: string, as: string, body?: object])[] = [
      ['POST', `${none}/begin`, '8601'],
      ['POST', `${none}/no-show`, '8601'],
      ['POST', `${none}/signature`, '8601'],
      ['POST', `${none}/results`, '8601', { ...entry, verdict: 'conforming' }],
      ['POST', `${none}/samples`, '8601', { ...entry, ...sample }],
      ['POST', `${none}/samples/YP-1/steps`, '8601', { entryId: randomUUID(), state: 'received' }],
      ['POST', `${none}/photos?photoId=${randomUUID()}&shows=x`, '8601', dot],
      ['POST', `${none}/corrections`, '8601', correction],
      ['POST', `${none}/corrections/${entry.entryId}/confirmation`, '8601'],
      ['PUT', `${none}/booking`, broker, wish],
      ['DELETE', `${none}/booking`, broker],
      ['POST', '/api/inspections', '8601', { ...list, ground: 'CUS-QUARANTINE' }],
      ['GET', '/api/inspection-sites/NOSITE/slots?from=2026-03-11', broker],
    ];
    for (const [method, path, as, body] of asked)
      expect((await call(method, path, as, body)).status, path).toBe(404);
  });

  it('wait for another slot once nobody has come with the goods', async () => {
    const id = await ordered('INS-C');
    await platform.database.query(
      `update inspections.inspection set state = 'booked', site_code = 'SITE1', starts_at = '2026-03-10T01:00:00Z',
         booked_by = 'test' where inspection_id = $1`,
      [id],
    );
    const early = `/api/inspections/${id}/photos?photoId=${randomUUID()}&shows=x`;
    expect((await call('POST', early, '8601', dot)).body.code).toBe('INSPECTION-STATE');
    const tooLate = await call('DELETE', `/api/inspections/${id}/booking`, broker);
    expect(tooLate).toMatchObject({ status: 422, body: { code: 'SLOT-NOT-OFFERED' } });
    expect((await call('POST', `/api/inspections/${id}/no-show`, '8601')).body).toMatchObject({
      state: 'waiting',
      noShows: 1,
    });
  });
});
