import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { entriesAfter } from '#journal';
import type { RequestsPage } from '../../modules/payment-data/http/schemas.ts';
import { transactionsEnded } from '../../platform/postgres/testing/index.ts';
import { BothSides, begun, own } from './both-sides.ts';
import { otherPlatformCode, paymentOf, platformCode, until } from './stand.ts';

let sides: BothSides;
beforeAll(async () => {
  sides = await BothSides.meet();
});
beforeEach(() => sides.reset());
afterAll(() => sides?.part());

describe('customs asks for an order', () => {
  test('is answered at once, and gets payment and all its orders, signed over the very characters sent', async () => {
    const payment = paymentOf(platformCode, ['A1', 'A2'], { totalAmount: '5.0' });
    await sides.handIn(payment.json);
    const opened = await sides.ask('A2');
    expect(opened).toMatchObject({ httpStatus: 200, answer: { code: '10000', message: '' } });
    const [verdict] = await until(async () => {
      const given = await sides.verdicts(opened);
      return given.length > 0 && given;
    });
    expect(verdict).toMatchObject({ code: '10000', findings: [] });
    expect(verdict?.verified).toContain('"totalAmount":5.0,');
    expect(verdict?.verified).toMatch(/"orderNo":"A1".*"orderNo":"A2"/);
    expect(await sides.inState(opened.request.sessionID, 'answered')).toMatchObject({
      ...{
        orderNo: 'A2',
        ebpCode: platformCode,
        payTransactionId: payment.payTransactionId,
        tries: 1,
        code: '10000',
      },
      attempts: [{ number: 1, httpStatus: 200, code: '10000', certificateNumber: '03000000000000a1' }],
      meaning: { en: 'Taken' },
    });
    expect(sides.platform.faults).toEqual([]);
  });

  test('leaves its mark in the journal, without a word of the payment', async () => {
    await sides.handIn(paymentOf(platformCode, ['J1']).json);
    const opened = await sides.ask('J1');
    await sides.inState(opened.request.sessionID, 'answered');
    const { database } = sides.platform.rented;
    await transactionsEnded(database);
    const entries = (await entriesAfter(database, '0.0', 10_000)).filter(
      ({ subject }) => subject === opened.request.sessionID,
    );
    expect(entries.map(({ kind, body }) => [kind, body])).toEqual([
      ['payment-data-asked', { orderNo: 'J1', ebpCode: platformCode }],
      ['payment-data-answered', { orderNo: 'J1', code: '10000', fault: null }],
    ]);
  });

  test('before the platform has handed it in: it is waited for', async () => {
    const opened = await sides.ask('W1');
    expect(opened.answer?.code).toBe('10000');
    expect(await sides.requestOf(opened.request.sessionID, 'operator')).toMatchObject({
      state: 'asked',
      tries: 0,
    });
    await sides.handIn(paymentOf(platformCode, ['W1']).json);
    expect(await sides.inState(opened.request.sessionID, 'answered')).toMatchObject({
      ebpCode: platformCode,
    });
  });

  test('that never comes: it is overdue once the time is up, and nothing is sent', async () => {
    const opened = await sides.ask('W2');
    sides.after(121_000);
    expect(await sides.inState(opened.request.sessionID, 'overdue', 'operator')).toMatchObject({
      ...{ tries: 0, fault: 'NO-PAYMENT', attempts: [] },
    });
    expect(sides.customs.received).toEqual([]);
  });

  test('paid for twice: the later payment is sent', async () => {
    const earlier = paymentOf(platformCode, ['P1'], { tradingTime: '20260309120000' });
    const later = paymentOf(platformCode, ['P1'], { tradingTime: '20260310080000' });
    await sides.handIn(later.json);
    await sides.handIn(earlier.json);
    const opened = await sides.ask('P1');
    expect((await sides.inState(opened.request.sessionID, 'answered')).payTransactionId).toBe(
      later.payTransactionId,
    );
  });

  test('of a number two platforms have: each is asked at its own address', async () => {
    await sides.handIn(paymentOf(platformCode, ['X1']).json);
    await sides.handIn(paymentOf(otherPlatformCode, ['X1']).json, otherPlatformCode);
    expect((await sides.ask('X1')).answer).toMatchObject({
      code: '20000',
      message: expect.stringContaining('多个电商平台'),
    });
    const opened = await sides.ask(
      'X1',
      otherPlatformCode,
      `/payment-data/${otherPlatformCode}/platDataOpen`,
    );
    expect(await sides.inState(opened.request.sessionID, 'answered', otherPlatformCode)).toMatchObject({
      ebpCode: otherPlatformCode,
    });
    expect((await sides.verdicts(opened, otherPlatformCode))[0]?.code).toBe('10000');
  });

  test('of a number a platform without a key here has handed in as well: the other one is asked', async () => {
    const server = await sides.platform.serve(sides.customs.url, new Map([[platformCode, own.signer]]));
    await sides.handIn(paymentOf(otherPlatformCode, ['X2']).json, otherPlatformCode);
    await sides.handIn(paymentOf(platformCode, ['X2']).json);
    const response = await fetch(`${server.url}/payment-data/platDataOpen`, {
      method: 'POST',
      body: new URLSearchParams({
        openReq: JSON.stringify({ orderNo: 'X2', sessionID: 'X2-SESSION', serviceTime: 1 }),
      }),
    });
    expect(await response.json()).toMatchObject({ code: '10000', message: '' });
    expect((await sides.requestOf('X2-SESSION')).ebpCode).toBe(platformCode);
    await server.close();
  });
});

