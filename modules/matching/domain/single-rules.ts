import { checkCitizenId } from '#registry';
import { declaration, evidenceOf, type HeadField, order, PAPER_NAMES, payment, waybill } from './fields.ts';
import { type Check, found, listed, type RuleGroup } from './rule.ts';

const ID_NUMBER = listed(
  {
    code: 'MATCH-BUYER-ID-VALID',
    what: { zh: '订购人身份证号码', en: "buyer's identity number" },
    customsCode: '904003',
    rule: 'R-5.3',
    source: 'GB 11643',
    confidence: 'H',
  },
  {
    zh: '订购人身份证号码的地区、出生日期和校验位应正确',
    en: "Region, birth day and check character of the buyer's identity number must be right",
  },
  ['Inventory/InventoryHead/buyerIdNumber'],
);

const checkIdNumber: Check = ({ declaration: { head } }, context, findings) => {
  if (head.buyerIdType !== '1') return;
  const path = 'Inventory/InventoryHead/buyerIdNumber';
  for (const { message, remedy, evidence = [] } of checkCitizenId(head.buyerIdNumber, path, context.day)) {
    const shown = evidence.map((one) => ({ ...one, paper: 'declaration' }));
    findings.push(found(ID_NUMBER, { path, message, remedy, evidence: shown }));
  }
};

const GUARANTORS = [
  declaration((head) => head.assureCode),
  declaration((head) => head.ebpCode),
  declaration((head) => head.ebcCode),
  declaration((head) => head.logisticsCode),
  declaration((head) => head.agentCode),
];

const GUARANTOR = listed(
  {
    code: 'MATCH-GUARANTOR',
    what: { zh: '担保企业', en: 'guarantor' },
    customsCode: '903022',
    rule: 'R-2.12',
    source: 'CEB specification 202205, assureCode (XSD and text name different sets: their union)',
    confidence: 'V',
  },
  {
    zh: '担保企业只能是清单的电商平台、电商企业、物流企业或申报企业',
    en: 'The guarantor can only be the platform, the seller, the logistics firm or the declarant of the declaration',
  },
  GUARANTORS.map((field) => field.path),
);

const checkGuarantor: Check = (dossier, _context, findings) => {
  const { assureCode, ebpCode, ebcCode, logisticsCode, agentCode } = dossier.declaration.head;
  if (assureCode === ebcCode || assureCode === ebpCode) return;
  if (assureCode === logisticsCode || assureCode === agentCode) return;
  findings.push(
    found(GUARANTOR, {
      path: 'Inventory/InventoryHead/assureCode',
      message: {
        zh: `担保企业${assureCode}不是清单的电商平台、电商企业、物流企业或申报企业`,
        en: `The guarantor ${assureCode} is neither platform, seller, logistics firm nor declarant of the declaration`,
      },
      remedy: {
        zh: '填写上述企业之一的海关注册编码',
        en: 'Give the customs code of one of these',
      },
      evidence: GUARANTORS.map((field) => evidenceOf(field, dossier)),
    }),
  );
};

const SELLER_PAYS = listed(
  {
    code: 'MATCH-SELLER-IS-PAYMENT-FIRM',
    what: { zh: '支付企业', en: 'payment firm' },
    customsCode: '903023',
    rule: 'R-1.10',
    source: 'design default',
    confidence: 'D',
    severity: 'review',
  },
  {
    zh: '同一订单的支付企业不得是电商企业',
    en: 'The payment firm of an order may not be its seller',
  },
  ['Payment/PaymentHead/payCode', 'Inventory/InventoryHead/ebcCode'],
);

const checkSellerPays: Check = (dossier, _context, findings) => {
  const { payment: paid, declaration: list } = dossier;
  if (paid === undefined || paid.head.payCode !== list.head.ebcCode) return;
  findings.push(
    found(SELLER_PAYS, {
      path: 'Payment/PaymentHead/payCode',
      message: {
        zh: `支付企业与电商企业同为${paid.head.payCode}`,
        en: `Payment firm and seller are both ${paid.head.payCode}`,
      },
      remedy: {
        zh: '由独立的支付企业发送支付单；企业代码填错的予以改正',
        en: 'Have an independent payment firm send the payment, or correct the code',
      },
      evidence: [
        evidenceOf(
          payment((head) => head.payCode),
          dossier,
        ),
        evidenceOf(
          payment((head) => head.payName),
          dossier,
        ),
        evidenceOf(
          declaration((head) => head.ebcCode),
          dossier,
        ),
      ],
    }),
  );
};

const TIME_ORDER = listed(
  {
    code: 'MATCH-TIME-ORDER',
    what: { zh: '时间顺序', en: 'order of time' },
    customsCode: '908001',
    rule: 'R-1.16',
    source: 'design default; a paper sent again carries a later time',
    confidence: 'D',
    mode: 'watch',
    severity: 'review',
  },
  {
    zh: '时间顺序应为订单、支付、运单、清单',
    en: 'Order, payment, waybill and declaration must follow in time',
  },
  [
    'Order/OrderHead/appTime',
    'Payment/PaymentHead/payTime',
    'Logistics/LogisticsHead/appTime',
    'Inventory/InventoryHead/appTime',
  ],
);

const MOMENTS = [
  order((head) => head.appTime),
  payment((head) => head.payTime),
  waybill((head) => head.appTime),
  declaration((head) => head.appTime),
];

const checkTimeOrder: Check = (dossier, _context, findings) => {
  let before: HeadField | undefined;
  let time = '';
  for (const field of MOMENTS) {
    const value = field.read(dossier);
    if (typeof value !== 'string') continue;
    if (before !== undefined && value < time) {
      const [earlier, later] = [PAPER_NAMES[field.paper], PAPER_NAMES[before.paper]];
      findings.push(
        found(TIME_ORDER, {
          path: field.path,
          message: {
            zh: `${earlier.zh}的时间${value}早于${later.zh}的时间${time}`,
            en: `The time of the ${earlier.en}, ${value}, is before that of the ${later.en}, ${time}`,
          },
          remedy: {
            zh: '核对各单证的时间；先下单、后支付、再发运、后申报',
            en: 'Compare the times: first the order, then payment, dispatch and declaration',
          },
          evidence: [evidenceOf(before, dossier), evidenceOf(field, dossier)],
        }),
      );
    }
    before = field;
    time = value;
  }
};

/** Rules that compare no two papers of the matrix field by field. */
export const singleRules: readonly RuleGroup[] = [
  { listed: [ID_NUMBER], check: checkIdNumber },
  { listed: [GUARANTOR], check: checkGuarantor },
  { listed: [SELLER_PAYS], check: checkSellerPays },
  { listed: [TIME_ORDER], check: checkTimeOrder },
];
