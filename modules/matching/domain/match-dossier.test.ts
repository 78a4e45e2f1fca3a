import { describe, expect, test } from 'vitest';
import {
  cleanDossier,
  contextWith,
  declarant,
  type FullDossier,
  paymentFirm,
  plainPurchase,
  platform,
  seller,
} from '../testing/clean-dossier.ts';
import { matchDossier, matchingRule } from './match-dossier.ts';

type Change = (dossier: FullDossier) => void;

function codesAfter(change: Change, tradeMode: '9610' | '1210' = '9610'): string[] {
  const dossier = cleanDossier({ ...plainPurchase, tradeMode });
  change(dossier);
  return matchDossier(dossier, contextWith()).map((finding) => finding.code);
}

/** The first line of a paper: every test dossier has two. */
function line<Item>(items: readonly Item[], at = 0): Item {
  const item = items[at];
  if (item === undefined) throw new Error(`the paper has no line ${at + 1}`);
  return item;
}

describe('papers that tell the same purchase', () => {
  test('match, direct and bonded', () => {
    expect(codesAfter(() => undefined)).toEqual([]);
    expect(codesAfter(() => undefined, '1210')).toEqual([]);
  });

  test.each<[string, Change]>([
    ['white space and small letters in a name', (d) => (d.declaration.head.ebpName = `${platform.name} `)],
    ['a small x in an identity number', withIdNumber('11010519491231002x', '11010519491231002X')],
    ['an amount written with other zeros', (d) => (d.payment.head.amountPaid = '292.210')],
    ['a weight written with other zeros', (d) => (d.waybill.head.weight = '0.620')],
    ['a spaced telephone number', (d) => (d.waybill.head.consigneeTelephone = '138 0000 0002')],
    ['an order that leaves its payment number out', (d) => (d.order.head.payTransactionId = undefined)],
    ['a waybill that leaves its freight out', (d) => (d.waybill.head.freight = undefined)],
    ['lines in another order', (d) => d.declaration.items.reverse()],
    [
      'a declaration line that names its goods only once',
      (d) => (line(d.declaration.items).itemName = undefined),
    ],
    ['a seller who declares in person', sellerDeclares],
    [
      'a guarantee of the logistics firm',
      (d) => (d.declaration.head.assureCode = d.waybill.head.logisticsCode),
    ],
  ])('match with %s', (_what, change) => {
    expect(codesAfter(change)).toEqual([]);
  });
});

function sellerDeclares({ declaration: { head } }: FullDossier): void {
  head.agentCode = seller.customsCode;
  head.agentName = seller.name;
}

function withIdNumber(inOrder: string, elsewhere: string): Change {
  return ({ order, payment, declaration }) => {
    order.head.buyerIdNumber = inOrder;
    payment.head.payerIdNumber = elsewhere;
    declaration.head.buyerIdNumber = elsewhere;
  };
}

