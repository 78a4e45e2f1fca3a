import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPlatform, type Platform } from '../portal/platform.ts';
import { broughtIn } from './brought-in.ts';

const sender = '5301363602';
const receiver = '5301963601';

describe('account books, on the real platform', { timeout: 60_000 }, () => {
  let platform: Platform;
  let officer = '';
  let books = 0;

  beforeAll(async () => {
    platform = await openPlatform({ portal: false });
    officer = await platform.signIn({ role: 'officer', agency: 'customs' });
  });
  afterAll(() => platform?.close());

  const call = async (method: string, path: string, as: string, body?: object) => {
    const who =
      as === 'officer'
        ? { cookie: `chama_session=${officer}`, 'sec-fetch-site': 'same-origin' }
        : { authorization: `Bearer ${as === 'operator' ? platform.operatorKey : platform.keyOf(as)}` };
    const answer = await fetch(`${platform.url}/api/bonded${path}`, {
      method,
      headers: { ...who, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: answer.status, body: (await answer.json()) as never as Record<string, never> };
  };

  /** A book with one item and so much of it in stock. */
  async function bookOf(owner: string, stock = '100', more: object = {}): Promise<string> {
    books += 1;
    const bookNo = `T5301W${String(books).padStart(6, '0')}`;
    const opened = await call('POST', '/books', 'officer', {
      ...{
        bookNo,
        owner,
        tradeMode: '1210',
        customsCode: '8628',
        areaCode: '5301',
        areaName: '昆明综合保税区',
      },
      ...{ openedOn: '2026-01-01', validTo: '2026-12-31' },
      ...more,
    });
    expect(opened.status).toBe(201);
    const item = {
      ...{
        itemNo: 1,
        itemRecordNo: 'IR1',
        goodsNo: 'SKU1',
        gcode: '1901101090',
        gname: '奶粉',
        unit: '142',
        unitValue: '80',
      },
    };
    expect((await call('POST', `/books/${bookNo}/items`, owner, { items: [item] })).body).toEqual({
      filed: 1,
      known: 0,
    });
    const brought = { itemNo: 1, quantity: stock, reference: 'E1', day: '2026-03-10' };
    await broughtIn(platform.database, bookNo, [{ ...brought, expiresOn: '2026-04-20' }]);
    return bookNo;
  }

  const move = (as: string, bookNo: string, movement: object) =>
    call('POST', `/books/${bookNo}/movements`, as, { movements: [{ itemNo: 1, ...movement }] });
  const stockOf = async (as: string, bookNo: string) => {
    const { body } = await call('GET', `/books/${bookNo}/items`, as);
    const [{ stock, pending }] = body.items as never as [{ stock: string; pending: string }];
    return { stock, pending };
  };

  it('customs opens a book, its enterprise files goods; others see nothing of it', async () => {
    const bookNo = await bookOf(sender);
    expect(await stockOf(sender, bookNo)).toEqual({ stock: '100', pending: '0' });
    expect((await call('GET', `/books/${bookNo}`, receiver)).status).toBe(404);
    const back = { cause: 'return', quantity: '1', reference: 'R9' };
    expect((await move(receiver, bookNo, back)).status).toBe(404);
    expect((await call('POST', '/books', sender, {})).status).toBe(403);
    expect((await call('GET', '/books', 'operator')).body.books).toMatchObject([{ bookNo, owner: sender }]);
  });

  it('nobody writes goods into a book by hand: the gate does, of a checklist that customs approved', async () => {
    const bookNo = await bookOf(sender);
    const answer = await move(sender, bookNo, { cause: 'entry', quantity: '1', reference: 'E2' });
    expect(answer.status).toBe(400);
    expect(await stockOf(sender, bookNo)).toEqual({ stock: '100', pending: '0' });
  });

  it('a movement that would take too much is refused with what is there; a repeat is a repeat', async () => {
    const bookNo = await bookOf(sender, '10');
    const { body } = await call('POST', `/books/${bookNo}/movements`, sender, {
      movements: [
        { itemNo: 1, cause: 'ship-back', quantity: '4', reference: 'S1' },
        { itemNo: 1, cause: 'destruction', quantity: '7', reference: 'S2' },
        { itemNo: 1, cause: 'ship-back', quantity: '4', reference: 'S1' },
      ],
    });
    expect(body.movements).toMatchObject([
      { outcome: 'posted', stock: '6' },
      { outcome: 'refused', finding: { code: 'BONDED-NOT-ENOUGH', path: 'movements[1]', rule: 'R-8.6' } },
      { outcome: 'repeated', stock: '6' },
    ]);
  });

  it('goods move into another book when the other side accepts: both books are written', async () => {
    const [from, to] = [await bookOf(sender, '50'), await bookOf(receiver, '5')];
    const wish = { fromBook: from, fromItem: 1, toBook: to, toItem: 1, quantity: '20' };
    const proposed = await call('POST', '/transfers', sender, wish);
    expect(proposed).toMatchObject({ status: 201, body: { state: 'proposed', sender, receiver } });
    expect(await stockOf(sender, from)).toEqual({ stock: '30', pending: '20' });
    const { transferId } = proposed.body;
    expect((await call('POST', `/transfers/${transferId}/accept`, sender)).body.code).toBe('TRANSFER-STATE');
    expect((await call('POST', `/transfers/${transferId}/accept`, receiver)).body.state).toBe('accepted');
    expect(await stockOf(sender, from)).toEqual({ stock: '30', pending: '0' });
    expect(await stockOf(receiver, to)).toEqual({ stock: '25', pending: '0' });
    expect((await call('POST', `/transfers/${transferId}/accept`, receiver)).status).toBe(409);
  });

  it('what is declined or withdrawn goes back into its stock; what is not there is not proposed', async () => {
    const [from, to] = [await bookOf(sender, '50'), await bookOf(receiver)];
    const wish = { fromBook: from, fromItem: 1, toBook: to, toItem: 1, quantity: '20' };
    for (const [act, as] of [
      ['decline', receiver],
      ['withdraw', sender],
    ] as const) {
      const { body } = await call('POST', '/transfers', sender, wish);
      expect((await call('POST', `/transfers/${body.transferId}/${act}`, as)).status).toBe(200);
      expect(await stockOf(sender, from)).toEqual({ stock: '50', pending: '0' });
    }
    const tooMuch = await call('POST', '/transfers', sender, { ...wish, quantity: '50.5' });
    expect(tooMuch).toMatchObject({
      status: 409,
      body: { code: 'BOOK-REFUSES', findings: [{ code: 'BONDED-NOT-ENOUGH' }] },
    });
    const { body } = await call('GET', '/transfers', sender);
    expect(
      (body.transfers as never as { fromBook: string }[]).filter(({ fromBook }) => fromBook === from),
    ).toHaveLength(2);
  });

  it('goods of 1210 never go into a book of 1239', async () => {
    const [from, to] = [await bookOf(sender), await bookOf(receiver, '1', { tradeMode: '1239' })];
    const answer = await call('POST', '/transfers', sender, {
      fromBook: from,
      fromItem: 1,
      toBook: to,
      toItem: 1,
      quantity: '1',
    });
    expect(answer).toMatchObject({ status: 422, body: { code: 'TRANSFER-MODES' } });
  });

  it('a count adjusts the book once customs approves it, and not before', async () => {
    const bookNo = await bookOf(sender, '50');
    const counted = await call('POST', `/books/${bookNo}/counts`, sender, {
      lines: [{ itemNo: 1, counted: '48' }],
    });
    expect(counted).toMatchObject({ status: 201, body: { lines: [{ counted: '48', inBook: '50' }] } });
    expect((await stockOf(sender, bookNo)).stock).toBe('50');
    const path = `/counts/${counted.body.countId}/verdict`;
    expect((await call('POST', path, sender, { verdict: 'approved' })).status).toBe(403);
    expect((await call('POST', path, 'officer', { verdict: 'approved' })).body.state).toBe('approved');
    expect((await stockOf(sender, bookNo)).stock).toBe('48');
    expect((await call('POST', path, 'officer', { verdict: 'approved' })).body.code).toBe('COUNT-STATE');
    const { body } = await call('GET', `/books/${bookNo}/movements?itemNo=1`, sender);
    expect(body.movements).toMatchObject([
      { kind: 'ADJUST', quantity: '2', from: 'stock', stockAfter: '48' },
      { kind: 'IN' },
    ]);
  });

  it('what is near its best-before day is warned of, and the days of an item are told', async () => {
    const bookNo = await bookOf(sender, '50');
    expect((await call('GET', `/books/${bookNo}/expiring`, sender)).body.lots).toEqual([
      { itemNo: 1, gname: '奶粉', expiresOn: '2026-04-20', quantity: '50', state: 'soon' },
    ]);
    expect((await call('GET', `/books/${bookNo}/items/1/days`, sender)).body.days).toEqual([
      { day: '2026-03-10', came: '50', left: '0', stock: '50' },
    ]);
  });

  it('a book, a transfer or a count that is not there, or not theirs, is not found by whatever way', async () => {
    const book = '/books/T5301W999999';
    const id = '00000000-0000-4000-8000-000000000000';
    const item = { itemNo: 1, itemRecordNo: 'IR1', goodsNo: 'S', gcode: '1901101090', gname: '奶粉' };
    const asked: readonly (readonly [string, string, string, object?])[] = [
      ['GET', book, sender],
      ['GET', `${book}/items`, sender],
      ['POST', `${book}/items`, sender, { items: [{ ...item, unit: '142', unitValue: '1' }] }],
      ['GET', `${book}/movements`, sender],
      [
        'POST',
        `${book}/movements`,
        sender,
        { movements: [{ itemNo: 1, cause: 'return', quantity: '1', reference: 'R1' }] },
      ],
      ['GET', `${book}/items/1/days`, sender],
      ['GET', `${book}/expiring`, sender],
      ['GET', `${book}/counts`, sender],
      ['POST', `${book}/counts`, sender, { lines: [{ itemNo: 1, counted: '1' }] }],
      [
        'POST',
        '/transfers',
        sender,
        { fromBook: 'T5301W999999', fromItem: 1, toBook: 'T5301W999998', toItem: 1, quantity: '1' },
      ],
      ['POST', `/transfers/${id}/accept`, sender],
      ['POST', `/transfers/${id}/decline`, sender],
      ['POST', `/transfers/${id}/withdraw`, sender],
      ['POST', `/counts/${id}/verdict`, 'officer', { verdict: 'approved' }],
    ];
    for (const [method, path, as, body] of asked) {
      const { status } = await call(method, path, as, body);
      expect([method, path, status]).toEqual([method, path, 404]);
    }
  });

  it('numbers no book holds are bad input, not a fault', async () => {
    const bookNo = await bookOf(sender, '50');
    for (const path of ['items?cursor=9999999999', 'movements?itemNo=9999999999', 'items/9999999999/days'])
      expect([path, (await call('GET', `/books/${bookNo}/${path}`, sender)).status]).toEqual([path, 400]);
  });

  it('a book is read by its enterprise with its counts; goods in a unit that is none are refused', async () => {
    const bookNo = await bookOf(sender, '50');
    expect((await call('GET', `/books/${bookNo}`, sender)).body).toMatchObject({ bookNo, owner: sender });
    await call('POST', `/books/${bookNo}/counts`, sender, { lines: [{ itemNo: 1, counted: '48' }] });
    expect((await call('GET', `/books/${bookNo}/counts`, sender)).body.counts).toMatchObject([
      { state: 'proposed' },
    ]);
    const unknown = { itemNo: 2, itemRecordNo: 'IR2', goodsNo: 'S', gcode: '1901101090', gname: '奶粉' };
    const refused = await call('POST', `/books/${bookNo}/items`, sender, {
      items: [{ ...unknown, unit: '999', unitValue: '1' }],
    });
    expect(refused).toMatchObject({
      status: 422,
      body: { findings: [{ code: 'BONDED-UNIT', path: 'items[0].unit' }] },
    });
    const twice = await call('POST', `/books/${bookNo}/counts`, sender, {
      lines: [{ itemNo: 7, counted: '1' }],
    });
    expect(twice).toMatchObject({ status: 422, body: { code: 'COUNT-LINES' } });
  });
});
