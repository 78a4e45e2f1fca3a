import type { ImportPayment } from '#ceb';
import { type DocumentHandler, onlySaved, refusalCodes, savedAnswer } from '#exchange';
import { importPayments } from '../storage/import-payments.ts';

type Head = ImportPayment['head'];

/**
 * Takes in CEB411 messages.
 * @param standings whether a judged list rests on the orders named; the conductor knows
 */
export function importPaymentHandler(standings: DocumentHandler['standings']): DocumentHandler {
  return {
    root: 'CEB411Message',
    receipt: 'CEB412',
    name: { zh: '支付凭证', en: 'payment' },
    table: importPayments,
    codes: refusalCodes('CEB411Message'),
    accepted: (head) =>
      onlySaved(head) ? savedAnswer : { status: '120', info: '[Code:1800;Desc:逻辑校验通过]' },
    receiptBody: (head) => {
      const { guid, payCode, payTransactionId } = head as Head;
      return { guid, payCode, payTransactionId };
    },
    mayNotSend: (document, sender) => {
      const head = document as Head;
      if (head.payCode === sender.customsCode) return undefined;
      return {
        code: 'EXCHANGE-RIGHT',
        level: 'business',
        path: 'payCode',
        message: { zh: '支付凭证应由支付企业自己发送', en: 'A payment is sent by the payment firm itself' },
        remedy: {
          zh: '由有权的企业发送，或改正企业代码',
          en: 'Have the right enterprise send it, or correct its code',
        },
        rule: 'R-1.11',
      };
    },
    standings,
  };
}