describe('one field changed gives exactly its findings', () => {
  test.each<[expected: string[], change: Change]>([
    [['MATCH-ORDER-NO'], (d) => (d.payment.head.orderNo = 'CM202611230002')],
    [['MATCH-ORDER-NO'], (d) => (d.waybill.head.orderNo = 'CM202611230002')],
    [['MATCH-PAYMENT-NO'], (d) => (d.order.head.payTransactionId = 'P2')],
    [['MATCH-WAYBILL-NO'], (d) => (d.waybill.head.logisticsNo = 'DY2')],
    [['MATCH-PLATFORM'], (d) => (d.payment.head.ebpCode = '5301960009')],
    [['MATCH-PLATFORM-NAME'], (d) => (d.order.head.ebpName = '另一平台')],
    [['MATCH-SELLER'], (d) => (d.order.head.ebcCode = '5301960009')],
    [['MATCH-SELLER-NAME'], (d) => (d.order.head.ebcName = '另一企业')],
    [['MATCH-PAYMENT-FIRM'], (d) => (d.order.head.payCode = '5301960009')],
    [['MATCH-PAYMENT-FIRM-NAME'], (d) => (d.order.head.payName = '另一支付')],
    [['MATCH-LOGISTICS-FIRM'], (d) => (d.waybill.head.logisticsCode = '5301960009')],
    [['MATCH-LOGISTICS-FIRM-NAME'], (d) => (d.waybill.head.logisticsName = '另一物流')],
    [['MATCH-BUYER-NAME'], (d) => (d.declaration.head.buyerName = '王茶叶')],
    [['MATCH-BUYER-ID-NUMBER'], (d) => (d.declaration.head.buyerIdNumber = '11010519491231002X')],
    [['MATCH-BUYER-PHONE'], (d) => (d.declaration.head.buyerTelephone = '13800000009')],
    [['MATCH-PAYER-NAME'], (d) => (d.payment.head.payerName = '李四')],
    [['MATCH-PAYER-ID-NUMBER'], (d) => (d.payment.head.payerIdNumber = '11010519491231002X')],
    [['MATCH-BUYER-NAME', 'MATCH-PAYER-NAME'], (d) => (d.order.head.buyerName = '李四')],
    [['MATCH-CONSIGNEE'], (d) => (d.waybill.head.consignee = '李四')],
    [['MATCH-CONSIGNEE-PHONE'], (d) => (d.waybill.head.consigneeTelephone = '13900000000')],
    [['MATCH-CONSIGNEE-ADDRESS'], (d) => (d.waybill.head.consigneeAddress = '云南省大理市古城1号')],
    [['MATCH-CONSIGNEE-ADDRESS'], (d) => (d.declaration.head.consigneeAddress = '云南省大理市古城1号')],
    [['MATCH-PAID-AMOUNT'], (d) => (d.payment.head.amountPaid = '292.2')],
    [['MATCH-FREIGHT'], (d) => (d.waybill.head.freight = '19')],
    [['MATCH-FREIGHT'], (d) => (d.declaration.head.freight = '19')],
    [['MATCH-INSURED-FEE'], (d) => (d.declaration.head.insuredFee = '3')],
    [['MATCH-GROSS-WEIGHT'], (d) => (d.declaration.head.grossWeight = '0.63')],
    [['MATCH-PACKAGES'], (d) => (d.waybill.head.packNo = 2)],
    [['MATCH-ITEM-COUNT'], (d) => d.declaration.items.pop()],
    [['MATCH-ITEM-PAIR'], (d) => (line(d.declaration.items, 1).gnum = 3)],
    [['MATCH-ITEM-PAIR'], (d) => (line(d.order.items, 1).gnum = 1)],
    [['MATCH-ITEM-NUMBER'], (d) => (line(d.declaration.items).itemNo = 'SKU-9')],
    [['MATCH-ITEM-NAME'], (d) => (line(d.declaration.items).itemName = '越南咖啡')],
    [['MATCH-ITEM-QUANTITY', 'MATCH-LINE-TOTAL'], (d) => (line(d.declaration.items).qty = '3')],
    [['MATCH-ITEM-UNIT'], (d) => (line(d.declaration.items).unit = '035')],
    [['MATCH-ITEM-PRICE', 'MATCH-LINE-TOTAL'], (d) => (line(d.declaration.items).price = '128.49')],
    [['MATCH-ITEM-TOTAL', 'MATCH-LINE-TOTAL'], (d) => (line(d.declaration.items).totalPrice = '256.99')],
    [['MATCH-ITEM-ORIGIN'], (d) => (line(d.declaration.items).country = '141')],
    [['MATCH-GOODS-VALUE', 'MATCH-PAID-SUM'], (d) => (d.order.head.goodsValue = '256.99')],
    [['MATCH-PAID-SUM'], (d) => (d.order.head.taxTotal = '25.2')],
    [['MATCH-PAID-SUM'], (d) => (d.order.head.discount = '0')],
    [['MATCH-PAID-AMOUNT', 'MATCH-PAID-SUM'], (d) => (d.order.head.acturalPaid = '292.22')],
    [['MATCH-FREIGHT', 'MATCH-PAID-SUM'], (d) => (d.order.head.freight = '19')],
    [['MATCH-BUYER-ID-VALID'], withIdNumber('530102199003071239', '530102199003071239')],
    [['MATCH-GUARANTOR'], (d) => (d.declaration.head.assureCode = '5301960009')],
    [['MATCH-TIME-ORDER'], (d) => (d.payment.head.payTime = '20261123095959')],
    [['MATCH-DIRECT-COUNTRY'], (d) => (d.declaration.head.country = '142')],
    [['MATCH-REGISTERED-DECLARANT'], (d) => (d.declaration.head.agentCode = '5301980009')],
    [['MATCH-REGISTERED-NAME'], (d) => (d.declaration.head.agentName = '通达')],
  ])('%s', (expected, change) => {
    expect(codesAfter(change)).toEqual(expected);
  });

  test.each<[expected: string[], change: Change]>([
    [['MATCH-REGISTERED-IN-ZONE'], (d) => (d.declaration.head.areaCode = undefined)],
  ])('of a bonded list: %s', (expected, change) => {
    expect(codesAfter(change, '1210')).toEqual(expected);
  });
});

