import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FullDossier } from '../../matching/testing/clean-dossier.ts';
import { House } from '../testing/house.ts';
import { again, messageOf, purchase } from '../testing/purchases.ts';

const PLATFORM = '5301960001';
const SELLER = '5301960002';
const CARRIER = '5301960004';
const BROKER = '5301980005';

interface Row {
  readonly orderNo: string;
  readonly ebpCode: string;
  readonly state: string;
  readonly tradeMode: string;
  readonly buyerName: string;
  readonly preNo: string;
  readonly invtNo?: string;
  readonly copNo?: string;
}
interface Page {
  readonly lists: readonly Row[];
  readonly next?: string;
  readonly counts: Readonly<Record<string, number>>;
}

let house: House;
const pass = (ms: number): void => {
  house.clock.now = new Date(house.clock.now.getTime() + ms);
};

/** Twelve released lists in four messages, four bonded, three refused, two that wait for their payment. */
const released = Array.from({ length: 12 }, (_, i) => purchase(i + 1));
const bonded = Array.from({ length: 4 }, (_, i) => purchase(i + 21, { tradeMode: '1210' }));
const refused = Array.from({ length: 3 }, (_, i) => purchase(i + 31));
const waiting = Array.from({ length: 2 }, (_, i) => purchase(i + 41));
for (const { payment } of refused) payment.head.amountPaid = '1';
const everything = [...released, ...bonded, ...refused, ...waiting];

beforeAll(async () => {
  house = await House.open();
  for (const some of [released.slice(0, 3), released.slice(3, 6), released.slice(6), bonded, refused]) {
    pass(1);
    await house.file(some);
    await house.settled();
  }
  pass(1);
  await house.file(waiting, ['order', 'waybill', 'declaration']);
});
afterAll(async () => {
  expect(house.faults).toEqual([]);
  await house.close();
});

const page = async (query: string, reader?: string): Promise<Page> =>
  (await house.get<Page>(`/api/lists?${query}`, reader)).body;
const numberOf = ({ declaration }: FullDossier): string => declaration.head.orderNo;
const sorted = (dossiers: readonly FullDossier[]): string[] => dossiers.map(numberOf).sort();
const ordersOf = ({ lists }: Page): string[] => lists.map(({ orderNo }) => orderNo);

