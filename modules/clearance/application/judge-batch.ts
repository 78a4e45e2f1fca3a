import type { ImportDeclaration } from '#ceb';
import { receiptBody } from '#declarations';
import type { ReceiptRecord } from '#exchange';
import { type JournalEntry, record } from '#journal';
import { add, type Day, type Decimal, formatDecimal, ZERO } from '#kernel';
import type { Client } from '#postgres';
import { type AllowanceMovement, moveAllowances, reserveWeights, type WeightMovement } from '#quotas';
import { type Assessment, assess, withObjections } from '../domain/assess.ts';
import { countDecisions } from '../storage/counts.ts';
import { addDecisions, type DecisionRecord, issueInvtNos } from '../storage/decisions.ts';
import { waitingLists } from '../storage/waiting.ts';
import { adviceOf } from './advice.ts';
import { objections, type ReleaseCandidate, tellRecorded } from './companions.ts';
import { type GatheredFacts, gatherFacts } from './facts.ts';
import { type LoadedDossier, loadDossiers } from './gather.ts';
import type { ConductorPorts, DecidedList } from './ports.ts';

interface Judged {
  readonly loaded: LoadedDossier;
  readonly assessment: Assessment;
  readonly decision: DecisionRecord;
}

/**
 * Judges the ready lists among these orders and records everything of them in one transaction: decisions,
 * ledger movements, receipts, journal. Where customs decides, what is recorded is advice, and customs is asked. Lists whose papers have not come and whose time is not up stay in the queue.
 * @returns how many were judged, and orders of lists that another holds just now: to be looked at again
 */
export async function judgeBatch(
  live: ConductorPorts,
  orderNos: readonly string[],
): Promise<{ readonly judged: number; readonly held: readonly string[] }> {
  // A rulebook may be replaced while the database is asked: a batch is judged and recorded by one edition.
  const ports = { ...live, rulebook: { ...live.rulebook } };
  let held: readonly string[] = [];
  const judged = await ports.database.transaction(async (client) => {
    const waiting = await waitingLists.take(client, orderNos);
    held = waiting.held;
    if (waiting.taken.length === 0) return [];
    const at = ports.now();
    const dossiers = await loadDossiers(ports, client, waiting.taken, at);
    if (dossiers.length === 0) return [];
    const verdicts: Judged[] = [];
    for (const [day, ofDay] of byDay(ports, dossiers)) {
      const facts = await gatherFacts(ports, client, ofDay, day);
      const judgedThen = await judgeAll(ports, client, ofDay, facts, { day, at });
      await recordAll(ports, client, judgedThen, facts, day);
      verdicts.push(...judgedThen);
    }
    return verdicts;
  });
  if (judged.length > 0)
    ports.decided({
      lists: judged.map(({ decision }) => decidedList(decision)),
      recipients: new Set(judged.map(({ decision }) => decision.recipient)),
    });
  return { judged: judged.length, held };
}

/** Rates, limits and the year of the allowance are those of the day a list was accepted, not of its judgement. */
function byDay(ports: ConductorPorts, dossiers: readonly LoadedDossier[]): Map<Day, LoadedDossier[]> {
  const days = new Map<Day, LoadedDossier[]>();
  for (const dossier of dossiers) {
    const day = ports.chinaDay(dossier.waiting.acceptedAt);
    const known = days.get(day);
    if (known) known.push(dossier);
    else days.set(day, [dossier]);
  }
  return days;
}

