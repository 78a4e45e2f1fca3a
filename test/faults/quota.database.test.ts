import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dossier, DossierOptions } from '../../apps/demo/dossiers.ts';
import type { PaperKind } from '../../apps/demo/papers.ts';
import { discrepancies } from './books.ts';
import { inParts, PAPER_KINDS, Purchases, shuffled } from './purchases.ts';
import { type Answer, type DocumentAnswer, Stand } from './stand.ts';

const YEARLY_LIMIT = 26_000;

let stand: Stand;

beforeAll(async () => {
  stand = await Stand.open(2);
});

afterAll(async () => {
  await stand.close();
});

/** Purchases of a few buyers, many each, in an order of chance. */
function shoppingSpree(
  purchases: Purchases,
  buyers: readonly number[],
  each: number,
  options: Partial<DossierOptions> = {},
): Dossier[] {
  const dossiers = buyers.flatMap((buyerIndex) =>
    Array.from({ length: each }, () => purchases.make({ ...options, buyerIndex })),
  );
  return shuffled(dossiers, purchases.random);
}

/** A cart of one kind of goods, at its first price. */
function cartOf(itemNo: string, quantity: number): Partial<DossierOptions> {
  const goods = stand.zone.goods.find((candidate) => candidate.itemNo === itemNo);
  if (goods === undefined) throw new RangeError(`the zone sells no ${itemNo}`);
  return { lines: [{ goods, quantity, priceFen: goods.pricesFen[0] ?? 0 }], discountFen: 0 };
}

/** Two of them are more than one purchase may be: a buyer's second list of the day is held. */
const overHalfTheLimit = (): Partial<DossierOptions> => cartOf('LIM-VAC-54', 1);

/** Sends papers of all the kinds in messages of twenty, all at once, through both servers in turn. */
async function sendAll(
  purchases: Purchases,
  dossiers: readonly Dossier[],
  kinds: readonly PaperKind[] = PAPER_KINDS,
): Promise<void> {
  const answers = await Promise.all(
    kinds.flatMap((kind) =>
      inParts(dossiers, 20).map((part, server) => {
        const bytes = purchases.message(
          kind,
          part.map((dossier) => dossier[kind]),
        );
        return stand.post(purchases.sender(kind).customsCode, bytes, { server });
      }),
    ),
  );
  expect(verdicts(answers)).toEqual({ accepted: kinds.length * dossiers.length });
}

function verdicts(answers: readonly Answer[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { http, documents } of answers) {
    if (http !== 200) counts[`HTTP ${http}`] = (counts[`HTTP ${http}`] ?? 0) + 1;
    for (const { verdict } of documents) counts[verdict] = (counts[verdict] ?? 0) + 1;
  }
  return counts;
}

interface Decided {
  readonly orderNo: string;
  readonly attempt: number;
  readonly outcome: string;
  readonly returnStatus: string;
  readonly returnInfo: string;
  readonly value: string;
  readonly buyerKey: string | null;
}

/** The latest decision on each of these purchases' lists. */
async function latest(dossiers: readonly Dossier[]): Promise<Decided[]> {
  return stand.database.query<Decided>(
    `select distinct on (order_no) order_no as "orderNo", attempt, outcome, return_status as "returnStatus",
       return_info as "returnInfo", dutiable_value as value, buyer_key as "buyerKey"
     from clearance.decision where order_no = any($1) order by order_no, attempt desc`,
    [orderNos(dossiers)],
  );
}

const orderNos = (dossiers: readonly Dossier[]): string[] =>
  dossiers.map(({ declaration }) => declaration.head.orderNo);

/** What the buyers of these purchases have used, CNY. */
async function used(dossiers: readonly Dossier[]): Promise<number[]> {
  const rows = await stand.database.query<{ used: string }>(
    `select used from quotas.allowance a where exists
       (select from quotas.movement m where m.buyer_key = a.buyer_key and m.order_no = any($1))`,
    [orderNos(dossiers)],
  );
  return rows.map((row) => Number(row.used));
}

/** The same list sent many times at once through both servers. */
function sendOften(
  purchases: Purchases,
  list: Dossier['declaration'],
  times: number,
): Promise<DocumentAnswer>[] {
  const sender = purchases.sender('declaration');
  return Array.from({ length: times }, (_, server) =>
    stand.send('declaration', list, sender, purchases.random, server),
  );
}

