import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chinaDay, chinaStamp, parseDecimal } from '#kernel';
import { voidFor } from '#taxbills';
import { purchase } from '../../modules/clearance/testing/purchases.ts';
import { agent, guarantor, listPath, MoneyStand, other, TAX } from './money-stand.ts';

const letter = (amount: string, paperNo: string) => ({
  ...{ kind: 'letter', paperNo, issuer: '示例银行', amount },
  ...{ validFrom: '2026-01-01', validTo: '2027-12-31' },
});

describe('the tax of lists, on the real platform', { timeout: 120_000 }, () => {
  let stand: MoneyStand;
  beforeAll(async () => {
    stand = await MoneyStand.open();
  });
  afterAll(() => stand.close());

  const { call, eventually, declare, list, passTo } = MoneyStand.deeds(() => stand);
  const account = async () => (await call(guarantor, 'GET', `/guarantees/accounts/${guarantor}`)).body;
  const bill = async (number: number, as = agent) =>
    (await call(as, 'GET', `/tax-bills/lists${listPath(number)}`)).body as never as Record<string, string>;
  const receipts = (type: string) => stand.receipts(type);
  const noCover = ({ findings }: { findings: { code: string }[] }) =>
    findings.map(({ code }) => code).includes('GUARANTEE-COVER');

  it('without cover no list passes, and its finding names what is missing', async () => {
    await declare(1);
    const held = await list(1, 'held');
    expect(noCover(held)).toBe(true);
    const { body } = await call('customs', 'GET', '/tax-bills/calendar');
    expect(body.waiting).toEqual([{ guarantor, lists: 1, tax: TAX }]);
    expect((await call(guarantor, 'GET', `/guarantees/accounts/${guarantor}`)).status).toBe(404);
  });

  it('a guarantee counts once somebody else has confirmed it, and then the list goes on by itself', async () => {
    const made = await call('operator', 'POST', '/guarantees/given', { ...letter('60', 'BH-1'), guarantor });
    expect(made.status).toBe(201);
    const { instrumentId } = made.body;
    const confirm = (as: string) =>
      call(as, 'POST', `/guarantees/given/${instrumentId}/verdict`, { verdict: 'confirm' });
    expect((await confirm(guarantor)).status).toBe(403);
    const same = await confirm('operator');
    expect([same.status, same.body.code]).toEqual([409, 'COVER-FOUR-EYES']);
    expect((await confirm('customs')).body).toMatchObject({ state: 'in-force' });
    expect((await confirm('second operator')).status).toBe(409);
    await list(1, 'released');
    expect(await account()).toMatchObject({ cover: '60', available: '34.79', reserved: TAX, beyond: '0' });
    expect((await call(guarantor, 'POST', '/guarantees/given', letter('1', 'BH-1'))).status).toBe(409);
  });

  it('cover for one list is given to one, whatever comes at the same time', async () => {
    await Promise.all([declare(2), declare(3)]);
    const both = async () => {
      const { body } = await call(agent, 'GET', '/tax-bills');
      return (body as never as { bills: { orderNo: string }[] }).bills.length;
    };
    await eventually(both, (bills) => bills === 2);
    await eventually(
      async () => (await call('tax', 'GET', '/tax-bills/calendar')).body.waiting as never as object[],
      (waiting) => waiting.length === 1,
    );
    expect(await account()).toMatchObject({ available: '9.58', reserved: '50.42' });
  });

  it('a bill is sent ten minutes after the release, and its lines come to its tax', async () => {
    expect(await receipts('CEB816')).toEqual([]);
    await passTo('2026-03-02T10:11:00+08:00');
    const sent = await eventually(
      () => receipts('CEB816'),
      (found) => found.length === 2,
    );
    expect(sent[0]?.body).toMatchObject({ assureCode: guarantor, status: '1', valueAddedTax: TAX });
    const first = await bill(1);
    expect(first).toMatchObject({ state: 'open', tax: TAX, dueFrom: '2026-04-02', dueTo: '2026-04-16' });
    expect(first.lines).toMatchObject([{ gnum: '1', taxPrice: '277.00', valueAddedTax: TAX }]);
    expect((await call(other, 'GET', `/tax-bills/lists${listPath(1)}`)).status).toBe(404);
    expect((await call('tax', 'GET', `/tax-bills/lists${listPath(1)}`)).status).toBe(200);
  });

  it('tax is given back once a reference, and its guarantee with it', async () => {
    const ports = {
      chinaDay: (at: Date) => chinaDay(at.getTime()),
      returnTime: (at: Date) => chinaStamp(at.getTime(), true),
    };
    const { ebpCode, orderNo } = purchase(1).declaration.head;
    const back = (amount: string, reference: string) =>
      stand.rented.database.transaction((client) =>
        voidFor(
          ports,
          client,
          { ebpCode, orderNo },
          { amount: parseDecimal(amount), reference, reason: 'return', at: stand.clock.now },
        ),
      );
    expect(await back('10', 'R1')).toMatchObject({ outcome: 'given-back', afterPayment: false });
    const many = await Promise.all(Array.from({ length: 20 }, () => back('3.39', 'R2')));
    expect(many.map(({ outcome }) => outcome).sort()).toEqual(['given-back', ...Array(19).fill('repeated')]);
    expect(await back('10', 'R1')).toEqual({ outcome: 'repeated' });
    expect(await back('11.83', 'R3')).toEqual({ outcome: 'too-much', left: parseDecimal('11.82') });
    expect(await bill(1)).toMatchObject({ tax: TAX, returned: '13.39', held: '11.82', state: 'open' });
    expect(await account()).toMatchObject({ reserved: '37.03' });
    const [{ reference }] = (await bill(1)).reductions as never as [{ reference: string }];
    expect(reference).toBe('R1');
  });

  it('from day 31 bills are merged into one certificate of their day, office and guarantor', async () => {
    await passTo('2026-04-02T09:00:00+08:00');
    await eventually(
      () => receipts('CEB818'),
      (found) => found.length === 2,
    );
    const { body } = await call(guarantor, 'GET', '/tax-bills/certificates');
    const [certificate] = body.certificates as never as [Record<string, string>];
    expect(certificate).toMatchObject({ bills: 2, total: '37.03', owed: '37.03', dueTo: '2026-04-16' });
    const { body: page } = await call(
      'customs',
      'GET',
      `/tax-bills?certificateNo=${certificate.certificateNo}`,
    );
    expect(page.bills).toHaveLength(2);
    expect((await call(guarantor, 'GET', '/tax-bills/calendar')).body.days).toEqual([
      { dueTo: '2026-04-16', bills: 2, owed: '37.03' },
    ]);
  });

  it('a payment is recorded once and to the cent; then the guarantee is free and the list that waited goes on', async () => {
    const { body } = await call(guarantor, 'GET', '/tax-bills/certificates?state=open');
    const [{ certificateNo }] = body.certificates as never as [{ certificateNo: string }];
    const pay = (as: string, amount: string) =>
      call(as, 'POST', `/tax-bills/certificates/${certificateNo}/payment`, {
        ...{ way: 'paid', paidOn: '2026-04-02', amount, reference: 'GK20260402-1' },
      });
    expect((await pay(guarantor, '37.03')).status).toBe(403);
    expect((await pay('tax', '37.03')).status).toBe(403);
    const wrong = await pay('customs', '37.02');
    expect([wrong.status, wrong.body.code]).toEqual([422, 'BILL-AMOUNT']);
    const paid = await Promise.all(Array.from({ length: 5 }, () => pay('customs', '37.03')));
    expect(paid.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
    const released = await eventually(
      async () => (await call(agent, 'GET', '/tax-bills')).body.bills as never as object[],
      (bills) => bills.length === 3,
    );
    expect(released).toHaveLength(3);
    expect(await account()).toMatchObject({ cover: '60', reserved: TAX, available: '34.79' });
  });

  it('tax that is late costs a share a day, and may be drawn from the guarantee', async () => {
    await passTo('2026-05-03T09:00:00+08:00');
    await eventually(
      () => receipts('CEB818'),
      (found) => found.length === 3,
    );
    await passTo('2026-05-30T09:00:00+08:00');
    const [late] = (await eventually(
      async () => (await call('customs', 'GET', '/tax-bills/certificates?state=overdue')).body.certificates,
      (found) => (found as never as object[])?.length === 1,
    )) as never as [Record<string, string>];
    // 25.21 CNY for 13 days come to less than the least charge.
    expect(late).toMatchObject({ total: TAX, lateCharge: '0', owed: TAX, dueTo: '2026-05-17' });
    const drawn = await call('customs', 'POST', `/tax-bills/certificates/${late.certificateNo}/payment`, {
      ...{ way: 'drawn', paidOn: '2026-05-30', amount: TAX, reference: 'GK20260530-1' },
    });
    expect(drawn.body).toMatchObject({ state: 'paid', way: 'drawn', owed: '0' });
    expect(await account()).toMatchObject({ cover: '34.79', available: '34.79', reserved: '0' });
  });

  it('statements add up to the ledger, and ledger and bills to each other', async () => {
    const { body } = await call(
      guarantor,
      'GET',
      `/guarantees/accounts/${guarantor}/statement?month=2026-03`,
    );
    expect(body).toMatchObject({
      opening: { available: '0', reserved: '0' },
      closing: { available: '22.97', reserved: '37.03' },
    });
    const table = await call(
      guarantor,
      'GET',
      `/guarantees/accounts/${guarantor}/statement.csv?month=2026-05`,
    );
    expect(table.text).toContain('drawn,1,0,-25.21,25.21,0');
    expect((await call('tax', 'GET', '/guarantees/reconciliation')).body).toEqual({ accounts: [] });
    expect((await call('tax', 'GET', '/tax-bills/reconciliation')).body).toEqual({ guarantors: [] });
    expect((await call(other, 'GET', '/tax-bills/reconciliation')).status).toBe(403);
  });

  it('an enterprise is warned once when its cover falls below what it set, and a guarantee whose time is up goes', async () => {
    const warned = await call(guarantor, 'POST', `/guarantees/accounts/${guarantor}/warning`, {
      warnBelow: '20',
    });
    expect(warned.body).toMatchObject({ warnBelow: '20' });
    await passTo('2028-01-01T09:00:00+08:00');
    await eventually(account, (now) => now.available === ('0' as never));
    const told = () =>
      stand.rented.owner.query<{ kind: string }>(
        `select kind from journal.entry where kind in ('guarantee-low', 'guarantee-lapsed') order by kind`,
      );
    await eventually(told, (kinds) => kinds.length >= 3);
    expect((await told()).map(({ kind }) => kind)).toEqual([
      ...['guarantee-lapsed', 'guarantee-low'],
      // At first: it began with less than what every enterprise is warned of.
      'guarantee-low',
    ]);
  });

  it('whom customs certifies gives no cover from that day on, what waited goes on, and the statement says why', async () => {
    await declare(5);
    expect(noCover(await list(5, 'held'))).toBe(true);
    const rate = (rated: string, from: string) =>
      call('customs', 'PUT', `/sampling/credit/${guarantor}`, { class: rated, from });
    expect((await rate('aeo', '2028-01-01')).status).toBe(200);
    await list(5, 'released');
    await declare(6);
    await list(6, 'released');
    expect(await account()).toMatchObject({ available: '0', reserved: '0', beyond: '0' });
    const relieved = await eventually(
      () => bill(6),
      (seen) => seen.state !== undefined,
    );
    const relief = { code: 'GC-AEO', why: { zh: '高级认证企业：免除税款担保' }, relieved: TAX };
    expect(relieved).toMatchObject({ tax: TAX, held: '0', relief, state: 'open', differences: [] });
    expect(await bill(1)).not.toHaveProperty('relief');
    const statement = (of: string) => `/guarantees/accounts/${guarantor}/statement${of}?month=2028-01`;
    expect((await call(guarantor, 'GET', statement(''))).body.reliefs).toMatchObject([
      {
        code: 'GC-AEO',
        why: { zh: '高级认证企业：免除税款担保' },
        lists: 2,
        tax: '50.42',
        relieved: '50.42',
      },
    ]);
    expect((await call(guarantor, 'GET', statement('.csv'))).text).toContain('50.42');

    await passTo('2028-01-02T09:00:00+08:00');
    expect((await rate('regular', '2028-01-02')).status).toBe(200);
    await declare(7);
    expect(noCover(await list(7, 'held'))).toBe(true);
    expect((await call('tax', 'GET', '/tax-bills/reconciliation')).body).toEqual({ guarantors: [] });
  });
});
