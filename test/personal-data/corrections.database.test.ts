import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Dossier } from '../../apps/demo/dossiers.ts';
import { again } from '../../apps/demo/faults/conduct.ts';
import { signedInAs } from '../../modules/access/testing/signed-in.ts';
import { confirmIdentity } from '../../modules/persons/wiring.ts';
import { openStand, type Stand } from './stand.ts';

const clock = { ahead: 0 };
let stand: Stand;
beforeAll(async () => {
  stand = await openStand('CR', { now: () => new Date(Date.now() + clock.ahead) });
});
afterAll(() => stand.close());

type Answer = { readonly status: number; readonly body: Record<string, unknown> };

/** The person of a purchase, signed in and confirmed. */
async function buyerOf({ order }: Dossier): Promise<(path: string, body?: object) => Promise<Answer>> {
  const { database } = stand.rented;
  const { account, headers } = await signedInAs(database, { role: 'consumer' });
  const [row] = await stand.rented.owner.query<{ person: string }>(
    'select person from orders.import_order where order_no = $1',
    [order.head.orderNo],
  );
  await confirmIdentity(database, {
    ...{ accountId: account.accountId, person: row?.person ?? '', at: new Date() },
    orderNo: order.head.orderNo,
  });
  return async (path, body) => {
    const response = await fetch(`${stand.server.url}/api/me/${path}`, {
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
  };
}

const wishFor = ({ order }: Dossier, more: object = {}) => ({
  ...{ wish: 'correct', text: '门牌号写错了', value: '云南省昆明市五华区改正路2号' },
  about: { paper: 'order', orderNo: order.head.orderNo, field: 'consigneeAddress' },
  ...more,
});

/** Asks, and answers the number of the request. */
async function asked(me: Awaited<ReturnType<typeof buyerOf>>, wish: object): Promise<string> {
  const { status, body } = await me('corrections', wish);
  expect(status).toBe(201);
  return body.requestId as string;
}

const mineOf = async (me: Awaited<ReturnType<typeof buyerOf>>) =>
  (await me('corrections')).body.corrections as Record<string, unknown>[];

describe('a person', () => {
  test('asks for a correction of a paper that was decided on: its sender puts a note beside it, and the paper stays', async () => {
    const { dossier } = await stand.purchase();
    const me = await buyerOf(dossier);
    const { ebpCode, orderNo, consigneeAddress } = dossier.order.head;
    const requestId = await asked(me, wishFor(dossier));
    const [open] = await mineOf(me);
    expect(open).toMatchObject({ requestId, holder: ebpCode, state: 'open', overdue: false });
    const days = (Date.parse(String(open?.dueAt)) - Date.parse(String(open?.askedAt))) / 86_400_000;
    expect(days).toBe(15);

    const queue = await stand.ask('/api/corrections', ebpCode);
    expect(JSON.stringify(queue.body)).toContain(requestId);
    // What a person has written is nobody's before it is opened on record.
    expect(JSON.stringify(queue.body)).not.toContain('改正路');
    for (const other of stand.others(dossier)) {
      expect(JSON.stringify((await stand.ask('/api/corrections', other)).body)).not.toContain(requestId);
      expect((await stand.ask(`/api/corrections/${requestId}/showing`, other, {})).status).toBe(404);
    }
    const opened = await stand.ask(`/api/corrections/${requestId}/showing`, ebpCode, {});
    expect(opened.body).toMatchObject({
      ...{ text: '门牌号写错了', value: '云南省昆明市五华区改正路2号', present: consigneeAddress },
      ...{ changeable: false, changed: false },
    });

    const answer = (body: object) => stand.ask(`/api/corrections/${requestId}/answer`, ebpCode, body);
    const said = { text: '已核实，清单已放行，另加说明' };
    expect((await answer({ outcome: 'corrected', ...said })).body.code).toBe('CORRECTION-UNCHANGED');
    expect((await answer({ outcome: 'kept', ...said })).body.code).toBe('CORRECTION-OUTCOME');
    expect((await answer({ outcome: 'refused', ...said })).body.code).toBe('CORRECTION-REASON');
    expect((await answer({ outcome: 'noted', ...said })).status).toBe(204);
    expect((await answer({ outcome: 'noted', ...said })).body.code).toBe('CORRECTION-ENDED');

    expect((await mineOf(me))[0]).toMatchObject({ state: 'answered', outcome: 'noted', answer: said.text });
    // It goes with the paper wherever that is shown in full, and the paper says what it said.
    const { body } = await stand.ask(`/api/lists/${ebpCode}/${orderNo}/persons`, ebpCode, {
      reason: '核对地址',
    });
    const papers = body.papers as { paper: string; fields: object; notes: object[] }[];
    expect(papers.find(({ paper }) => paper === 'order')).toMatchObject({
      fields: { consigneeAddress },
      notes: [{ field: 'consigneeAddress', value: '云南省昆明市五华区改正路2号', by: ebpCode }],
    });
    const data = (await me('data')).body as { papers: { notes: object[] }[]; showings: { kind: string }[] };
    expect(data.papers.flatMap(({ notes }) => notes)).toHaveLength(1);
    expect(data.showings.map(({ kind }) => kind)).toContain('correction');
    // Every enterprise of the purchase is told that there is something new to read.
    const told = await stand.rented.owner.query<{ recipient: string }>(
      `select body ->> 'recipient' as recipient from journal.entry where kind = 'correction-made' and subject = $1`,
      [requestId],
    );
    const { payment, waybill, declaration } = dossier;
    expect(told.map(({ recipient }) => recipient)).toEqual(
      expect.arrayContaining([ebpCode, payment.head.payCode, waybill.head.logisticsCode]),
    );
    expect(told.map(({ recipient }) => recipient)).toContain(declaration.head.agentCode);
  });

  test('asks for a correction of a paper nobody has decided on: it is corrected once its sender has changed it', async () => {
    const { dossier } = await stand.purchase(2);
    const me = await buyerOf(dossier);
    const { ebpCode } = dossier.order.head;
    const requestId = await asked(me, wishFor(dossier));
    const answer = (outcome: string) =>
      stand.ask(`/api/corrections/${requestId}/answer`, ebpCode, { outcome, text: '已变更订单' });
    expect((await answer('noted')).body.code).toBe('CORRECTION-CHANGE-FIRST');
    expect((await answer('corrected')).body.code).toBe('CORRECTION-UNCHANGED');
    const [order] = dossier.steps;
    if (!order) throw new Error('no order');
    await stand.send(
      again(order, '00000000-0000-4000-8000-0000000000aa', {
        ...{ appType: '2', consigneeAddress: '云南省昆明市五华区改正路2号' },
      }),
    );
    const opened = await stand.ask(`/api/corrections/${requestId}/showing`, ebpCode, {});
    expect(opened.body).toMatchObject({ changed: true, present: '云南省昆明市五华区改正路2号' });
    expect((await answer('corrected')).status).toBe(204);
    expect((await mineOf(me))[0]).toMatchObject({ outcome: 'corrected' });
  });

  test('asks about no paper of another, and about nothing a paper does not hold', async () => {
    const [{ dossier }, { dossier: other }] = [await stand.purchase(2), await stand.purchase(2)];
    const me = await buyerOf(dossier);
    const code = async (wish: object) => (await me('corrections', wish)).body.code;
    expect(await code(wishFor(other))).toBe('CORRECTION-NO-DATUM');
    const { orderNo } = dossier.order.head;
    expect(await code(wishFor(dossier, { about: { paper: 'order', orderNo, field: 'goodsValue' } }))).toBe(
      'CORRECTION-NO-DATUM',
    );
    expect(await code(wishFor(dossier, { value: undefined }))).toBe('CORRECTION-VALUE');
  });

  test('takes back what was asked, and no other person does it for them', async () => {
    const [{ dossier }, { dossier: other }] = [await stand.purchase(2), await stand.purchase(2)];
    const [me, stranger] = [await buyerOf(dossier), await buyerOf(other)];
    const requestId = await asked(me, wishFor(dossier));
    expect((await stranger(`corrections/${requestId}/withdrawal`, {})).status).toBe(404);
    expect((await me(`corrections/${requestId}/withdrawal`, {})).status).toBe(204);
    expect((await mineOf(me))[0]).toMatchObject({ state: 'withdrawn' });
    const late = await stand.ask(`/api/corrections/${requestId}/answer`, dossier.order.head.ebpCode, {
      ...{ outcome: 'refused', reason: 'unclear', text: '请说明' },
    });
    expect(late.body.code).toBe('CORRECTION-ENDED');
  });

  test('has no more than twenty requests open, also when they come at once', async () => {
    const { dossier } = await stand.purchase(2);
    const me = await buyerOf(dossier);
    const statuses: number[] = [];
    for (let at = 0; at < 11; at += 1) {
      const two = [me('corrections', wishFor(dossier)), me('corrections', wishFor(dossier))];
      for (const { status } of await Promise.all(two)) statuses.push(status);
    }
    expect(statuses.filter((status) => status === 201)).toHaveLength(20);
    expect(statuses.filter((status) => status === 409)).toHaveLength(2);
  });
});

test('what nobody answers in time stands in the attention of its holder, and the operator may answer it', async () => {
  const { dossier } = await stand.purchase(2);
  const me = await buyerOf(dossier);
  const { ebpCode } = dossier.order.head;
  const requestId = await asked(me, { ...wishFor(dossier), wish: 'delete', value: undefined });
  const answer = (as: string) =>
    stand.ask(`/api/corrections/${requestId}/answer`, as, {
      ...{ outcome: 'kept', text: '法律规定保存三年，期满即删' },
    });
  const kinds = async () =>
    ((await stand.ask('/api/attention', ebpCode)).body.items as { kind: string }[]).map(({ kind }) => kind);
  expect(await kinds()).toContain('corrections-open');
  expect((await answer('operator')).status).toBe(404);
  clock.ahead = 15 * 86_400_000 + 1_000;
  expect(await kinds()).toContain('corrections-overdue');
  const { body } = await stand.ask('/api/corrections', 'operator');
  const late = (body.corrections as { requestId: string; overdue: boolean }[]).find(
    (one) => one.requestId === requestId,
  );
  expect(late?.overdue).toBe(true);
  expect((await answer('operator')).status).toBe(204);
  const [row] = await stand.rented.owner.query<{ as: string }>(
    'select answered_as as as from persons.correction where request_id = $1',
    [requestId],
  );
  expect(row?.as).toBe('operator');
});

test('what the platform itself holds is asked of the operator', async () => {
  clock.ahead = 0;
  const { dossier } = await stand.purchase(2);
  const me = await buyerOf(dossier);
  const requestId = await asked(me, { wish: 'explain', text: '额度是怎么算的？' });
  const answered = await stand.ask(`/api/corrections/${requestId}/answer`, 'operator', {
    ...{ outcome: 'explained', text: '按放行清单的完税价格累计' },
  });
  expect(answered.status).toBe(204);
  expect((await mineOf(me))[0]).toMatchObject({ holder: 'operator', outcome: 'explained' });
});
