import { afterEach, describe, expect, test } from 'vitest';
import { discrepancies } from '../faults/books.ts';
import { until } from '../faults/stand.ts';
import { CustomsDesk, type DeskSettings } from './customs-desk.ts';
import { allPasses, type Script } from './customs-peer.ts';

let desk: CustomsDesk;

async function open(script: Script, settings: DeskSettings = {}): Promise<CustomsDesk> {
  desk = await CustomsDesk.open(script, settings);
  return desk;
}

afterEach(async () => {
  expect(desk.stand.faults).toEqual([]);
  expect(await discrepancies(desk.stand.database)).toEqual([]);
  await desk.close();
});

/** Papers pass; of lists it is said what is given. */
const lists =
  (...said: readonly [status: string, info: string, time?: string][]): Script =>
  (document) =>
    document.root === 'CEB621Message'
      ? said.map(([status, info, time]) => ({ status, info, ...(time ? { time } : {}) }))
      : allPasses(document);

describe('a purchase where customs decides', () => {
  test('goes to customs as it was signed, and its list is released when customs says so', async () => {
    const { peer, stand, purchases } = await open(allPasses);
    const [dossier] = desk.make(1);
    if (!dossier) return;
    const bytes = purchases.message('order', [dossier.order]);
    await stand.post(purchases.sender('order').customsCode, bytes);
    await desk.declare([dossier], ['payment', 'waybill', 'declaration']);
    await desk.reaches(dossier, 'released', '800');
    await desk.counts(2, "select count(*) from links.answer where type = 'CEB622'");
    const { list, decision, receipts, timeline } = await desk.list(dossier);
    expect(list.invtNo).toBe(`${dossier.declaration.head.customsCode}2026I000000001`);
    expect(decision).toMatchObject({ judge: 'customs', statusCode: '800' });
    expect(decision?.advice?.zh).toMatch(/^平台预审（不作决定）：放行：/);
    expect(receipts.map(({ status }) => status).sort()).toEqual(['120', '800']);
    expect(
      timeline
        .map(({ kind }) => kind)
        .slice(-3)
        .sort(),
    ).toEqual(['decided', 'forwarded', 'progressed']);
    expect(peer.got.map(({ root }) => root).sort()).toEqual(
      [311, 411, 511, 621].map((number) => `CEB${number}Message`),
    );
    const order = peer.got.find(({ root }) => root === 'CEB311Message');
    expect(Buffer.from(order?.bytes ?? [])).toEqual(bytes);
    expect((await desk.statuses()).sort()).toEqual(['120', '2', '800']);
    expect(await desk.movements()).toEqual(['reserve']);
  });

  test('has its papers answered 2 here and by customs afterwards', async () => {
    const { stand, purchases } = await open(allPasses);
    const [dossier] = desk.make(1);
    if (!dossier) return;
    await desk.declare([dossier], ['order']);
    const firm = purchases.sender('order').customsCode;
    await until(async () => (await stand.receipts(firm, 'CEB312')).length === 2, 10_000, 'no receipt');
    const receipts = await stand.receipts(firm, 'CEB312');
    expect(receipts.map(({ returnStatus }) => returnStatus)).toEqual(['2', '120']);
    expect(receipts[1]?.body).toMatchObject({ orderNo: dossier.order.head.orderNo });
  });

  test('stays with customs, and is not to be changed, until an answer comes', async () => {
    const { purchases, stand } = await open(lists(['120', '[Code:1800;Desc:逻辑校验通过]']));
    const [dossier] = desk.make(1);
    if (!dossier) return;
    await desk.declare([dossier]);
    const { decision, list } = await desk.reaches(dossier, 'forwarded', '120');
    expect(decision).toMatchObject({ judge: 'advice', zh: '已转报海关，等待海关决定' });
    expect(list.invtNo).toBeUndefined();
    const changed = purchases.again('declaration', dossier.declaration, { appType: '2' });
    const sender = purchases.sender('declaration');
    const answer = await stand.send('declaration', changed, sender, purchases.random);
    expect(answer).toMatchObject({ verdict: 'refused', findings: [{ code: 'EXCHANGE-LOCKED' }] });
    const page = await desk.ask<{ counts: object }>('/api/lists?state=forwarded');
    expect(page.body.counts).toMatchObject({ forwarded: 1, released: 0 });
  });

  test('is refused by customs, gives its allowance back, and may be declared anew', async () => {
    const { purchases, stand, peer } = await open(lists(['100', '[Code:1322;Desc:订单与清单商品不一致]']));
    const [dossier] = desk.make(1);
    if (!dossier) return;
    await desk.declare([dossier]);
    const { decision } = await desk.reaches(dossier, 'refused', '100');
    expect(decision?.zh).toContain('订单与清单商品不一致');
    expect(await desk.movements()).toEqual(['reserve', 'give-back']);
    peer.script = allPasses;
    const anew = purchases.again('declaration', dossier.declaration, {});
    const answer = await stand.send('declaration', anew, purchases.sender('declaration'), purchases.random);
    expect(answer.verdict).toBe('accepted');
    await desk.reaches(dossier, 'released');
    expect(await desk.movements()).toEqual(['reserve', 'give-back', 'reserve']);
  });

  test('is held and then released, and counts once', async () => {
    const { stand } = await open(lists(['300', '[Code:1200;Desc:转人工审核]']));
    const [dossier] = desk.make(1);
    if (!dossier) return;
    await desk.declare([dossier]);
    await desk.reaches(dossier, 'held', '300');
    await desk.say(dossier, { status: '500', info: '布控查验' });
    await desk.reaches(dossier, 'held', '500');
    await desk.say(dossier, { status: '800', info: '[Code:2600;Desc:放行]' });
    await desk.reaches(dossier, 'released');
    expect(await desk.movements()).toEqual(['reserve']);
    const { body } = await desk.ask<{ today: object }>('/api/summary');
    expect(body.today).toMatchObject({ received: 1, decided: 1 });
    expect(await stand.count("select count(*) from clearance.decision where judge = 'customs'")).toBe(3);
  });

  test('is let pass against our advice, and then counts against the allowance', async () => {
    await open(allPasses, { paperWaitMs: 200 });
    const [dossier] = desk.make(1);
    if (!dossier) return;
    await desk.declare([dossier], ['order', 'payment', 'declaration']);
    const { decision } = await desk.reaches(dossier, 'released');
    expect(decision?.advice?.zh).toContain('退单');
    expect(await desk.movements()).toEqual(['reserve']);
  });

  test('customs lets pass what it had refused: the list is taken up again', async () => {
    await open(lists(['100', '退单']));
    const [dossier] = desk.make(1);
    if (!dossier) return;
    await desk.declare([dossier]);
    await desk.reaches(dossier, 'refused');
    await desk.say(dossier, { status: '800', info: '[Code:2600;Desc:放行]' });
    await desk.reaches(dossier, 'released');
    expect(await desk.movements()).toEqual(['reserve', 'give-back', 'reserve']);
  });
});