/** All pages of a question, one after the other; something may happen between two. */
async function pages(query: string, between: (read: number) => Promise<void> | void = () => undefined) {
  const seen: string[] = [];
  let cursor = '';
  for (let read = 1; ; read += 1) {
    const one = await page(`${query}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    seen.push(...ordersOf(one));
    if (one.next === undefined) return seen;
    cursor = one.next;
    await between(read);
  }
}

describe('pages of lists', () => {
  test.each([1, 2, 3, 7, 200])('of %i hold every list once, the newest first', async (limit) => {
    const seen = await pages(`limit=${limit}`);
    expect([...seen].sort()).toEqual(sorted(everything));
    const whole = await page('limit=200');
    expect(seen).toEqual(ordersOf(whole));
    expect(new Set(seen.slice(0, 2))).toEqual(new Set(waiting.map(numberOf)));
  });

  test.each(['released', 'refused', 'waiting', 'held', 'withdrawn'])(
    'of lists %s hold those and no others',
    async (state) => {
      const expected = { released: [...released, ...bonded], refused, waiting }[state] ?? [];
      expect((await pages(`state=${state}&limit=2`)).sort()).toEqual(sorted(expected));
    },
  );

  test('of one trade mode, one office and one state hold what fits them all', async () => {
    expect((await pages('mode=1210&limit=3')).sort()).toEqual(sorted(bonded));
    expect((await pages('mode=1210&state=released&limit=3')).sort()).toEqual(sorted(bonded));
    expect(await pages('mode=1210&state=refused')).toEqual([]);
    expect((await pages('office=8601&state=refused&limit=1')).sort()).toEqual(sorted(refused));
    expect(await pages('office=8620')).toEqual([]);
  });

  test('one after the other leave none out and show none twice while others come in', async () => {
    let number = 100;
    const before = await page('limit=200');
    const seen = await pages('limit=4', async () => {
      pass(1);
      number += 1;
      await house.file([purchase(number)]);
    });
    expect(seen).toEqual(ordersOf(before));
    await house.settled(2);
    expect((await page('limit=200')).lists).toHaveLength(before.lists.length + number - 100);
  });

  test('count how the lists stand, under the same mode', async () => {
    const all = await page('limit=200');
    const states = (lists: readonly Row[], state: string) =>
      lists.filter((row) => row.state === state).length;
    for (const state of ['waiting', 'released', 'held', 'refused', 'withdrawn'])
      expect([state, all.counts[state]]).toEqual([state, states(all.lists, state)]);
    const { counts } = await page('mode=1210&limit=1');
    expect(counts).toEqual({ waiting: 0, forwarded: 0, released: 4, held: 0, refused: 0, withdrawn: 0 });
    expect((await page('mode=9610&limit=1')).counts.waiting).toBe(waiting.length);
  });

  test('mask the buyer’s name', async () => {
    for (const { buyerName } of (await page('limit=200')).lists) expect(buyerName).toBe('王*');
  });

  test('tell two lists of one number on two platforms apart, also where a page ends between them', async () => {
    const twins = [purchase(51), purchase(51)];
    const [, other] = twins;
    if (other) Object.assign(other.declaration.head, { ebpCode: CARRIER, guid: 'B'.repeat(36) });
    pass(1);
    const documents = twins.map(({ declaration }) => declaration);
    const { body } = await house.post(BROKER, messageOf('declaration', documents, BROKER));
    expect(body.documents.map(({ verdict }) => verdict)).toEqual(['accepted', 'accepted']);
    for (const query of ['limit=1', 'limit=1&state=waiting']) {
      const seen = await pages(query);
      expect(seen.filter((orderNo) => orderNo === numberOf(purchase(51)))).toHaveLength(2);
    }
  });

  test('go on where they ended whatever signs the platform’s code and the order number hold', async () => {
    const odd = [54, 55, 56].map((number) => {
      const { declaration } = purchase(number);
      Object.assign(declaration.head, { ebpCode: `~1~${number}`, orderNo: `~2~${number}~茶 😀` });
      return declaration;
    });
    pass(1);
    await house.post(BROKER, messageOf('declaration', odd, BROKER));
    for (const query of ['limit=1', 'limit=1&state=waiting']) {
      const seen = (await pages(query)).filter((orderNo) => orderNo.startsWith('~2~'));
      expect(seen.sort()).toEqual(odd.map(({ head }) => head.orderNo));
    }
  });

  test.each([
    'x',
    '2026-99-99T99:99:99.999Z~D1',
    '2026-99-99T99:99:99.999Z~P1~D1',
    '2026-02-30T05:00:00.000Z~P1~D1',
    '+012026-11-23T05:00:00.000Z~P1~D1',
    '0000-11-23T05:00:00.000Z~P1~D1',
    '2026-11-23T05:00:00.000Z',
    "2026-11-23T05:00:00.000Z'~D1",
  ])('from a cursor that is none (%s) are a problem', async (cursor) => {
    for (const state of ['', '&state=waiting', '&state=released']) {
      const { http } = await house.get(`/api/lists?cursor=${encodeURIComponent(cursor)}${state}`);
      expect(http).toBe(400);
    }
  });
});

describe('a search finds a list by the beginning of', () => {
  const [one] = released;
  const find = async (text: string, more = ''): Promise<string[]> =>
    ordersOf(await page(`search=${encodeURIComponent(text)}${more}`)).sort();
  const row = async (): Promise<Row> => {
    const found = (await page('limit=200')).lists.find(({ orderNo }) => one && orderNo === numberOf(one));
    if (!found) throw new Error('not there');
    return found;
  };

  test('its order number', async () => {
    expect(await find('CM0000000001')).toEqual(['CM0000000001']);
    expect(await find('CM00000000')).toHaveLength(everything.length + 1 + 1);
  });

  test('its waybill’s number', async () => {
    expect(await find('WB0000000001')).toEqual(['CM0000000001']);
    expect(await find('WB000000003')).toEqual(sorted(refused));
  });

  test('its inventory number', async () => {
    const { invtNo = '' } = await row();
    expect(invtNo).toMatch(/^86012026I\d{9}$/);
    expect(await find(invtNo)).toEqual(['CM0000000001']);
    expect((await find('86012026I')).length).toBeGreaterThan(10);
  });

  test('its pre-entry number', async () => {
    expect(await find((await row()).preNo)).toEqual(['CM0000000001']);
  });

  test('the enterprise’s own number', async () => {
    expect(await find((await row()).copNo ?? '')).toEqual(['CM0000000001']);
  });

  test('and nothing else: no wildcard, no other case, no piece from the middle', async () => {
    for (const text of ['%', 'CM%', '_M', 'cm0000000001', '0000000001', "'", '\\'])
      expect([text, await find(text)]).toEqual([text, []]);
  });

  test('a waybill’s number whose order has no list finds no list of a longer order number', async () => {
    const short = again(purchase(60).waybill, { appType: '1', orderNo: 'CM000000000', logisticsNo: 'LONE1' });
    await house.send('waybill', purchase(60), short);
    expect(await find('LONE1')).toEqual([]);
  });

  test('within a state', async () => {
    expect(await find('CM00000000', '&state=refused')).toEqual(sorted(refused));
    expect(await find('CM00000000', '&mode=1210')).toEqual(sorted(bonded));
  });

  test('among the reader’s own lists, though others have numbers that begin alike', async () => {
    expect(ordersOf(await page('search=CM00000000&limit=2', BROKER))).toHaveLength(2);
    expect(ordersOf(await page('search=CM00000000', CARRIER))).toEqual([numberOf(purchase(51))]);
    expect(ordersOf(await page('search=CM00000000&limit=1', CARRIER))).toEqual([numberOf(purchase(51))]);
  });
});

describe('an enterprise', () => {
  test.each([
    ['that declared them', BROKER],
    ['whose platform they were bought on', PLATFORM],
    ['that sold the goods', SELLER],
  ])('%s sees its lists', async (_which, reader) => {
    expect((await page('limit=200', reader)).lists.length).toBeGreaterThanOrEqual(everything.length);
  });

  test('that is no party of a list does not see it: it is as if it were not there', async () => {
    const warehouse = '5301560006';
    expect((await page('limit=200', warehouse)).lists).toEqual([]);
    expect((await page('state=released', warehouse)).lists).toEqual([]);
    expect((await page('search=CM0000000001', warehouse)).lists).toEqual([]);
    const hidden = await house.get(`/api/lists/${PLATFORM}/CM0000000001`, warehouse);
    const absent = await house.get(`/api/lists/${PLATFORM}/CM9999999999`, warehouse);
    expect([hidden.http, absent.http]).toEqual([404, 404]);
    // But for the number that was asked for, and the one of the request itself.
    const plain = (text: string) => text.replaceAll(/CM\d{10}|urn:chama:request:[0-9a-f-]+/g, '');
    expect(plain(hidden.text)).toBe(plain(absent.text));
  });

  test('is shown only its own figures of the day', async () => {
    const of = async (reader: string) =>
      (await house.get<{ today: { decided: number; taxTotal: string } }>('/api/summary', reader)).body.today;
    expect((await of(BROKER)).decided).toBeGreaterThanOrEqual(19);
    expect(await of('5301560006')).toEqual({ received: 0, decided: 0, taxTotal: '0.00' });
  });
});

test('the strip of the day adds up to the lists decided today', async () => {
  const { body } = await house.get<{
    today: { received: number; decided: number; taxTotal: string };
    counts: Record<string, number>;
    volume: { buckets: { received: number; released: number; refused: number; held: number }[] };
  }>('/api/summary?bucketSeconds=10');
  const { released: good = 0, refused: bad = 0, held = 0, waiting: open = 0 } = body.counts;
  expect(body.today).toEqual({
    received: good + bad + held + open,
    decided: good + bad + held,
    taxTotal: (good * 25.21).toFixed(2),
  });
  const shown = body.volume.buckets.reduce((total, bucket) => total + bucket.released + bucket.refused, 0);
  expect(shown).toBe(good + bad);
});
