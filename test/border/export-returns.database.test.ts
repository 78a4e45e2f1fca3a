import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { exampleMessage } from '#ceb';
import { broughtIn } from './brought-in.ts';
import { DECLARANT, ExportReturnsStand, SELLER, SITE, silver } from './export-returns-stand.ts';

const PROVED = { cause: 'sent-back', proof: { kind: 'not-refunded', number: 'WTS-2026-001' } };

describe('exported goods come back', { timeout: 60_000 }, () => {
  let stand: ExportReturnsStand;
  beforeAll(async () => {
    stand = await ExportReturnsStand.open();
  });
  afterAll(() => stand?.close());
  afterEach(() => expect(stand.faults).toEqual([]));

  const back = (orderNo: string, invtNo: string, coElNo: string, head: object = {}, qty = '1') =>
    stand.send('CEB213Message', orderNo, {
      head: { invtNo, coElNo, ...head },
      lines: (items) => silver(items).map((item) => ({ ...item, qty })),
    });
  const tally = (orderNo: string, invtNo: string, head: object = {}) =>
    stand.send('CEB215Message', orderNo, { head: { invtNo, coElNo: `T-${orderNo}`, ...head } });

  it('through another district, and are released free of tax with the certificate', async () => {
    const invtNo = await stand.departed('BACK1', { lines: silver });
    expect(await back('BACK1', invtNo, 'R1', { customsCode: '5141' })).toMatchObject({
      ...{ verdict: 'accepted', status: '2' },
    });
    const accepted = await stand.caseOf(invtNo, 'accepted');
    expect(accepted).toMatchObject({
      ...{ direction: 'export', orderNo: 'BACK1', releasedOn: '2026-07-01', arriveBy: '2027-07-01' },
      ...{ taxFreeBy: '2027-01-01', tradeMode: '9610' },
    });
    await tally('BACK1', invtNo, { customsCode: '5141' });
    await stand.caseOf(invtNo, 'arrived');
    const { body } = await stand.inspect(invtNo, PROVED);
    expect(body.file).toMatchObject({
      ...{ state: 'closed', taxFree: true, cause: 'sent-back' },
      proof: { kind: 'not-refunded', number: 'WTS-2026-001' },
    });
    expect(body.given).toEqual([{ gnum: 1, kind: 'value', amount: '98', ledger: '142' }]);
    expect(body.steps.map(({ to, by }: { to: string; by: string }) => `${to} ${by}`)).toEqual([
      ...['received sender', 'accepted rules', 'arrived site', 'inspected officer', 'closed rules'],
    ]);
    expect(await stand.receipts(DECLARANT, 'CEB214', invtNo)).toEqual(['2', '120', '500', '800']);
    // No refund of it is claimed any more.
    const [noted] = await stand.rented.database.query(
      'select ebc_code, gnum, quantity::float8 as quantity, claim_no from refunds.returned where invt_no = $1',
      [invtNo],
    );
    expect(noted).toEqual({ ebc_code: SELLER, gnum: 1, quantity: 1, claim_no: null });
    const { logisticsNo } = accepted;
    expect(await stand.receipts(SITE, 'CEB216', logisticsNo)).toEqual(['2', '399']);
    const bySeller = await stand.call('GET', `/api/returns?orderNo=BACK1`, SELLER);
    expect(bySeller.body.returns).toHaveLength(1);
    expect((await stand.call('GET', `/api/returns/${accepted.returnNo}`, SITE)).status).toBe(404);
  });

  it('with a paper that the refund was repaid where the tax bureau has refunded them, not that it never was', async () => {
    const invtNo = await stand.departed('BACK1R', { lines: silver });
    await stand.rented.owner.run(
      `insert into refunds.claim (ebc_code, claim_no, month, state, lines, net, refund, accepted_lines, accepted_refund, drafted_at,
         drafted_by, settled_at) values ($1, 'C-1R', '2026-07-01', 'accepted', 1, 100, 13, 1, 13, now(), 'clerk', now())`,
      [SELLER],
    );
    await stand.rented.owner.run(
      `insert into refunds.claim_line (ebc_code, claim_no, invt_no, gnum, quantity, entry_id, net, vat, refund_rate, refund, to_cost, live)
         values ($1, 'C-1R', $2, 1, 2, 'E1', 100, 13, 0.13, 13, 0, true)`,
      [SELLER, invtNo],
    );
    await back('BACK1R', invtNo, 'R1');
    await tally('BACK1R', invtNo);
    const refused = await stand.inspect(invtNo, PROVED);
    expect(refused).toMatchObject({
      ...{ status: 422, body: { findings: [{ code: 'RETURN-PROOF-REFUNDED', path: 'exported.proof' }] } },
    });
    const repaid = { cause: 'sent-back', proof: { kind: 'repaid', number: 'YBS-2026-001' } };
    expect((await stand.inspect(invtNo, repaid)).body.file).toMatchObject({ state: 'closed', taxFree: true });
  });

  it('taxed with every reason told, and released once an officer has seen that the tax is paid', async () => {
    const invtNo = await stand.departed('BACK2');
    await stand.send('CEB213Message', 'BACK2', { head: { invtNo, coElNo: 'R1' } });
    await tally('BACK2', invtNo);
    const { body } = await stand.inspect(invtNo, { cause: 'other' });
    expect(body.file).toMatchObject({ state: 'inspected', taxFree: false });
    expect(body.lines[0].taxedBecause).toEqual([
      ...['RETURN-TAXED-FOOD', 'RETURN-TAXED-CAUSE', 'RETURN-TAXED-REFUND'],
    ]);
    const { returnNo, revision } = body.file;
    const paid = { revision, verdict: 'accepted', reason: '税款缴款书 53012026001' };
    const done = await stand.call('POST', `/api/returns/${returnNo}/verdict`, 'officer', paid);
    expect(done.body.file.state).toBe('closed');
    expect(await stand.receipts(DECLARANT, 'CEB214', invtNo)).toEqual(['2', '120', '500', '300', '800']);
    const again = await stand.call('POST', `/api/returns/${returnNo}/verdict`, 'officer', {
      ...{ ...paid, revision: done.body.file.revision },
    });
    expect(again.status).toBe(409);
  });

  it('whatever comes first, the tally or the return', async () => {
    const invtNo = await stand.departed('BACK3', { lines: silver });
    await tally('BACK3', invtNo);
    await back('BACK3', invtNo, 'R1');
    await stand.caseOf(invtNo, 'arrived');
    const { logisticsNo } = await stand.caseOf(invtNo, 'arrived');
    expect(await stand.receipts(SITE, 'CEB216', logisticsNo)).toEqual(['2', '399']);
  });

  it('several in one parcel by one tally that names no list', async () => {
    const one = await stand.departed('BACK4A', { lines: silver });
    const other = await stand.departed('BACK4B', { lines: silver });
    await back('BACK4A', one, 'R1', { logisticsNo: 'BATCH4' });
    await back('BACK4B', other, 'R1', { logisticsNo: 'BATCH4' });
    await stand.caseOf(one, 'accepted');
    await stand.caseOf(other, 'accepted');
    await stand.send('CEB215Message', 'BACK4A', { head: { invtNo: undefined, logisticsNo: 'BATCH4' } });
    await stand.caseOf(one, 'arrived');
    await stand.caseOf(other, 'arrived');
    expect(await stand.receipts(SITE, 'CEB216', 'BATCH4')).toEqual(['2', '399']);
  });

  it('not by a tally of another office, which is sent back', async () => {
    const invtNo = await stand.departed('BACK5', { lines: silver });
    await back('BACK5', invtNo, 'R1');
    const { logisticsNo } = await stand.caseOf(invtNo, 'accepted');
    await tally('BACK5', invtNo, { customsCode: '5141' });
    await stand.until(async () =>
      (await stand.receipts(SITE, 'CEB216', logisticsNo)).length === 2 ? true : undefined,
    );
    expect(await stand.receipts(SITE, 'CEB216', logisticsNo)).toEqual(['2', '100']);
    expect((await stand.caseOf(invtNo, 'accepted')).state).toBe('accepted');
  });

  it('never more than left, however many returns claim the same line at once', async () => {
    const invtNo = await stand.departed('BACK6', { lines: silver });
    await Promise.all(['A', 'B', 'C', 'D'].map((copNo) => back('BACK6', invtNo, copNo)));
    const cases = await stand.until(async () => {
      const { body } = await stand.call('GET', '/api/returns?orderNo=BACK6', 'officer');
      const judged = body.returns.filter(({ state }: { state: string }) => state !== 'received');
      return judged.length === 4 ? judged : undefined;
    });
    const states = cases.map(({ state }: { state: string }) => state).sort();
    expect(states).toEqual(['accepted', 'accepted', 'refused', 'refused']);
    await stand.rented.owner
      .query('update returns.list_line set claimed = 3 where order_no = $1', [invtNo])
      .then(
        () => expect.unreachable(),
        (error) => expect(error.constraint).toBe('within_what_was_bought'),
      );
  });

  it('are given back once, however many officers say so at the same time', async () => {
    const invtNo = await stand.departed('BACK7', { lines: silver });
    await back('BACK7', invtNo, 'R1');
    await tally('BACK7', invtNo);
    const seen = await stand.caseOf(invtNo, 'arrived');
    const answers = await Promise.all([1, 2, 3].map(() => stand.inspectCase(seen, PROVED)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const rows = await stand.rented.owner.query('select kind from returns.given_back where order_no = $1', [
      invtNo,
    ]);
    expect(rows).toEqual([{ kind: 'value' }]);
  });

  it('part by part, and the parts give back the value of the line to the last digit', async () => {
    const invtNo = await stand.departed('BACK8', { lines: silver });
    const given: string[] = [];
    for (const copNo of ['A', 'B']) {
      await back('BACK8', invtNo, copNo, { logisticsNo: `W8${copNo}` });
      await tally('BACK8', invtNo, { logisticsNo: `W8${copNo}` });
      const { body } = await stand.inspect(invtNo, PROVED);
      given.push(body.given[0].amount);
    }
    expect(given).toEqual(['98', '98']);
    await back('BACK8', invtNo, 'C');
    expect((await stand.caseOf(invtNo, 'refused', 'C')).refusedFor).toEqual(['RETURN-QUANTITY']);
  });

  it('not before they have left, nor of an unknown list, nor with lines the list does not have', async () => {
    const invtNo = await stand.released('BACK9');
    await back('BACK9', invtNo, 'R1');
    expect((await stand.caseOf(invtNo, 'refused')).refusedFor).toEqual(['RETURN-NOT-LEFT']);
    await back('BACK9', '86012026E900000001', 'R1');
    const unknown = await stand.caseOf('86012026E900000001', 'refused');
    expect(unknown).toMatchObject({ orderNo: '', refusedFor: ['RETURN-EXPORT-UNKNOWN'] });
    const left = await stand.departed('BACK9B');
    await back('BACK9B', left, 'R1', { tradeMode: '1261', ebpCode: '5301963602' });
    expect((await stand.caseOf(left, 'refused')).refusedFor).toEqual([
      ...['RETURN-PLATFORM', 'RETURN-MODE', 'RETURN-ITEM'],
    ]);
  });

  it('are withdrawn on their way, and may be sent anew', async () => {
    const invtNo = await stand.departed('BACK10', { lines: silver });
    await back('BACK10', invtNo, 'R1', { appTime: '20260701190000' }, '2');
    const { returnNo, revision } = await stand.caseOf(invtNo, 'accepted');
    const { status } = await stand.call('POST', `/api/returns/${returnNo}/withdrawal`, DECLARANT, {
      revision,
    });
    expect(status).toBe(200);
    await stand.caseOf(invtNo, 'withdrawn');
    await back('BACK10', invtNo, 'R2', {}, '2');
    await stand.caseOf(invtNo, 'accepted', 'R2');
  });

  it('of a special area leave their account book when they leave, and go back into its stock once, whoever looks at them', async () => {
    const mode = '1210';
    const [example] = exampleMessage('CEB603Message', { mode }).documents;
    const [{ itemRecordNo, unit } = { itemRecordNo: '', unit: '' }] = example?.items ?? [];
    const bookNo = example?.head.emsNo ?? '';
    await stand.rented.owner.run(
      `insert into bonded.book (book_no, owner, trade_mode, customs_code, area_code, area_name, opened_on, valid_to)
       values ($1, $2, '1210', '8628', '5301', '昆明综合保税区', '2026-01-01', '2027-12-31')`,
      [bookNo, SITE],
    );
    await stand.rented.owner.run(
      `insert into bonded.item (book_no, item_no, item_record_no, goods_no, gcode, gname, unit, unit_value)
       values ($1, 7, $2, 'SKU', '7113111000', '银饰', $3, 98)`,
      [bookNo, itemRecordNo, unit],
    );
    const bare = await stand.departed('BACK13', { mode, lines: silver });
    const first = { itemNo: 7, quantity: '100', reference: 'E1', day: '2026-03-01' };
    await broughtIn(stand.rented.owner, bookNo, [first]);
    const invtNo = await stand.departed('BACK12', { mode, lines: silver });
    await stand.send('CEB213Message', 'BACK12', { mode, head: { invtNo, coElNo: 'R1' }, lines: silver });
    await tally('BACK12', invtNo);
    const seen = await stand.caseOf(invtNo, 'arrived');
    expect(seen.emsNo).toBe(bookNo);
    const answers = await Promise.all([1, 2, 3].map(() => stand.inspectCase(seen, PROVED)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const done = answers.find(({ status }) => status === 200);
    const quantity = done?.body.lines[0].quantity;
    expect(done?.body.given).toContainEqual({
      ...{ gnum: 1, kind: 'stock', amount: quantity, ledger: `${bookNo}/7` },
    });
    const moved = await stand.rented.owner.query(
      `select kind, cause, trim_scale(quantity)::text as quantity, reference from bonded.movement
       where book_no = $1 and cause <> 'entry' order by at, kind`,
      [bookNo],
    );
    expect(moved).toEqual([
      { kind: 'OUT', cause: 'export', quantity: '2', reference: invtNo },
      { kind: 'RETURN', cause: 'return', quantity, reference: seen.returnNo },
    ]);
    // The book had nothing of what left first, so that nothing of it can come back into the book.
    await stand.send('CEB213Message', 'BACK13', {
      mode,
      head: { invtNo: bare, coElNo: 'R2' },
      lines: silver,
    });
    await tally('BACK13', bare);
    const { body } = await stand.inspectCase(await stand.caseOf(bare, 'arrived'), PROVED);
    expect(body.given.map(({ kind }: { kind: string }) => kind)).not.toContain('stock');
  });

  it('by form, written from the list', async () => {
    const invtNo = await stand.departed('BACK11');
    const { ebpCode, ebcCode } = await stand.standing('BACK11', () => true);
    const wayBack = { logisticsNo: 'HOME-11', trafName: '航空', voyageNo: 'MU9602' };
    const { status, body } = await stand.call('POST', '/api/returns', DECLARANT, {
      ...{ kind: 'return', orderNo: 'BACK11', ebpCode, reason: '滞销' },
      ...{ lines: [{ gnum: 1, quantity: '1' }], exported: { ebcCode, wayBack } },
    });
    expect([status, body.verdict, body.findings]).toEqual([200, 'accepted', []]);
    expect(await stand.caseOf(invtNo, 'accepted')).toMatchObject({ logisticsNo: 'HOME-11', reason: '滞销' });
  });

  it('not after the year, and taxed after six months', async () => {
    const late = await stand.departed('BACK12A', { lines: silver });
    const taxed = await stand.departed('BACK12B', { lines: silver });
    await stand.pass(190);
    await back('BACK12B', taxed, 'R1');
    await tally('BACK12B', taxed);
    const { body } = await stand.inspect(taxed, PROVED);
    expect(body.lines[0].taxedBecause).toEqual(['RETURN-TAXED-WINDOW']);
    await back('BACK12A', late, 'R1');
    await stand.caseOf(late, 'accepted');
    await stand.pass(180);
    await tally('BACK12A', late);
    expect((await stand.caseOf(late, 'refused')).refusedFor).toEqual(['RETURN-WINDOW-EXPORT']);
    await back('BACK12A', late, 'R2');
    expect((await stand.caseOf(late, 'refused', 'R2')).refusedFor).toEqual(['RETURN-WINDOW-EXPORT']);
  });
});
