import { describe, expect, it } from 'vitest';
import { sampleMessage } from '../testing/messages.ts';
import type { CebMessage, ImportDeclaration, MessageOf } from '../types.ts';
import { type CodeLists, checkFields } from './check-fields.ts';
import { isRealTime } from './time.ts';

type Declarations = MessageOf<'CEB621Message'>;
type Item = ImportDeclaration['items'][number];

/** A declaration of bonded stock with nothing to find. */
const bonded = ((): ImportDeclaration => {
  const message = sampleMessage('CEB621Message', true) as Declarations;
  const [sound] = message.documents;
  if (!sound?.items[0]) throw new Error('The sample has no item.');
  const item: Item = { ...sound.items[0], price: '2.5', qty: '3', totalPrice: '7.5' };
  return { head: { ...sound.head, tradeMode: '1210', country: '142' }, items: [item] };
})();

const [firstItem] = bonded.items;

function messageOf(...documents: ImportDeclaration[]): CebMessage {
  return { ...(sampleMessage('CEB621Message', false) as Declarations), documents };
}

function head(change: Partial<ImportDeclaration['head']>): ImportDeclaration {
  return { ...bonded, head: { ...bonded.head, ...change } };
}

function items(...changes: Partial<Item>[]): ImportDeclaration {
  return { ...bonded, items: changes.map((change) => ({ ...(firstItem as Item), ...change })) };
}

function found(message: CebMessage, codeLists?: CodeLists): string[] {
  return checkFields(message, codeLists).map(
    ({ index, finding }) => `${index} ${finding.code} ${finding.path}`,
  );
}