describe('a request that comes again', () => {
  const openReq = (sessionID: string, orderNo: string): string =>
    JSON.stringify({ orderNo, sessionID, serviceTime: begun.getTime() });

  test('is answered as before, and the data are sent once', async () => {
    await sides.handIn(paymentOf(platformCode, ['R1']).json);
    const session = 'R1-SESSION';
    sides.customs.instead = { status: 200, body: '{"code":"10000","message":"","serviceTime":1}' };
    const answers = await Promise.all([1, 2, 3, 4].map(() => sides.open(openReq(session, 'R1'))));
    for (const { text } of answers) expect(JSON.parse(text).code).toBe('10000');
    await until(async () => (await sides.requestOf(session)).state !== 'asked');
    expect(JSON.parse((await sides.open(openReq(session, 'R1'))).text).code).toBe('10000');
    expect((await sides.requestOf(session)).tries).toBe(1);
  });

  test('under the session of another order is refused', async () => {
    await sides.handIn(paymentOf(platformCode, ['R2']).json);
    await sides.open(openReq('R2-SESSION', 'R2'));
    const { status, text } = await sides.open(openReq('R2-SESSION', 'R3'));
    expect([status, JSON.parse(text)]).toEqual([
      200,
      expect.objectContaining({ code: '20000', message: expect.stringContaining('另一订单') }),
    ]);
  });

  test('after it came to nothing is begun anew', async () => {
    const session = 'R4-SESSION';
    await sides.open(openReq(session, 'R4'));
    sides.after(121_000);
    await sides.inState(session, 'overdue', 'operator');
    await sides.handIn(paymentOf(platformCode, ['R4']).json);
    sides.customs.instead = { status: 200, body: '{"code":10000,"message":""}' };
    await sides.open(openReq(session, 'R4'));
    expect(await sides.inState(session, 'answered')).toMatchObject({ tries: 1 });
  });
});

describe('a request that is none', () => {
  test.each<[string, string]>([
    ['without an order', '{"sessionID":"1","serviceTime":1}'],
    ['with a time that is none', '{"orderNo":"1","sessionID":"1","serviceTime":"soon"}'],
    ['without JSON', 'hello'],
  ])('%s is answered with 20000 and the reason, as JSON', async (_what, openReq) => {
    const { status, type, text } = await sides.open(openReq);
    expect([status, type]).toEqual([200, 'application/json; charset=utf-8']);
    expect(JSON.parse(text)).toEqual({
      code: '20000',
      message: expect.stringMatching(/[一-鿿]/),
      serviceTime: begun.getTime(),
    });
  });

  test('at the address of a platform whose key is not here is answered with 20000', async () => {
    const { text } = await sides.open(
      '{"orderNo":"1","sessionID":"1","serviceTime":1}',
      '/payment-data/5301363699/platDataOpen',
    );
    expect(JSON.parse(text).code).toBe('20000');
  });

  test('shows how far its clock is off, and is answered all the same', async () => {
    await sides.handIn(paymentOf(platformCode, ['C1']).json);
    await sides.open(
      `{"orderNo":"C1","sessionID":"C1-SESSION","serviceTime":"${begun.getTime() + 3_600_000}"}`,
    );
    expect((await sides.requestOf('C1-SESSION')).clockOffMs).toBe(3_600_000);
    const { database } = sides.platform.rented;
    await transactionsEnded(database);
    const asked = (await entriesAfter(database, '0.0', 10_000)).find(
      ({ kind, subject }) => kind === 'payment-data-asked' && subject === 'C1-SESSION',
    );
    expect(asked?.body).toMatchObject({ clockOffMs: 3_600_000 });
  });

  test('too many are not taken on, and made-up numbers keep no order out that is on file', async () => {
    await sides.handIn(paymentOf(platformCode, ['F2', 'F3']).json);
    const fill = (from: number, to: number) =>
      sides.platform.rented.owner.run(
        `insert into payment_data.request (session_id, order_no, service_time, clock_off_ms, asked_at, due_at, state, next_try_at, keep_until)
         select 'FULL-' || n, 'none', '1', 0, $1, $1::timestamptz + interval '1 day', 'asked', $1::timestamptz + interval '1 day', '2030-01-01'
         from generate_series($2::int, $3::int) n`,
        [begun, from, to],
      );
    const asked = async (orderNo: string) =>
      JSON.parse(
        (await sides.open(`{"orderNo":"${orderNo}","sessionID":"${orderNo}-SESSION","serviceTime":1}`)).text,
      );
    const tooMany = { code: '20000', message: expect.stringContaining('过多') };
    await fill(1, 500);
    expect(await asked('F1')).toMatchObject(tooMany);
    expect(await asked('F2')).toMatchObject({ code: '10000' });
    await fill(501, 1000);
    expect(await asked('F3')).toMatchObject(tooMany);
    await sides.platform.rented.owner.run("delete from payment_data.request where session_id like 'FULL-%'");
  });
});

