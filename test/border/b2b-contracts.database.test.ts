import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

describe('an agent', () => {
  const contract = (contractNo: string, more: object = { principal: other }) => ({
    ...{ contractNo, goods: '茶叶', validFrom: '2026-01-01', validTo: '2026-12-31', ...more },
  });
  const telling = (contractNo: string, exportNo: string, amount = '86000.00') => ({
    ...{ exportNo, contractNo, amount, exportedOn: '2026-03-09' },
  });

  test('exports for a principal once the principal has confirmed, and each export is told once (R-3.6)', async () => {
    const no = number('AG');
    expect((await call('POST', '/principals/contracts', exporter, contract(no))).body).toMatchObject({
      ...{ state: 'proposed', principal: other, principalName: expect.stringContaining('示例') },
    });
    const told = telling(no, `X${no.replace('-', '0')}1`);
    expect((await call('POST', '/principals/exports', exporter, told)).body.code).toBe(
      'PRINCIPAL-CONTRACT-STATE',
    );
    const act = (as: string, what: string) =>
      call('POST', `/principals/contracts/${exporter}/${no}/${what}`, as);
    expect((await act(exporter, 'confirm')).status).toBe(409);
    expect((await act(other, 'confirm')).body.state).toBe('in-force');
    expect((await call('POST', '/principals/exports', exporter, told)).status).toBe(200);
    expect((await call('POST', '/principals/exports', exporter, told)).status).toBe(200);
    const more = telling(no, told.exportNo, '86000.01');
    expect((await call('POST', '/principals/exports', exporter, more)).body.code).toBe('PRINCIPAL-TOLD');
    expect((await act(other, 'end')).body.state).toBe('ended');
    const report = await call('GET', '/principals/report?quarter=2026Q1', 'tax');
    expect(report.body).toMatchObject({ from: '2026-01-01', to: '2026-03-31' });
    expect(report.body.sums).toMatchObject([{ agent: exporter, exports: 1, amount: '86000' }]);
    expect((await call('GET', '/principals/report?quarter=2026Q1', other)).body.sums).toEqual([]);
  });

  test('answers alone for a principal that is not registered here; one that declines binds nobody', async () => {
    const [alone, declined] = [number('AG'), number('AG')];
    const foreign = { principalUscc: '91530100MA6EXAMP10', principalName: '昆明示例茶厂' };
    expect(
      (await call('POST', '/principals/contracts', exporter, contract(alone, foreign))).body,
    ).toMatchObject({ state: 'in-force', principal: null });
    await call('POST', '/principals/contracts', exporter, contract(declined));
    const settled = await call('POST', `/principals/contracts/${exporter}/${declined}/decline`, other);
    expect(settled.body.state).toBe('declined');
    expect((await call('POST', '/principals/contracts', exporter, contract(declined))).body.code).toBe(
      'PRINCIPAL-CONTRACT-TAKEN',
    );
    const self = contract(number('AG'), { principal: exporter });
    expect((await call('POST', '/principals/contracts', exporter, self)).body.code).toBe('PRINCIPAL-UNKNOWN');
    const seen = await call('GET', '/principals/contracts', other);
    expect((seen.body.contracts as never as { contractNo: string }[]).map((one) => one.contractNo)).toContain(
      declined,
    );
  });
});

