import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ReturnsStand } from './returns-stand.ts';

const ORIGINAL = { gnum: 1, original: true, saleable: true };

describe('goods of a retail import come back', { timeout: 60_000 }, () => {
  let stand: ReturnsStand;
  beforeAll(async () => {
    stand = await ReturnsStand.open();
  });
  afterAll(() => stand?.close());
  afterEach(() => expect(stand.faults).toEqual([]));

  const back = (qty: string, head: object = {}) => ({ head, items: [{ gnum: 1, qty }] });

  it('part by part, each giving back its share to the cent, and all of them the whole', async () => {
    const sold = await stand.sell({ price: '33.33', qty: '3' });
    const agent = sold.dossier.declaration.head.agentCode;
    const [before] = await stand.rented.owner.query<{ tax: string; value: string }>(
      'select round(tax_total, 2)::text as tax, dutiable_value::text as value from clearance.decision where order_no = $1',
      [sold.orderNo],
    );
    expect(await stand.send('CEB625Message', sold, back('1', { copNo: 'A' }))).toMatchObject({
      verdict: 'accepted',
      status: '2',
    });
    const first = await stand.bringBack(sold, [ORIGINAL], { copNo: 'A' });
    expect(first.body.file).toMatchObject({
      state: 'inspected',
      arrivedOn: '2026-11-23',
      arriveBy: '2027-01-07',
    });
    expect(await stand.receipts(agent, 'CEB626', sold.orderNo)).toEqual(['2', '120', '300', '399']);
    await stand.send('CEB625Message', sold, back('2', { copNo: 'B' }));
    const second = await stand.bringBack(sold, [ORIGINAL], { copNo: 'B' });
    const sums = new Map<string, number>();
    for (const { kind, amount } of [...first.body.given, ...second.body.given])
      sums.set(kind, Number(((sums.get(kind) ?? 0) + Number(amount)).toFixed(5)));
    expect(Object.fromEntries(sums)).toEqual({ tax: Number(before?.tax), allowance: Number(before?.value) });
    expect(await stand.used(sold)).toBe('0.00');
    const bill = await stand.bill(sold);
    expect(bill).toMatchObject({ state: 'void', tax: before?.tax, returned: before?.tax, held: '0' });
    expect(bill.reductions).toHaveLength(2);
  });

  it('never more than was bought, over all returns; a refused one frees what it had claimed', async () => {
    const sold = await stand.sell({ qty: '3' });
    await stand.send('CEB625Message', sold, back('2', { copNo: 'A' }));
    await stand.caseOf(sold, 'accepted', 'A');
    await stand.send('CEB625Message', sold, back('2', { copNo: 'B' }));
    const refused = await stand.caseOf(sold, 'refused', 'B');
    expect(refused.refusedFor).toEqual(['RETURN-QUANTITY']);
    const first = await stand.caseOf(sold, 'accepted', 'A');
    const { status } = await stand.call('POST', `/api/returns/${first.returnNo}/verdict`, 'officer', {
      ...{ revision: first.revision, verdict: 'refused', reason: '申请有误' },
    });
    expect(status).toBe(200);
    await stand.send('CEB625Message', sold, back('3', { copNo: 'C' }));
    await stand.caseOf(sold, 'accepted', 'C');
    await stand.rented.owner
      .query('update returns.list_line set claimed = 4 where order_no = $1', [sold.orderNo])
      .then(
        () => expect.unreachable(),
        (error) => expect(error.constraint).toBe('within_what_was_bought'),
      );
  });

  it('are given back once, however many officers say so at the same time', async () => {
    const sold = await stand.sell({ qty: '2' });
    await stand.send('CEB625Message', sold, back('2'));
    const { returnNo, revision } = await stand.caseOf(sold, 'accepted');
    const path = `/api/returns/${returnNo}`;
    const arrived = await stand.call('POST', `${path}/arrival`, 'officer', {
      revision,
      arrivedOn: '2026-11-23',
    });
    const seen = { revision: arrived.body.file.revision, lines: [ORIGINAL] };
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => stand.call('POST', `${path}/inspection`, 'officer', seen)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect(await stand.used(sold)).toBe('0.00');
    const rows = await stand.rented.owner.query(
      `select kind from quotas.movement where order_no = $1 order by kind`,
      [sold.orderNo],
    );
    expect(rows).toEqual([{ kind: 'reserve' }, { kind: 'returned' }]);
  });

  it('with every reason told where they may not', async () => {
    const sold = await stand.sell();
    const wrong = {
      head: {
        copNo: 'W',
        invtNo: '862020269000000001',
        customsCode: '8620',
        buyerIdNumber: '530102199003078515',
      },
      items: [
        { gnum: 1, qty: '9', unit: '007' },
        { gnum: 2, qty: '1', gcode: '0901110000', gname: '其他', unit: '035' },
      ],
    };
    await stand.send('CEB625Message', sold, {
      ...wrong,
      head: { ...wrong.head, invtNo: '862020261000000001' },
    });
    const { refusedFor } = await stand.caseOf(sold, 'refused', 'W');
    expect(refusedFor).toEqual([
      ...[
        'RETURN-LIST-NUMBER',
        'RETURN-OFFICE',
        'RETURN-BUYER',
        'RETURN-UNIT',
        'RETURN-QUANTITY',
        'RETURN-ITEM',
      ],
    ]);
    expect(
      await stand.send('CEB625Message', sold, { ...back('1'), head: { copNo: undefined } }),
    ).toMatchObject({
      verdict: 'refused',
      findings: [{ code: 'RETURN-NUMBER-MISSING' }],
    });
  });

  it('nothing of a list of others, which is answered like one that is not there', async () => {
    const sold = await stand.sell();
    const other = '5301960002';
    const head = { copNo: 'S', agentCode: other, ebcCode: other };
    await stand.send('CEB625Message', sold, { ...back('1', head), as: other });
    expect((await stand.caseOf(sold, 'refused', 'S')).refusedFor).toEqual(['RETURN-LIST-UNKNOWN']);
    const form = { kind: 'return', orderNo: sold.orderNo, ebpCode: sold.ebpCode, reason: '退货' };
    const asked = { ...form, lines: [{ gnum: 1, quantity: '1' }] };
    expect((await stand.call('POST', '/api/returns', '5301960004', asked)).status).toBe(404);
  });

  it('are withdrawn before they are back, and may be sent anew', async () => {
    const sold = await stand.sell({ qty: '2' });
    const agent = sold.dossier.declaration.head.agentCode;
    const form = { kind: 'return', orderNo: sold.orderNo, ebpCode: sold.ebpCode, reason: '不想要了' };
    const lines = [{ gnum: 1, quantity: '2' }];
    const asked = await stand.call('POST', '/api/returns', agent, { ...form, lines });
    expect(asked.body).toMatchObject({ verdict: 'accepted' });
    const { returnNo, revision } = await stand.caseOf(sold, 'accepted');
    stand.clock.now = new Date(stand.clock.now.getTime() + 5_000);
    const gone = await stand.call('POST', `/api/returns/${returnNo}/withdrawal`, agent, { revision });
    expect(gone.body).toMatchObject({ verdict: 'accepted' });
    await stand.caseOf(sold, 'withdrawn');
    await stand.call('POST', '/api/returns', agent, { ...form, lines });
    await stand.caseOf(sold, 'accepted');
  });

  it('bonded goods into the stock of their book, and out of it again as they are sold, sent abroad or destroyed', async () => {
    const sold = await stand.sell({ tradeMode: '1210', qty: '4' });
    const { emsNo = '', ebcCode, agentCode } = sold.dossier.declaration.head;
    const book = {
      ...{ bookNo: emsNo, owner: ebcCode, tradeMode: '1210', customsCode: '8601', areaCode: '5301' },
      ...{ areaName: '昆明综合保税区', openedOn: '2026-01-01', validTo: '2027-12-31' },
    };
    expect((await stand.call('POST', '/api/bonded/books', 'officer', book)).status).toBe(201);
    const item = {
      ...{ itemNo: 7, itemRecordNo: '1', goodsNo: 'SKU1', gcode: '0901210000', gname: '咖啡豆', unit: '136' },
      unitValue: '80',
    };
    const stock = async () => {
      const { body } = await stand.call('GET', `/api/bonded/books/${emsNo}/items`, ebcCode);
      return body.items[0].stock;
    };
    await stand.call('POST', `/api/bonded/books/${emsNo}/items`, ebcCode, { items: [item] });
    await stand.send('CEB625Message', sold, back('3'));
    const seen = await stand.bringBack(sold, [ORIGINAL]);
    expect(seen.body.given).toContainEqual({ gnum: 1, kind: 'stock', amount: '3', ledger: `${emsNo}/7` });
    expect(await stock()).toBe('3');
    const path = `/api/returns/${seen.body.file.returnNo}/dispositions`;
    const said = (revision: number, kind: string, quantity: string) =>
      stand.call('POST', path, agentCode, { revision, gnum: 1, kind, quantity, paper: `P-${kind}` });
    const { revision } = seen.body.file;
    expect((await said(revision, 'destruction', '4')).body.findings[0]).toMatchObject({
      code: 'RETURN-QUANTITY',
    });
    const destroyed = await said(revision, 'destruction', '1');
    expect((await said(revision, 'destruction', '1')).status).toBe(409);
    const abroad = await said(destroyed.body.file.revision, 'ship-back', '1');
    expect(await stock()).toBe('1');
    const done = await said(abroad.body.file.revision, 'resale', '1');
    expect(done.body.file.state).toBe('closed');
    expect(await stock()).toBe('1');
    const kinds = done.body.dispositions.map(({ kind }: { kind: string }) => kind);
    expect(kinds.sort()).toEqual(['destruction', 'resale', 'ship-back']);
  });

  it('there is nothing to be done with a return nobody has heard of', async () => {
    const acts = {
      verdict: { verdict: 'refused', reason: '不符' },
      arrival: { arrivedOn: '2026-11-25' },
      inspection: { lines: [ORIGINAL] },
    };
    for (const [act, body] of Object.entries(acts)) {
      const path = `/api/returns/T20261123999999999/${act}`;
      const answer = await stand.call('POST', path, 'officer', { revision: 1, ...body });
      expect(answer).toMatchObject({ status: 404, body: { code: 'RETURNS-NOT-FOUND' } });
    }
  });

  it('other goods give nothing back, those beside them do', async () => {
    const sold = await stand.sell();
    await stand.send('CEB625Message', sold, back('1'));
    const seen = await stand.bringBack(sold, [{ gnum: 1, original: false, saleable: false }]);
    expect(seen.body.file).toMatchObject({ state: 'refused', refusedFor: ['RETURN-NOT-ORIGINAL'] });
    expect(seen.body.given).toEqual([]);
    expect(await stand.used(sold)).not.toBe('0.00');
  });

  it('what is given back is not given back again when the list itself is sent back later', async () => {
    const sold = await stand.sell({ price: '100', qty: '2' });
    await stand.send('CEB625Message', sold, back('1'));
    await stand.bringBack(sold, [ORIGINAL]);
    expect(await stand.send('CEB623Message', sold)).toMatchObject({ verdict: 'accepted' });
    const { refusedFor } = await stand.until(async () => {
      const { body } = await stand.call(
        'GET',
        `/api/returns?orderNo=${sold.orderNo}&kind=cancellation`,
        'operator',
      );
      return body.returns.find((one: { state: string }) => one.state === 'refused');
    });
    expect(refusedFor).toEqual(['CANCEL-HAS-RETURN']);
  });

  it('too late by a day: refused when applied for, and refused when back', async () => {
    const early = await stand.sell();
    const late = await stand.sell();
    await stand.send('CEB625Message', early, back('1'));
    await stand.caseOf(early, 'accepted');
    await stand.pass(31);
    await stand.send('CEB625Message', late, back('1', { copNo: 'L' }));
    expect((await stand.caseOf(late, 'refused', 'L')).refusedFor).toEqual(['RETURN-WINDOW-APPLY']);
    const tomorrow = { arrivedOn: '2027-01-08' };
    expect((await stand.bringBack(early, [ORIGINAL], tomorrow)).body.findings[0].code).toBe(
      'RETURN-ARRIVAL-DAY',
    );
    await stand.pass(15);
    const seen = await stand.bringBack(early, [ORIGINAL], { arrivedOn: '2027-01-08' });
    expect(seen.body.file).toMatchObject({ state: 'refused', refusedFor: ['RETURN-WINDOW-ARRIVE'] });
  });
});

