import { buyerAt } from '../people.ts';
import { type Fault, otherDigit, withHead } from './fault.ts';

/** Who is who: the persons and firms of a purchase do not agree between the papers. */
export const partyFaults: readonly Fault[] = [
  {
    name: 'buyer-name-differs',
    title: { zh: '清单订购人姓名与订单不一致', en: 'the list names another buyer than the order' },
    expected: { outcome: 'refused', findings: ['MATCH-BUYER-NAME'] },
    spoil: (papers, { strangerIndex }) =>
      withHead(papers, 'declaration', { buyerName: buyerAt(strangerIndex).name }),
  },
  {
    name: 'payer-is-not-buyer',
    title: { zh: '支付人不是订购人', en: 'somebody else than the buyer has paid' },
    expected: { outcome: 'refused', findings: ['MATCH-PAYER-NAME', 'MATCH-PAYER-ID-NUMBER'] },
    spoil: (papers, { strangerIndex }) => {
      const payer = buyerAt(strangerIndex);
      return withHead(papers, 'payment', { payerName: payer.name, payerIdNumber: payer.idNumber });
    },
  },
  {
    name: 'buyer-id-differs',
    title: { zh: '清单订购人证件号与订单不一致', en: 'the list has another identity number than the order' },
    expected: { outcome: 'refused', findings: ['MATCH-BUYER-ID-NUMBER'] },
    spoil: (papers, { strangerIndex }) =>
      withHead(papers, 'declaration', { buyerIdNumber: buyerAt(strangerIndex).idNumber }),
  },
  {
    name: 'buyer-id-check-character-wrong',
    title: { zh: '订购人身份证号校验位不符', en: 'the identity number has a wrong check character' },
    expected: { outcome: 'refused', findings: ['MATCH-BUYER-ID-VALID'] },
    spoil: (papers) => {
      const right = papers.order.head.buyerIdNumber;
      const wrong = right.slice(0, 17) + (right.endsWith('1') ? '2' : '1');
      const ordered = withHead(papers, 'order', { buyerIdNumber: wrong });
      const paid = withHead(ordered, 'payment', { payerIdNumber: wrong });
      return withHead(paid, 'declaration', { buyerIdNumber: wrong });
    },
  },
  {
    name: 'payment-firm-differs',
    title: { zh: '订单与支付凭证的支付企业不一致', en: 'order and payment name different payment firms' },
    expected: { outcome: 'refused', findings: ['MATCH-PAYMENT-FIRM', 'MATCH-PAYMENT-FIRM-NAME'] },
    spoil: (papers, { zone }) => {
      const other = zone.paymentFirms.find(({ customsCode }) => customsCode !== papers.payment.head.payCode);
      return withHead(papers, 'order', { payCode: other?.customsCode, payName: other?.name });
    },
    script: (steps) => steps,
    waits: true,
  },
  {
    name: 'seller-not-registered',
    title: { zh: '电商企业未在海关备案', en: 'the seller stands in no register' },
    expected: { outcome: 'refused', findings: ['MATCH-REGISTERED-SELLER'] },
    spoil: (papers, { zone: { stranger } }) => {
      const seller = { ebcCode: stranger.customsCode, ebcName: stranger.name };
      const ordered = withHead(papers, 'order', seller);
      return withHead(ordered, 'declaration', { ...seller, assureCode: stranger.customsCode });
    },
  },
  {
    name: 'consignee-address-differs',
    title: {
      zh: '运单收货地址与订单、清单不一致',
      en: 'the parcel goes to another address than was ordered',
    },
    expected: { outcome: 'refused', findings: ['MATCH-CONSIGNEE-ADDRESS'] },
    spoil: (papers, { strangerIndex }) =>
      withHead(papers, 'waybill', { consigneeAddress: buyerAt(strangerIndex).address }),
  },
  {
    name: 'consignee-telephone-differs',
    title: { zh: '运单收货人电话与订单不一致', en: 'the waybill has another telephone of the consignee' },
    expected: { outcome: 'refused', findings: ['MATCH-CONSIGNEE-PHONE'] },
    spoil: (papers) =>
      withHead(papers, 'waybill', {
        consigneeTelephone: otherDigit(papers.waybill.head.consigneeTelephone),
      }),
  },
];