/** One after the other in the order of acceptance: what an earlier list reserves, a later one of the same buyer sees. */
async function judgeAll(
  ports: ConductorPorts,
  client: Client,
  dossiers: readonly LoadedDossier[],
  facts: GatheredFacts,
  when: { readonly day: Day; readonly at: Date },
): Promise<Judged[]> {
  const { day, at } = when;
  const alone = dossiers.map((loaded) => {
    const assessment = assess(loaded.dossier, ports.rulebook, day, facts.of(loaded));
    facts.judged(loaded, assessment);
    return assessment;
  });
  const assessments = await heard(ports, client, dossiers, alone, at);
  const offices = dossiers
    .filter((_, i) => issuesNumber(ports, assessments[i]))
    .map(({ dossier }) => `${dossier.declaration.head.customsCode}${day.slice(0, 4)}`);
  const invtNos = (await issueInvtNos(client, offices)).values();
  return dossiers.map((loaded, i) => {
    const assessment = assessments[i] as Assessment;
    const invtNo = issuesNumber(ports, assessment) ? (invtNos.next().value ?? null) : null;
    return { loaded, assessment, decision: decisionOf(ports, loaded, assessment, invtNo, at) };
  });
}

/** The assessments, once those who have a say in releases have been asked. */
async function heard(
  { companions, rulebook }: ConductorPorts,
  client: Client,
  dossiers: readonly LoadedDossier[],
  assessments: readonly Assessment[],
  at: Date,
): Promise<readonly Assessment[]> {
  if (companions.length === 0) return assessments;
  const candidates = dossiers.flatMap((loaded, i): ReleaseCandidate[] => {
    const { outcome, dutiableValue, taxTotal } = assessments[i] as Assessment;
    if (outcome === 'refused') return [];
    const { key, waiting, dossier, sender } = loaded;
    return [
      {
        ...{ key, orderNo: waiting.orderNo, ebpCode: waiting.ebpCode, attempt: waiting.attempt, outcome },
        ...{
          recipient: sender,
          declaration: dossier.declaration,
          acceptedAt: waiting.acceptedAt,
          judged: true,
        },
        ...{ dutiableValue: money(dutiableValue), taxTotal: money(taxTotal) },
      },
    ];
  });
  const against = await objections(companions, client, candidates, at);
  if (against.size === 0) return assessments;
  return dossiers.map(({ key }, i) =>
    withObjections(assessments[i] as Assessment, against.get(key) ?? [], rulebook),
  );
}

/** Who decides gives a list its number, and none to one that is returned. */
const issuesNumber = (ports: ConductorPorts, assessment: Assessment | undefined): boolean =>
  !ports.forward && assessment?.outcome !== 'refused';

function decisionOf(
  ports: ConductorPorts,
  loaded: LoadedDossier,
  assessment: Assessment,
  invtNo: string | null,
  at: Date,
): DecisionRecord {
  const { head } = loaded.dossier.declaration;
  return {
    orderNo: head.orderNo,
    ebpCode: head.ebpCode,
    attempt: loaded.waiting.attempt,
    step: 0,
    acceptedAt: loaded.waiting.acceptedAt,
    decidedAt: at,
    ...(ports.forward ? adviceOf(assessment) : verdictOf(assessment)),
    preNo: loaded.preNo,
    invtNo,
    tradeMode: head.tradeMode,
    customsCode: head.customsCode,
    recipient: loaded.sender,
    dutiableValue: money(assessment.dutiableValue),
    taxTotal: money(assessment.taxTotal),
    buyerKey: assessment.reserve > ZERO ? loaded.buyerKey : null,
    rulebook: ports.rulebook.edition,
  };
}

type Said = Pick<DecisionRecord, 'judge' | 'outcome' | 'returnStatus' | 'returnInfo' | 'assessment'>;

const verdictOf = ({ outcome, returnStatus, returnInfo, stored }: Assessment): Said => ({
  judge: 'engine',
  outcome,
  returnStatus,
  returnInfo,
  assessment: stored,
});

const money = (amount: Decimal | undefined): string | null =>
  amount === undefined ? null : formatDecimal(amount);

