import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningServer } from '../../apps/server/server.ts';
import type { PaymentRecord } from '../../modules/payment-data/http/schemas.ts';
import { countExpired, removeExpired } from '../../modules/payment-data/index.ts';
import {
  brokerCode,
  otherPlatformCode,
  type PlatformStand,
  paymentOf,
  platformCode,
  platformStand,
} from './stand.ts';

let platform: PlatformStand;
let server: RunningServer;
beforeAll(async () => {
  platform = await platformStand();
  server = await platform.serve(undefined, new Map());
});
afterAll(() => platform?.close());

const ask = (path: string, as: string | undefined, init: RequestInit = {}): Promise<Response> =>
  fetch(`${server.url}${path}`, {
    ...init,
    headers: { ...init.headers, ...(as ? { authorization: `Bearer ${platform.key(as)}` } : {}) },
  });

interface Answered {
  readonly status: number;
  readonly code?: string;
  readonly accepted?: number;
  readonly payments: { verdict: string; findings: { code: string; path: string }[]; orderNos: string[] }[];
}

async function handIn(payments: readonly string[], as: string | undefined = platformCode): Promise<Answered> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `{"payments":[${payments.join(',')}]}`,
  };
  const response = await ask('/api/payment-records', as, init);
  return { status: response.status, ...((await response.json()) as Omit<Answered, 'status'>) };
}

const verdictsOf = ({ payments }: Answered): string[] => payments.map(({ verdict }) => verdict);
const codesOf = ({ payments }: Answered): string[] =>
  payments.flatMap(({ findings }) => findings.map(({ code, path }) => `${code} ${path}`));

