import type { ImportWaybill } from '#ceb';
import { type DocumentHandler, onlySaved, refusalCodes, savedAnswer, sentByItsFirms } from '#exchange';
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
    mayNotSend: sentByItsFirms('CEB511Message'),
    standings,
  };
}