describe('several servers on one database', () => {
  test('answer every request, and none of them twice', async () => {
    const second = await sides.platform.serve(sides.customs.url, new Map([[platformCode, own.signer]]));
    const orders = Array.from({ length: 40 }, (_, at) => `S${at}`);
    await sides.handIn(paymentOf(platformCode, orders).json);
    sides.customs.instead = { status: 200, body: '{"code":"10000","message":""}' };
    await Promise.all(
      orders.map((orderNo) =>
        sides.open(`{"orderNo":"${orderNo}","sessionID":"${orderNo}-SESSION","serviceTime":1}`),
      ),
    );
    for (const orderNo of orders)
      expect((await sides.inState(`${orderNo}-SESSION`, 'answered')).tries).toBe(1);
    // An answer of a test before may still have been on its way.
    const ours = sides.customs.received.filter((body) => /S\d+-SESSION/.test(body));
    expect(ours).toHaveLength(orders.length);
    await second.close();
  });

  test('one that dies with a request in its hands leaves it to the next', async () => {
    const at = begun.toISOString();
    await sides.handIn(paymentOf(platformCode, ['K1']).json);
    // As a killed server leaves it: counted as being sent, without an attempt, its lease running.
    await sides.platform.rented.owner.run(
      `insert into payment_data.request (session_id, order_no, ebp_code, service_time, clock_off_ms, asked_at, due_at, state, next_try_at, tries, keep_until)
       values ('K1-SESSION', 'K1', $1, '1', 0, $2, $2::timestamptz + interval '2 minutes', 'asked', $2::timestamptz + interval '15 seconds', 1, '2030-01-01')`,
      [platformCode, at],
    );
    sides.customs.instead = { status: 200, body: '{"code":"10000","message":""}' };
    sides.after(15_000);
    expect(await sides.inState('K1-SESSION', 'answered')).toMatchObject({
      tries: 2,
      attempts: [{ number: 2 }],
    });
  });
});

describe('the requests', () => {
  const list = async (as: string, query = ''): Promise<RequestsPage> => {
    const response = await fetch(`${sides.server.url}/api/payment-data/requests${query}`, {
      headers: { authorization: `Bearer ${sides.platform.key(as)}` },
    });
    return (await response.json()) as RequestsPage;
  };

  test('are shown to the platform they are for and to the operator, newest first, by pages', async () => {
    const all: string[] = [];
    let cursor = '';
    do {
      const page = await list('operator', `?limit=7${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      all.push(...page.requests.map(({ sessionID }) => sessionID));
      cursor = page.next ?? '';
    } while (cursor);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toContain('S0-SESSION');
    const own = (await list(otherPlatformCode)).requests;
    expect(own.map(({ orderNo }) => orderNo)).toEqual(['X1']);
    expect((await list('operator', '?orderNo=X1&state=answered')).requests).toHaveLength(1);
  });

  test('are shown to nobody else', async () => {
    expect((await fetch(`${sides.server.url}/api/payment-data/requests`)).status).toBe(401);
    for (const [session, as] of [
      ['S0-SESSION', otherPlatformCode],
      ['none', 'operator'],
    ] as const)
      expect(await sides.requestOf(session, as)).toMatchObject({
        status: 404,
        code: 'PAYMENT-REQUEST-NOT-FOUND',
      });
  });
});
