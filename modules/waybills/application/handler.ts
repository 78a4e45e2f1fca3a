import type { ImportWaybill } from '#ceb';
import { type DocumentHandler, onlySaved, refusalCodes, savedAnswer } from '#exchange';
import { importWaybills } from '../storage/import-waybills.ts';

type Head = ImportWaybill['head'];

/**
 * Takes in CEB511 messages.
 * @param standings whether a judged list rests on the orders named; the conductor knows
 */
export function importWaybillHandler(standings: DocumentHandler['standings']): DocumentHandler {
  return {
    root: 'CEB511Message',
    receipt: 'CEB512',
    name: { zh: '物流运单', en: 'waybill' },
    table: importWaybills,
    codes: refusalCodes('CEB511Message'),
    accepted: (head) =>
      onlySaved(head) ? savedAnswer : { status: '120', info: '[Code:1800;Desc:逻辑校验通过]' },
    receiptBody: (head) => {
      const { guid, logisticsCode, logisticsNo } = head as Head;
      return { guid, logisticsCode, logisticsNo };
    },
    mayNotSend: (document, sender) => {
      const head = document as Head;
      if (head.logisticsCode === sender.customsCode) return undefined;
      return {
        code: 'EXCHANGE-RIGHT',
        level: 'business',
        path: 'logisticsCode',
        message: { zh: '运单应由物流企业自己发送', en: 'A waybill is sent by the logistics firm itself' },
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
