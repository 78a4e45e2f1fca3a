import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { importOrderHandler } from '#orders';
import type { Database } from '#postgres';
import { type TestDatabase, testDatabase } from '../../../platform/postgres/testing/index.ts';
import { again, purchase } from '../../clearance/testing/purchases.ts';
import type { IncomingPaper, PaperOutcome } from './batch.ts';
import { Inbox, type Submission } from './inbox.ts';

const SENDER = { customsCode: '5301960001', name: '平台', roles: ['EBP'] };
const at = new Date('2026-11-23T05:00:00Z');
const handler = importOrderHandler(async () => new Map());

let rented: TestDatabase;
let database: Database;
let told: { orderNos: string[]; recipients: string[] }[] = [];
beforeAll(async () => {
  rented = await testDatabase();
  database = rented.database;
});
afterAll(() => rented.close());
beforeEach(async () => {
  told = [];
  await rented.owner.run(
    'truncate orders.import_order, orders.import_order_item, exchange.receipt, exchange.message',
  );
});

const inboxWith = (lanes: number, batchLimit = 2_000): Inbox =>
  new Inbox({
    ...{ database, lanes, batchLimit },
    now: () => at,
    returnTime: () => '20261123130000000',
    committed: ({ papers, recipients }) =>
      told.push({
        orderNos: [...papers.values()].flatMap((numbers) => [...numbers]),
        recipients: [...recipients],
      }),
  });

let made = 0;
/** A message of these orders, ready to be made durable. */
function submission(
  orders: readonly { readonly head: object; readonly items: readonly object[] }[],
): Submission {
  made += 1;
  const messageId = `00000000-0000-7000-8000-${String(made).padStart(12, '0')}`;
  const papers = orders.map(
    (document): IncomingPaper => ({
      handler,
      document,
      prepared: handler.table.prepare(document, rented.database.vault),
      key: handler.table.keyOf(document.head),
      orderNo: (document.head as { orderNo: string }).orderNo,
      sender: SENDER,
      messageId,
      receivedAt: at,
      findings: [],
    }),
  );
  return {
    papers,
    receipts: [],
    record: {
      ...{ sender: SENDER.customsCode, messageId, receivedAt: at, root: 'CEB311Message', guid: 'G' },
      ...{
        sizeBytes: 1,
        verdict: 'taken',
        documentCount: papers.length,
        findings: [],
        content: Buffer.from('x'),
      },
    },
  };
}

const orderOf = (number: number) => purchase(number).order;
const verdicts = (outcomes: readonly PaperOutcome[]): string[] => outcomes.map(({ verdict }) => verdict);
const count = async (what: string): Promise<number> =>
  Number((await database.query<{ n: string }>(`select count(${what}) as n from exchange.receipt`))[0]?.n);
const ordersOnFile = async (): Promise<string[]> =>
  (
    await database.query<{ no: string }>('select order_no as no from orders.import_order order by order_no')
  ).map(({ no }) => no);

describe('messages that come in together', () => {
  test('are made durable by few transactions, each answered for itself', async () => {
    const inbox = inboxWith(2);
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) => inbox.submit(submission([orderOf(i)]))),
    );
    expect(answers.map(verdicts)).toEqual(answers.map(() => ['accepted']));
    expect(await count('*')).toBe(200);
    expect(await count('distinct tx')).toBeLessThanOrEqual(10);
    expect(told.flatMap(({ orderNos }) => orderNos)).toHaveLength(200);
    expect(new Set(told.flatMap(({ recipients }) => recipients))).toEqual(new Set([SENDER.customsCode]));
  });

  test('one that comes alone does not wait for others', async () => {
    expect(verdicts(await inboxWith(2).submit(submission([orderOf(1)])))).toEqual(['accepted']);
    expect(await ordersOnFile()).toHaveLength(1);
  });

  test('a message is never split, however small a batch may be', async () => {
    const inbox = inboxWith(1, 2);
    const [whole, next] = await Promise.all([
      inbox.submit(submission([1, 2, 3].map(orderOf))),
      inbox.submit(submission([4, 5].map(orderOf))),
    ]);
    expect([whole, next].map((outcomes) => verdicts(outcomes ?? []).length)).toEqual([3, 2]);
    expect(await count('distinct tx')).toBe(2);
  });

  test('one that the database will not take does not keep the others out, and leaves nothing behind', async () => {
    const inbox = inboxWith(1);
    const broken = again(orderOf(50), { appType: '1', goodsValue: 'not a number' });
    const sent = [orderOf(1), orderOf(2), broken, orderOf(3)].map((order) =>
      inbox.submit(submission([order])),
    );
    const settled = await Promise.allSettled(sent);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(await ordersOnFile()).toEqual([1, 2, 3].map((number) => orderOf(number).head.orderNo));
    expect(await count('*')).toBe(3);
    expect(verdicts(await inbox.submit(submission([orderOf(4)])))).toEqual(['accepted']);
  });

  test('of one number in two of them the first is taken and the second is its repeat, with one receipt', async () => {
    const inbox = inboxWith(1);
    const answers = await Promise.all([1, 1].map((number) => inbox.submit(submission([orderOf(number)]))));
    expect(answers.map(verdicts)).toEqual([['accepted'], ['repeated']]);
    expect(await count('*')).toBe(1);
  });

  test('and the same numbers through two servers at once: each is taken once', async () => {
    const servers = [inboxWith(2), inboxWith(2)];
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, number) =>
        Promise.all(servers.map((server) => server.submit(submission([orderOf(number)])))),
      ),
    );
    for (const pair of answers) expect(pair.flatMap(verdicts).sort()).toEqual(['accepted', 'repeated']);
    expect(await ordersOnFile()).toHaveLength(40);
    expect(await count('*')).toBe(40);
  });
});

describe('an inbox that is drained', () => {
  test('has made everything durable that was handed in', async () => {
    const inbox = inboxWith(1, 1);
    for (let number = 0; number < 5; number += 1) void inbox.submit(submission([orderOf(number)]));
    expect(inbox.depth).toBe(4);
    await inbox.drain();
    expect(inbox.depth).toBe(0);
    expect(await ordersOnFile()).toHaveLength(5);
  });

  test('has nothing to wait for when nothing was handed in', async () => {
    await inboxWith(1).drain();
  });
});

test('nobody is told of what was not committed', async () => {
  const broken = again(orderOf(1), { appType: '1', goodsValue: 'not a number' });
  await expect(inboxWith(1).submit(submission([broken]))).rejects.toThrow();
  expect(told).toEqual([]);
});
