import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleMessage } from '../examples/example.ts';
import { arbitraryMessage } from '../testing/arbitrary-message.ts';
import type { CebMessage, MessageOf, Root } from '../types.ts';
import { check } from './check.ts';

type Fields = Readonly<Record<string, string | number | undefined>>;

/** The example of a kind with changes to the head of its first document, and to its items in order. */
function changed(root: Root, head: Fields, ...items: Fields[]): CebMessage {
  const message = exampleMessage(root) as CebMessage;
  const [first, ...others] = message.documents as readonly { head: Fields; items: readonly Fields[] }[];
  if (!first) throw new Error('An example has a document.');
  const listed = items.map((item, place) => ({
    ...first.items[Math.min(place, first.items.length - 1)],
    ...item,
  }));
  const document = { head: { ...first.head, ...head }, items: items.length > 0 ? listed : first.items };
  return { ...message, documents: [document, ...others] } as unknown as CebMessage;
}

const found = (message: CebMessage): string[] =>
  check(message).map(({ finding: { level, code, path } }) => `${level} ${code} ${path}`);

describe('what the text of the standard asks across fields', () => {
  const order = 'Order[1]/OrderHead';
  it.each<[string, CebMessage, ...string[]]>([
    [
      'the amount paid is goods, freight and tax less what is not paid in cash',
      changed('CEB311Message', { acturalPaid: '1' }),
      `business CEB-SUM ${order}/acturalPaid`,
    ],
    [
      'to the cent',
      changed(
        'CEB311Message',
        { goodsValue: '10.004', freight: '0', taxTotal: '0', discount: '0', acturalPaid: '10' },
        {
          ...{ gnum: 1, qty: '1', price: '10', totalPrice: '10' },
        },
      ),
    ],
    [
      'the goods of an export order add up',
      changed('CEB303Message', { goodsValue: '0.01' }),
      `business CEB-ITEMS-SUM ${order}/goodsValue`,
    ],
    [
      'unless they are priced in several currencies',
      changed('CEB303Message', { goodsValue: '0.01', currency: '300' }),
    ],
    [
      'the net weight is at most the gross weight',
      changed('CEB603Message', { netWeight: '2', grossWeight: '1.99999' }),
      'business CEB-WEIGHT Inventory[1]/InventoryHead/netWeight',
    ],
    ['and may equal it', changed('CEB621Message', { netWeight: '1.5', grossWeight: '1.5' })],
    [
      'goods declared in the simplified way need no licence',
      changed('CEB603Message', { statisticsFlag: 'A', licenseNo: '26-AA-100001' }),
      'business CEB-EMPTY-HERE Inventory[1]/InventoryHead/licenseNo',
    ],
    ['others may', changed('CEB603Message', { statisticsFlag: 'B', licenseNo: '26-AA-100001' })],
    [
      'a part is one of the parts there are',
      changed('CEB607Message', { msgCount: 2, msgSeqNo: 3 }),
      'business CEB-PART WayBill[1]/WayBillHead/msgSeqNo',
    ],
    [
      'and parts count from 1',
      changed('CEB509Message', { msgCount: 0, msgSeqNo: 0 }),
      'business CEB-PART Departure[1]/DepartureHead/msgSeqNo',
    ],
    [
      'a period ends after it began',
      changed('CEB701Message', { startTime: '20260701000000', endTime: '20260630235959' }),
      'business CEB-PERIOD SummaryApply[1]/SummaryApplyHead/endTime',
      'business CEB-IGNORED SummaryApply[1]/SummaryApplyHead/startTime',
    ],
    [
      'and has both its ends',
      changed('CEB701Message', { startTime: '20260701000000', endTime: undefined }),
      'field CEB-TOGETHER SummaryApply[1]/SummaryApplyHead/endTime',
    ],
    [
      'a waybill is listed once',
      changed('CEB711Message', {}, { gnum: 1, logisticsNo: 'W1' }, { gnum: 2, logisticsNo: 'W1' }),
      'business CEB-DUPLICATE Delivery/DeliveryList[2]/logisticsNo',
    ],
    [
      'an item is returned once',
      changed('CEB625Message', {}, { gnum: 3 }, { gnum: 3 }),
      'business CEB-DUPLICATE InvtRefund[1]/InvtRefundList[2]/gnum',
    ],
    ['whatever its number in the original', changed('CEB625Message', {}, { gnum: 3 }, { gnum: 2 })],
    [
      'a return has come back from abroad',
      changed('CEB213Message', { country: '142' }),
      'field CEB-NEVER InvtRefund[1]/InvtRefundHead/country',
    ],
    [
      'and says under which mode, though the schema does not ask',
      changed('CEB213Message', { tradeMode: undefined }),
      'field CEB-BY-TEXT InvtRefund[1]/InvtRefundHead/tradeMode',
    ],
    [
      'mandatory text is not blank',
      changed('CEB303Message', { ebcCode: ' ', ebcName: '' }),
      `field CEB-BLANK ${order}/ebcCode`,
      `field CEB-BLANK ${order}/ebcName`,
    ],
    [
      'firms have the codes of their registration',
      changed('CEB505Message', { logisticsCode: '12345', ebcCode: 'abcdefghij' }),
      'field CEB-ISSUED-NUMBER Logistics[1]/logisticsCode',
      'field CEB-ISSUED-NUMBER Logistics[1]/ebcCode',
    ],
    ['a producer that is not registered is NO', changed('CEB603Message', { ownerCode: 'NO' })],
    ['a platform abroad without a code is 无', changed('CEB303Message', { ebpCode: '无' })],
    [
      'numbers of customs have their form',
      changed('CEB623Message', { invtNo: '292420201439440284', preNo: 'B2026' }),
      'field CEB-ISSUED-NUMBER InvtCancel[1]/preNo',
      'field CEB-ISSUED-NUMBER InvtCancel[1]/invtNo',
    ],
    [
      'which differs in export',
      changed('CEB605Message', { invtNo: '29242026I439440284' }),
      'field CEB-ISSUED-NUMBER InvtCancel[1]/invtNo',
    ],
    ['and may have eleven digits there', changed('CEB605Message', { invtNo: '29242026E12345678901' })],
    [
      'a social credit code ends in its check character',
      changed('CEB303Message', { ebpCode: '91530100MA6K0TEAT7', ebcCode: '91530100MA6K0TEAT6' }),
      `field CEB-CHECK-CHARACTER ${order}/ebpCode`,
    ],
    [
      'a customs registration names the kind of area and of firm',
      changed('CEB303Message', { ebcCode: '53010B3604' }),
      `field CEB-ISSUED-NUMBER ${order}/ebcCode`,
    ],
    [
      'a buyer’s identity number ends in its check character',
      changed('CEB621Message', { buyerIdNumber: '530101199001010073' }),
      'field CEB-CHECK-CHARACTER Inventory[1]/InventoryHead/buyerIdNumber',
    ],
    [
      'and has the form of one',
      changed('CEB411Message', { payerIdNumber: '5301011990' }),
      'field CEB-ISSUED-NUMBER Payment[1]/PaymentHead/payerIdNumber',
    ],
    [
      'a bar code ends in its check digit',
      changed('CEB603Message', {}, { barCode: '9520000000609' }),
      'field CEB-CHECK-CHARACTER Inventory[1]/InventoryList[1]/barCode',
    ],
    ['there may be none', changed('CEB603Message', {}, { barCode: '无' })],
    ['or one of the firm’s own', changed('CEB603Message', {}, { barCode: 'TEA-1' })],
    [
      'a commodity code has ten digits',
      changed('CEB603Message', { statisticsFlag: 'A' }, { gcode: '0902303X00' }),
      'field CEB-COMMODITY Inventory[1]/InventoryList[1]/gcode',
    ],
    [
      'and is of a chapter there is, declared simplified or not',
      changed('CEB603Message', { statisticsFlag: 'A' }, { gcode: '7702000000' }),
      'field CEB-COMMODITY Inventory[1]/InventoryList[1]/gcode',
    ],
    [
      'business to business goes by list without a licence only',
      changed('CEB603Message', { statisticsFlag: 'B', tradeMode: '9810', licenseNo: '26-AA-100001' }),
      'business CEB-EMPTY-HERE Inventory[1]/InventoryHead/licenseNo',
    ],
    [
      'who stands surety for the tax is platform, seller, carrier or declaring firm',
      changed('CEB621Message', { assureCode: '5301983699' }),
      'business CEB-ONE-OF Inventory[1]/InventoryHead/assureCode',
    ],
    [
      'a summary takes either a period or the lists it names',
      changed('CEB701Message', { startTime: '20260701000000', endTime: '20260731235959' }),
      'business CEB-IGNORED SummaryApply[1]/SummaryApplyHead/startTime',
    ],
    [
      'a line of a list is in one summary once',
      changed('CEB792Message', {}, { invtNo: '86012026E1', gnum: 1 }, { invtNo: '86012026E1', gnum: 1 }),
      'business CEB-DUPLICATE SummaryResult[1]/SummaryResultList[2]/invtNo',
    ],
    [
      'its other lines may be as well',
      changed('CEB792Message', {}, { invtNo: '86012026E1', gnum: 1 }, { invtNo: '86012026E1', gnum: 2 }),
    ],
    [
      'goods that go by sea have a bill of lading',
      changed('CEB507Message', { trafMode: '2', billNo: undefined }),
      'field CEB-CONDITION Arrival[1]/ArrivalHead/billNo',
    ],
    ['mail needs none', changed('CEB507Message', { trafMode: '6', billNo: undefined })],
  ])('%s', (_, message, ...expected) => {
    expect(found(message)).toEqual(expected);
  });

  it('a declared arrival or master list is signed; a saved one need not be', () => {
    for (const root of ['CEB507Message', 'CEB607Message'] as const) {
      const { signature: _, ...unsigned } = changed(root, { appStatus: '2' });
      expect(found(unsigned as CebMessage)).toEqual([expect.stringContaining('business CEB-UNSIGNED')]);
      const { signature: __, ...saved } = changed(root, { appStatus: '1' });
      expect(found(saved as CebMessage)).toEqual([]);
    }
  });

  it('one part of several may number its items from anywhere, but none twice', () => {
    const part = (first: number, second: number) =>
      found(
        changed(
          'CEB509Message',
          { msgCount: 2, msgSeqNo: 2 },
          { gnum: first, logisticsNo: 'W1' },
          { gnum: second, logisticsNo: 'W2' },
        ),
      );
    expect(part(101, 102)).toEqual([]);
    expect(part(7, 7)).toEqual(['field CEB-SEQUENCE-REPEATED Departure[1]/DepartureList[2]/gnum']);
  });

  it('every document of a message has its own number, and the transmission an id the envelope can carry', () => {
    const message = exampleMessage('CEB411Message') as MessageOf<'CEB411Message'>;
    const [one] = message.documents;
    if (!one || !message.transfer) throw new Error('An example has a document and a transmission.');
    const transfer = { ...message.transfer, copCode: 'ABC', copName: ' ', dxpId: 'EXP2016522002580001' };
    const findings = check({ ...message, documents: [one, one], transfer });
    expect(findings.map(({ index, finding }) => [index, finding.code, finding.path])).toEqual([
      [1, 'CEB-DUPLICATE', 'Payment[2]/PaymentHead/guid'],
      [-1, 'CEB-ISSUED-NUMBER', 'BaseTransfer/copCode'],
      [-1, 'CEB-BLANK', 'BaseTransfer/copName'],
      [-1, 'CEB-DXP-ID', 'BaseTransfer/dxpId'],
    ]);
  });

  it.each<[string, CebMessage, string]>([
    ['a firm’s code has the wrong form', changed('CEB303Message', { ebcCode: '12345' }), '-10102'],
    ['a cancellation gives no reason', changed('CEB623Message', { reason: ' ' }), '-623012'],
    ['a return brings a pre-entry number of its own', changed('CEB625Message', { preNo: 'X1' }), '-625008'],
    ['an amount is wrong', changed('CEB311Message', { acturalPaid: '1' }), '-301008'],
  ])('%s: the standard’s own code', (_, message, code) => {
    expect(check(message).map(({ returnCode }) => returnCode)).toEqual([code]);
  });

  it('never throws, whatever a sound message holds', () => {
    fc.assert(
      fc.property(arbitraryMessage, (message) => {
        for (const { index } of check(message)) expect(index).toBeLessThan(message.documents.length);
      }),
      { numRuns: 300 },
    );
  });

  it('tells what to write where there is nothing to write', () => {
    const remedies = [
      ...check(changed('CEB603Message', { ownerCode: ' ' })),
      ...check(changed('CEB511Message', { freight: undefined })),
    ].map(({ finding }) => finding.remedy?.zh);
    expect(remedies).toEqual([expect.stringContaining('“NO”'), expect.stringContaining('“0”')]);
  });

  it('names no number of a person', () => {
    for (const buyerIdNumber of ['530101199001010073', '53010119900101']) {
      const found = check(changed('CEB621Message', { buyerIdNumber }));
      expect(found).toHaveLength(1);
      expect(JSON.stringify(found)).not.toContain(buyerIdNumber.slice(6, 14));
    }
  });

  it('says which text asks for it, and marks what is only derived from one', () => {
    const [paid] = check(changed('CEB311Message', { acturalPaid: '1' }));
    expect(paid).toMatchObject({
      index: 0,
      returnCode: '-301008',
      source: expect.not.stringContaining('(D)'),
    });
    const [goods] = check(changed('CEB303Message', { goodsValue: '1' }));
    expect(goods?.source).toContain('(D)');
  });
});
