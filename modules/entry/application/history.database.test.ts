import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type House, until } from '../../clearance/testing/house.ts';
import { again, purchase } from '../../clearance/testing/purchases.ts';
import type { FullDossier } from '../../matching/testing/clean-dossier.ts';
import { clerkOf, openEntryHouse } from '../testing/entry-house.ts';
import { listHistory } from './history.ts';
import type { EntryPorts } from './ports.ts';
import { withdrawList } from './withdraw.ts';

const broker = '5301980005';
const seller = '5301960002';

let house: House;
let ports: EntryPorts;
beforeAll(async () => {
  ({ house, ports } = await openEntryHouse());
});
afterAll(async () => {
  expect(house.faults).toEqual([]);
  await house.close();
});

const keyOf = ({ declaration: { head } }: FullDossier) => ({ orderNo: head.orderNo, ebpCode: head.ebpCode });
/** Of the zone, where no party asks. */
const historyOf = (dossier: FullDossier, party: string = broker) =>
  listHistory(ports, party === 'zone' ? undefined : party, keyOf(dossier));

/** A list that waits for its papers. */
async function waiting(number: number): Promise<FullDossier> {
  const dossier = purchase(number);
  await house.file([dossier], ['declaration']);
  return dossier;
}

const isWaiting = async ({ declaration: { head } }: FullDossier) =>
  (await house.count(`select count(*) from clearance.waiting where order_no = '${head.orderNo}'`)) > 0;

/** Sends a list again with some fields of its head changed. */
async function change(dossier: FullDossier, fields: Readonly<Record<string, string>>, appType = '2') {
  const document = again(dossier.declaration, { appType, ...fields });
  const answer = await house.send('declaration', dossier, document);
  expect(answer).toMatchObject({ verdict: 'accepted' });
  return { ...dossier, declaration: document } as FullDossier;
}

describe('the history of a list', () => {
  test('shows each version with who sent it and what it says otherwise, the latest first', async () => {
    const first = await waiting(1);
    const second = await change(first, { freight: '30', customsCode: '8602' });
    await change(second, { freight: '31' });
    const { versions, more } = await historyOf(first);
    expect(more).toBe(false);
    expect(versions.map(({ appType, first: earliest, current }) => [appType, earliest, current])).toEqual([
      ['2', false, true],
      ['2', false, false],
      ['1', true, false],
    ]);
    expect(versions[1]?.by).toEqual({ code: broker, name: '昆明通达报关有限公司' });
    expect(
      versions.map(({ changes }) => changes.map(({ name, before, after }) => [name, before, after])),
    ).toEqual([
      [['freight', { text: '30' }, { text: '31' }]],
      [
        ['customsCode', expect.objectContaining({ text: '8601' }), expect.objectContaining({ text: '8602' })],
        ['freight', { text: '20' }, { text: '30' }],
      ],
      [],
    ]);
    expect(versions[1]?.changes[0]?.after?.name).toEqual({ zh: '8602关', en: 'Office 8602' });
  });

  test('says that a person is another, and shows neither in the clear', async () => {
    const first = await waiting(2);
    await change(first, { buyerName: '王普洱', consigneeAddress: '云南省昆明市五华区翠湖路2号' });
    const { versions } = await historyOf(first, 'zone');
    const [name, address] = versions[0]?.changes ?? [];
    expect(name).toMatchObject({ name: 'buyerName', masked: true });
    expect(address).toMatchObject({ name: 'consigneeAddress', masked: true });
    expect(JSON.stringify(versions)).not.toMatch(/茶花|普洱|翠湖路/);
  });

  test('is told to its parties and to who sees the zone; to others the list is not there', async () => {
    const first = await waiting(3);
    expect((await historyOf(first, seller)).versions).toHaveLength(1);
    expect((await historyOf(first, 'zone')).deeds).toBeUndefined();
    await expect(historyOf(first, '5301960004')).rejects.toMatchObject({ code: 'LIST-NOT-FOUND' });
  });
});

