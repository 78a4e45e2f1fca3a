import { answerBody } from '#ceb';
import { standingsOf } from '#clearance';
import { keyText } from '#documents';
import {
  type DocumentHandler,
  onlySaved,
  refusalCodes,
  savedAnswer,
  sentByItsFirms,
  type TakenDocument,
} from '#exchange';
import type { Client } from '#postgres';
import type { CaseKind } from '../domain/case.ts';
import { returnsFinding } from '../domain/finding-codes.ts';
import { addReceivedCases, type CaseFile, lockCasesOf, type ReceivedCase } from '../storage/cases.ts';
import {
  type ImportCancellation,
  type ImportReturn,
  importCancellations,
  importReturns,
  issueNumbers,
} from '../storage/documents.ts';
import type { HandlerPorts } from './ports.ts';
import { letGo } from './withdrawal.ts';

type Head = ImportReturn['head'] | ImportCancellation['head'];

/** Takes in CEB623 and CEB625: each becomes a case that the rules judge next. */
export const returnHandlers = (ports: HandlerPorts): DocumentHandler[] => [
  {
    root: 'CEB623Message',
    receipt: 'CEB624',
    name: { zh: '进口撤销申请单', en: 'import cancellation' },
    table: importCancellations,
    ...shared(ports, 'cancellation', 'CEB623Message'),
    standings: cancellationStandings,
  },
  {
    root: 'CEB625Message',
    receipt: 'CEB626',
    name: { zh: '进口退货申请单', en: 'import return' },
    table: importReturns,
    ...shared(ports, 'return', 'CEB625Message'),
    wrongIn: ({ head }) =>
      (head as Head).copNo ? [] : [returnsFinding('RETURN-NUMBER-MISSING', 'InvtRefundHead/copNo')],
    standings: returnStandings,
  },
];

const LETTERS: Readonly<Record<CaseKind, string>> = { cancellation: 'B', return: 'T' };

function shared(ports: HandlerPorts, kind: CaseKind, root: 'CEB623Message' | 'CEB625Message') {
  return {
    codes: refusalCodes(root),
    accepted: (head: object) => {
      if (onlySaved(head)) return savedAnswer;
      const { guid, orderNo } = head as Head;
      const what = kind === 'return' ? '退货申请单' : '撤销申请单';
      return { status: '2', info: `${what}申报成功[${guid}][订单编号：${orderNo}]` };
    },
    receiptBody: (head: object, [preNo = '']: readonly string[]) =>
      answerBody(root, head as Head, preNo ? { preNo } : {}, '2'),
    mayNotSend: sentByItsFirms(root),
    issue: async (client: Client, count: number, at: Date) =>
      (await issueNumbers(client, count, LETTERS[kind], ports.chinaDay(at).replaceAll('-', ''))).map(
        (number) => [number],
      ),
    taken: (client: Client, documents: readonly TakenDocument[]) => taken(ports, kind, client, documents),
  };
}

const keyOf = ({ kind, orderNo, ebpCode, copNo }: CaseFile): string =>
  keyText(kind === 'return' ? [orderNo, ebpCode, copNo] : [orderNo, ebpCode]);

const importsOf =
  (kind: CaseKind) =>
  (one: CaseFile): boolean =>
    one.direction === 'import' && one.kind === kind;

const OPEN: readonly string[] = ['received', 'applied', 'accepted'];

/** Until goods are back a return may be changed; what was refused or withdrawn may be sent anew. */
async function returnStandings(client: Client, orderNos: readonly string[]) {
  const cases = (await lockCasesOf(client, orderNos)).filter(importsOf('return'));
  return new Map(
    cases.map((one) => {
      const standing = OPEN.includes(one.state) ? 'open' : ENDED.includes(one.state) ? 'returned' : 'locked';
      return [keyOf(one), standing] as const;
    }),
  );
}

const ENDED: readonly string[] = ['refused', 'withdrawn'];
const DECLARED: readonly string[] = ['waiting', 'held', 'released'];

/** A cancellation may come anew once it was refused, or when the list it had cancelled has been declared anew. */
async function cancellationStandings(client: Client, orderNos: readonly string[]) {
  const cases = (await lockCasesOf(client, orderNos)).filter(importsOf('cancellation'));
  const lists = new Map(
    (await standingsOf(client, orderNos)).map(({ orderNo, ebpCode, state }) => [
      keyText([orderNo, ebpCode]),
      state,
    ]),
  );
  return new Map(
    cases.map((one) => {
      const anew = one.state === 'closed' && DECLARED.includes(lists.get(keyOf(one)) ?? '');
      return [keyOf(one), anew || ENDED.includes(one.state) ? 'returned' : 'locked'] as const;
    }),
  );
}

/** In the transaction that takes them in: what is declared is to be judged, what is deleted or saved only is no more. */
async function taken(
  ports: HandlerPorts,
  kind: CaseKind,
  client: Client,
  documents: readonly TakenDocument[],
): Promise<void> {
  const orderNos = [...new Set(documents.map(({ orderNo }) => orderNo))];
  const before = new Map((await lockCasesOf(client, orderNos)).map((one) => [one.returnNo, one]));
  const received: ReceivedCase[] = [];
  for (const document of documents) {
    const { act, extra } = document;
    const onFile = before.get(extra[0] ?? '');
    const gone = act === 'remove' || onlySaved(document.document.head);
    if (onFile) await letGo(ports, client, onFile, { gone, at: ports.now() });
    if (!gone) received.push(receivedCase(kind, document));
  }
  await addReceivedCases(client, received);
}

function receivedCase(kind: CaseKind, taken: TakenDocument): ReceivedCase {
  const {
    orderNo,
    ebpCode,
    copNo = '',
    invtNo,
    customsCode,
    ebcCode,
    agentCode,
    reason,
    logisticsNo,
  } = taken.document.head as Head;
  return {
    ...{
      kind,
      direction: 'import',
      exportOrderNo: null,
      orderNo,
      ebpCode,
      copNo,
      invtNo,
      customsCode,
      ebcCode,
      agentCode,
      reason,
      logisticsNo,
    },
    returnNo: taken.extra[0] ?? '',
    messageId: taken.messageId,
    sender: taken.sender,
    appliedAt: taken.receivedAt,
  };
}
