import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Dossier } from '../../apps/demo/dossiers.ts';
import { signedInAs } from '../../modules/access/testing/signed-in.ts';
import { Parcels } from '../../modules/persons/application/parcels.ts';
import { openStand, type Stand } from './stand.ts';

let stand: Stand;
let bought: Dossier;
let other: Dossier;
beforeAll(async () => {
  stand = await openStand('CO');
  ({ dossier: bought } = await stand.purchase());
  ({ dossier: other } = await stand.purchase(2));
});
afterAll(() => stand.close());

const digits = (phone: string): string => phone.replace(/\D/g, '').slice(-4);
const look = (number: string, phone: string) => stand.ask('/api/parcels', undefined, { number, phone });

/** Somebody who has an account of a consumer. */
async function consumer() {
  const { headers } = await signedInAs(stand.rented.database, { role: 'consumer' });
  return async (path: string, body?: object) => {
    const response = await fetch(`${stand.server.url}${path}`, {
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    });
    const text = await response.text();
    return { status: response.status, text, body: JSON.parse(text) as Record<string, unknown> };
  };
}

const claimOf = ({ order }: Dossier) => ({
  ...{ idType: order.head.buyerIdType, idNumber: order.head.buyerIdNumber },
  ...{ name: order.head.buyerName, phone: order.head.buyerTelephone },
});

describe('a parcel', () => {
  test('is told of by order, waybill or list number with the end of a telephone number, and no person is named', async () => {
    const { orderNo } = bought.declaration.head;
    const [row] = await stand.rented.owner.query<{ no: string }>(
      'select invt_no as no from clearance.decision where order_no = $1 and invt_no is not null',
      [orderNo],
    );
    const phone = digits(bought.order.head.consigneeTelephone);
    for (const number of [orderNo, bought.waybill.head.logisticsNo, row?.no ?? '']) {
      const { status, body } = await look(number, phone);
      expect([status, body.state]).toEqual([200, 'released']);
      const text = JSON.stringify(body);
      const { buyerName, consignee, consigneeAddress, buyerIdNumber } = bought.order.head;
      for (const value of [buyerName, consignee, consigneeAddress, buyerIdNumber])
        expect(text).not.toContain(value);
    }
  });

  test('that is not declared yet is announced', async () => {
    const { orderNo, consigneeTelephone } = other.order.head;
    expect((await look(orderNo, digits(consigneeTelephone))).body.state).toBe('announced');
  });

  test('that is not there is answered as one whose digits do not fit: in words and in time', async () => {
    const { orderNo, consigneeTelephone } = bought.order.head;
    const wrong = digits(consigneeTelephone) === '0000' ? '1111' : '0000';
    const timed = async (number: string) => {
      const begun = performance.now();
      const { status, body } = await look(number, wrong);
      const { instance: _, requestId: _1, ...same } = body;
      return { answer: { status, ...same }, ms: performance.now() - begun };
    };
    const [real, unknown] = [await timed(orderNo), await timed('NOSUCH0001')];
    expect(real.answer).toEqual(unknown.answer);
    expect(real.answer.status).toBe(404);
    for (const { ms } of [real, unknown]) expect(ms).toBeGreaterThanOrEqual(245);
  });

  test('is not found by the beginning of its number, by which many could be tried at once', async () => {
    const { orderNo, consigneeTelephone } = bought.order.head;
    for (const number of [orderNo.slice(0, -1), bought.waybill.head.logisticsNo.slice(0, -1)])
      expect((await look(number, digits(consigneeTelephone))).status).toBe(404);
  });

  test('is not tried out: after ten wrong tries a number waits an hour, for the right digits too', async () => {
    const { orderNo, consigneeTelephone } = other.order.head;
    const right = digits(consigneeTelephone);
    const wrong = right === '0000' ? '1111' : '0000';
    // All at once: each counts before it is looked at.
    const statuses = await Promise.all(
      Array.from({ length: 14 }, async () => (await look(orderNo, wrong)).status),
    );
    expect(statuses.sort()).toEqual([...Array(10).fill(404), ...Array(4).fill(429)]);
    expect((await look(orderNo, right)).status).toBe(429);
    expect((await look(bought.order.head.orderNo, digits(bought.order.head.consigneeTelephone))).status).toBe(
      200,
    );
  });
});

