import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPaymentBatch } from '#ceb';
import type { Client, Database } from '#postgres';
import { PAYMENT } from '../../modules/ceb/payment-data/testing/payments.ts';
import { takePayments } from '../../modules/payment-data/application/take-payments.ts';
import { paymentDataParameters } from '../../modules/payment-data/domain/parameters.ts';
import { type TestDatabase, testDatabase } from '../../platform/postgres/testing/index.ts';

const code = PAYMENT.payExchangeInfoHead.ebpCode;
let rented: TestDatabase;
beforeAll(async () => {
  rented = await testDatabase();
});
afterAll(() => rented.close());

/** Hands in so many payments of three orders each; answers what became of them and how many statements it took. */
async function handIn(first: number, count: number) {
  let statements = 0;
  const counting = (client: Client): Client =>
    new Proxy(client, {
      get: (target, name) => {
        const member = target[name as keyof Client] as unknown;
        if (typeof member !== 'function') return member;
        return (...given: unknown[]) => {
          statements += 1;
          return member.apply(target, given);
        };
      },
    });
  const transaction: Database['transaction'] = (work) =>
    rented.database.transaction((client) => work(counting(client)));
  const payments = Array.from({ length: count }, (_, i) => {
    const [order] = PAYMENT.payExchangeInfoLists;
    const head = { ...PAYMENT.payExchangeInfoHead, payTransactionId: `T${first + i}`, totalAmount: 5 };
    const orders = [1, 2, 3].map((n) => ({ ...order, orderNo: `O${first + i}-${n}` }));
    return { payExchangeInfoHead: head, payExchangeInfoLists: orders };
  });
  const { payments: given = [] } = readPaymentBatch(JSON.stringify({ payments }), 500);
  const verdicts = await takePayments(
    {
      database: { transaction } as Database,
      now: () => new Date('2026-11-26T08:00:00Z'),
      parameters: () => paymentDataParameters(() => '36'),
      taken: () => undefined,
    },
    given,
    { customsCode: code, name: '', roles: ['EBP'] },
    { by: 'key', id: randomUUID(), role: 'enterprise', customsCode: code },
  );
  return { statements, verdicts: new Set(verdicts.map(({ verdict }) => verdict)) };
}

test('a hand-in takes as many statements however many payments and orders it holds', async () => {
  const one = await handIn(0, 1);
  const many = await handIn(100, 40);
  expect([one.verdicts, many.verdicts]).toEqual([new Set(['accepted']), new Set(['accepted'])]);
  expect(many.statements).toBe(one.statements);
  expect((await handIn(100, 41)).verdicts).toEqual(new Set(['repeated', 'accepted']));
});
