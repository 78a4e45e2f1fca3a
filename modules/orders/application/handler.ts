import type { ImportOrder } from '#ceb';
import { type DocumentHandler, onlySaved, refusalCodes, savedAnswer } from '#exchange';
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
    mayNotSend: (document, sender) => {
      const head = document as Head;
      if (head.ebpCode === sender.customsCode || head.ebcCode === sender.customsCode) return undefined;
      return {
        code: 'EXCHANGE-RIGHT',
        level: 'business',
        path: 'ebcCode',
        message: {
          zh: '订单应由其电商平台或电商企业自己发送',
          en: 'An order is sent by its platform or its seller',
        },
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