describe('payments handed in', () => {
  test('are kept to the character: numbers, escapes and white space as they came', async () => {
    const { json, payTransactionId } = paymentOf(platformCode, ['B1'], { totalAmount: '5.00' });
    const given = json.replace('"currency"', '\n  "currency"').replace('普', '\\u666e');
    expect(verdictsOf(await handIn([given]))).toEqual(['accepted']);
    const full = await ask(
      `/api/payment-records/${platformCode}/${payTransactionId}/full?reason=audit`,
      platformCode,
    );
    expect(await full.text()).toBe(given);
    expect(full.headers.get('cache-control')).toBe('no-store');
  });

  test('again are repeats, with another number of their own too', async () => {
    const { json } = paymentOf(platformCode);
    expect(verdictsOf(await handIn([json, json]))).toEqual(['accepted', 'repeated']);
    const renumbered = json.replace('E4B7F0C2', 'FFFFFFFF');
    expect(renumbered).not.toBe(json);
    expect(verdictsOf(await handIn([renumbered]))).toEqual(['repeated']);
  });

  test('by many at one moment are kept once', async () => {
    const payments = Array.from({ length: 10 }, () => paymentOf(platformCode).json);
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, at) => handIn(at % 2 ? payments : payments.toReversed())),
    );
    const all = answers.flatMap(verdictsOf);
    expect(all.filter((verdict) => verdict === 'accepted')).toHaveLength(10);
    expect(all.filter((verdict) => verdict === 'repeated')).toHaveLength(50);
  });

  test('with further orders later are the same payment', async () => {
    const first = paymentOf(platformCode, ['M1']);
    const both = paymentOf(platformCode, ['M1', 'M2'], { payTransactionId: first.payTransactionId });
    expect(verdictsOf(await handIn([first.json]))).toEqual(['accepted']);
    expect(verdictsOf(await handIn([both.json, both.json]))).toEqual(['accepted', 'repeated']);
    const shown = await ask(`/api/payment-records/${platformCode}/${first.payTransactionId}`, platformCode);
    const record = (await shown.json()) as PaymentRecord;
    expect(record.payExchangeInfoLists.map(({ orderNo }) => orderNo)).toEqual(['M1', 'M2']);
  });

  test('that say something else than before are refused, and nothing of them is kept', async () => {
    const first = paymentOf(platformCode, ['V1']);
    await handIn([first.json]);
    const { payTransactionId } = first;
    const dearer = paymentOf(platformCode, ['V2'], { payTransactionId, totalAmount: '6' });
    const otherGoods = paymentOf(platformCode, ['V3', 'V1'], { payTransactionId }).json.replace(
      '咖啡豆',
      '鲜花饼',
    );
    expect(otherGoods).toContain('鲜花饼');
    const answer = await handIn([dearer.json, otherGoods]);
    expect(verdictsOf(answer)).toEqual(['refused', 'accepted']);
    expect(codesOf(answer)).toEqual(['PAYDATA-CONFLICT payments[1]']);
    const spoilt = paymentOf(platformCode, ['V4', 'V1'], { payTransactionId }).json.replaceAll(
      '"recpName":"昆明',
      '"recpName":"大理',
    );
    const refused = await handIn([spoilt]);
    expect([verdictsOf(refused), codesOf(refused)]).toEqual([['refused'], ['PAYDATA-CONFLICT payments[1]']]);
    const found = await (await ask('/api/payment-records?orderNo=V4', platformCode)).json();
    expect(found).toEqual({ payments: [] });
  });

  test('with findings are refused, each for itself: the good ones are kept', async () => {
    const [good, bad, worse] = [paymentOf(platformCode), paymentOf(platformCode), paymentOf(platformCode)];
    const answer = await handIn([
      bad.json.replace('"totalAmount":5.0', '"totalAmount":"5.0"'),
      good.json,
      worse.json.replace('"verDept":"3"', '"verDept":"3","verDept":"1"'),
      '7',
    ]);
    expect(answer.status).toBe(200);
    expect(verdictsOf(answer)).toEqual(['refused', 'accepted', 'refused', 'refused']);
    expect(codesOf(answer)).toEqual([
      'PAYDATA-TYPE payments[1]/payExchangeInfoHead/totalAmount',
      'PAYDATA-DUPLICATE payments[3]/payExchangeInfoHead/verDept',
      'PAYDATA-TYPE payments[4]',
    ]);
  });

  test('of another platform are refused', async () => {
    const { json } = paymentOf(otherPlatformCode);
    const answer = await handIn([json]);
    expect(codesOf(answer)).toEqual(['PAYDATA-RIGHT payments[1]/payExchangeInfoHead/ebpCode']);
    expect(verdictsOf(await handIn([json], otherPlatformCode))).toEqual(['accepted']);
  });

  test.each<[string, number, string, () => Promise<Answered>]>([
    ['without a key', 401, 'KEY-UNKNOWN', () => handIn([], '')],
    ['by a declaring agent', 403, 'NOT-A-PLATFORM', () => handIn([], brokerCode)],
    ['by an operator', 403, 'ACCESS-REFUSED', () => handIn([], 'operator')],
    ['as something else than a list', 422, 'PAYMENTS-UNREADABLE', () => handIn(['}'])],
    ['more than 500 at once', 422, 'PAYMENTS-UNREADABLE', () => handIn(Array(501).fill('1'))],
  ])('%s are not taken in', async (_what, status, code, send) => {
    expect(await send()).toMatchObject({ status, code });
  });

  test('are read as text in UTF-8 alone', async () => {
    const post = (body: string | Uint8Array<ArrayBuffer>, type: string) =>
      ask('/api/payment-records', platformCode, { method: 'POST', headers: { 'content-type': type }, body });
    expect((await post('{}', 'text/plain')).status).toBe(415);
    expect((await post(new Uint8Array([0x22, 0xff, 0x22]), 'application/json')).status).toBe(400);
  });
});

