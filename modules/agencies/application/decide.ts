import { importLists } from '#declarations';
import { exportLists } from '#exports';
import { Problem } from '#http';
import { record } from '#journal';
import type { Client, Database } from '#postgres';
import { isConflict } from '#postgres';
import type { AgencyJudge, Word } from '../domain/consent.ts';
import {
  addDecisions,
  type ListKey,
  lockQuestion,
  openAbout,
  type Question,
  settleQuestions,
} from '../storage/questions.ts';
import type { AgencyPorts } from './ports.ts';

/** What an agency says of a list, and who says it. */
export interface Saying extends ListKey {
  readonly agency: string;
  readonly word: Word;
  readonly judge: AgencyJudge;
  readonly reason: string;
  /** Account of the officer, or id of the answer. */
  readonly by: string;
  /** When the agency said it; of two words that cross, the later one counts. */
  readonly saidAt: Date;
  /** The attempt it speaks of; undefined for the list as it was declared last. */
  readonly attempt?: number | undefined;
}

export interface Said {
  /** unasked: nobody asks this agency about the list; overtaken: the list, or the agency, is further. */
  readonly came: 'decided' | 'unasked' | 'overtaken';
  readonly question: Question | undefined;
  /** To be done after the commit. */
  readonly committed: () => void;
}

const nothing = (): void => undefined;

/**
 * Records what an agency says of a list, in the caller's transaction; the last positive decision that a list waited for
 * lets it go on. A refusal may be taken back while the list is still there; an agreement has been acted on.
 */
export async function say(
  { now, reconsider }: Pick<AgencyPorts, 'now' | 'reconsider'>,
  client: Client,
  saying: Saying,
): Promise<Said> {
  const { orderNo, ebpCode, ebcCode, agency, word, judge, reason, by, saidAt } = saying;
  const key = { orderNo, ebpCode, ebcCode };
  // As everybody locks a list who moves it: first the list, then what hangs on it.
  await (ebcCode === '' ? importLists : exportLists).find(client, [orderNo]);
  const question = await lockQuestion(client, key, agency);
  if (!question) return { came: 'unasked', question, committed: nothing };
  const { attempt, state, decidedAt } = question;
  const spoken = state === 'negative' && word === 'positive' && (decidedAt === null || saidAt > decidedAt);
  const another = saying.attempt !== undefined && saying.attempt !== attempt;
  if (another || (state !== 'waiting' && !spoken)) return { came: 'overtaken', question, committed: nothing };
  const at = now();
  await speak(client, [{ question, word, judge, reason, by }], at);
  const free = word === 'positive' && (await openAbout(client, question)) === 0;
  const committed = free ? (await reconsider(client, [key])).committed : nothing;
  return { came: 'decided', question: { ...question, state: word, judge, decidedAt: at }, committed };
}

/** A word of an agency about a question that is locked. */
export interface Spoken {
  readonly question: Question;
  readonly word: Word;
  readonly judge: AgencyJudge;
  readonly reason: string;
  readonly by: string;
}

/** Writes words of agencies down, in the caller's transaction: a handful of statements, however many. */
export async function speak(client: Client, spoken: readonly Spoken[], at: Date): Promise<void> {
  if (spoken.length === 0) return;
  const decisions = spoken.map(
    ({ question: { orderNo, ebpCode, ebcCode, attempt, agency }, question: _, ...said }) => ({
      ...{ orderNo, ebpCode, ebcCode, attempt, agency, at },
      ...said,
    }),
  );
  await addDecisions(client, decisions);
  await settleQuestions(client, decisions);
  await record(
    client,
    spoken.map(({ question, word, judge, reason }) => {
      const { orderNo, ebpCode, ebcCode, attempt, agency, recipient } = question;
      const list = ebcCode === '' ? { orderNo, ebpCode } : { orderNo, ebpCode, ebcCode };
      return {
        ...{ at, kind: word === 'positive' ? 'agency-agreed' : 'agency-refused' },
        subject: [...(ebcCode === '' ? [] : [ebcCode]), ebpCode, orderNo].join('/'),
        body: { ...list, attempt, agency, judge, reason, recipient },
      };
    }),
  );
}

/** Another try waits so long, and a little longer each time, milliseconds. */
const pausesMs = [20, 60, 150, 400] as const;

/** Does in a transaction what may meet others who move the same list: then it is done again. */
export async function againIfCrossed<Result>(
  database: Database,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  for (const pause of pausesMs) {
    try {
      return await database.transaction(work);
    } catch (fault) {
      if (!isConflict(fault)) throw fault;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return database.transaction(work);
}

/** Decides at the desk, for the officer's own agency. @throws Problem 404, 409 */
export async function decideAtDesk(
  ports: Pick<AgencyPorts, 'now' | 'reconsider' | 'database'>,
  officer: { readonly id: string; readonly agency: string },
  { orderNo, ebpCode, ebcCode }: ListKey,
  wish: { readonly decision: Word; readonly reason: string; readonly attempt: number },
): Promise<Question> {
  const { decision, reason, attempt } = wish;
  const said = await againIfCrossed(ports.database, (client) =>
    say(ports, client, {
      ...{ orderNo, ebpCode, ebcCode, attempt, reason, agency: officer.agency, by: officer.id },
      ...{ word: decision, judge: 'officer', saidAt: ports.now() },
    }),
  );
  if (!said.question || said.came === 'unasked') throw notAsked(orderNo, ebpCode);
  if (said.came === 'overtaken') throw overtaken();
  said.committed();
  return said.question;
}

export const overtaken = (): Problem =>
  new Problem(409, 'AGENCY-OVERTAKEN', {
    zh: '清单或本部门的意见在您查看之后已有变化；请刷新',
    en: 'The list, or what your agency says of it, has moved since you looked; look again',
  });

export const notAsked = (orderNo: string, ebpCode: string): Problem =>
  new Problem(404, 'AGENCY-NOT-ASKED', {
    zh: `没有就清单 ${ebpCode}/${orderNo} 征求本部门意见`,
    en: `Your agency is not asked about the list ${ebpCode}/${orderNo}`,
  });