async function recordAll(
  ports: ConductorPorts,
  client: Client,
  judged: readonly Judged[],
  facts: GatheredFacts,
  day: Day,
): Promise<void> {
  const decisions = judged.map(({ decision }) => decision);
  await reserve(ports, client, judged, facts, day);
  await addDecisions(client, decisions);
  await tellRecorded(ports.companions, client, decisions);
  // Advice is no answer: its sender has been told that the list is being declared, and hears next from customs.
  if (ports.forward)
    await ports.forward(
      client,
      judged.map(({ loaded }) => loaded),
    );
  else
    await ports.addReceipts(
      client,
      judged.map(({ loaded, decision }) => receiptOf(ports, loaded, decision)),
    );
  await waitingLists.remove(client, decisions);
  await record(client, decisions.map(journalEntry));
  await countDecisions(client, decisions);
  // Nearly all lists are released: only for those that are held is anything more written.
  const held = decisions.filter(({ outcome }) => outcome === 'held');
  if (held.length > 0) await ports.follower?.held(client, held);
}

async function reserve(
  ports: ConductorPorts,
  client: Client,
  judged: readonly Judged[],
  facts: GatheredFacts,
  day: Day,
): Promise<void> {
  const year = Number(day.slice(0, 4));
  const movements: AllowanceMovement[] = [];
  const net = new Map<string, Decimal>();
  for (const { loaded, assessment, decision } of judged) {
    if (assessment.reserve <= ZERO) continue;
    const { buyerKey } = loaded;
    const { orderNo, ebpCode, attempt } = decision;
    movements.push({
      buyerKey,
      year,
      orderNo,
      ebpCode,
      attempt,
      kind: 'reserve',
      amount: formatDecimal(assessment.reserve),
      day,
    });
    net.set(buyerKey, add(net.get(buyerKey) ?? ZERO, assessment.reserve));
  }
  if (movements.length === 0) return;
  await reserveWeights(
    client,
    judged.flatMap((one) => weightMovements(one, year)),
  );
  const amounts = new Map([...net].map(([buyer, amount]) => [buyer, formatDecimal(amount)]));
  const limit = formatDecimal(ports.rulebook.annualLimit(day));
  await moveAllowances(client, movements, amounts, year, limit, facts.hasAccount);
}

function weightMovements({ loaded, assessment, decision }: Judged, year: number): WeightMovement[] {
  const { orderNo, ebpCode, attempt } = decision;
  return assessment.weights.map(({ heading, kg }) => ({
    ...{ buyerKey: loaded.buyerKey, year, heading, orderNo, ebpCode, attempt },
    kg: formatDecimal(kg),
  }));
}

const receiptOf = (ports: ConductorPorts, { dossier }: LoadedDossier, decision: DecisionRecord) =>
  listReceipt(ports, dossier.declaration.head, decision);

/** The receipt of a list (CEB622) that tells what has been decided of it. */
export function listReceipt(
  ports: Pick<ConductorPorts, 'returnTime'>,
  head: ImportDeclaration['head'],
  decision: Pick<
    DecisionRecord,
    'recipient' | 'orderNo' | 'returnStatus' | 'returnInfo' | 'decidedAt' | 'preNo' | 'invtNo'
  >,
): ReceiptRecord {
  return {
    recipient: decision.recipient,
    type: 'CEB622',
    orderNo: decision.orderNo,
    returnStatus: decision.returnStatus,
    returnTime: ports.returnTime(decision.decidedAt),
    returnInfo: decision.returnInfo,
    body: {
      ...receiptBody(head, decision.preNo),
      ...(decision.invtNo === null ? {} : { invtNo: decision.invtNo }),
      orderNo: decision.orderNo,
    },
  };
}

/** What listeners get to know of a decision. */
export function journalEntry(decision: DecisionRecord): JournalEntry {
  const { orderNo, ebpCode, attempt, step, outcome, returnStatus, tradeMode, customsCode } = decision;
  const { recipient, dutiableValue, taxTotal, decidedAt } = decision;
  return {
    ...{ at: decidedAt, kind: `declaration-${outcome}`, subject: `${ebpCode}/${orderNo}` },
    body: {
      ...{ orderNo, ebpCode, attempt, ...(step > 0 ? { step } : {}) },
      ...{ returnStatus, tradeMode, customsCode, recipient, dutiableValue, taxTotal },
    },
  };
}

function decidedList({ orderNo, ebpCode, outcome }: DecisionRecord): DecidedList {
  return { orderNo, ebpCode, state: outcome };
}