describe('the yearly allowance under two judges at once', () => {
  it('is never overspent, and a list is refused only if it would have been', async () => {
    const purchases = new Purchases(stand.zone, 'Q1');
    const dossiers = shoppingSpree(purchases, [1, 2, 3, 4], 60);
    await sendAll(purchases, dossiers);
    await stand.settled();

    const decided = await latest(dossiers);
    expect(decided).toHaveLength(dossiers.length);
    const refused = decided.filter(({ outcome }) => outcome === 'refused');
    expect(refused.length).toBeGreaterThan(0);
    for (const { returnInfo } of refused) expect(returnInfo).toContain('[Code:1313;');

    // What a buyer has used only grows here, so what did not fit then does not fit now.
    const sums = await used(dossiers);
    expect(sums).toHaveLength(4);
    for (const sum of sums) expect(sum).toBeLessThanOrEqual(YEARLY_LIMIT);
    for (const { value } of refused) expect(Number(value) + Math.max(...sums)).toBeGreaterThan(YEARLY_LIMIT);
    expect(await discrepancies(stand.database)).toEqual([]);
    expect(stand.faults).toEqual([]);
  }, 60_000);

  it('gets back once what a held list took, however often and wherever it is withdrawn', async () => {
    const purchases = new Purchases(stand.zone, 'Q2');
    const dossiers = shoppingSpree(purchases, [11, 12], 8, overHalfTheLimit());
    await sendAll(purchases, dossiers);
    await stand.settled();
    const held = new Set(
      (await latest(dossiers))
        .filter(({ returnStatus }) => returnStatus === '300')
        .map(({ orderNo }) => orderNo),
    );
    expect(held.size).toBe(14);
    const before = (await used(dossiers)).reduce((sum, one) => sum + one, 0);

    const withdrawn = dossiers.filter(({ declaration }) => held.has(declaration.head.orderNo));
    for (const { declaration } of withdrawn) {
      const answers = await Promise.all(sendOften(purchases, purchases.withdrawal(declaration), 4));
      expect(answers.map(({ verdict }) => verdict).sort()).toEqual([
        'accepted',
        'repeated',
        'repeated',
        'repeated',
      ]);
    }
    const after = (await used(dossiers)).reduce((sum, one) => sum + one, 0);
    const released = (await latest(dossiers)).filter(({ outcome }) => outcome === 'released');
    expect(after).toBeLessThan(before);
    expect(after).toBeCloseTo(
      released.reduce((sum, { value }) => sum + Number(value), 0),
      5,
    );
    expect(await discrepancies(stand.database)).toEqual([]);
  }, 60_000);

  it('owes nothing to a list that is withdrawn while it waits for a paper, and counts it when it comes anew', async () => {
    const purchases = new Purchases(stand.zone, 'Q3');
    const dossiers = [purchases.make({ buyerIndex: 21 }), purchases.make({ buyerIndex: 22 })];
    await sendAll(purchases, dossiers, ['order', 'payment', 'declaration']);
    for (const { declaration } of dossiers)
      await Promise.all(sendOften(purchases, purchases.withdrawal(declaration), 3));
    await sendAll(purchases, dossiers, ['waybill']);
    await stand.settled();
    expect((await latest(dossiers)).map(({ outcome, attempt }) => [outcome, attempt])).toEqual([
      ['withdrawn', 1],
      ['withdrawn', 1],
    ]);
    expect(await used(dossiers)).toEqual([]);

    const anew = dossiers.map(({ declaration }) => {
      const withdrawal = purchases.withdrawal(declaration);
      return purchases.again('declaration', withdrawal, { appType: '1' });
    });
    const answers = await Promise.all(anew.flatMap((list) => sendOften(purchases, list, 3)));
    expect(answers.filter(({ verdict }) => verdict === 'accepted')).toHaveLength(2);
    await stand.settled();
    expect((await latest(dossiers)).map(({ outcome, attempt }) => [outcome, attempt])).toEqual([
      ['released', 2],
      ['released', 2],
    ]);
    expect(await used(dossiers)).toHaveLength(2);
    expect(await discrepancies(stand.database)).toEqual([]);
  }, 60_000);

  it('is moved exactly while lists of the same buyers are changed and withdrawn crosswise through both servers', async () => {
    const purchases = new Purchases(stand.zone, 'Q4');
    const dossiers = shoppingSpree(purchases, [31, 32, 33, 34, 35, 36], 8);
    await sendAll(purchases, dossiers);
    await stand.settled();
    const changed = dossiers.map(({ declaration }) =>
      purchases.again('declaration', declaration, { appType: '2', note: '变更' }),
    );
    const withdrawn = changed.map((list) => purchases.withdrawal(list));
    const sender = purchases.sender('declaration').customsCode;
    const more = sendAll(purchases, shoppingSpree(purchases, [31, 32, 33, 34, 35, 36], 8));
    const answers = await Promise.all(
      [changed, [...withdrawn].reverse(), shuffled(changed, purchases.random)].flatMap((lists, server) =>
        inParts(lists, 3).map((part) =>
          stand.post(sender, purchases.message('declaration', part), { server }),
        ),
      ),
    );
    await more;
    expect(answers.map(({ http }) => http)).toEqual(answers.map(() => 200));
    await stand.settled();
    expect(await discrepancies(stand.database)).toEqual([]);
    expect(stand.faults).toEqual([]);
  }, 60_000);

  it('gives back once what was taken when the list is changed again before it is judged anew', async () => {
    const purchases = new Purchases(stand.zone, 'Q5');
    const dossiers = shoppingSpree(purchases, [41], 3, overHalfTheLimit());
    await sendAll(purchases, dossiers);
    await stand.settled();
    const held = (await latest(dossiers)).find(({ returnStatus }) => returnStatus === '300');
    const dossier = dossiers.find(({ declaration }) => declaration.head.orderNo === held?.orderNo);
    if (dossier === undefined) throw new Error('no list is held');
    const { waybill, declaration } = dossier;
    const send = async (kind: PaperKind, document: Dossier[PaperKind]): Promise<string> =>
      (await stand.send(kind, document, purchases.sender(kind), purchases.random)).verdict;
    // Without its waybill the changed list has to wait.
    expect(await send('waybill', purchases.again('waybill', waybill, { appType: '3' }))).toBe('accepted');
    const first = purchases.again('declaration', declaration, { appType: '2', note: '一' });
    const second = purchases.again('declaration', first, { appType: '2', note: '二' });
    expect(await send('declaration', first)).toBe('accepted');
    expect(await discrepancies(stand.database)).toEqual([]);
    expect(await send('declaration', second)).toBe('accepted');
    expect(await discrepancies(stand.database)).toEqual([]);
    expect(await send('declaration', purchases.withdrawal(second))).toBe('accepted');
    expect((await latest([dossier])).map(({ outcome, attempt }) => [outcome, attempt])).toEqual([
      ['withdrawn', 2],
    ]);
    expect(await discrepancies(stand.database)).toEqual([]);
  });
});

