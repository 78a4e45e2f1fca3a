import { importLists } from '#declarations';
import { Problem } from '#http';
import { record } from '#journal';
import type { Client } from '#postgres';
import type { Word } from '../domain/consent.ts';
import {
  addDecisions,
  haveInspected,
  type ListKey,
  lockQuestion,
  openAbout,
  type Question,
  waitingForInspection,
} from '../storage/questions.ts';
import { againIfCrossed, notAsked, overtaken, speak } from './decide.ts';
import type { AgencyPorts } from './ports.ts';

/** What an inspection found of something an agency wanted inspected of a list. */
export interface InspectionResult extends Omit<ListKey, 'ebcCode'> {
  readonly inspectionId: string;
  readonly agency: string;
  readonly ground: string;
  readonly conforming: boolean;
  /** Code of the fault, where it does not conform. */
  readonly reason: string | undefined;
  readonly found: string;
}

type Ports = Pick<AgencyPorts, 'database' | 'now' | 'reconsider' | 'inspect'>;

/** What an officer wants inspected in place of a word. */
export interface InspectWish {
  /** Code of the table of grounds. */
  readonly ground: string;
  readonly reason: string;
  readonly attempt: number;
}

/**
 * Has a list inspected for the officer's agency before it speaks; what is found becomes its word. Where the same has been
 * found already, or counts by the table of mutual recognition, it has spoken at once.
 * @throws Problem 404, 409, and what the inspections refuse
 */
export async function inspectAtDesk(
  ports: Ports,
  officer: { readonly id: string; readonly agency: string },
  list: ListKey,
  wish: InspectWish,
): Promise<Question> {
  if (list.ebcCode !== '')
    throw new Problem(409, 'AGENCY-INSPECT-EXPORT', {
      zh: '出口清单的查验由海关办理；请作出同意或不同意的决定',
      en: 'Exports are inspected by customs; agree or refuse',
    });
  const { question, committed } = await againIfCrossed(ports.database, (client) =>
    haveItInspected(ports, client, officer, list, wish),
  );
  committed();
  return question;
}

const nothing = (): void => undefined;

async function haveItInspected(
  ports: Ports,
  client: Client,
  { id: by, agency }: { readonly id: string; readonly agency: string },
  list: ListKey,
  { ground, reason, attempt }: InspectWish,
): Promise<{ readonly question: Question; readonly committed: () => void }> {
  await importLists.find(client, [list.orderNo]);
  const question = await lockQuestion(client, list, agency);
  if (!question) throw notAsked(list.orderNo, list.ebpCode);
  if (question.state !== 'waiting' || question.attempt !== attempt) throw overtaken();
  const at = ports.now();
  const {
    state,
    by: row,
    inspectionId,
  } = await ports.inspect(client, list, { agency, ground, note: reason }, by);
  await haveInspected(client, question, ground);
  await addDecisions(client, [
    { ...list, attempt, agency, word: 'inspect', judge: 'officer', reason, by, at },
  ]);
  await record(client, [
    {
      ...{ at, kind: 'agency-inspects', subject: `${list.ebpCode}/${list.orderNo}` },
      body: {
        orderNo: list.orderNo,
        ebpCode: list.ebpCode,
        attempt,
        agency,
        ground,
        inspectionId,
        recipient: question.recipient,
      },
    },
  ]);
  const waiting = { ...question, inspecting: ground, judge: 'officer' as const };
  if (state === 'open') return { question: waiting, committed: nothing };
  const word = state === 'nonconforming' ? 'negative' : 'positive';
  const said = row === undefined ? `已有查验结果（${ground}）` : `互认 ${row}`;
  await speak(client, [{ question, word, judge: 'inspection', reason: said, by: inspectionId }], at);
  const free = word === 'positive' && (await openAbout(client, question)) === 0;
  const committed = free ? (await ports.reconsider(client, [list])).committed : nothing;
  return { question: { ...waiting, state: word, judge: 'inspection', decidedAt: at }, committed };
}

/**
 * Makes what inspections found the word of the agencies that had asked for them, in the transaction that closes the
 * inspection: who asked for more than one thing agrees when all of it conforms. The lists go on after it, by whoever
 * closed it.
 */
export async function takeResults(
  client: Client,
  results: readonly InspectionResult[],
  at: Date,
): Promise<void> {
  const questions = await waitingForInspection(client, results);
  await speak(
    client,
    questions.flatMap((question) => {
      const mine = results.filter(
        ({ orderNo, ebpCode, agency }) =>
          orderNo === question.orderNo && ebpCode === question.ebpCode && agency === question.agency,
      );
      const answers = mine.find(({ ground }) => ground === question.inspecting);
      if (!answers) return [];
      const bad = mine.filter(({ conforming }) => !conforming);
      const word: Word = bad.length > 0 ? 'negative' : 'positive';
      const said = (bad.length > 0 ? bad : [answers]).map(wordsOf).join('；');
      return [{ question, word, judge: 'inspection' as const, reason: said, by: answers.inspectionId }];
    }),
    at,
  );
}

const wordsOf = ({ conforming, reason, found }: InspectionResult): string =>
  [conforming ? '查验合格' : `查验不合格 ${reason ?? ''}`.trim(), found]
    .filter((text) => text !== '')
    .join('：');
