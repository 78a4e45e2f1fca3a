import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { House } from '../../clearance/testing/house.ts';
import { purchase } from '../../clearance/testing/purchases.ts';
import type { FullDossier } from '../../matching/testing/clean-dossier.ts';
import type { PaperKind } from '../domain/kinds.ts';
import type { DocumentToCheck } from '../http/check-schemas.ts';
import { openEntryHouse } from '../testing/entry-house.ts';
import { checkDocument } from './check-document.ts';
import type { EntryPorts } from './ports.ts';

const platform = '5301960001';
const seller = '5301960002';
const payer = '5301960003';
const broker = '5301980005';

let house: House;
let ports: EntryPorts;
beforeAll(async () => {
  ({ house, ports } = await openEntryHouse());
});
afterAll(async () => {
  expect(house.faults).toEqual([]);
  await house.close();
});

/** A paper as somebody types it: what the platform fills in is left out. */
function typed(
  dossier: FullDossier,
  kind: PaperKind,
  fields: Readonly<Record<string, string>> = {},
): DocumentToCheck {
  const texts = (record: object) =>
    Object.fromEntries(Object.entries(record).map(([name, value]) => [name, String(value)]));
  const { guid, appTime, appType, appStatus, ...head } = texts(dossier[kind].head);
  const items = (dossier[kind].items as object[]).map((item) => {
    const { gnum, ...line } = texts(item);
    return line;
  });
  return { kind, head: { ...head, ...fields }, items };
}

const check = (document: DocumentToCheck, by: string) => checkDocument(ports, by, document);

const told = async (document: DocumentToCheck, by: string) =>
  (await check(document, by)).findings.map(({ code, part, line, field, consequence }) =>
    `${consequence}: ${code} ${part}${line === undefined ? '' : ` ${line}`} ${field ?? ''}`.trim(),
  );

describe('a document that is checked while it is typed', () => {
  test.each([
    ['order', platform],
    ['payment', payer],
    ['waybill', '5301960004'],
    ['declaration', broker],
  ] as const)('and is in order has no finding: %s', async (kind, by) => {
    const { findings } = await check(typed(purchase(1), kind), by);
    expect(findings.filter(({ consequence }) => consequence !== 'advice')).toEqual([]);
  });

  test('says of each field what is wrong with it, and what would come of it', async () => {
    const order = typed(purchase(2), 'order', { buyerName: '', currency: '840', goodsValue: '12x' });
    const items = order.items?.map((item) => ({ ...item, qty: 'two' }));
    expect(await told({ ...order, items }, platform)).toEqual([
      'refused: CEB-DECIMAL head goodsValue',
      'refused: CEB-FIXED head currency',
      'refused: CEB-MISSING head buyerName',
      'refused: CEB-DECIMAL line 0 qty',
    ]);
    const sound = typed(purchase(2), 'order', { buyerIdType: '9', freight: '21' });
    expect(await told(sound, platform)).toEqual([
      'refused: CEB-VALUE head buyerIdType',
      'advice: CEB-SUM head acturalPaid',
    ]);
  });

  test('has no field the standard does not have, and no character XML does not have', async () => {
    const odd = typed(purchase(3), 'payment', { nosuch: '1', note: 'a\u0001' });
    expect(await told(odd, payer)).toEqual(
      expect.arrayContaining(['refused: ENTRY-CHARACTER head note', 'refused: ENTRY-FIELD whole']),
    );
  });

  test('is refused for who may not send it', async () => {
    expect((await told(typed(purchase(4), 'order'), broker)).join()).toMatch(/^refused: EXCHANGE-RIGHT/);
  });

  test('whose number is on file is told so: with other content it exists, as a change it does not', async () => {
    const dossier = purchase(5);
    await house.file([dossier], ['order']);
    const again = (fields: Readonly<Record<string, string>>) =>
      told(typed(dossier, 'order', fields), platform);
    expect(await again({ note: '改' })).toContain('refused: EXCHANGE-EXISTS head appType');
    expect(await again({ note: '改', appType: '2' })).toEqual([]);
    expect(await again({ appType: '2', orderNo: 'NOSUCH' })).toContain(
      'refused: EXCHANGE-NOT-FOUND head appType',
    );
  });

  test('leaves nothing behind', async () => {
    const messages = () => house.count('select count(*) from exchange.message');
    const before = await messages();
    await check(typed(purchase(6), 'declaration'), broker);
    expect(await messages()).toBe(before);
  });
});

describe('a list that is checked while it is typed', () => {
  test('is told its tax, to the cent of what it will be, without what its buyer has bought besides', async () => {
    const { tax } = await check(typed(purchase(10), 'declaration'), broker);
    expect(tax).toMatchObject({ decision: 'ACCEPT', taxTotal: '25.21' });
    expect(tax?.steps.map(({ code }) => code)).not.toContain('annual-used');
  });

  test('is compared with the papers on file for a party of the purchase, at the field that differs', async () => {
    const dossier = purchase(11);
    await house.file([dossier], ['order', 'payment', 'waybill']);
    const wrong = typed(dossier, 'declaration', { freight: '21', buyerName: '别人' });
    const forSeller = typed(dossier, 'declaration', { ...wrong.head });
    const { compared } = await check(forSeller, seller);
    expect(compared.sort()).toEqual(['order', 'payment', 'waybill']);
    const found = await told(forSeller, seller);
    expect(found).toContain('returned: MATCH-BUYER-NAME head buyerName');
    expect(found.join('\n')).toMatch(/MATCH-\S*FREIGHT\S* head freight/);
    expect(await told(typed(dossier, 'declaration'), seller)).toEqual([]);
  });

  test('tells who is no party of the purchase nothing of its papers', async () => {
    const dossier = purchase(12);
    await house.file([dossier], ['order', 'payment', 'waybill']);
    const { compared, findings } = await check(typed(dossier, 'declaration', { buyerName: '别人' }), broker);
    expect([compared, findings.filter(({ code }) => code.startsWith('MATCH'))]).toEqual([[], []]);
  });
});

describe('what tells of a person and is kept', () => {
  const kept = (dossier: FullDossier, from: 'self' | 'order', fields: readonly string[]): DocumentToCheck => {
    const document = typed(dossier, 'declaration');
    const head = Object.fromEntries(Object.entries(document.head).filter(([name]) => !fields.includes(name)));
    return { ...document, head, keep: Object.fromEntries(fields.map((name) => [name, from])) };
  };
  const persons = ['buyerName', 'buyerIdNumber', 'buyerTelephone', 'consigneeAddress'];

  test('is taken from the order for a party of the purchase, who need not be shown it', async () => {
    const dossier = purchase(20);
    await house.file([dossier], ['order', 'payment', 'waybill']);
    expect(await told(kept(dossier, 'order', persons), seller)).toEqual([]);
  });

  test('is not there for a stranger, nor where it tells of no person', async () => {
    const dossier = purchase(21);
    await house.file([dossier], ['order']);
    const stranger = await told(kept(dossier, 'order', ['buyerName']), broker);
    expect(stranger).toContain('refused: ENTRY-KEPT head buyerName');
    expect(await told(kept(dossier, 'order', ['ebcName']), seller)).toContain(
      'refused: ENTRY-KEPT head ebcName',
    );
  });

  test('is never quoted, whatever is said of it', async () => {
    const dossier = purchase(22);
    dossier.order.head.buyerIdNumber = '53010219900307123X';
    await house.file([dossier], ['order']);
    const { findings } = await check(kept(dossier, 'order', persons), seller);
    expect(JSON.stringify(findings)).not.toMatch(/53010219900307123|王茶花|茶马路/);
  });
});