describe('what may be done with a list', () => {
  const allowed = async (dossier: FullDossier, party = broker) => {
    const { deeds } = await historyOf(dossier, party);
    return Object.entries(deeds ?? {}).map(([deed, { why }]) => `${deed} ${why?.code ?? 'yes'}`);
  };

  test('is what the exchange would answer: while it waits it may be changed and withdrawn', async () => {
    expect(await allowed(await waiting(10))).toEqual([
      'change yes',
      'withdraw yes',
      'declareAnew EXCHANGE-EXISTS',
    ]);
  });

  test('is nothing once it is released, and anything once it was refused', async () => {
    const released = purchase(11);
    const refused = purchase(12);
    refused.declaration.head.buyerName = '别人';
    await house.file([released, refused]);
    await until(async () => !(await isWaiting(released)) && !(await isWaiting(refused)));
    expect(await allowed(released)).toEqual([
      'change EXCHANGE-LOCKED',
      'withdraw EXCHANGE-LOCKED',
      'declareAnew EXCHANGE-EXISTS',
    ]);
    expect(await allowed(refused)).toEqual(['change yes', 'withdraw yes', 'declareAnew yes']);
  });

  test('is nothing for a party that may not send it', async () => {
    const dossier = await waiting(13);
    expect(await allowed(dossier, dossier.declaration.head.ebpCode)).toEqual([
      'change EXCHANGE-RIGHT',
      'withdraw EXCHANGE-RIGHT',
      'declareAnew EXCHANGE-RIGHT',
    ]);
  });
});

describe('a list that is withdrawn by hand', () => {
  const withdraw = async (dossier: FullDossier, party = broker) => {
    const seen = dossier.declaration.head.guid;
    return withdrawList(ports, clerkOf(party), keyOf(dossier), { seen, reason: '重复申报' });
  };

  test('goes the way of a message, and who did it and why is on record for the enterprise', async () => {
    const dossier = await waiting(20);
    expect(await withdraw(dossier)).toMatchObject({ verdict: 'accepted', status: '2', findings: [] });
    const { versions, deeds } = await historyOf(dossier);
    expect(versions[0]).toMatchObject({ appType: '3', typedBy: '张经办', reason: '重复申报', changes: [] });
    expect(deeds?.declareAnew.allowed).toBe(true);
    expect((await historyOf(dossier, seller)).versions[0]?.typedBy).toBeUndefined();
    const [act] = await house.database.query<{ body: object }>(
      `select body from journal.entry where kind = 'document-typed' and subject = $1`,
      [`${broker}/${dossier.declaration.head.orderNo}`],
    );
    expect(act?.body).toMatchObject({ by: clerkOf(broker).id, root: 'CEB621Message', reason: '重复申报' });
  });

  test('is refused as a message would be, with the finding, where its state forbids it', async () => {
    const dossier = purchase(21);
    await house.file([dossier]);
    await until(async () => !(await isWaiting(dossier)));
    const answer = await withdraw(dossier);
    expect([answer.verdict, answer.findings.map(({ code }) => code)]).toEqual([
      'refused',
      ['EXCHANGE-LOCKED'],
    ]);
  });

  test('is left alone where another version has come since it was looked at', async () => {
    const dossier = await waiting(22);
    await change(dossier, { freight: '30' });
    await expect(withdraw(dossier)).rejects.toMatchObject({ code: 'CHANGED-MEANWHILE' });
    expect((await historyOf(dossier)).versions).toHaveLength(2);
  });

  test('comes after a version that is dated later than now', async () => {
    const dossier = await waiting(23);
    const ahead = await change(dossier, { appTime: '20261123235959' });
    expect(await withdraw(ahead)).toMatchObject({ verdict: 'accepted' });
    expect((await historyOf(dossier)).versions[0]?.appTime).toBe('20261124000000');
  });
});