describe('a contract of bulk goods', () => {
  const wish = (contractNo: string, more: object = {}) => ({
    ...{ contractNo, buyer: 'Mandalay Example Mills', country: '106', gcode: '1701999090', gname: '白砂糖' },
    ...{ unit: '070', quantity: '500', tolerancePercent: '5', unitPrice: '3900', currency: '142' },
    ...{ deliverFrom: '2026-03-01', deliverTo: '2026-06-30', ...more },
  });
  const deliver = (no: string, exportNo: string, quantity: string, deliveredOn = '2026-03-10') =>
    call('POST', `/contracts/${no}/deliveries`, exporter, { exportNo, quantity, deliveredOn });

  test('takes deliveries up to its tolerance, within its days, each once, and is fulfilled when enough came', async () => {
    const no = number('SUGAR');
    expect((await call('POST', '/contracts', exporter, wish(no))).body).toMatchObject({
      ...{ state: 'open', delivered: '0', most: '525', least: '475' },
    });
    expect((await deliver(no, 'E0001', '300')).body.delivered).toBe('300');
    expect((await deliver(no, 'E0001', '300')).body.delivered).toBe('300');
    expect((await deliver(no, 'E0001', '301')).body.code).toBe('CONTRACT-DELIVERY-TOLD');
    expect((await deliver(no, 'E0002', '225.001')).body.code).toBe('CONTRACT-TOO-MUCH');
    expect((await deliver(no, 'E0002', '100', '2026-07-01')).body.code).toBe('CONTRACT-DAYS');
    expect((await deliver(no, 'E0002', '225')).body.delivered).toBe('525');
    expect((await call('POST', `/contracts/${no}/close`, exporter)).body.state).toBe('fulfilled');
    expect((await deliver(no, 'E0003', '1')).body.code).toBe('CONTRACT-CLOSED');
    const { body } = await call('GET', `/contracts/${exporter}/${no}`, 'tax');
    expect(body.deliveries).toMatchObject([{ total: '300' }, { total: '525' }]);
    expect((await call('GET', `/contracts/${exporter}/${no}`, other)).status).toBe(404);
  });

  test('delivered on by many at once is never passed', async () => {
    const no = number('SUGAR');
    await call('POST', '/contracts', exporter, wish(no));
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, at) => deliver(no, `D00${at + 10}`, '50')),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(10);
  });

  test('ends short where too little came, and agrees on no more tolerance than is allowed', async () => {
    const no = number('SUGAR');
    await call('POST', '/contracts', exporter, wish(no));
    expect((await call('POST', `/contracts/${no}/close`, exporter)).body.state).toBe('ended-short');
    const loose = wish(number('SUGAR'), { tolerancePercent: '10.5' });
    expect((await call('POST', '/contracts', exporter, loose)).body.code).toBe('CONTRACT-TOLERANCE');
    expect((await call('POST', '/contracts', exporter, wish(no))).body.code).toBe('CONTRACT-NUMBER-TAKEN');
    expect((await call('GET', '/contracts', other)).body.contracts).toEqual([]);
  });
});

test('what nobody has entered is not found, whatever is asked of it', async () => {
  const act = (what: string) => call('POST', `/principals/contracts/${exporter}/NO-SUCH/${what}`, exporter);
  const telling = { exportNo: 'E0001', contractNo: 'NO-SUCH', amount: '1', exportedOn: '2026-03-10' };
  const answers = await Promise.all([
    ...['confirm', 'decline', 'end'].map(act),
    call('POST', '/principals/exports', exporter, telling),
    call('GET', `/contracts/${exporter}/NO-SUCH`, exporter),
    call('POST', '/contracts/NO-SUCH/close', exporter),
    call('POST', '/contracts/NO-SUCH/deliveries', exporter, {
      ...{ exportNo: 'E0001', quantity: '1', deliveredOn: '2026-03-10' },
    }),
  ]);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
});

test('what is settled is not settled again', async () => {
  const no = number('AG');
  const wish = { contractNo: no, goods: '茶叶', validFrom: '2026-01-01', validTo: '2026-12-31' };
  await call('POST', '/principals/contracts', exporter, { ...wish, principal: other });
  const act = (what: string) => call('POST', `/principals/contracts/${exporter}/${no}/${what}`, other);
  expect((await act('end')).body.code).toBe('PRINCIPAL-CONTRACT-STATE');
  expect((await act('decline')).status).toBe(200);
  for (const what of ['confirm', 'decline', 'end'])
    expect((await act(what)).body.code).toBe('PRINCIPAL-CONTRACT-STATE');
});

test('a bulk contract names country, unit and currency of the lists, and is closed once', async () => {
  const no = number('SUGAR');
  const wish = {
    ...{
      contractNo: no,
      buyer: 'Mandalay Example Mills',
      country: '998',
      gcode: '1701999090',
      gname: '白砂糖',
    },
    ...{ unit: '999', quantity: '500', tolerancePercent: '5', unitPrice: '3900', currency: '999' },
    ...{ deliverFrom: '2026-03-01', deliverTo: '2026-06-30' },
  };
  const { body } = await call('POST', '/contracts', exporter, wish);
  expect((body.findings as never as { path: string }[]).map(({ path }) => path)).toEqual([
    ...['country', 'unit', 'currency'],
  ]);
  await call('POST', '/contracts', exporter, { ...wish, country: '106', unit: '070', currency: '142' });
  expect((await call('POST', `/contracts/${no}/close`, exporter)).status).toBe(200);
  expect((await call('POST', `/contracts/${no}/close`, exporter)).body.code).toBe('CONTRACT-CLOSED');
});
