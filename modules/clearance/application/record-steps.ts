import { record } from '#journal';
import { formatDecimal, parseDecimal, ZERO } from '#kernel';
import type { Client } from '#postgres';
import { countDecisions, uncountDecisions } from '../storage/counts.ts';
import { addDecisions, type DecisionRecord, type LatestDecision } from '../storage/decisions.ts';
import { tellRecorded } from './companions.ts';
import { journalEntry } from './judge-batch.ts';
import type { ConductorPorts } from './ports.ts';
import { type Bound, reserveAnew } from './reserve-anew.ts';
import { giveBack } from './submissions.ts';

/** What recording a step needs of the conductor. */
export type StepPorts = Pick<
  ConductorPorts,
  'now' | 'chinaDay' | 'rulebook' | 'papers' | 'buyerKey' | 'follower' | 'companions'
>;

/** One decision on a list that had been decided before, and what it takes the place of. */
export interface Step {
  readonly before: LatestDecision;
  readonly decision: DecisionRecord;
}

/**
 * Records decisions on lists that stand decided, in the caller's transaction: ledgers, decisions, journal, counts, and
 * the desk. Receipts are the caller's.
 * @param bound whether what is taken anew of an allowance may pass the yearly limit
 * @returns the decisions as recorded, in the order of the steps
 */
export async function recordSteps(
  ports: StepPorts,
  client: Client,
  steps: readonly Step[],
  bound: Bound,
): Promise<DecisionRecord[]> {
  const { rulebook, now, chinaDay } = ports;
  const sentBack = steps.filter(({ decision }) => decision.outcome === 'refused');
  await giveBack(
    { now, chinaDay, annualLimit: (day) => formatDecimal(rulebook.annualLimit(day)) },
    client,
    sentBack.map(({ before }) => before),
  );
  const unreserved = steps
    .map(({ decision }) => decision)
    .filter(({ outcome, buyerKey }) => outcome !== 'refused' && buyerKey === null)
    .filter(({ dutiableValue }) => dutiableValue !== null && parseDecimal(dutiableValue) > ZERO);
  const reserved = await reserveAnew(ports, client, unreserved, bound);
  const decisions = steps.map(({ decision }) => ({
    ...decision,
    buyerKey: reserved.get(decision) ?? decision.buyerKey,
  }));
  await addDecisions(client, decisions);
  await tellRecorded(ports.companions, client, decisions);
  await record(client, decisions.map(journalEntry));
  const [within, beyond] = [true, false].map((same) =>
    steps
      .filter(({ before, decision }) => (before.attempt === decision.attempt) === same)
      .map(({ before }) => before),
  );
  await countDecisions(client, decisions, within);
  if (beyond?.length) await uncountDecisions(client, beyond);
  await follow(ports, client, decisions);
  return decisions;
}

async function follow(
  { follower }: StepPorts,
  client: Client,
  decisions: readonly DecisionRecord[],
): Promise<void> {
  if (!follower) return;
  const held = decisions.filter(({ outcome }) => outcome === 'held');
  if (held.length > 0) await follower.held(client, held);
  const left = decisions.flatMap(({ orderNo, ebpCode, outcome, decidedAt }) =>
    outcome === 'held' || outcome === 'forwarded' ? [] : [{ orderNo, ebpCode, as: outcome, at: decidedAt }],
  );
  if (left.length > 0) await follower.left(client, left);
}
