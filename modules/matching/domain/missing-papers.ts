import { PAPER_NAMES } from './fields.ts';
import { type Check, found, listed, type RuleGroup } from './rule.ts';

/** One rule, but the receipt's code tells which paper is missing. */
const PAPERS = [
  { paper: 'order', root: 'Order', message: 'CEB311', customsCode: '901001' },
  { paper: 'payment', root: 'Payment', message: 'CEB411', customsCode: '901002' },
  { paper: 'waybill', root: 'Logistics', message: 'CEB511', customsCode: '901003' },
] as const;

const MISSING = listed(
  {
    code: 'MATCH-MISSING-PAPER',
    what: { zh: '单证', en: 'paper' },
    customsCode: '901001',
    rule: 'R-1.12',
    source: 'GACC 2018-194; customs check logic published by Alipay+',
    confidence: 'V',
  },
  {
    zh: '清单须有同一订单编号的订单、支付单和运单',
    en: 'A declaration needs an order, a payment and a waybill of the same order number',
  },
  PAPERS.map(({ root }) => root),
);

const check: Check = (dossier, _context, findings) => {
  for (const { paper, root, message, customsCode } of PAPERS) {
    if (dossier[paper] !== undefined) continue;
    const { orderNo, ebpCode } = dossier.declaration.head;
    const name = PAPER_NAMES[paper];
    findings.push({
      ...found(MISSING, {
        path: root,
        message: {
          zh: `未收到订单编号${orderNo}（电商平台${ebpCode}）的${name.zh}`,
          en: `The ${name.en} of order number ${orderNo} (platform ${ebpCode}) has not arrived`,
        },
        remedy: {
          zh: `请发送方以同一订单编号发送${name.zh}报文${message}，再重新申报清单`,
          en: `Have the ${name.en} sent as ${message} under the same order number, then declare again`,
        },
        evidence: [{ paper: 'declaration', path: 'Inventory/InventoryHead/orderNo', value: orderNo }],
      }),
      customsCode,
    });
  }
};

/** The rule that all papers are there. */
export const missingPapers: RuleGroup = { listed: [MISSING], check };