describe('two first purchases of a buyer, each before another judge at the same moment', () => {
  /** Every buyer's two lists at once, one through each server. */
  async function twoEach(seed: string, cart: Partial<DossierOptions>): Promise<Decided[][]> {
    const purchases = new Purchases(stand.zone, seed);
    const buyers = Array.from({ length: 20 }, (_, i) => 1_000 * purchases.random.below(1_000) + i);
    const pairs = buyers.map((buyerIndex) => [0, 1].map(() => purchases.make({ ...cart, buyerIndex })));
    await sendAll(purchases, pairs.flat(), ['order', 'payment', 'waybill']);
    const sender = purchases.sender('declaration').customsCode;
    await Promise.all(
      [0, 1].map((server) => {
        const lists = pairs.flatMap((pair) => pair[server]?.declaration ?? []);
        return stand.post(sender, purchases.message('declaration', lists), { server });
      }),
    );
    await stand.settled();
    return Promise.all(pairs.map((pair) => latest(pair)));
  }

  it('are seen together: one purchase split in two is not released twice', async () => {
    for (const pair of await twoEach('Q6', overHalfTheLimit()))
      expect(pair.map(({ outcome }) => outcome).sort()).toEqual(['held', 'released']);
    expect(stand.faults).toEqual([]);
  });

  it('are weighed together: no buyer gets more sugar than the year allows', async () => {
    for (const pair of await twoEach('Q7', cartOf('LIM-SUG-55', 2)))
      expect(pair.map(({ outcome }) => outcome).sort()).toEqual(['refused', 'released']);
    expect(await discrepancies(stand.database)).toEqual([]);
  });
});
