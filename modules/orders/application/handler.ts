import type { ImportOrder } from '#ceb';
import { type DocumentHandler, onlySaved, refusalCodes, savedAnswer, sentByItsFirms } from '#exchange';
import { importOrders } from '../storage/import-orders.ts';

type Head = ImportOrder['head'];

/**
 * Takes in CEB311 messages.
 * @param standings whether a judged list rests on the orders named; the conductor knows
 */
export function importOrderHandler(standings: DocumentHandler['standings']): DocumentHandler {
  return {
    root: 'CEB311Message',
    receipt: 'CEB312',
    name: { zh: '电子订单', en: 'order' },
    table: importOrders,
    codes: refusalCodes('CEB311Message'),
    accepted: (head) =>
      onlySaved(head) ? savedAnswer : { status: '120', info: '[Code:1800;Desc:逻辑校验通过]' },
    receiptBody: (head) => {
      const { guid, ebpCode, ebcCode, orderNo } = head as Head;
      return { guid, ebpCode, ebcCode, orderNo };
    },
    mayNotSend: sentByItsFirms('CEB311Message'),
    standings,
  };
}
