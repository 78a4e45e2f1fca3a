import { importLists } from '#declarations';
import { answerDocuments, type DocumentAnswer, keyText } from '#documents';
import type { Client } from '#postgres';
import { decidedBy } from '../domain/customs-status.ts';
import type { Rulebook } from '../domain/rulebook.ts';
import { type DecisionRecord, type LatestDecision, latestDecisions } from '../storage/decisions.ts';
import { addProgress, type Progress } from '../storage/progress.ts';
import type { DecidedList } from './ports.ts';
import { recordSteps, type Step, type StepPorts } from './record-steps.ts';

/** What customs says of one list. */
export interface CustomsAnswer {
  /** Business key, as the table of lists makes it. */
  readonly key: string;
  readonly orderNo: string;
  /** The message the answer is to. */
  readonly messageId: string;
  readonly returnStatus: string;
  /** YYYYMMDDhhmmssSSS by the clock of customs. */
  readonly returnTime: string;
  readonly returnInfo: string;
  readonly at: Date;
  /** A newer one came before it: it is noted and moves nothing. */
  readonly late: boolean;
  readonly preNo?: string | undefined;
  readonly invtNo?: string | undefined;
}

/**
 * Records what customs says of lists, in the caller's transaction: a decision where it decides, else progress. An
 * answer to a version of a list that has been sent anew since says nothing of the one on file.
 * @param answers in the order of customs' clock
 * @returns the lists whose state has moved
 */
export async function recordCustomsAnswers(
  ports: StepPorts,
  client: Client,
  answers: readonly CustomsAnswer[],
): Promise<DecidedList[]> {
  const onFile = await answerDocuments(importLists, client, newestAnswers(answers));
  const mine = answers.filter(({ key, late }) => late || onFile.has(key));
  const orderNos = [...new Set(mine.map(({ orderNo }) => orderNo))];
  const latest = new Map(
    (await latestDecisions(client, orderNos)).map((decision) => [
      keyText([decision.orderNo, decision.ebpCode]),
      decision,
    ]),
  );
  const moved: DecidedList[] = [];
  // Nearly always one answer a list, and one round.
  for (const round of rounds(mine)) {
    const steps = await recordRound(ports, client, round, latest);
    for (const { orderNo, ebpCode, outcome } of steps) {
      moved.push({ orderNo, ebpCode, state: outcome });
    }
  }
  return moved;
}

/** The first answers of all lists, then the second ones, and so on. */
function rounds(answers: readonly CustomsAnswer[]): CustomsAnswer[][] {
  const result: CustomsAnswer[][] = [];
  for (const ofList of Map.groupBy(answers, ({ key }) => key).values())
    ofList.forEach((answer, i) => {
      const round = result[i];
      if (round) round.push(answer);
      else result.push([answer]);
    });
  return result;
}

async function recordRound(
  ports: StepPorts,
  client: Client,
  answers: readonly CustomsAnswer[],
  latest: Map<string, LatestDecision>,
): Promise<DecisionRecord[]> {
  const steps: Step[] = [];
  const progress: Progress[] = [];
  for (const answer of answers) {
    const before = latest.get(answer.key);
    if (!before) continue;
    const decision = nextDecision(ports, before, answer);
    if (decision) steps.push({ before, decision });
    else progress.push({ ...answer, ebpCode: before.ebpCode, attempt: before.attempt });
  }
  await addProgress(client, progress);
  if (steps.length === 0) return [];
  // The decision of customs stands, whatever the buyer has used of the allowance meanwhile.
  const decisions = await recordSteps(ports, client, steps, 'beyond-limit');
  for (const decision of decisions) latest.set(keyText([decision.orderNo, decision.ebpCode]), decision);
  return decisions;
}

/** By document, the last answer that is not late, as it is to stand on file. */
export function newestAnswers(answers: readonly CustomsAnswer[]): DocumentAnswer[] {
  const newest = new Map<string, DocumentAnswer>();
  for (const { key, messageId, returnStatus, returnInfo, late } of answers)
    if (!late) newest.set(key, { key, messageId, status: returnStatus, info: returnInfo });
  return [...newest.values()];
}

/** Undefined where the answer decides nothing new. */
function nextDecision(
  { rulebook }: StepPorts,
  before: LatestDecision,
  answer: CustomsAnswer,
): DecisionRecord | undefined {
  const outcome = decidedBy(answer.returnStatus);
  if (answer.late || outcome === undefined) return undefined;
  if (before.outcome === 'withdrawn')
    return outcome === 'refused' ? stillThere(rulebook, before, answer) : undefined;
  // Held for another reason is another thing to do; released or refused once more is not.
  const news =
    outcome !== before.outcome || (outcome === 'held' && before.returnStatus !== answer.returnStatus);
  if (!news) return undefined;
  // What had been sent back and is taken up after all reserves anew, and the ledger counts by attempt.
  const anew = before.outcome === 'refused';
  return {
    ...before,
    attempt: anew ? before.attempt + 1 : before.attempt,
    step: anew ? 0 : before.step + 1,
    decidedAt: answer.at,
    judge: 'customs',
    outcome,
    returnStatus: answer.returnStatus,
    returnInfo: answer.returnInfo,
    preNo: answer.preNo ?? before.preNo,
    invtNo: answer.invtNo ?? before.invtNo,
    buyerKey: outcome === 'refused' ? null : before.buyerKey,
    rulebook: rulebook.edition,
    assessment: '{}',
  };
}

/** Customs does not let the list be withdrawn: it stands there still, and somebody has to look at it. */
const stillThere = (
  { edition }: Rulebook,
  before: LatestDecision,
  { at, returnStatus, returnInfo }: CustomsAnswer,
): DecisionRecord => ({
  ...before,
  step: before.step + 1,
  decidedAt: at,
  judge: 'customs',
  outcome: 'held',
  ...{ returnStatus, returnInfo, rulebook: edition, assessment: '{}' },
});