describe('field conditions beyond the schema', () => {
  it('a bonded declaration with all its fields has nothing to find', () => {
    expect(found(messageOf(bonded))).toEqual([]);
  });

  const path = 'Inventory[1]/InventoryHead';
  const item = 'Inventory[1]/InventoryList[1]';
  it.each<[string, ImportDeclaration, ...string[]]>([
    [
      'bonded import must name account book, in-zone firm and item record',
      {
        head: { ...bonded.head, emsNo: undefined, areaCode: '', areaName: undefined },
        items: items({ itemRecordNo: undefined }).items,
      },
      `CEB-CONDITION ${path}/emsNo`,
      `CEB-CONDITION ${path}/areaCode`,
      `CEB-CONDITION ${path}/areaName`,
      `CEB-CONDITION ${item}/itemRecordNo`,
    ],
    [
      'so must bonded import in other places',
      head({ tradeMode: '1239', emsNo: undefined }),
      `CEB-CONDITION ${path}/emsNo`,
    ],
    ['bonded stock is shipped from China', head({ country: '502' }), `CEB-CONDITION ${path}/country`],
    [
      'direct purchase must name conveyance, voyage and bill of lading, and may come from anywhere',
      head({
        tradeMode: '9610',
        country: '502',
        emsNo: undefined,
        trafNo: undefined,
        voyageNo: undefined,
        billNo: undefined,
      }),
      `CEB-CONDITION ${path}/trafNo`,
      `CEB-CONDITION ${path}/voyageNo`,
      `CEB-CONDITION ${path}/billNo`,
    ],
    [
      'only the supervision modes of retail import',
      head({ tradeMode: '0110' }),
      `CEB-VALUE ${path}/tradeMode`,
    ],
    ['an import list is marked I', head({ ieFlag: 'E' }), `CEB-VALUE ${path}/ieFlag`],
    ['a buyer shows a resident identity card', head({ buyerIdType: '2' }), `CEB-VALUE ${path}/buyerIdType`],
    ['one parcel to a list', head({ packNo: 2 }), `CEB-VALUE ${path}/packNo`],
    ['submissions are new, changed or deleted', head({ appType: '4' }), `CEB-VALUE ${path}/appType`],
    ['and saved or declared', head({ appStatus: '02' }), `CEB-VALUE ${path}/appStatus`],
    [
      'times are real',
      head({ appTime: '20260230120000', declTime: '2026070X' }),
      `CEB-TIME ${path}/appTime`,
      `CEB-TIME ${path}/declTime`,
    ],
    [
      'an optional date may be absent but not unreal',
      head({ ieDate: '00000000' }),
      `CEB-TIME ${path}/ieDate`,
    ],
    ['freight is not negative', head({ freight: '-1', insuredFee: '0' }), `CEB-NEGATIVE ${path}/freight`],
    ['a quantity is more than zero', items({ qty: '0', totalPrice: '0' }), `CEB-NEGATIVE ${item}/qty`],
    ['a gift at price zero is fine', items({ price: '0', totalPrice: '0' })],
    ['the total is price times quantity', items({ totalPrice: '7.51' }), `CEB-PRODUCT ${item}/totalPrice`],
    ['to the cent', items({ price: '0.333', qty: '3', totalPrice: '1' })],
    [
      'second unit and second quantity come together',
      items({ qty2: undefined }),
      `CEB-TOGETHER ${item}/qty2`,
    ],
    ['or not at all', items({ qty2: undefined, unit2: undefined })],
    ['item numbers begin at one', items({ gnum: 2 }), `CEB-SEQUENCE ${item}/gnum`],
    ['have no gap', items({ gnum: 1 }, { gnum: 3 }), 'CEB-SEQUENCE Inventory[1]/InventoryList[2]/gnum'],
    [
      'are not repeated',
      items({ gnum: 1 }, { gnum: 1 }),
      'CEB-SEQUENCE-REPEATED Inventory[1]/InventoryList[2]/gnum',
    ],
    ['and may come in any order', items({ gnum: 2 }, { gnum: 1 })],
  ])('%s', (_, document, ...expected) => {
    expect(found(messageOf(document))).toEqual(expected.map((one) => `0 ${one}`));
  });

  it('amounts of nineteen digits are multiplied exactly', () => {
    const exact = items({ price: '9999999999.99999', qty: '1000', totalPrice: '9999999999999.99' });
    expect(found(messageOf(exact))).toEqual([]);
    expect(
      found(messageOf(items({ price: '9999999999.99999', qty: '1000', totalPrice: '9999999999999.98' }))),
    ).toHaveLength(1);
  });

  it('findings say which document they belong to and with which code it is answered', () => {
    const repeated = items({ gnum: 1 }, { gnum: 1 });
    const [first, second, ...rest] = checkFields(messageOf(bonded, head({ ieFlag: 'E' }), repeated));
    expect(first).toMatchObject({ index: 1, returnCode: '-621001', finding: { level: 'field' } });
    expect(second).toMatchObject({ index: 2, returnCode: '-621027' });
    expect(rest).toEqual([]);
  });

  it('a wrong transmission mode concerns the whole message', () => {
    const message = messageOf(bonded);
    const transfer = { copCode: 'x', copName: 'x', dxpMode: 'FTP', dxpId: 'x' };
    const subscriptions = [{ status: 'SOME', dxpMode: 'DXP', dxpAddress: 'x' }];
    expect(found({ ...message, transfer, subscriptions } as CebMessage)).toEqual([
      '-1 CEB-VALUE BaseTransfer/dxpMode',
      '-1 CEB-VALUE BaseSubscribe[1]/status',
    ]);
  });

  it('codes are looked up where a lookup is given, currency excepted, which the schema fixes', () => {
    const asked: string[] = [];
    const codeLists: CodeLists = {
      has(list, code) {
        asked.push(list);
        return !(list === 'unit' && code === firstItem?.unit1) && list !== 'transport';
      },
    };
    const document = items({ unit: '011', unit1: '035', unit2: undefined, qty2: undefined });
    const lookup: CodeLists = { has: (list, code) => codeLists.has(list, code) && code !== '035' };
    expect(found(messageOf(document), lookup)).toEqual([
      `0 CEB-CODE-LIST ${path}/trafMode`,
      `0 CEB-CODE-LIST ${item}/unit1`,
    ]);
    expect(new Set(asked)).toEqual(
      new Set(['customs_office', 'supervision_mode', 'transport', 'country', 'package', 'unit']),
    );
  });

  it('orders, payments, waybills and receipts are checked by their own tables', () => {
    for (const root of [
      'CEB311Message',
      'CEB411Message',
      'CEB511Message',
      'CEB312Message',
      'CEB900Message',
    ] as const) {
      const sound = found(sampleMessage(root, false)).filter((one) => !one.includes('CEB-PRODUCT'));
      expect(sound, root).toEqual([]);
    }
    const order = sampleMessage('CEB311Message', false, 1, 2) as MessageOf<'CEB311Message'>;
    expect(
      checkFields(order).find(({ finding }) => finding.code === 'CEB-SEQUENCE-REPEATED')?.returnCode,
    ).toBe('-301002');
  });
});

describe('a moment', () => {
  it.each([
    ['20240229', 'YYYYMMDD', true],
    ['20230229', 'YYYYMMDD', false],
    ['19000229', 'YYYYMMDD', false],
    ['20000229', 'YYYYMMDD', true],
    ['20260431', 'YYYYMMDD', false],
    ['20260001', 'YYYYMMDD', false],
    ['20260101235959', 'YYYYMMDDhhmmss', true],
    ['20260101240000', 'YYYYMMDDhhmmss', false],
    ['20260101006000', 'YYYYMMDDhhmmss', false],
    ['20260101000060', 'YYYYMMDDhhmmss', false],
    ['20260101000000123', 'YYYYMMDDhhmmssSSS', true],
    ['2026010100000 ', 'YYYYMMDDhhmmss', false],
    ['２０２６０１０１', 'YYYYMMDD', false],
  ])('%s as %s: %s', (text, shape, real) => {
    expect(isRealTime(text, shape)).toBe(real);
  });
});
