import type { ImportDeclaration } from '#ceb';
import { type DocumentHandler, onlySaved, refusalCodes, savedAnswer, sentByItsFirms } from '#exchange';
import { importLists, issuePreNos } from '../storage/import-lists.ts';

type Head = ImportDeclaration['head'];

export interface ImportListPorts {
  readonly standings: DocumentHandler['standings'];
  /** Told, in the same transaction, of lists to be judged, judged anew, or withdrawn. */
  readonly taken: NonNullable<DocumentHandler['taken']>;
  /** The day in China as YYYYMMDD. */
  readonly chinaDay: (at: Date) => string;
}

/** Takes in CEB621 messages: import lists to be judged. */
export function importListHandler(ports: ImportListPorts): DocumentHandler {
  return {
    root: 'CEB621Message',
    receipt: 'CEB622',
    name: { zh: '进口清单', en: 'import list' },
    table: importLists,
    codes: refusalCodes('CEB621Message'),
    accepted: (head) => {
      if (onlySaved(head)) return savedAnswer;
      const { guid, ebcCode, orderNo, appType } = head as Head;
      const done = appType === '1' ? '新增' : appType === '2' ? '变更' : '删除';
      return {
        status: '2',
        info: `清单${done}申报成功[${guid}][电商企业编码：${ebcCode}订单编号：${orderNo}]`,
      };
    },
    receiptBody: (head, [preNo = '']) => receiptBody(head as Head, preNo),
    mayNotSend: sentByItsFirms('CEB621Message'),
    standings: ports.standings,
    issue: async (client, count, at) =>
      (await issuePreNos(client, count, ports.chinaDay(at))).map((number) => [number]),
    taken: ports.taken,
  };
}

/** The standard's schema demands a preNo of 18 characters of every receipt: this one names no list (D). */
const noPreNo = '0'.repeat(18);

/**
 * Fields of a CEB622 that name its list. The receipt must hold a copNo of 1 to 20 characters, which the list
 * may leave out: then the number we gave stands there. A list that was refused has been given none.
 */
export function receiptBody(head: Head, preNo: string): Record<string, string> {
  const { guid, customsCode, ebpCode, ebcCode, agentCode, copNo } = head;
  return {
    guid,
    customsCode,
    ebpCode,
    ebcCode,
    agentCode,
    copNo: copNo || preNo || '-',
    preNo: preNo || noPreNo,
  };
}