describe('a list is cancelled', { timeout: 60_000 }, () => {
  let stand: ReturnsStand;
  beforeAll(async () => {
    stand = await ReturnsStand.open();
  });
  afterAll(() => stand?.close());
  afterEach(() => expect(stand.faults).toEqual([]));

  it('after release by an officer: what it took of the allowance goes back, and its number may be used again', async () => {
    const sold = await stand.sell();
    const agent = sold.dossier.declaration.head.agentCode;
    await stand.send('CEB623Message', sold);
    const { returnNo, revision } = await stand.caseOf(sold, 'applied');
    const verdict = { revision, verdict: 'accepted', reason: '货物未出区' };
    const done = await stand.call('POST', `/api/returns/${returnNo}/verdict`, 'officer', verdict);
    expect(done.body.file.state).toBe('closed');
    expect(await stand.receipts(agent, 'CEB624', sold.orderNo)).toEqual(['2', '120', '399']);
    const { body } = await stand.call('GET', `/api/lists/${sold.ebpCode}/${sold.orderNo}`, agent);
    expect(body.list).toMatchObject({ state: 'withdrawn', statusCode: '399' });
    expect(await stand.used(sold)).toBe('0.00');
    expect(await stand.bill(sold)).toMatchObject({ state: 'void', held: '0' });
    await stand.send('CEB625Message', sold, { head: { copNo: 'R' }, items: [{ gnum: 1, qty: '1' }] });
    expect((await stand.caseOf(sold, 'refused', 'R')).refusedFor).toEqual(['RETURN-NOT-RELEASED']);
  });

  it('refused by an officer: the list stays released, and the cancellation may be sent anew', async () => {
    const sold = await stand.sell();
    await stand.send('CEB623Message', sold, { head: { copNo: 'C1' } });
    const { returnNo, revision } = await stand.caseOf(sold, 'applied');
    const verdict = { revision, verdict: 'refused', reason: '货物已派送' };
    await stand.call('POST', `/api/returns/${returnNo}/verdict`, 'officer', verdict);
    expect(await stand.used(sold)).not.toBe('0.00');
    stand.clock.now = new Date(stand.clock.now.getTime() + 2_000);
    await stand.send('CEB623Message', sold, { head: { copNo: 'C2' } });
    await stand.caseOf(sold, 'applied');
  });

  it('held for a review only: at once, by the rules', async () => {
    // The second list of its buyer's day passes the single limit in sum.
    const wish = { buyer: 900, price: '1300' };
    const before = await stand.sell(wish);
    const used = await stand.used(before);
    const held = await stand.sell(wish, 'held');
    await stand.send('CEB623Message', held);
    await stand.caseOf(held, 'closed');
    expect(await stand.used(held)).toBe(used);
    const counts = await stand.rented.owner.query(`select state from desk.case_file where order_no = $1`, [
      held.orderNo,
    ]);
    expect(counts).toEqual([{ state: 'closed' }]);
  });
});