describe('a consumer', () => {
  test('is shown nothing before it is clear who they are', async () => {
    const me = await consumer();
    expect((await me('/api/me/identity')).body).toEqual({ confirmed: false });
    for (const path of ['allowance', 'lists', 'sendings', 'data'])
      expect((await me(`/api/me/${path}`)).status).toBe(409);
  });

  test('who is confirmed sees allowance, lists and all that is held of them, and who was shown it', async () => {
    const me = await consumer();
    await stand.ask(
      `/api/lists/${bought.order.head.ebpCode}/${bought.order.head.orderNo}/persons`,
      bought.order.head.ebpCode,
      { reason: '客户来电' },
    );
    expect((await me('/api/me/identity', claimOf(bought))).body).toMatchObject({ confirmed: true });
    const { body: allowance } = await me('/api/me/allowance');
    const { years } = allowance as { years: { used: string; yearlyLimit: string }[] };
    // Just after New Year what was bought in the year before comes second.
    const year = years.find(({ used }) => Number(used) > 0);
    expect(year?.yearlyLimit).toBe('26000');
    const { body: lists } = await me('/api/me/lists');
    expect(lists).toMatchObject({ lists: [{ orderNo: bought.order.head.orderNo, state: 'released' }] });
    const { text, body: data } = await me('/api/me/data');
    expect(text).toContain(bought.order.head.buyerIdNumber);
    expect(text).not.toContain(other.order.head.buyerIdNumber);
    expect((data as { papers: unknown[] }).papers.length).toBe(4);
    const { showings } = data as { showings: { kind: string; reason: string }[] };
    expect(showings.map(({ kind }) => kind)).toEqual(['own-data', 'list']);
    expect(showings[1]?.reason).toBe('客户来电');
  });

  test('sees which agency got what of their own parcels, for what and by which law, and nothing of others', async () => {
    const sent = async ({ declaration: { head } }: Dossier, agency: string, fields: readonly string[]) => {
      await stand.rented.owner.run(
        `insert into agencies.sending (order_no, ebp_code, agency, way, why, fields, digest, at, by_whom)
         values ($1, $2, $3, 'link', 'MARKET-HEALTH-FOOD', $4, repeat('0a', 32), '2026-03-10T02:00:00Z', 'test')`,
        [head.orderNo, head.ebpCode, agency, fields],
      );
    };
    await sent(bought, 'market', ['declaration.orderNo', 'declaration.items.gname']);
    await sent(other, 'post', ['waybill.orderNo']);
    const me = await consumer();
    await me('/api/me/identity', claimOf(bought));
    const { status, body } = await me('/api/me/sendings');
    expect([status, (body as { sendings: unknown[] }).sendings.length]).toEqual([200, 1]);
    const { orderNo } = bought.declaration.head;
    expect(body).toMatchObject({
      sendings: [{ orderNo, way: 'link', agency: { zh: '市场监管' }, at: '2026-03-10T02:00:00.000Z' }],
    });
    const [{ grounds }] = (body as { sendings: [{ grounds: { basis: string; fields: object[] }[] }] })
      .sendings;
    expect(grounds.flatMap(({ fields }) => fields)).toEqual([
      { document: 'declaration', field: 'orderNo', form: 'clear' },
      { document: 'declaration', field: 'items.gname', form: 'clear' },
    ]);
    for (const { basis } of grounds) expect(basis).not.toBe('');
  });

  test.each([
    ['another name', { name: '段延庆' }],
    ['another telephone number', { phone: '13900000000' }],
    ['an identity number nobody here has', { idNumber: '530102199001019999' }],
  ])('is not confirmed with %s, and is not told what was wrong', async (_what, change) => {
    const me = await consumer();
    const { status, body } = await me('/api/me/identity', { ...claimOf(bought), ...change });
    expect([status, body.code]).toEqual([422, 'IDENTITY-UNKNOWN']);
    expect((await me('/api/me/identity')).body).toEqual({ confirmed: false });
  });

  test('has five tries a day, also all at once, and the right answer comes too late then', async () => {
    const me = await consumer();
    const wrong = { ...claimOf(bought), name: '段延庆' };
    const statuses = await Promise.all(
      Array.from({ length: 6 }, async () => (await me('/api/me/identity', wrong)).status),
    );
    expect(statuses.sort()).toEqual([422, 422, 422, 422, 422, 429]);
    expect((await me('/api/me/identity', claimOf(bought))).status).toBe(429);
  });

  test('has no more tries by more accounts: one telephone number is claimed ten times a day', async () => {
    const claim = { ...claimOf(bought), phone: '139 1111 2222' };
    for (const _account of [1, 2]) {
      const me = await consumer();
      for (let time = 0; time < 5; time += 1)
        expect((await me('/api/me/identity', claim)).body.code).toBe('IDENTITY-UNKNOWN');
    }
    const third = await consumer();
    const { status, body } = await third('/api/me/identity', { ...claim, phone: '13911112222' });
    expect([status, body.code]).toEqual([429, 'IDENTITY-TRIES']);
    expect((await third('/api/me/identity', { ...claim, phone: '13933334444' })).status).toBe(422);
  });
});

test('however many ask about parcels at once, goods are cleared as before', async () => {
  const parameters = () => ({
    ...{ identityTries: 5, identityTriesOfPhone: 10, parcelTries: 1e9, publicAnswerMs: 1, papersShown: 200 },
    ...{ correctionDays: 15, openCorrections: 20 },
  });
  const { database } = stand.rented;
  const parcels = new Parcels({ database, now: () => new Date(), parameters });
  let asking = true;
  const { orderNo } = bought.order.head;
  const asked = { answered: 0, busy: 0 };
  const flood = Array.from({ length: 60 }, async () => {
    while (asking)
      await parcels.look(orderNo, digits(bought.order.head.consigneeTelephone)).then(
        () => {
          asked.answered += 1;
        },
        () => {
          asked.busy += 1;
        },
      );
  });
  const states = [];
  for (let at = 0; at < 4; at += 1) states.push((await stand.purchase()).state);
  const connections = await stand.rented.owner.query<{ name: string; count: number }>(
    `select application_name as name, count(*)::int as count from pg_stat_activity
     where datname = current_database() and application_name = 'chama public' group by 1`,
  );
  asking = false;
  await Promise.all(flood);
  expect(new Set(states)).toEqual(new Set(['released']));
  expect(asked.answered).toBeGreaterThan(20);
  // The stand and its server share one pool of the public here.
  expect(connections[0]?.count).toBeLessThanOrEqual(2);
});