describe('papers that have not come', () => {
  test.each([
    ['order', '901001', '订单', 'CEB311'],
    ['payment', '901002', '支付单', 'CEB411'],
    ['waybill', '901003', '运单', 'CEB511'],
  ] as const)('a missing %s is named', (paper, customsCode, zh, message) => {
    const [finding, ...others] = matchDossier({ ...cleanDossier(), [paper]: undefined }, contextWith());
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'MATCH-MISSING-PAPER', customsCode, severity: 'refuse' });
    expect(finding?.message.zh).toContain(`的${zh}`);
    expect(finding?.message.en).toContain('CM202611230001');
    expect(finding?.remedy.zh).toContain(message);
  });

  test('a list alone names all three', () => {
    const { declaration } = cleanDossier();
    const codes = matchDossier({ declaration }, contextWith()).map((finding) => finding.customsCode);
    expect(codes).toEqual(['901001', '901002', '901003']);
  });
});

describe('enterprises', () => {
  const findings = (changed: Parameters<typeof contextWith>[0]) =>
    matchDossier(cleanDossier(), contextWith(changed));

  test('an enterprise without the role of its place is refused', () => {
    const [finding] = findings([{ ...platform, roles: ['SVC'] }]);
    expect(finding?.code).toBe('MATCH-REGISTERED-PLATFORM');
    expect(finding?.message.zh).toContain('未以EBP备案');
  });

  test('an enterprise whose registration has run out or is suspended is refused', () => {
    expect(findings([{ ...paymentFirm, validTo: '2026-11-22' }]).map((one) => one.code)).toEqual([
      'MATCH-REGISTERED-PAYMENT-FIRM',
    ]);
    expect(findings([{ ...declarant, state: 'suspended' }]).map((one) => one.code)).toEqual([
      'MATCH-REGISTERED-DECLARANT',
    ]);
  });

  test('a payment firm that is the seller goes to an officer', () => {
    const dossier = cleanDossier();
    dossier.payment.head.payCode = seller.customsCode;
    dossier.order.head.payCode = seller.customsCode;
    const both = contextWith([{ ...seller, roles: ['EBC', 'PAY'] }]);
    const found = matchDossier(dossier, both).filter((one) => one.mode === 'live');
    expect(found.map((one) => [one.code, one.severity])).toEqual([
      ['MATCH-SELLER-IS-PAYMENT-FIRM', 'review'],
    ]);
  });
});

describe('buyer and payer', () => {
  const paidByAnother = () => {
    const dossier = cleanDossier();
    dossier.payment.head.payerName = '李四';
    dossier.payment.head.payerIdNumber = '11010519491231002X';
    return dossier;
  };

  test('nobody but the buyer may pay, and no rule promises an exception that is not kept', () => {
    const findings = matchDossier(paidByAnother(), contextWith());
    expect(findings.map((one) => one.code)).toEqual(['MATCH-PAYER-NAME', 'MATCH-PAYER-ID-NUMBER']);
    for (const { code, remedy } of findings) {
      expect([remedy.zh, remedy.en].join()).not.toMatch(/认证|certif/);
      expect(matchingRule(code)?.text.en).toContain('certification is not recorded here yet');
    }
  });

  test('a mismatch names both papers and both values, masked, and where they part', () => {
    const [name, idNumber] = matchDossier(paidByAnother(), contextWith());
    expect(name?.message.zh).toBe('订购人与支付人姓名不一致：订单为“王*”，支付单为“李*”（第1个字符起不同）');
    expect(idNumber?.evidence).toEqual([
      { paper: 'order', path: 'Order/OrderHead/buyerIdNumber', value: '5301**********1238' },
      { paper: 'payment', path: 'Payment/PaymentHead/payerIdNumber', value: '1101**********002X' },
    ]);
    expect(name?.customsCode).toBe('1327');
    const everything = JSON.stringify([name, idNumber]);
    for (const secret of ['王茶花', '李四', '19900307', '19491231']) expect(everything).not.toContain(secret);
  });
});

describe('personal data', () => {
  test('never stands in a finding, whatever differs', () => {
    const dossier = cleanDossier();
    const { head } = dossier.declaration;
    head.buyerName = '王茶叶';
    head.buyerIdNumber = '530102199003071230';
    head.buyerTelephone = '13800000009';
    dossier.waybill.head.consignee = '李普洱茶';
    dossier.waybill.head.consigneeTelephone = '13900000002';
    dossier.waybill.head.consigneeAddress = '云南省昆明市五华区翠湖路2号';
    const findings = matchDossier(dossier, contextWith());
    expect(findings).toHaveLength(7);
    const text = JSON.stringify(findings);
    for (const secret of ['王茶', '李普', '19900307', '0000000', '茶马路', '翠湖路']) {
      expect(text).not.toContain(secret);
    }
  });
});
