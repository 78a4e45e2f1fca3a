import { answerBody, type Root } from '#ceb';
import { type DocumentTable, keyText } from '#documents';
import {
  type DocumentHandler,
  onlySaved,
  refusalCodes,
  savedAnswer,
  sentByItsFirms,
  type TakenDocument,
} from '#exchange';
import { exportsByInvtNo } from '#exports';
import type { Client } from '#postgres';
import { addReceivedCases, type CaseFile, lockCasesOf, type ReceivedCase } from '../storage/cases.ts';
import {
  type ExportCancellation,
  type ExportReturn,
  exportCancellations,
  exportReturns,
  issueNumbers,
  returnTallies,
} from '../storage/documents.ts';
import { usedTallies } from '../storage/tallies.ts';
import type { HandlerPorts } from './ports.ts';
import { letGo } from './withdrawal.ts';

interface Kind extends Pick<DocumentHandler, 'standings' | 'taken'> {
  readonly root: Extract<Root, 'CEB605Message' | 'CEB213Message' | 'CEB215Message'>;
  readonly receipt: string;
  readonly name: DocumentHandler['name'];
  readonly table: DocumentTable;
}

/** Takes in CEB605 and CEB213, each a case that the rules judge next, and CEB215, which says that goods are back. */
export const exportReturnHandlers = (ports: HandlerPorts): DocumentHandler[] => {
  const kinds: Kind[] = [
    {
      root: 'CEB605Message',
      receipt: 'CEB606',
      name: { zh: '出口撤销申请单', en: 'export cancellation' },
      table: exportCancellations,
      standings: cancellationStandings,
      taken: (client, documents) => taken(ports, 'cancellation', client, documents),
    },
    {
      root: 'CEB213Message',
      receipt: 'CEB214',
      name: { zh: '零售出口退货申请单', en: 'export return' },
      table: exportReturns,
      standings: returnStandings,
      taken: (client, documents) => taken(ports, 'return', client, documents),
    },
    {
      root: 'CEB215Message',
      receipt: 'CEB216',
      name: { zh: '出口退运理货明细单', en: 'export return tally' },
      table: returnTallies,
      // What goods were moved by stands; until then the site may mend it.
      standings: async (client, waybills) =>
        new Map(
          (await usedTallies(client, waybills)).map(({ logisticsNo, operatorCode, coElNo }) => [
            keyText([logisticsNo, operatorCode, coElNo]),
            'locked' as const,
          ]),
        ),
    },
  ];
  return kinds.map((kind) => ({ ...shared(ports, kind.root, kind.name.zh), ...kind }));
};

function shared(ports: HandlerPorts, root: Kind['root'], what: string) {
  return {
    codes: refusalCodes(root),
    accepted: (head: object) => {
      if (onlySaved(head)) return savedAnswer;
      const { guid } = head as { readonly guid: string };
      return { status: '2', info: `${what}申报成功[${guid}]` };
    },
    receiptBody: (head: object, [preNo = '']: readonly string[]) =>
      answerBody(root, head as ExportReturn['head'], preNo ? { preNo } : {}, '2'),
    mayNotSend: sentByItsFirms(root),
    issue: async (client: Client, count: number, at: Date) =>
      (await issueNumbers(client, count, LETTERS[root], ports.chinaDay(at).replaceAll('-', ''))).map(
        (number) => [number],
      ),
  };
}

/** Letter before the day in the number each is given, as seen in receipts. */
const LETTERS: Readonly<Record<Kind['root'], string>> = {
  CEB605Message: 'B',
  CEB213Message: 'B',
  CEB215Message: 'O',
};

const keyOf = ({ kind, orderNo, ebcCode, copNo }: CaseFile): string =>
  keyText(kind === 'return' ? [orderNo, ebcCode, copNo] : [orderNo, ebcCode]);

const OPEN: readonly string[] = ['received', 'accepted'];
const ENDED: readonly string[] = ['refused', 'withdrawn'];

const exportCases = async (client: Client, invtNos: readonly string[], kind: CaseFile['kind']) =>
  (await lockCasesOf(client, invtNos)).filter((one) => one.direction === 'export' && one.kind === kind);

/** Until goods are back a return may be changed; what was refused or withdrawn may be sent anew. */
const returnStandings: DocumentHandler['standings'] = async (client, invtNos) =>
  new Map(
    (await exportCases(client, invtNos, 'return')).map((one) => {
      const standing = OPEN.includes(one.state) ? 'open' : ENDED.includes(one.state) ? 'returned' : 'locked';
      return [keyOf(one), standing] as const;
    }),
  );

/** A refused cancellation may come anew; a list that is declared anew has a number of its own. */
const cancellationStandings: DocumentHandler['standings'] = async (client, invtNos) =>
  new Map(
    (await exportCases(client, invtNos, 'cancellation')).map((one) => [
      keyOf(one),
      ENDED.includes(one.state) ? ('returned' as const) : ('locked' as const),
    ]),
  );

/** In the transaction that takes them in: what is declared is to be judged, what is deleted or saved only is no more. */
async function taken(
  ports: HandlerPorts,
  kind: CaseFile['kind'],
  client: Client,
  documents: readonly TakenDocument[],
): Promise<void> {
  const invtNos = [...new Set(documents.map(({ orderNo }) => orderNo))];
  const before = new Map((await lockCasesOf(client, invtNos)).map((one) => [one.returnNo, one]));
  const lists = new Map((await exportsByInvtNo(client, invtNos)).map((list) => [list.invtNo, list]));
  const received: ReceivedCase[] = [];
  for (const document of documents) {
    const { act, extra } = document;
    const onFile = before.get(extra[0] ?? '');
    const gone = act === 'remove' || onlySaved(document.document.head);
    if (onFile) await letGo(ports, client, onFile, { gone, at: ports.now() });
    const list = lists.get(document.orderNo);
    if (!gone)
      received.push(receivedCase(kind, document, list && { ebpCode: list.ebpCode, orderNo: list.orderNo }));
  }
  await addReceivedCases(client, received);
}

function receivedCase(
  kind: CaseFile['kind'],
  taken: TakenDocument,
  list: { readonly ebpCode: string; readonly orderNo: string } | undefined,
): ReceivedCase {
  const head = taken.document.head as ExportReturn['head'] & ExportCancellation['head'];
  const { invtNo, customsCode, ebcCode, agentCode, reason } = head;
  return {
    ...{ kind, direction: 'export', invtNo, customsCode, ebcCode, agentCode, reason },
    orderNo: invtNo,
    exportOrderNo: list?.orderNo ?? null,
    // A cancellation names no platform.
    ebpCode: kind === 'return' ? head.ebpCode : (list?.ebpCode ?? ''),
    copNo: kind === 'return' ? head.coElNo : head.copNo,
    logisticsNo: kind === 'return' ? head.logisticsNo : '',
    returnNo: taken.extra[0] ?? '',
    messageId: taken.messageId,
    sender: taken.sender,
    appliedAt: taken.receivedAt,
  };
}
