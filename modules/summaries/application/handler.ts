import { answerBody, type DocumentOf, issuedNumber } from '#ceb';
import { keyText } from '#documents';
import {
  type DocumentHandler,
  onlySaved,
  refusalCodes,
  savedAnswer,
  sentByItsFirms,
  type TakenDocument,
} from '#exchange';
import { chinaDay, instantOfStamp } from '#kernel';
import type { Client } from '#postgres';
import type { ApplicationState, Chosen, NewApplication } from '../domain/application.ts';
import { lockApplication, numbersFrom } from '../storage/applications.ts';
import { madeOf, papers, partStates, partsOf } from '../storage/papers.ts';
import { enter } from './applying.ts';
import type { SummariesPorts } from './ports.ts';
import { takeBack } from './undoing.ts';

type Paper = DocumentOf<'CEB701Message'>;
type Head = Paper['head'];

/** What of the ports taking applications in needs. */
export interface HandlerPorts extends Pick<SummariesPorts, 'parameters'> {
  /** Whether this platform sums up; where customs does, its results come over the link. */
  readonly sumsUp: boolean;
}

/** What may be done with a paper, by how far the application made of it has come. */
const STANDINGS = {
  applied: 'open',
  claimed: 'open',
  'summed-up': 'locked',
  empty: 'returned',
  withdrawn: 'returned',
} as const satisfies Record<ApplicationState, string>;

/** Takes in CEB701 messages: applications for summaries of an enterprise's closed lists. */
export function applicationHandler(ports: HandlerPorts): DocumentHandler {
  return {
    root: 'CEB701Message',
    receipt: 'CEB702',
    name: { zh: '出口汇总申请单', en: 'application for a summary' },
    table: papers,
    codes: refusalCodes('CEB701Message'),
    accepted: (head) => {
      if (onlySaved(head)) return savedAnswer;
      const { guid, copNo, appType } = head as Head;
      const done = appType === '3' ? '撤回' : '申报';
      return { status: '2', info: `汇总申请${done}成功[${guid}][企业唯一编号：${copNo}]` };
    },
    receiptBody: (head, [preNo]) =>
      answerBody('CEB701Message', head as never, preNo === undefined ? {} : { preNo }, '2'),
    mayNotSend: sentByItsFirms('CEB701Message'),
    standings: async (client, copNos) => {
      const parts = await partStates(client, copNos);
      return new Map(
        parts.map(({ copNo, agentCode, part, state }) => [
          keyText([copNo, agentCode, String(part)]),
          STANDINGS[state],
        ]),
      );
    },
    issue: async (client, count, at) => {
      const day = chinaDay(at.getTime()).replaceAll('-', '');
      const numbers = await numbersFrom(client, 'pre_no', count);
      return numbers.map((number) => [issuedNumber('preNo', 'CEB701Message', {}, day, number)]);
    },
    taken: async (client, documents) => {
      if (!ports.sumsUp) return;
      for (const document of documents) await takeIn(ports, client, document);
    },
  };
}

/** What a paper asks for, once all of its parts are there; undefined while they are not. */
async function chosenBy(client: Client, { head, items }: Paper): Promise<Chosen | undefined> {
  const { startTime, endTime, msgCount } = head;
  const from = startTime ? instantOfStamp(startTime) : undefined;
  const to = endTime ? instantOfStamp(endTime) : undefined;
  const times =
    from === undefined || to === undefined
      ? {}
      : // Its last second is in it.
        { closedFrom: new Date(from), closedBefore: new Date(to + 1_000) };
  if (msgCount <= 1) {
    const invtNos = items.map(({ invtNo }) => invtNo);
    return { ...times, ...(invtNos.length > 0 || !('closedFrom' in times) ? { invtNos } : {}) };
  }
  const parts = await partsOf(client, head, msgCount);
  if (parts.length < msgCount) return undefined;
  const invtNos = parts.flatMap((part) => part.invtNos);
  return { ...times, ...(invtNos.length > 0 || !('closedFrom' in times) ? { invtNos } : {}) };
}

/** An application that is sent again, changed or deleted is taken back; one that is whole is entered anew. */
async function takeIn(ports: HandlerPorts, client: Client, taken: TakenDocument): Promise<void> {
  const paper = taken.document as Paper;
  const { head } = paper;
  const at = taken.receivedAt;
  const before = (await madeOf(client, [head.copNo])).find(({ agentCode }) => agentCode === head.agentCode);
  const open = before && (await lockApplication(client, before.ebcCode, before.sumNo));
  if (open && open.finishedAt === null)
    await takeBack(client, open, { at, by: taken.sender, reason: '企业变更或删除申请' });
  if (taken.act === 'remove' || onlySaved(head)) return;
  const chosen = await chosenBy(client, paper);
  if (!chosen) return;
  await enter(client, applicationOf(ports, taken, chosen));
}

function applicationOf(ports: HandlerPorts, taken: TakenDocument, chosen: Chosen): NewApplication {
  const head = (taken.document as Paper).head;
  const [preNo] = taken.extra;
  return {
    ...{ origin: 'message', ebcCode: head.ebcCode, ebcName: head.ebcName, copNo: head.copNo, preNo, chosen },
    agent: { code: head.agentCode, name: head.agentName },
    broker: { code: head.declAgentCode, name: head.declAgentName },
    // 2: by consignor and by producer or seller; 1: by consignor alone.
    wish: { bySeller: head.summaryFlag === '2', byName: head.itemNameFlag === '1' },
    ...{ mostLines: ports.parameters().mostLines, by: taken.sender, at: taken.receivedAt },
  };
}
