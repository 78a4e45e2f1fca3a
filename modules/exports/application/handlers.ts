import { answerBody, type DocumentOf, issuedNumber, messageTables, type Root } from '#ceb';
import type { DocumentTable } from '#documents';
import { type DocumentHandler, onlySaved, refusalCodes, savedAnswer, sentByItsFirms } from '#exchange';
import {
  arrivals,
  departures,
  exportLists,
  exportOrders,
  exportPayments,
  exportWaybills,
  issueNumbers,
  masterLists,
} from '../storage/export-papers.ts';
import {
  listStandings,
  onListsTaken,
  paperStandings,
  type SubmissionPorts,
  waybillStandings,
} from './submissions.ts';

export interface HandlerPorts extends SubmissionPorts {
  /** Papers of the goods: how they stand, and what they bring about. */
  readonly movements: Readonly<Record<'arrival' | 'departure', Pick<DocumentHandler, 'standings' | 'taken'>>>;
  /** The day in China as YYYYMMDD. */
  readonly chinaDay: (at: Date) => string;
}

interface Kind extends Pick<DocumentHandler, 'standings' | 'taken'> {
  readonly root: Root;
  readonly name: DocumentHandler['name'];
  readonly table: DocumentTable;
  /** What its receipt says of one that is taken in. */
  readonly accepted: (head: object) => { readonly status: string; readonly info: string };
}

const passed = { status: '120', info: '[Code:1800;Desc:逻辑校验通过]' } as const;
/** Under which master bill parcels go may be told anew at any time. */
const alwaysOpen: DocumentHandler['standings'] = async () => new Map();

/** Receipts of waybills, arrivals and departures know no 120: their papers are concluded at once. */
const concluded = { status: '399', info: '海关审结' } as const;

/** Takes in the papers of exports by list. */
export function exportHandlers(ports: HandlerPorts): DocumentHandler[] {
  const kinds: Kind[] = [
    {
      root: 'CEB303Message',
      name: { zh: '出口电子订单', en: 'export order' },
      table: exportOrders,
      accepted: () => passed,
      standings: paperStandings,
    },
    {
      root: 'CEB403Message',
      name: { zh: '出口收款单', en: 'payment received' },
      table: exportPayments,
      accepted: () => passed,
      standings: paperStandings,
    },
    {
      root: 'CEB505Message',
      name: { zh: '出口物流运单', en: 'export waybill' },
      table: exportWaybills,
      accepted: () => concluded,
      standings: waybillStandings,
    },
    {
      root: 'CEB603Message',
      name: { zh: '出口清单', en: 'export list' },
      table: exportLists,
      accepted: declared,
      standings: listStandings,
      taken: onListsTaken(ports),
    },
    {
      root: 'CEB507Message',
      name: { zh: '运抵单', en: 'arrival' },
      table: arrivals,
      accepted: () => concluded,
      ...ports.movements.arrival,
    },
    {
      root: 'CEB509Message',
      name: { zh: '离境单', en: 'departure' },
      table: departures,
      accepted: () => concluded,
      ...ports.movements.departure,
    },
    {
      root: 'CEB607Message',
      name: { zh: '清单总分单', en: 'master list' },
      table: masterLists,
      accepted: () => passed,
      standings: alwaysOpen,
    },
  ];
  return kinds.map((kind) => handlerOf(ports, kind));
}

function handlerOf(
  ports: HandlerPorts,
  { root, name, table, accepted, standings, taken }: Kind,
): DocumentHandler {
  const numbered = table.shape.extra !== undefined;
  return {
    ...{ root, name, table, standings },
    receipt: (messageTables[root].answer ?? '').replace(/Message$/, ''),
    codes: refusalCodes(root),
    accepted: (head) => (onlySaved(head) ? savedAnswer : accepted(head)),
    receiptBody: (head, [preNo]) =>
      answerBody(root, head as Fields, preNo === undefined ? {} : { preNo }, '2'),
    mayNotSend: sentByItsFirms(root),
    ...(numbered
      ? {
          issue: async (client, count, at) => {
            const day = ports.chinaDay(at);
            const numbers = await issueNumbers(client, 'pre_no', count);
            return numbers.map((number) => [issuedNumber('preNo', root, {}, day, number)]);
          },
        }
      : {}),
    ...(taken ? { taken } : {}),
  };
}

type Fields = Readonly<Record<string, string | number | undefined>>;

function declared(head: object): { status: string; info: string } {
  const { guid, ebcCode, orderNo, appType } = head as DocumentOf<'CEB603Message'>['head'];
  const done = appType === '1' ? '新增' : appType === '2' ? '变更' : '删除';
  return { status: '2', info: `清单${done}申报成功[${guid}][电商企业编码：${ebcCode}订单编号：${orderNo}]` };
}
