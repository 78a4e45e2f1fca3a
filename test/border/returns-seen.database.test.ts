import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ReturnsStand } from './returns-stand.ts';

const ORIGINAL = { gnum: 1, original: true, saleable: true };

describe('returns, as time and their buyers see them', { timeout: 60_000 }, () => {
  let stand: ReturnsStand;
  beforeAll(async () => {
    stand = await ReturnsStand.open();
  });
  afterAll(() => stand?.close());
  afterEach(() => expect(stand.faults).toEqual([]));

  it('are shown to their buyer, with what was given back and when, and nobody else’s', async () => {
    const sold = await stand.sell({ price: '100', qty: '3' });
    const other = await stand.sell({ qty: '2' });
    await stand.send('CEB625Message', sold, { head: { copNo: 'A' }, items: [{ gnum: 1, qty: '2' }] });
    const { body } = await stand.bringBack(sold, [ORIGINAL], { copNo: 'A' });
    await stand.send('CEB625Message', sold, { head: { copNo: 'B' }, items: [{ gnum: 1, qty: '2' }] });
    await stand.caseOf(sold, 'refused', 'B');
    await stand.send('CEB625Message', other, { head: { copNo: 'C' }, items: [{ gnum: 1, qty: '1' }] });
    await stand.caseOf(other, 'accepted', 'C');
    await stand.consumer('buyer', sold.dossier);
    await stand.consumer('another', other.dossier);
    const mine = (await stand.call('GET', '/api/me/returns', 'buyer')).body.returns;
    expect(mine.map(({ state }: { state: string }) => state).sort()).toEqual(['inspected', 'refused']);
    const [given] = mine.filter(({ state }: { state: string }) => state === 'inspected');
    const amount = (kind: string) => body.given.find((one: { kind: string }) => one.kind === kind).amount;
    expect(given).toMatchObject({
      ...{ orderNo: sold.orderNo, arrivedOn: '2026-11-23', items: 1 },
      givenBack: { tax: amount('tax'), allowance: amount('allowance'), at: stand.clock.now.toISOString() },
    });
    const [refused] = mine.filter(({ state }: { state: string }) => state === 'refused');
    expect(refused.reasons[0].en).toBe('More than is left of the line');
    expect(refused.givenBack).toBeUndefined();
    const theirs = (await stand.call('GET', '/api/me/returns', 'another')).body.returns;
    expect(theirs.map(({ orderNo }: { orderNo: string }) => orderNo)).toEqual([other.orderNo]);
  });

  it('are ended by the clock where goods never come back, once, when the site can no longer have been late in noting them', async () => {
    const sold = await stand.sell({ qty: '2' });
    const agent = sold.dossier.declaration.head.agentCode;
    await stand.send('CEB625Message', sold, {
      ...{ head: { copNo: 'A' }, items: [{ gnum: 1, qty: '2' }] },
    });
    const { returnNo, arriveBy } = await stand.caseOf(sold, 'accepted', 'A');
    expect(arriveBy).toBe('2027-01-07');
    const claimed = async () => {
      const [row] = await stand.rented.owner.query<{ claimed: string }>(
        'select trim_scale(claimed)::text as claimed from returns.list_line where order_no = $1',
        [sold.orderNo],
      );
      return row?.claimed;
    };
    expect(await claimed()).toBe('2');
    // Two look at the same time.
    await stand.startServer();
    await stand.pass(49);
    expect((await stand.caseOf(sold, 'refused', 'A')).refusedFor).toEqual(['RETURN-WINDOW-ARRIVE']);
    expect(await claimed()).toBe('0');
    expect(await stand.receipts(agent, 'CEB626', sold.orderNo)).toEqual(['2', '120', '100']);
    const told = await stand.rented.owner.query(
      `select kind, body ->> 'reasons' as reasons from journal.entry where subject = $1 and kind = 'return-refused'`,
      [returnNo],
    );
    expect(told).toEqual([{ kind: 'return-refused', reasons: 'RETURN-WINDOW-ARRIVE' }]);
  });
});
