import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportedBack } from '../../modules/b2b/wiring.ts';
import { openPlatform, type Platform } from '../portal/platform.ts';

const exporter = '5301963601';
const other = '5301363602';

let platform: Platform;
let taxOfficer = '';
beforeAll(async () => {
  platform = await openPlatform({ portal: false });
  taxOfficer = await platform.signIn({ role: 'officer', agency: 'tax' });
});
afterAll(() => platform?.close());

const call = async (method: string, path: string, as: string, body?: object) => {
  const who =
    as === 'tax'
      ? { cookie: `chama_session=${taxOfficer}`, 'sec-fetch-site': 'same-origin' }
      : { authorization: `Bearer ${platform.keyOf(as)}` };
  const answer = await fetch(`${platform.url}/api/b2b${path}`, {
    method,
    headers: { ...who, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: answer.status, body: (await answer.json()) as never as Record<string, never> };
};

let made = 0;
const number = (letter: string): string => {
  made += 1;
  return `${letter}-${made}`;
};

async function warehouse(more: object = {}): Promise<string> {
  const warehouseNo = number('W');
  const filed = await call('POST', '/warehouses', exporter, {
    ...{ warehouseNo, name: '万象海外仓', operator: 'Vientiane Example', tenure: 'leased', country: '119' },
    ...{ city: 'Vientiane', address: 'Km 12', areaM2: '1200.5', contractNo: 'LEASE-3' },
    ...{ contractFrom: '2026-01-01', contractTo: '2027-12-31' },
    ...more,
  });
  expect(filed.status).toBe(201);
  return warehouseNo;
}

const bookingOf = (warehouseNo: string, batchNo: string) => ({
  ...{ batchNo, warehouseNo, consignee: 'Vientiane Example Trading', packages: 12, grossWeight: '340' },
  ...{ plannedOn: '2026-03-12', sellerKind: 'trader' },
  lines: [
    {
      ...{ line: 1, goodsNo: 'SKU-8', gcode: '0901110000', gname: '咖啡豆', unit: '035', quantity: '300' },
      netPurchase: '24000.00',
    },
  ],
});

/** A batch that has left. */
async function departed(): Promise<{ batchNo: string; exportNo: string }> {
  const batchNo = number('B');
  const exportNo = `86012026${String(made).padStart(10, '0')}`;
  const booked = await call('POST', '/batches', exporter, bookingOf(await warehouse(), batchNo));
  expect(booked.status).toBe(201);
  const left = await call('POST', `/batches/${batchNo}/departure`, exporter, { exportNo, on: '2026-03-10' });
  expect(left.body).toMatchObject({ state: 'departed', exportNo, departedOn: '2026-03-10' });
  return { batchNo, exportNo };
}

const tell = (batchNo: string, ...movements: object[]) =>
  call('POST', `/batches/${batchNo}/movements`, exporter, {
    movements: movements.map((one) => ({ line: 1, day: '2026-03-10', ...one })),
  });
const sale = (quantity: string, reference: string) => ({
  ...{
    kind: 'sell',
    quantity,
    reference,
    proof: 'https://shop.example/881',
    amount: '2400.00',
    currency: '502',
  },
});

describe('goods in an overseas warehouse', () => {
  test('are booked, leave, arrive and are sold; each paper counts once, and no more is sold than lies there', async () => {
    const { batchNo } = await departed();
    const { body } = await tell(
      batchNo,
      { kind: 'receive', quantity: '280', reference: 'GRN-7' },
      sale('120', 'SO-881'),
      sale('120', 'SO-881'),
      sale('161', 'SO-882'),
      { kind: 'lose-in-transit', quantity: '20', reference: 'CL-1' },
    );
    expect(body.movements).toMatchObject([
      ...[{ outcome: 'posted' }, { outcome: 'posted' }, { outcome: 'repeated' }],
      { outcome: 'refused', finding: { code: 'ABROAD-NOT-ENOUGH', path: 'movements[3]' } },
      { outcome: 'posted' },
    ]);
    const batch = await call('GET', `/batches/${exporter}/${batchNo}`, exporter);
    expect(batch.body.lines).toMatchObject([
      { transit: '0', warehouse: '160', sold: '120', returned: '0', lost: '20' },
    ]);
    const told = await call('GET', `/batches/${exporter}/${batchNo}/movements?limit=2`, exporter);
    expect(told.body.movements).toMatchObject([{ kind: 'lose-in-transit' }, { kind: 'sell' }]);
    const further = await call(
      'GET',
      `/batches/${exporter}/${batchNo}/movements?cursor=${told.body.next}`,
      exporter,
    );
    expect(further.body.movements).toMatchObject([{ kind: 'receive' }, { kind: 'depart' }]);
  });

  test('sold by many at once are never sold twice', async () => {
    const { batchNo } = await departed();
    await tell(batchNo, { kind: 'receive', quantity: '300', reference: 'GRN' });
    const sales = Array.from({ length: 40 }, (_, at) => tell(batchNo, sale('10', `SO-${at}`)));
    const outcomes = (await Promise.all(sales)).map(
      ({ body }) => (body.movements as never as { outcome: string }[])[0]?.outcome,
    );
    expect(outcomes.filter((one) => one === 'posted')).toHaveLength(30);
    const batch = await call('GET', `/batches/${exporter}/${batchNo}`, exporter);
    expect(batch.body.lines).toMatchObject([{ warehouse: '0', sold: '300' }]);
  });

  test('that come back to China lie there no more, once, whoever tells of it first', async () => {
    const { batchNo, exportNo } = await departed();
    await tell(batchNo, { kind: 'receive', quantity: '300', reference: 'GRN' }, sale('200', 'SO-1'));
    const come = (returnNo: string, backInAll: string) =>
      platform.database.transaction((client) =>
        exportedBack(client, {
          ...{ enterprise: exporter, exportNo, returnNo, at: new Date(), day: '2026-03-10' },
          lines: [{ goodsNo: 'SKU-8', unit: '035', backInAll }],
        }),
      );
    const lies = async () => (await call('GET', `/batches/${exporter}/${batchNo}`, exporter)).body.lines;
    await come('R-1', '30');
    await come('R-1', '30');
    expect(await lies()).toMatchObject([{ warehouse: '70', returned: '30', sold: '200' }]);
    // Its exporter has told of the next ones itself.
    await tell(batchNo, { kind: 'return', quantity: '20', reference: 'OUT-2' });
    await come('R-2', '50');
    expect(await lies()).toMatchObject([{ warehouse: '50', returned: '50' }]);
    // More than lies there is for its exporter to tell.
    await come('R-3', '200');
    expect(await lies()).toMatchObject([{ warehouse: '0', returned: '100', sold: '200' }]);
  });

  test('are refunded on departure: what is sold by the claim as ever, the rest beforehand and reconciled (R-3.5)', async () => {
    const { batchNo } = await departed();
    await tell(batchNo, { kind: 'receive', quantity: '300', reference: 'GRN' }, sale('100', 'SO-1'));
    const claimed = await call('POST', `/batches/${batchNo}/claim`, exporter);
    expect(claimed.body).toMatchObject({
      ...{ claimedOn: '2026-03-10', mark: 'HWC-YT' },
      total: { claimed: '720.00', prerefund: '1440.00', finalRefund: '0.00', repay: '1440.00' },
      lines: [{ soldAtClaim: '100', deadline: '2027-04-30' }],
    });
    expect((await call('POST', `/batches/${batchNo}/claim`, exporter)).body.code).toBe('BATCH-CLAIMED');
    await tell(batchNo, sale('150', 'SO-2'));
    const later = await call('GET', `/batches/${exporter}/${batchNo}/refund`, 'tax');
    expect(later.body.total).toEqual({
      ...{ claimed: '720.00', prerefund: '1440.00', finalRefund: '1080.00', repay: '360.00' },
    });
  });

  test('of one export belong to one booking, and a booking that has left is cancelled no more', async () => {
    const { exportNo, batchNo } = await departed();
    const second = number('B');
    await call('POST', '/batches', exporter, bookingOf(await warehouse(), second));
    const wish = { exportNo, on: '2026-03-10' };
    expect((await call('POST', `/batches/${second}/departure`, exporter, wish)).body.code).toBe(
      'BATCH-EXPORT-USED',
    );
    expect((await call('POST', `/batches/${second}/cancel`, exporter)).body.state).toBe('cancelled');
    expect((await call('POST', `/batches/${batchNo}/cancel`, exporter)).body.code).toBe('BATCH-STATE');
    expect((await tell(second, { kind: 'receive', quantity: '1', reference: 'G' })).status).toBe(409);
  });

  test('are seen by their exporter and by officers, and by no other exporter', async () => {
    const { batchNo } = await departed();
    expect((await call('GET', `/batches/${exporter}/${batchNo}`, other)).status).toBe(404);
    expect((await call('GET', `/batches/${exporter}/${batchNo}`, 'tax')).status).toBe(200);
    expect((await call('GET', '/warehouses', other)).body.warehouses).toEqual([]);
    const page = await call('GET', '/batches?limit=1', exporter);
    const [first] = page.body.batches as never as { batchNo: string }[];
    const next = await call('GET', `/batches?limit=1&cursor=${page.body.next}`, exporter);
    const [second] = next.body.batches as never as { batchNo: string }[];
    expect([first?.batchNo, second?.batchNo]).not.toContain(undefined);
    expect(second?.batchNo).not.toBe(first?.batchNo);
  });

  test('go into an open warehouse of a known country, in units of the list', async () => {
    const shut = await warehouse();
    expect((await call('POST', `/warehouses/${shut}/close`, exporter)).body.closedOn).toBe('2026-03-10');
    expect((await call('POST', `/warehouses/${shut}/close`, exporter)).body.code).toBe('WAREHOUSE-CLOSED');
    expect((await call('POST', '/batches', exporter, bookingOf(shut, number('B')))).body.code).toBe(
      'WAREHOUSE-CLOSED',
    );
    expect((await call('POST', '/batches', exporter, bookingOf('NO-SUCH', number('B')))).status).toBe(404);
    const wrong = bookingOf(await warehouse(), number('B'));
    for (const line of wrong.lines) line.unit = '999';
    expect((await call('POST', '/batches', exporter, wrong)).body).toMatchObject({
      ...{ code: 'B2B-INPUT', findings: [{ code: 'ABROAD-CODE', path: 'lines[0].unit' }] },
    });
  });
});

test('what nobody has filed or booked is not found, whatever is asked of it', async () => {
  const answers = await Promise.all([
    call('POST', '/warehouses/NO-SUCH/close', exporter),
    call('POST', '/batches/NO-SUCH/departure', exporter, { exportNo: 'E0001', on: '2026-03-10' }),
    call('POST', '/batches/NO-SUCH/cancel', exporter),
    call('POST', '/batches/NO-SUCH/claim', exporter),
    tell('NO-SUCH', { kind: 'receive', quantity: '1', reference: 'G' }),
    call('GET', `/batches/${exporter}/NO-SUCH`, exporter),
    call('GET', `/batches/${exporter}/NO-SUCH/movements`, exporter),
    call('GET', `/batches/${exporter}/NO-SUCH/refund`, exporter),
  ]);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
});

test('goods that have not left have no refund, nor have those that left before there was one', async () => {
  const batchNo = number('B');
  await call('POST', '/batches', exporter, bookingOf(await warehouse(), batchNo));
  for (const [method, path] of [
    ['GET', `/batches/${exporter}/${batchNo}/refund`],
    ['POST', `/batches/${batchNo}/claim`],
  ] as const)
    expect((await call(method, path, exporter)).body.code).toBe('BATCH-STATE');
  const exportNo = `86012025${String(made).padStart(10, '0')}`;
  await call('POST', `/batches/${batchNo}/departure`, exporter, { exportNo, on: '2025-01-26' });
  for (const [method, path] of [
    ['GET', `/batches/${exporter}/${batchNo}/refund`],
    ['POST', `/batches/${batchNo}/claim`],
  ] as const)
    expect((await call(method, path, exporter)).body.code).toBe('BATCH-NO-REFUND');
  const unknown = { ...sale('1', 'S'), currency: '000' };
  expect((await tell(batchNo, unknown)).body.code).toBe('B2B-INPUT');
});

test('a trade is recognised for anybody, with what is lacking and why', async () => {
  const answer = await fetch(`${platform.url}/api/b2b/recognition`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      shipsTo: 'buyer',
      buyer: 'firm',
      contract: 'platform',
      value: '6000',
      has: ['order'],
    }),
  });
  expect(await answer.json()).toMatchObject({
    ...{ verdict: '9710', orderType: 'B', by: { code: 'B2B-DIRECT', rule: 'R-1.6' } },
    finish: { route: 'DECLARATION' },
    lacking: [{ code: 'B2B-DATA-CONSIGNEE' }, {}, {}, {}, { code: 'B2B-DATA-WAYBILL' }],
  });
});