describe('messages of several lists', () => {
  test('go when every list of them has been advised on, and not before', async () => {
    const { peer } = await open(allPasses);
    const [first, second] = desk.make(2);
    if (!first || !second) return;
    await desk.declare([first], ['order', 'payment', 'waybill']);
    await desk.declare([first, second], ['declaration']);
    await desk.reaches(first, 'forwarded');
    await desk.counts(1, "select count(*) from links.dispatch where state = 'waiting'");
    expect(peer.got.some(({ root }) => root === 'CEB621Message')).toBe(false);
    await desk.declare([second], ['order', 'payment', 'waybill']);
    await desk.reaches(first, 'released');
    await desk.reaches(second, 'released');
    expect(peer.got.filter(({ root }) => root === 'CEB621Message')).toHaveLength(1);
  });

  test('are taken whole or not at all: a signature covers all of it', async () => {
    const { peer, stand, purchases } = await open(allPasses);
    const [good, bad] = desk.make(2);
    if (!good || !bad) return;
    const changed = { ...bad.order, head: { ...bad.order.head, appType: '2' } };
    const bytes = purchases.message('order', [good.order, changed]);
    const answer = await stand.post(purchases.sender('order').customsCode, bytes);
    expect(answer.documents.map(({ verdict, findings }) => [verdict, findings[0]?.code])).toEqual([
      ['refused', 'EXCHANGE-WHOLE'],
      ['refused', 'EXCHANGE-NOT-FOUND'],
    ]);
    await desk.declare([good], ['order']);
    await desk.counts(1, "select count(*) from links.dispatch where state = 'answered'");
    expect(peer.got).toHaveLength(1);
  });

  test('a withdrawal waits for the message it withdraws a list of', async () => {
    const { peer, stand, purchases } = await open(allPasses);
    const [first, second] = desk.make(2);
    if (!first || !second) return;
    await desk.declare([first, second], ['declaration']);
    const withdrawal = purchases.withdrawal(first.declaration);
    const sender = purchases.sender('declaration');
    expect(await stand.send('declaration', withdrawal, sender, purchases.random)).toMatchObject({
      verdict: 'accepted',
    });
    await desk.counts(2, "select count(*) from links.dispatch where state = 'waiting'");
    await desk.declare([second], ['order', 'payment', 'waybill']);
    await desk.reaches(second, 'released');
    await desk.counts(0, "select count(*) from links.dispatch where state in ('waiting', 'sent')");
    const sent = peer.got.filter(({ root }) => root === 'CEB621Message');
    expect(sent.map(({ bytes }) => /<ceb:appType>(\d)/.exec(Buffer.from(bytes).toString())?.[1])).toEqual([
      '1',
      '3',
    ]);
    expect((await desk.list(first)).list.state).toBe('withdrawn');
  });

  test('a withdrawal that customs refuses leaves the list with an officer', async () => {
    const { stand, purchases } = await open(({ root, head }) =>
      root === 'CEB621Message' && head.appType === '3'
        ? [{ status: '-621011', info: '清单已申报，状态不符' }]
        : [{ status: '120', info: '入库' }],
    );
    const [dossier] = desk.make(1);
    if (!dossier) return;
    await desk.declare([dossier], ['declaration']);
    const withdrawal = purchases.withdrawal(dossier.declaration);
    await stand.send('declaration', withdrawal, purchases.sender('declaration'), purchases.random);
    const { decision } = await desk.reaches(dossier, 'held', '-621011');
    expect(decision).toMatchObject({ judge: 'customs', zh: expect.stringContaining('状态不符') });
  });
});
