import { record } from '#journal';
import type { Officer } from '../domain/officer.ts';
import { returnInfoOf } from '../domain/return-info.ts';
import type { ListQuestions, QuestionsPage } from '../http/question-schemas.ts';
import { addActs, openAttempt, questionActsOf } from '../storage/acts.ts';
import { type CaseFile, type CaseKey, changeCases, lockCases } from '../storage/case-files.ts';
import { questionsOf } from '../storage/queue.ts';
import { actRecord, changed } from './act-records.ts';
import type { SeenCase } from './decide.ts';
import { keyOf } from './follow.ts';
import { type HeldCase, holding, obstacle } from './hold.ts';
import { cursorText, readCursor } from './paging.ts';
import type { DeskPorts } from './ports.ts';
import { DeskRefusal } from './refusals.ts';

/** Asks the sender of a list for papers or an explanation: it is told by a receipt, and the deadline waits for the answer. */
export async function ask(
  ports: DeskPorts,
  officer: Officer,
  seen: SeenCase,
  { reason: code, note }: { readonly reason: string; readonly note: string },
): Promise<void> {
  const committed = await holding(ports, [seen], async (client, held) => {
    const at = ports.now();
    const found = held.get(keyOf(seen)) ?? {};
    const stop = obstacle(officer, found, seen.version, at);
    if (stop) throw new DeskRefusal(stop);
    const { file, still } = found as HeldCase;
    if (file.state === 'proposed') throw new DeskRefusal('CASE-PROPOSED');
    if (file.state === 'asked') throw new DeskRefusal('CASE-ACT');
    const reason = ports.tables
      .reasonsOn(ports.chinaDay(at))
      .find((one) => one.act === 'ask' && one.code === code);
    if (!reason) throw new DeskRefusal('CASE-REASON');
    const { answerMs } = ports.parameters();
    const answerDueAt = new Date(at.getTime() + answerMs);
    await changeCases(client, [
      changed(file, {
        ...{ state: 'asked', answerDueAt, dueAt: new Date(file.dueAt.getTime() + answerMs) },
        ...{ takenBy: officer.id, takenName: officer.name, takenAt: at, leaseUntil: answerDueAt },
      }),
    ]);
    await addActs(client, [
      actRecord(file, 'asked', officer, at, {
        ...{ reason: code, note, evidence: { answerDueAt: answerDueAt.toISOString() } },
      }),
    ]);
    await record(client, [entry('case-asked', file, at, { reason: code, answerDueAt })]);
    const returnInfo = returnInfoOf(reason, note);
    return ports.lists.tell(client, at, [{ list: still, returnStatus: file.status, returnInfo }]);
  });
  committed();
}

/** What an enterprise is told of it in the journal; neither the officer nor the words of either. */
const entry = (kind: string, file: CaseFile, at: Date, more: object) => ({
  ...{ at, kind, subject: `${file.ebpCode}/${file.orderNo}` },
  body: { orderNo: file.orderNo, ebpCode: file.ebpCode, recipient: file.recipient, ...more },
});

/**
 * The sender of a list answers. An answer that comes late is taken too, as long as nothing has been decided.
 * @param party customs code of who answers; a list somebody else sent is answered like one that is not there
 */
export async function answerQuestion(
  ports: DeskPorts,
  party: string,
  key: CaseKey,
  text: string,
): Promise<void> {
  await ports.database.transaction(async (client) => {
    const at = ports.now();
    const [file] = await lockCases(client, [key]);
    if (!file || file.recipient !== party) throw new DeskRefusal('CASE-NOT-FOUND');
    if (file.state !== 'asked' || !file.answerDueAt) throw new DeskRefusal('CASE-NOT-ASKED');
    // What is left of the time for the answer is not the officer's to lose.
    const left = Math.max(0, file.answerDueAt.getTime() - at.getTime());
    await changeCases(client, [
      changed(file, {
        ...{ state: 'open', answerDueAt: null, dueAt: new Date(file.dueAt.getTime() - left) },
        leaseUntil: file.takenBy === null ? null : new Date(at.getTime() + ports.parameters().leaseMs),
      }),
    ]);
    await addActs(client, [actRecord(file, 'answered', null, at, { note: text, evidence: { party } })]);
    await record(client, [entry('case-answered', file, at, {})]);
  });
}

/** What an enterprise is asked, the one to be answered first first. */
export async function questionsTo(
  ports: DeskPorts,
  party: string,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<QuestionsPage> {
  const now = ports.now();
  const after = cursor === undefined ? undefined : readCursor(cursor);
  const questions = await questionsOf(ports.database.readers, party, after, limit);
  const last = questions.length === limit ? questions.at(-1) : undefined;
  return {
    items: questions.map(({ reason, askedAt, answerDueAt, ...rest }) => {
      return {
        ...rest,
        reason: reasonOn(ports, reason, askedAt),
        askedAt: askedAt.toISOString(),
        answerDueAt: answerDueAt.toISOString(),
      };
    }),
    ...(last ? { next: cursorText({ ...last, dueAt: last.answerDueAt.toISOString() }) } : {}),
    now: now.toISOString(),
  };
}

/** A reason in the words of the day it was given. */
function reasonOn(ports: DeskPorts, code: string, at: Date) {
  const known = ports.tables.reasonsOn(ports.chinaDay(at)).find((one) => one.code === code);
  return { code, zh: known?.zh ?? code, en: known?.en ?? code };
}

/**
 * What a sender was asked of one of its lists, and what it answered, the first first; nothing for a list it was never asked
 * about, whosever that is.
 */
export async function questionsOn(ports: DeskPorts, party: string, key: CaseKey): Promise<ListQuestions> {
  const { readers } = ports.database;
  const [acts, open] = await Promise.all([
    questionActsOf(readers, key, party),
    openAttempt(readers, key, party),
  ]);
  const questions: ListQuestions['questions'] = [];
  for (const { attempt, at, kind, reason, note, evidence } of acts) {
    const last = questions.at(-1);
    if (kind === 'answered') {
      if (last) Object.assign(last, { open: false, answer: { at: at.toISOString(), text: note } });
      continue;
    }
    // One that was overtaken by a decision or a new version waits for no answer any more; nor does one before another.
    if (last) last.open = false;
    questions.push({
      ...{ reason: reasonOn(ports, reason ?? '', at), note, askedAt: at.toISOString() },
      answerDueAt: (evidence as { answerDueAt: string }).answerDueAt,
      open: attempt === open,
    });
  }
  return { questions, now: ports.now().toISOString() };
}
