import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { House } from '../testing/house.ts';
import { buyerIdOf, purchase } from '../testing/purchases.ts';

const BROKER = '5301980005';
const CARRIER = '5301960004';

/** Everything personal that stands in the papers of two lists: one agrees, in the other every person differs. */
const persons = {
  buyer: { name: '段誉普洱', id: buyerIdOf(901), phone: '13987650001', regNo: 'member-duanyu' },
  payer: { name: '木婉清茶', id: buyerIdOf(902), phone: '13987650002' },
  consignee: { name: '钟灵毓秀', phone: '13987650003', address: '云南省大理州大理市苍山路18号桃花苑6栋' },
  other: { name: '王语嫣然', phone: '13987650004', address: '云南省大理州大理市洱海门外曼陀山庄1号' },
} as const;
const clear: readonly string[] = Object.values(persons).flatMap((person) => Object.values(person));

let house: House;
beforeAll(async () => {
  house = await House.open();
  const { buyer, payer, consignee, other } = persons;
  const agreeing = purchase(1);
  const differing = purchase(2);
  for (const { order, payment, waybill, declaration } of [agreeing, differing]) {
    const named = { buyerName: buyer.name, buyerIdNumber: buyer.id, buyerTelephone: buyer.phone };
    Object.assign(order.head, named, { buyerRegNo: buyer.regNo });
    Object.assign(declaration.head, named, { consigneeAddress: consignee.address });
    Object.assign(payment.head, { payerName: buyer.name, payerIdNumber: buyer.id, telephone: buyer.phone });
    const to = {
      consignee: consignee.name,
      consigneeTelephone: consignee.phone,
      consigneeAddress: consignee.address,
    };
    Object.assign(order.head, to);
    Object.assign(waybill.head, to);
  }
  Object.assign(differing.payment.head, {
    payerName: payer.name,
    payerIdNumber: payer.id,
    telephone: payer.phone,
  });
  Object.assign(differing.waybill.head, {
    consignee: other.name,
    consigneeTelephone: other.phone,
    consigneeAddress: other.address,
  });
  Object.assign(differing.declaration.head, {
    buyerName: other.name,
    buyerIdNumber: `${persons.buyer.id.slice(0, 17)}${persons.buyer.id.endsWith('1') ? '2' : '1'}`,
    buyerTelephone: other.phone,
  });
  await house.file([agreeing, differing]);
  await house.settled();
});
afterAll(async () => {
  expect(house.faults).toEqual([]);
  await house.close();
});

const leaks = (text: string): string[] => clear.filter((value) => text.includes(value));

describe('a person’s name, numbers and address (R-10.1) stand in the clear', () => {
  test.each([
    ['operator', 'the operator'],
    [BROKER, 'the declaring agent'],
    ['5301960001', 'the platform'],
  ])('in no view of %s, not even in what is found wrong with them', async (reader) => {
    const { ebpCode } = purchase(1).declaration.head;
    const views = [
      `/api/lists/${ebpCode}/CM0000000001`,
      `/api/lists/${ebpCode}/CM0000000002`,
      '/api/lists?limit=200',
      '/api/lists?search=CM0000000002',
      '/api/summary',
    ];
    for (const view of views) {
      const { http, text } = await house.get(view, reader);
      expect([view, http, leaks(text)]).toEqual([view, 200, []]);
    }
    const { text } = await house.get(`/api/lists/${ebpCode}/CM0000000002`, reader);
    for (const code of ['BUYER-NAME', 'BUYER-ID-NUMBER', 'BUYER-PHONE', 'PAYER-NAME', 'CONSIGNEE-ADDRESS'])
      expect(text).toContain(`MATCH-${code}`);
  });

  test('in no receipt', async () => {
    for (const reader of [BROKER, CARRIER])
      for (const accept of ['application/json', 'application/xml'])
        expect(leaks((await house.get('/api/receipts', reader, { accept })).text)).toEqual([]);
  });

  test('in no book beside the papers themselves and the messages they came in', async () => {
    const tables = await house.database.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_schema in ('clearance', 'quotas', 'journal', 'exchange') and table_type = 'BASE TABLE'
         and table_name <> 'message'`,
    );
    expect(tables.length).toBeGreaterThan(8);
    for (const { name } of tables) {
      const rows = await house.database.query<{ row: string }>(`select t::text as row from ${name} t`);
      expect([name, leaks(rows.map(({ row }) => row).join('\n'))]).toEqual([name, []]);
    }
  });
});
