import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answered, bonded, bookNo, copyLists, GateStand, warehouse } from './gate-stand.ts';

/** Number of the goods on display that the tests of this file speak of. */
interface Shown {
  readonly displayNo: string;
  readonly checklistNo: string;
}

describe('goods on display outside the zone, on the real platform', { timeout: 60_000 }, () => {
  let stand: GateStand;
  let shops = 0;
  let lists = 0;

  beforeAll(async () => {
    stand = await GateStand.open();
  });
  afterAll(() => stand?.platform.close());

  const own = (method: string, path: string, body?: object) => stand.call(method, path, warehouse, body);
  const codes = ({ body }: Answered) => body.findings.map(({ code }) => code);

  /** An approved shop. */
  async function shop(verdict: object = {}): Promise<string> {
    shops += 1;
    const wish = { name: `展示店 ${shops}`, address: '昆明市示例路', customsCode: '8628' };
    const { body } = await own('POST', '/display-shops', wish);
    const path = `/display-shops/${body.shopId}/verdict`;
    expect((await stand.call('POST', path, 'officer', { verdict: 'approved', ...verdict })).status).toBe(200);
    return String(body.shopId);
  }

  const send = (shopId: string, quantity: string, itemNo = 13) =>
    own('POST', '/displays', { shopId, bookNo, grossKg: '10', goods: [{ itemNo, quantity }] });

  /** So much of the book's goods, out on display. */
  async function shown(quantity: string, shopId?: string): Promise<Shown> {
    const made = await send(shopId ?? (await shop()), quantity);
    expect(made.status).toBe(201);
    await through(String(made.body.checklistNo), 'out');
    return made.body as never as Shown;
  }

  async function through(checklistNo: string, direction: 'in' | 'out'): Promise<void> {
    const { body } = await stand.pass([checklistNo], { direction });
    expect((await stand.drive(body.passNo)).body.answer).toBe('open');
  }

  /** A released list of one tin that names the display; or what it is told to say. */
  async function list(note: string): Promise<{ ebpCode: string; orderNo: string }> {
    lists += 1;
    const orderNo = `D260310Z${String(lists).padStart(3, '0')}`;
    await copyLists(stand.platform.database, [orderNo], bonded, {
      goods: { note, item_record_no: 'KM000013', unit: '122', qty: 1 },
    });
    return { ebpCode: bonded.ebpCode, orderNo };
  }

  const sell = (displayNo: string, keys: readonly object[], handOver = 'courier') =>
    own('POST', `/displays/${displayNo}/sales`, { lists: keys, handOver });

  async function lies(): Promise<Record<'stock' | 'display' | 'pending', number>> {
    const { body } = await own('GET', `/bonded/books/${bookNo}/items`);
    const [one] = body.items as never as [Record<'stock' | 'display' | 'pending', string>];
    return { stock: Number(one.stock), display: Number(one.display), pending: Number(one.pending) };
  }

  async function reserved(): Promise<number> {
    const [row] = await stand.platform.database.query<{ reserved: string }>(
      `select coalesce(sum(reserved_by), 0)::text as reserved from guarantees.movement where cause like 'display%'`,
    );
    return Number(row?.reserved);
  }

  const goodsOf = async (displayNo: string) => {
    const { body } = await own('GET', `/displays/${displayNo}`);
    const [line] = body.goods as never as [
      Record<'sold' | 'back' | 'returning' | 'lost' | 'there' | 'cover', string>,
    ];
    return { state: body.state, overdue: body.overdue, ...line };
  };

  test('go out through the gate under guarantee, are sold by lists that name them, and come back', async () => {
    const before = await lies();
    const held = await reserved();
    const { displayNo } = await shown('5');
    expect(await lies()).toMatchObject({ stock: before.stock - 5, display: before.display + 5 });
    const cover = Number((await goodsOf(displayNo)).cover);
    expect(cover).toBeGreaterThan(0);
    expect(await reserved()).toBeCloseTo(held + cover, 2);
    const one = await list(`展示 ${displayNo}`);
    expect((await sell(displayNo, [one])).status).toBe(201);
    const again = await sell(displayNo, [one]);
    expect([again.status, codes(again)]).toEqual([422, ['GATE-LIST-TAKEN']]);
    const back = await own('POST', `/displays/${displayNo}/returns`, {
      grossKg: '8',
      goods: [{ itemNo: 13, quantity: '4' }],
    });
    expect(await goodsOf(displayNo)).toMatchObject({ sold: '1', returning: '4', there: '0' });
    await through(String(back.body.paperNo), 'in');
    expect(await goodsOf(displayNo)).toMatchObject({ state: 'closed', sold: '1', back: '4', returning: '0' });
    expect(await lies()).toEqual({ ...before, stock: before.stock - 1 });
    expect(await reserved()).toBeCloseTo(held, 2);
  });

  test('a list that does not name them sells nothing, and one that does is on no checklist', async () => {
    const { displayNo } = await shown('2');
    const [plain, named] = [await list(''), await list(displayNo)];
    expect(codes(await sell(displayNo, [plain]))).toEqual(['DISPLAY-NOT-NAMED']);
    expect(codes(await own('POST', '/checklists', { bookNo, lists: [named] }))).toEqual([
      'GATE-LIST-DISPLAY',
    ]);
  });

  test('more than is there is not sold, whoever asks at the same time', async () => {
    const { displayNo } = await shown('3');
    const keys = await Promise.all(Array.from({ length: 6 }, () => list(displayNo)));
    const answers = await Promise.all(keys.map((key) => sell(displayNo, [key])));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    const refused = answers.filter(({ status }) => status !== 201);
    // The last sale closes it; what comes after it finds it closed.
    expect(refused.every(({ status }) => status === 422 || status === 409)).toBe(true);
    expect(await goodsOf(displayNo)).toMatchObject({ state: 'closed', sold: '3' });
  });

  test('are taken away from a shop only where customs has approved that', async () => {
    const [plain, approved] = [await shown('1'), await shown('1', await shop({ pickUp: true }))];
    const refused = await sell(plain.displayNo, [await list(plain.displayNo)], 'pick-up');
    expect(codes(refused)).toEqual(['DISPLAY-PICK-UP']);
    const sold = await sell(approved.displayNo, [await list(approved.displayNo)], 'pick-up');
    expect(sold).toMatchObject({ status: 201, body: { handOver: 'pick-up' } });
  });

  test('a checklist that is cancelled gives goods and cover back', async () => {
    const [before, held] = [await lies(), await reserved()];
    const made = await send(await shop(), '4');
    expect(await lies()).toMatchObject({ pending: before.pending + 4 });
    expect((await own('POST', `/checklists/${made.body.checklistNo}/cancel`)).status).toBe(200);
    expect([await lies(), await reserved()]).toEqual([before, held]);
    expect((await goodsOf(String(made.body.displayNo))).state).toBe('cancelled');
  });

  test('goods on their way back may stay after all', async () => {
    const { displayNo } = await shown('2');
    const goods = [{ itemNo: 13, quantity: '2' }];
    const back = await own('POST', `/displays/${displayNo}/returns`, { grossKg: '4', goods });
    expect(codes(await sell(displayNo, [await list(displayNo)]))).toEqual(['DISPLAY-NOT-ENOUGH']);
    await own('POST', `/checklists/${back.body.paperNo}/cancel`);
    expect(await goodsOf(displayNo)).toMatchObject({ returning: '0', there: '2' });
    expect((await sell(displayNo, [await list(displayNo)])).status).toBe(201);
  });

  test('those whose time is over are told of, not sold, and keep others from going there, until customs gives more', async () => {
    const shopId = await shop();
    const { displayNo } = await shown('1', shopId);
    const { database } = stand.platform;
    await database.run(
      `update display.consignment set out_on = '2025-12-01', due_on = '2026-03-01' where display_no = $1`,
      [displayNo],
    );
    expect((await goodsOf(displayNo)).overdue).toBe(true);
    const key = await list(displayNo);
    expect(codes(await sell(displayNo, [key]))).toEqual(['DISPLAY-OVERDUE']);
    expect(codes(await send(shopId, '1'))).toEqual(['DISPLAY-SHOP-OVERDUE']);
    const { body } = await own('GET', '/displays?overdue=true');
    expect(body.displays).toMatchObject([{ displayNo }]);
    const path = `/displays/${displayNo}/prolong`;
    expect((await stand.call('POST', path, 'officer', { dueOn: '2030-01-01' })).status).toBe(409);
    expect((await own('POST', path, { dueOn: '2026-04-01' })).status).toBe(403);
    expect((await stand.call('POST', path, 'officer', { dueOn: '2026-04-01' })).body.prolonged).toBe(true);
    expect((await stand.call('POST', path, 'officer', { dueOn: '2026-04-02' })).status).toBe(409);
    expect((await sell(displayNo, [key])).status).toBe(201);
  });

  test('what is missing at a count leaves the book, and its tax is drawn from the guarantee', async () => {
    const before = await lies();
    const { displayNo } = await shown('3');
    const counted = await own('POST', `/displays/${displayNo}/counts`, {
      lines: [{ itemNo: 13, counted: '2' }],
    });
    expect(counted).toMatchObject({ status: 201, body: { lines: [{ counted: '2', expected: '3' }] } });
    const path = `/display-counts/${counted.body.countId}/verdict`;
    expect((await own('POST', path, { verdict: 'approved' })).status).toBe(403);
    expect((await stand.call('POST', path, 'officer', { verdict: 'approved' })).status).toBe(200);
    expect((await stand.call('POST', path, 'officer', { verdict: 'approved' })).status).toBe(409);
    expect(await goodsOf(displayNo)).toMatchObject({ state: 'out', lost: '1', there: '2' });
    expect(await lies()).toMatchObject({ stock: before.stock - 3, display: before.display + 2 });
    const [drawn] = await stand.platform.database.query<{ amount: string }>(
      `select outside_by::text as amount from guarantees.movement where cause = 'display-lost' and reference like $1`,
      [`${displayNo}%`],
    );
    expect(Number(drawn?.amount)).toBeCloseTo(Number((await goodsOf(displayNo)).cover) / 3, 1);
  });

  test('do not go to a shop that is not approved, or of others, or beyond its limit, its book or its cover', async () => {
    const { body } = await own('POST', '/display-shops', {
      name: '新店',
      address: '昆明',
      customsCode: '8628',
    });
    expect((await send(String(body.shopId), '1')).body.code).toBe('SHOP-STATE');
    const shopId = await shop();
    const goods = [{ itemNo: 13, quantity: '1' }];
    const others = await stand.call('POST', '/displays', '5301363602', {
      shopId,
      bookNo,
      grossKg: '1',
      goods,
    });
    expect(others.body.code).toBe('SHOP-NOT-FOUND');
    expect((await send(shopId, '1000')).body.code).toBe('BOOK-REFUSES');
    expect(codes(await send(shopId, '1', 99))).toEqual(['DISPLAY-GOODS']);
    expect(codes(await send(shopId, '3000'))).toEqual(['DISPLAY-VALUE']);
    await stand.platform.database.run(
      'update guarantees.account set lapsing = available where guarantor = $1',
      [warehouse],
    );
    expect(codes(await send(shopId, '1'))).toEqual(['DISPLAY-COVER']);
  });
});
