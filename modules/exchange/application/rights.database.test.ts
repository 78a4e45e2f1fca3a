import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { House } from '../../clearance/testing/house.ts';
import { again, messageOf, type PaperKind, purchase, senderOf } from '../../clearance/testing/purchases.ts';

const PLATFORM = '5301960001';
const SELLER = '5301960002';
/** Registered and active, and no party of any of these purchases. */
const STRANGER = '5301560006';

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(async () => {
  expect(house.faults).toEqual([]);
  await house.close();
});

let numbers = 0;
const next = () => {
  numbers += 1;
  return purchase(numbers);
};

const ADDRESSES = {
  order: { table: 'orders.import_order', party: 'ebcCode' },
  payment: { table: 'payments.import_payment', party: 'payCode' },
  waybill: { table: 'waybills.import_waybill', party: 'logisticsCode' },
  declaration: { table: 'declarations.import_list', party: 'agentCode' },
} as const;

const onFile = async (kind: PaperKind, orderNo: string) =>
  house.database.query(
    `select sender, guid, deleted from ${ADDRESSES[kind].table} where order_no = $1 order by 1, 2`,
    [orderNo],
  );

const post = async (kind: PaperKind, document: object, sender: string) => {
  const { body } = await house.post(sender, messageOf(kind, [document], sender));
  const [only] = body.documents;
  return { verdict: only?.verdict, codes: only?.findings.map(({ code }) => code), info: only?.info };
};

describe.each(['order', 'payment', 'waybill', 'declaration'] as const)('a %s on file', (kind) => {
  const filed = async () => {
    const dossier = next();
    await house.send(kind, dossier);
    return { dossier, document: dossier[kind], owner: senderOf(kind, dossier) };
  };

  test.each(['1', '2', '3'])('is not touched by a stranger’s appType %s', async (appType) => {
    const { dossier, document } = await filed();
    const { orderNo } = dossier.order.head;
    const before = await onFile(kind, orderNo);
    const copied = await post(kind, again(document, { appType }), STRANGER);
    expect(copied).toMatchObject({ verdict: 'refused', codes: ['EXCHANGE-RIGHT'] });
    if (kind === 'order' || kind === 'declaration') {
      const claimed = again(document, { appType, [ADDRESSES[kind].party]: STRANGER });
      expect(await post(kind, claimed, STRANGER)).toMatchObject({
        verdict: 'refused',
        codes: ['EXCHANGE-RIGHT'],
      });
    }
    expect(await onFile(kind, orderNo)).toEqual(before);
  });

  test('is changed, deleted and sent anew by its own enterprise', async () => {
    const { document, owner } = await filed();
    const changed = again(document, { appType: '2', note: '改' });
    const removed = again(changed, { appType: '3' });
    const renewed = again(removed, { appType: '1' });
    for (const step of [changed, removed, renewed])
      expect(await post(kind, step, owner)).toMatchObject({ verdict: 'accepted' });
  });
});

test('an order deleted by its platform cannot be taken over by another seller', async () => {
  const dossier = next();
  const { order } = dossier;
  await house.send('order', dossier);
  const removed = again(order, { appType: '3' });
  expect(await post('order', removed, PLATFORM)).toMatchObject({ verdict: 'accepted' });
  const claimed = again(removed, { appType: '1', ebcCode: STRANGER });
  expect(await post('order', claimed, STRANGER)).toMatchObject({ codes: ['EXCHANGE-RIGHT'] });
});

test('a list is withdrawn by the seller it names, though its agent has sent it', async () => {
  const dossier = next();
  await house.send('declaration', dossier);
  const removed = again(dossier.declaration, { appType: '3' });
  expect(await post('declaration', removed, SELLER)).toMatchObject({ verdict: 'accepted' });
});

test('what a stranger is told of a list names neither its number at customs nor its standing', async () => {
  const dossier = next();
  await house.send('declaration', dossier);
  const { next: cursor } = (await house.get<{ next?: string }>('/api/receipts', STRANGER)).body;
  const claimed = again(dossier.declaration, { appType: '2', agentCode: STRANGER });
  const told = [
    await post('declaration', claimed, STRANGER),
    await post('declaration', { ...claimed, head: { ...claimed.head, taxTotal: '-1' } }, STRANGER),
  ];
  expect(told.map(({ verdict }) => verdict)).toEqual(['refused', 'refused']);
  const { receipts } = (
    await house.get<{ receipts: { body: { preNo: string } }[] }>(
      `/api/receipts${cursor ? `?cursor=${cursor}` : ''}`,
      STRANGER,
    )
  ).body;
  expect(receipts.map(({ body }) => body.preNo)).toEqual(['0'.repeat(18), '0'.repeat(18)]);
});

test('two enterprises that claim one number in one batch: the first keeps it', async () => {
  const { order } = next();
  const [first, second] = await Promise.all([
    post('order', order, PLATFORM),
    post('order', again(order, { appType: '2', ebcCode: STRANGER }), STRANGER),
  ]);
  expect(first).toMatchObject({ verdict: 'accepted' });
  expect(second).toMatchObject({ verdict: 'refused' });
});
