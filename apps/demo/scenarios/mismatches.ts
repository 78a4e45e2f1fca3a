import { faultNamed } from '../faults/index.ts';
import type { Scenario } from './scenario.ts';
import { type Ending, refused, tell, WAITED_OUT } from './telling.ts';

interface Mismatch {
  readonly fault: string;
  readonly mode?: Scenario['mode'];
  readonly title: Scenario['title'];
  readonly why: Scenario['why'];
  /** Seller's numbers, pieces and prices; one pillow where not said. */
  readonly goods?: readonly (readonly [itemNo: string, quantity: number, price: string])[];
  readonly freightFen?: number;
  readonly ending: Ending;
}

const PILLOW = ['HOM-PLW-46', 1, '228'] as const;

/** The families of the matrix and its neighbours: each disagreement between papers, and what it leads to. */
const mismatches: readonly Mismatch[] = [
  {
    fault: 'seller-not-registered',
    title: { zh: '电商企业未备案，退单', en: 'The seller stands in no register: returned' },
    why: {
      zh: '参与企业均须备案（R-1.12）；订单与清单一致也不能放行。',
      en: 'Every enterprise must be registered (R-1.12), even where order and list agree.',
    },
    ending: refused(['MATCH-REGISTERED-SELLER'], '903012'),
  },
  {
    fault: 'buyer-name-differs',
    title: { zh: '清单订购人姓名与订单不一致，退单', en: 'List and order name different buyers: returned' },
    why: {
      zh: '订购人姓名须在订单和清单中一致（R-1.13）。',
      en: 'Order and list must name the same buyer (R-1.13).',
    },
    ending: refused(['MATCH-BUYER-NAME'], '13127'),
  },
  {
    fault: 'payer-is-not-buyer',
    title: { zh: '支付人不是订购人，退单', en: 'Somebody else has paid: returned' },
    why: {
      zh: '支付人应为订购人本人；身份认证尚未在本平台记录，不作例外（R-1.15）。',
      en: 'The payer must be the buyer; certification by the authority is not recorded here yet, so there is no exception (R-1.15).',
    },
    ending: refused(['MATCH-PAYER-NAME', 'MATCH-PAYER-ID-NUMBER'], '1327'),
  },
  {
    fault: 'buyer-id-check-character-wrong',
    title: { zh: '订购人身份证号校验位有误，退单', en: 'The identity number fails its check: returned' },
    why: {
      zh: '三单号码虽一致，但校验位不符（GB 11643，R-5.3）。',
      en: 'The papers agree, but the number cannot be a citizen identity number (GB 11643, R-5.3).',
    },
    ending: refused(['MATCH-BUYER-ID-VALID'], '904003'),
  },
  {
    fault: 'payment-firm-differs',
    title: { zh: '支付企业不一致，退单', en: 'Order and payment name different payment firms: returned' },
    why: {
      zh: '支付企业代码和名称在订单与支付凭证中须一致（R-1.13）。',
      en: 'Code and name of the payment firm must be the same in order and payment (R-1.13).',
    },
    ending: refused(['MATCH-PAYMENT-FIRM', 'MATCH-PAYMENT-FIRM-NAME'], '13035'),
  },
  {
    fault: 'consignee-address-differs',
    title: { zh: '运单收货地址不一致，退单', en: 'The parcel goes to another address: returned' },
    why: {
      zh: '收货地址须在订单、运单和清单中一致（R-1.13）。',
      en: 'Order, waybill and list must state the same delivery address (R-1.13).',
    },
    ending: refused(['MATCH-CONSIGNEE-ADDRESS'], '904006'),
  },
  {
    fault: 'paid-amount-differs',
    title: { zh: '支付金额少一分，退单', en: 'One cent less was paid: returned' },
    why: {
      zh: '支付金额与订单实付金额须分毫不差（R-1.14、R-1.16）。',
      en: 'The payment must equal the amount of the order to the cent (R-1.14, R-1.16).',
    },
    ending: refused(['MATCH-PAID-AMOUNT'], '1332'),
  },
  {
    fault: 'order-does-not-add-up',
    title: { zh: '订单金额勾稽不平，退单', en: "The order's amounts do not add up: returned" },
    why: {
      zh: '实付金额＝商品价格＋运杂费＋代扣税款－非现金抵扣（R-1.14）；本单多出一元。',
      en: 'Paid = goods + freight + tax − discount (R-1.14); here it is one CNY more.',
    },
    ending: refused(['MATCH-PAID-SUM'], '905001'),
  },
  {
    fault: 'goods-price-differs',
    title: { zh: '清单低报单价，退单', en: 'The list declares half the price: returned' },
    why: {
      zh: '清单单价、总价须与订单逐项一致（R-1.13）。',
      en: 'Price and total of each line must be those of the order (R-1.13).',
    },
    ending: refused(['MATCH-ITEM-PRICE', 'MATCH-ITEM-TOTAL'], '1322'),
  },
  {
    fault: 'item-count-differs',
    title: { zh: '清单少一项商品，退单', en: 'A goods line is missing from the list: returned' },
    why: {
      zh: '清单表体与订单表体须一一对应（R-1.13）。',
      en: 'The lines of list and order stand one to one (R-1.13).',
    },
    goods: [PILLOW, ['HOM-FLK-47', 2, '158']],
    ending: refused(['MATCH-ITEM-COUNT'], '1320'),
  },
  {
    fault: 'freight-differs',
    title: { zh: '运费不一致，退单', en: 'Waybill and list state different freight: returned' },
    why: {
      zh: '订单、运单和清单的运费须一致（R-1.13）。',
      en: 'Order, waybill and list must state the same freight (R-1.13).',
    },
    freightFen: 1200,
    ending: refused(['MATCH-FREIGHT'], '905005'),
  },
  {
    fault: 'weight-differs',
    title: { zh: '毛重不一致，退单', en: 'Waybill and list state different gross weight: returned' },
    why: {
      zh: '运单毛重与清单毛重须一致（R-1.13）。',
      en: 'Waybill and list must state the same gross weight (R-1.13).',
    },
    ending: refused(['MATCH-GROSS-WEIGHT'], '906001'),
  },
  {
    fault: 'waybill-number-differs',
    title: { zh: '清单运单号与运单不一致，退单', en: 'The list names another waybill: returned' },
    why: {
      zh: '清单须填写实际运单的编号（R-1.13）。',
      en: 'The list must name the waybill there really is (R-1.13).',
    },
    ending: refused(['MATCH-WAYBILL-NO'], '902003'),
  },
];

export const mismatchScenarios: readonly Scenario[] = mismatches.map((mismatch) => ({
  name: mismatch.fault,
  title: mismatch.title,
  why: mismatch.why,
  mode: mismatch.mode ?? '9610',
  tell: (teller) => {
    const lines = (mismatch.goods ?? [PILLOW]).map((goods) => teller.line(...goods));
    const dossier = teller.dossier('A', {
      lines,
      fault: mismatch.fault,
      ...(mismatch.freightFen === undefined ? {} : { freightFen: mismatch.freightFen }),
    });
    const story = tell(teller, dossier, mismatch.ending);
    return faultNamed(mismatch.fault).waits ? { ...story, until: teller.begin + WAITED_OUT } : story;
  },
}));
