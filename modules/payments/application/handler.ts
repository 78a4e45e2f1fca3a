import type { ImportPayment } from '#ceb';
import { type DocumentHandler, onlySaved, refusalCodes, savedAnswer, sentByItsFirms } from '#exchange';
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
    mayNotSend: sentByItsFirms('CEB411Message'),
    standings,
  };
}
