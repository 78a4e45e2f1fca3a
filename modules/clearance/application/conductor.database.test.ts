import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entriesAfter } from '#journal';
import { transactionsEnded } from '../../../platform/postgres/testing/index.ts';
import type { ListDetail } from '../http/list-detail-schemas.ts';
import { House } from '../testing/house.ts';
import { again, type PaperKind, purchase } from '../testing/purchases.ts';

const BROKER = '5301980005';
const WAIT_MS = 60_000;

let house: House;
beforeAll(async () => {
  house = await House.open({ paperWaitMs: WAIT_MS });
});
afterAll(async () => {
  expect(house.faults).toEqual([]);
  await house.close();
});

const pass = (ms: number): void => {
  house.clock.now = new Date(house.clock.now.getTime() + ms);
};
async function detail(number: number): Promise<ListDetail> {
  const { ebpCode, orderNo } = purchase(number).declaration.head;
  return (await house.get<ListDetail>(`/api/lists/${ebpCode}/${orderNo}`)).body;
}

/** Receipts of lists with this order number, by their status. */
async function receipts(number: number): Promise<string[]> {
  const { body } = await house.get<{
    receipts: { orderNo: string; returnStatus: string; returnInfo: string }[];
  }>('/api/receipts?type=CEB622&limit=5000', BROKER);
  const { orderNo } = purchase(number).declaration.head;
  return body.receipts
    .filter((receipt) => receipt.orderNo === orderNo)
    .map(({ returnStatus, returnInfo }) => `${returnStatus} ${/\d+(?=;Desc)/.exec(returnInfo) ?? ''}`.trim());
}

describe('a list whose papers have not all come', () => {
  test.each<[PaperKind, string, number]>([
    ['order', '901001', 1],
    ['payment', '901002', 2],
    ['waybill', '901003', 3],
  ])(
    'for want of the %s waits its time, and is then returned with code %s',
    async (missing, code, number) => {
      const dossier = purchase(number);
      const others = (['order', 'payment', 'waybill', 'declaration'] as const).filter(
        (kind) => kind !== missing,
      );
      await house.file([dossier], others);
      pass(WAIT_MS - 1);
      await new Promise((resolve) => setTimeout(resolve, 60));
      const waiting = await detail(number);
      expect(waiting.list.state).toBe('waiting');
      expect(waiting.waitingFor).toEqual({
        papers: [missing],
        until: new Date(house.clock.now.getTime() + 1).toISOString(),
      });
      pass(1);
      await house.settled();
      const decided = await detail(number);
      expect(decided.list).toMatchObject({ state: 'refused', statusCode: '100' });
      expect(decided.decision?.returnInfo).toContain(`[Code:${code};`);
      expect(decided.findings[0]).toMatchObject({ code: 'MATCH-MISSING-PAPER', mode: 'live' });
    },
  );

  test('is released when the paper comes and it is declared anew', async () => {
    const dossier = purchase(2);
    await house.send('payment', dossier);
    await house.send('declaration', dossier, again(dossier.declaration, { appType: '1' }));
    await house.settled();
    expect((await detail(2)).list.state).toBe('released');
    expect(await receipts(2)).toEqual(['2', '100 901002', '2', '800 2600']);
  });
});

test('each decision is told once to the journal, with what listeners need and no person in it', async () => {
  await house.file([purchase(10)]);
  await house.settled();
  const { orderNo, ebpCode } = purchase(10).declaration.head;
  await transactionsEnded(house.database);
  const entries = (await entriesAfter(house.database, '0.0', 1_000)).filter(
    ({ subject }) => subject === `${ebpCode}/${orderNo}`,
  );
  expect(entries).toMatchObject([
    {
      kind: 'declaration-released',
      body: { orderNo, ebpCode, attempt: 1, returnStatus: '800', tradeMode: '9610', customsCode: '8601' },
    },
  ]);
  const { body } = entries[0] ?? {};
  expect(Number((body as { dutiableValue: string }).dutiableValue)).toBe(277);
  expect(Number((body as { taxTotal: string }).taxTotal)).toBe(25.21);
});

test('a list is numbered when it is accepted, and by customs when it is not returned', async () => {
  const [good, bad] = [purchase(11), purchase(12)];
  bad.payment.head.amountPaid = '1';
  await house.file([good, bad]);
  await house.settled();
  const [released, refused] = [(await detail(11)).list, (await detail(12)).list];
  expect(released.preNo).toMatch(/^B20261123\d{9}$/);
  expect(released.invtNo).toMatch(/^86012026I\d{9}$/);
  expect(refused.preNo).toMatch(/^B20261123\d{9}$/);
  expect(refused.invtNo).toBeUndefined();
});

test('a change keeps the number the list was given when it first came', async () => {
  const dossier = purchase(13);
  dossier.payment.head.amountPaid = '1';
  await house.file([dossier]);
  await house.settled();
  const { preNo } = (await detail(13)).list;
  await house.send('payment', dossier, again(dossier.payment, { appType: '2', amountPaid: '292.21' }));
  await house.send('declaration', dossier, again(dossier.declaration, { appType: '2' }));
  await house.settled();
  expect((await detail(13)).list).toMatchObject({ preNo, state: 'released' });
});
