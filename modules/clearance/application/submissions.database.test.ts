import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { House } from '../testing/house.ts';
import { again, purchase } from '../testing/purchases.ts';

let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(async () => {
  expect(house.faults).toEqual([]);
  await house.close();
});

const papers = ['order', 'payment', 'waybill'] as const;
const BROKER = '5301980005';

async function counts(reader = 'operator'): Promise<Record<string, number>> {
  const { body } = await house.get<{ counts: Record<string, number> }>('/api/lists?limit=1', reader);
  return body.counts;
}

/** How lists stand, counted from the lists themselves. */
async function standings(): Promise<Record<string, number>> {
  const counted = { waiting: 0, forwarded: 0, released: 0, held: 0, refused: 0, withdrawn: 0 };
  const { body } = await house.get<{ lists: { state: keyof typeof counted }[] }>('/api/lists?limit=200');
  for (const { state } of body.lists) counted[state] += 1;
  return counted;
}

const used = async (): Promise<string[]> =>
  (
    await house.database.query<{ used: string }>(
      'select used::numeric(19, 2)::text as used from quotas.allowance order by buyer_key',
    )
  ).map((row) => row.used);

/** Two purchases of one buyer that add up to more than the single limit: the second goes to an officer. */
async function oneHeld() {
  const dossiers = [1, 2].map((number) => purchase(number, { buyer: 7, price: '2600', qty: '1' }));
  const [first, second] = dossiers;
  if (!first || !second) throw new Error('never');
  await house.file([first]);
  await house.settled();
  await house.file([second]);
  await house.settled();
  return { first, second };
}

describe('the counts of how lists stand', () => {
  test('are those of the lists after releases, refusals, changes, withdrawals and new submissions', async () => {
    const { second: held } = await oneHeld();
    const refused = purchase(3);
    refused.payment.head.amountPaid = '1';
    const waiting = purchase(4);
    await house.file([refused]);
    await house.file([waiting], ['order', 'declaration']);
    await until300(held.declaration.head.orderNo);
    expect(await counts()).toEqual({
      waiting: 1,
      forwarded: 0,
      released: 1,
      held: 1,
      refused: 1,
      withdrawn: 0,
    });
    expect(await standings()).toEqual(await counts());

    const withdrawal = again(held.declaration, { appType: '3' });
    expect((await house.send('declaration', held, withdrawal)).status).toBe('2');
    await house.send('payment', refused, again(refused.payment, { appType: '2', amountPaid: '292.21' }));
    await house.send('declaration', refused, again(refused.declaration, {}));
    await house.settled(1);
    expect(await counts()).toEqual({
      waiting: 1,
      forwarded: 0,
      released: 2,
      held: 0,
      refused: 0,
      withdrawn: 1,
    });
    expect(await standings()).toEqual(await counts());

    await house.send('declaration', held, again(withdrawal, { appType: '1' }));
    await house.settled(1);
    expect(await counts()).toEqual({
      waiting: 1,
      forwarded: 0,
      released: 2,
      held: 1,
      refused: 0,
      withdrawn: 0,
    });
    expect(await standings()).toEqual(await counts());
  });

  test('of an enterprise are those of the lists it sent', async () => {
    await house.file([purchase(1), purchase(2)]);
    await house.settled();
    expect(await counts(BROKER)).toMatchObject({ released: 2 });
    expect(await counts('5301960004')).toEqual({
      waiting: 0,
      forwarded: 0,
      released: 0,
      held: 0,
      refused: 0,
      withdrawn: 0,
    });
  });
});

async function until300(orderNo: string): Promise<void> {
  await house.settled(1);
  const { body } = await house.get<{ list: { statusCode: string } }>(`/api/lists/5301960001/${orderNo}`);
  expect(body.list.statusCode).toBe('300');
}

