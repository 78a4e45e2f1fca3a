import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ListDetail } from '../http/list-detail-schemas.ts';
import { House } from '../testing/house.ts';
import { again, purchase } from '../testing/purchases.ts';

const BROKER = '5301980005';

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(async () => {
  expect(house.faults).toEqual([]);
  await house.close();
});

const pass = (): void => {
  house.clock.now = new Date(house.clock.now.getTime() + 1_000);
};

async function detail(number: number, reader?: string): Promise<{ body: ListDetail; text: string }> {
  const { ebpCode, orderNo } = purchase(number).declaration.head;
  return house.get<ListDetail>(`/api/lists/${ebpCode}/${orderNo}`, reader);
}

describe('the story of a list whose buyer has bought elsewhere', () => {
  beforeAll(async () => {
    for (const number of [1, 2]) {
      await house.file([purchase(number, { buyer: 7, price: '2600', qty: '1' })]);
      await house.settled();
    }
  });

  test('tells an operator the sums of the year and of the day', async () => {
    const { body, text } = await detail(2);
    expect(body.quota).toMatchObject({ used: '5240.00', thisList: '2620.00' });
    expect(body.findings.map(({ code }) => code)).toContain('RISK-SPLIT-ORDERS');
    expect(text).toContain('5240.00');
  });

  test('tells a firm its own list’s amount, that a limit holds or not, and no sum', async () => {
    const { body, text } = await detail(2, BROKER);
    expect(body.quota).toBeUndefined();
    expect(text).not.toContain('5240');
    expect(body.findings.map(({ code }) => code)).toContain('RISK-SPLIT-ORDERS');
    expect(body.tax?.dutiableValue).toBe('2620.00');
    const limit = body.tax?.steps.find(({ code }) => code === 'annual-limit');
    expect(limit).toMatchObject({ result: '✓' });
    expect(limit?.formula).toBeUndefined();
  });
});

test('a paper that came after the decision is marked as one the decision does not rest on', async () => {
  const dossier = purchase(20);
  const { amountPaid } = dossier.payment.head;
  dossier.payment.head.amountPaid = '1';
  await house.file([dossier]);
  await house.settled();
  const before = (await detail(20)).body.papers;
  expect(Object.values(before).map((paper) => paper?.changedSince)).toEqual([false, false, false, false]);
  pass();
  const changed = again(dossier.payment, { appType: '2', amountPaid });
  expect(await house.send('payment', dossier, changed)).toMatchObject({ verdict: 'accepted' });
  const { papers } = (await detail(20)).body;
  expect(papers.payment?.changedSince).toBe(true);
  expect(papers.declaration?.changedSince).toBe(false);
});

test('a list withdrawn by its sender was judged by no rule', async () => {
  const dossier = purchase(30);
  dossier.declaration.head.appType = '1';
  await house.file([dossier], ['declaration']);
  pass();
  const answer = await house.send('declaration', dossier, again(dossier.declaration, { appType: '3' }));
  expect(answer.verdict).toBe('accepted');
  const { decision, list } = (await detail(30)).body;
  expect(list.state).toBe('withdrawn');
  expect(decision).toMatchObject({ judge: 'sender', rules: [] });
});