describe('a record on file', () => {
  const secret = { initalRequest: 'openid=oUpF8uMuAJO&buyer=张三', initalResponse: '{"payer":"李四"}' };

  test('is shown masked: raw texts by length and digest, the account by its ends', async () => {
    const { payTransactionId, json } = paymentOf(platformCode, ['H1'], secret);
    await handIn([json]);
    for (const as of [platformCode, 'operator']) {
      const text = await (await ask(`/api/payment-records/${platformCode}/${payTransactionId}`, as)).text();
      for (const word of ['oUpF8', '张三', '李四', '6222020000000000001']) expect(text).not.toContain(word);
      expect(JSON.parse(text)).toMatchObject({
        payExchangeInfoHead: { payTransactionId, totalAmount: '5.0' },
        initalRequest: { characters: [...secret.initalRequest].length },
        payExchangeInfoLists: [{ orderNo: 'H1', recpAccount: '6222***********0001' }],
      });
    }
  });

  test('is shown in full to its own platform alone, who reads it and why being on record', async () => {
    const { payTransactionId, json } = paymentOf(platformCode, ['H2'], secret);
    await handIn([json]);
    const path = `/api/payment-records/${platformCode}/${payTransactionId}/full`;
    expect((await ask(path, platformCode)).status).toBe(400);
    expect((await ask(`${path}?reason=curious`, otherPlatformCode)).status).toBe(404);
    expect((await ask(`${path}?reason=curious`, 'operator')).status).toBe(403);
    expect((await ask(`${path}?reason=curious`, undefined)).status).toBe(401);
    expect(
      await (await ask(`${path}?reason=${encodeURIComponent('客户投诉')}`, platformCode)).text(),
    ).toContain('张三');
    const readings = await platform.rented.owner.query(
      'select kind, reader, reason from persons.showing where number = $1',
      [payTransactionId],
    );
    expect(readings).toEqual([{ kind: 'payment-record', reader: platformCode, reason: '客户投诉' }]);
  });

  test('is there for nobody else', async () => {
    const { payTransactionId, json } = paymentOf(platformCode, ['H3']);
    await handIn([json]);
    expect(
      (await ask(`/api/payment-records/${platformCode}/${payTransactionId}`, otherPlatformCode)).status,
    ).toBe(404);
    const listed = await (await ask('/api/payment-records?orderNo=H3', otherPlatformCode)).json();
    expect(listed).toEqual({ payments: [] });
    const asOperator = await ask('/api/payment-records?orderNo=H3', 'operator');
    expect(await asOperator.json()).toMatchObject({
      payments: [{ payExchangeInfoHead: { payTransactionId } }],
    });
  });
});

test('payments are read page by page, each once, however they lie', async () => {
  const all = Array.from({ length: 5 }, () => paymentOf(platformCode, ['PAGED']));
  for (const { json } of all) await handIn([json]);
  const seen: string[] = [];
  let address: string | undefined = '/api/payment-records?orderNo=PAGED&limit=2';
  const sizes: number[] = [];
  while (address !== undefined) {
    const response: Response = await ask(address, platformCode);
    const page = (await response.json()) as {
      payments: { payExchangeInfoHead: { payTransactionId: string } }[];
    };
    sizes.push(page.payments.length);
    seen.push(...page.payments.map(({ payExchangeInfoHead }) => payExchangeInfoHead.payTransactionId));
    address = /<(.*)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
  }
  expect(sizes).toEqual([2, 2, 1]);
  expect(seen.sort()).toEqual(all.map(({ payTransactionId }) => payTransactionId).sort());
  for (const none of ['x', 'WyJhIl0', Buffer.from('["never","a","b"]').toString('base64url')])
    expect([none, (await ask(`/api/payment-records?cursor=${none}`, platformCode)).status]).toEqual([
      none,
      400,
    ]);
});

test('where no address of customs is set, customs is told so', async () => {
  const response = await fetch(`${server.url}/payment-data/platDataOpen`, {
    method: 'POST',
    body: new URLSearchParams({ openReq: '{"orderNo":"1","sessionID":"1","serviceTime":1}' }),
  });
  expect(await response.json()).toMatchObject({ code: '20000', message: expect.stringContaining('未启用') });
});

describe('what is past its time', () => {
  test('is removed on request, and nothing a day earlier', async () => {
    const { database } = platform.rented;
    platform.clock.now = new Date('2020-05-04T10:00:00+08:00');
    // The deal is later than the day it was handed in: three years count from the later day.
    await handIn([paymentOf(platformCode, ['O1'], { tradingTime: '20200501000000' }).json]);
    await handIn([paymentOf(platformCode, ['O2'], { tradingTime: '20200601000000' }).json]);
    expect(await removeExpired(database, '2023-05-03')).toBe(0);
    expect(await countExpired(database, '2023-05-04')).toEqual({ payments: 1, requests: 0 });
    expect(await removeExpired(database, '2023-05-04')).toBe(2);
    const left = await database.query<{ orderNo: string }>(
      'select order_no as "orderNo" from payment_data.paid_order where keep_until < \'2025-01-01\'',
    );
    expect(left).toEqual([{ orderNo: 'O2' }]);
  });

  test('is never removed before its day has come, whatever is asked for', async () => {
    const { database } = platform.rented;
    // The database goes by its own clock, today's.
    platform.clock.now = new Date();
    await handIn([paymentOf(platformCode, ['O3']).json]);
    await removeExpired(database, '9999-12-31');
    const left = await database.query('select 1 from payment_data.paid_order where order_no = $1', ['O3']);
    expect(left).toHaveLength(1);
  });
});