describe('a list that is only saved', () => {
  test('is answered 1, judged by nobody, and declared later by a new message', async () => {
    const dossier = purchase(1);
    await house.file([dossier], papers);
    const saved = { ...dossier.declaration, head: { ...dossier.declaration.head, appStatus: '1' } };
    expect(await house.send('declaration', dossier, saved)).toMatchObject({
      verdict: 'accepted',
      status: '1',
    });
    expect(await house.count('select count(*) from clearance.waiting')).toBe(0);
    const { body } = await house.get<{ lists: { statusCode: string }[] }>('/api/lists');
    expect(body.lists.map(({ statusCode }) => statusCode)).toEqual(['1']);
    const declared = again(saved, { appType: '1', appStatus: '2' });
    expect(await house.send('declaration', dossier, declared)).toMatchObject({ status: '2' });
    await house.settled();
    expect(await counts()).toMatchObject({ released: 1 });
  });

  test('is declared later by a change', async () => {
    const dossier = purchase(1);
    await house.file([dossier], papers);
    const saved = { ...dossier.declaration, head: { ...dossier.declaration.head, appStatus: '1' } };
    await house.send('declaration', dossier, saved);
    const declared = again(saved, { appType: '2', appStatus: '2' });
    expect(await house.send('declaration', dossier, declared)).toMatchObject({ status: '2' });
    await house.settled();
    expect(await counts()).toMatchObject({ released: 1 });
  });

  test('after it was held gives its allowance back once, and can be declared anew', async () => {
    const { second } = await oneHeld();
    expect(await used()).toEqual(['5240.00']);
    const saved = again(second.declaration, { appType: '2', appStatus: '1' });
    expect(await house.send('declaration', second, saved)).toMatchObject({ status: '1' });
    expect(await used()).toEqual(['2620.00']);
    expect(await counts()).toEqual(await standings());
    const declared = again(saved, { appType: '2', appStatus: '2' });
    expect(await house.send('declaration', second, declared)).toMatchObject({ status: '2' });
    await house.settled();
    expect(await used()).toEqual(['5240.00']);
    expect(await counts()).toEqual({
      waiting: 0,
      forwarded: 0,
      released: 1,
      held: 1,
      refused: 0,
      withdrawn: 0,
    });
    expect(await standings()).toEqual(await counts());
  });

  test('after it was withdrawn counts as withdrawn until it is declared', async () => {
    const { second } = await oneHeld();
    const withdrawal = again(second.declaration, { appType: '3' });
    await house.send('declaration', second, withdrawal);
    const saved = again(withdrawal, { appType: '1', appStatus: '1' });
    expect(await house.send('declaration', second, saved)).toMatchObject({ status: '1' });
    expect(await counts()).toMatchObject({ released: 1, withdrawn: 1 });
    const declared = again(saved, { appType: '2', appStatus: '2' });
    expect(await house.send('declaration', second, declared)).toMatchObject({ status: '2' });
    await house.settled();
    expect(await counts()).toEqual({
      waiting: 0,
      forwarded: 0,
      released: 1,
      held: 1,
      refused: 0,
      withdrawn: 0,
    });
    expect(await used()).toEqual(['5240.00']);
  });

  test('a paper only saved is waited for', async () => {
    const dossier = purchase(1);
    const saved = { ...dossier.payment, head: { ...dossier.payment.head, appStatus: '1' } };
    await house.send('payment', dossier, saved);
    await house.file([dossier], ['order', 'waybill', 'declaration']);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const path = `/api/lists/5301960001/${dossier.declaration.head.orderNo}`;
    const { body } = await house.get<{
      waitingFor: { papers: string[] };
      timeline: { paper: string; status: string }[];
    }>(path);
    expect(body.waitingFor.papers).toEqual(['payment']);
    expect(body.timeline.find(({ paper }) => paper === 'payment')?.status).toBe('1');
    await house.send('payment', dossier, again(saved, { appType: '2', appStatus: '2' }));
    await house.settled();
    expect(await counts()).toMatchObject({ released: 1 });
  });
});
