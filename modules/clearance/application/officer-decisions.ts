import type { ImportDeclaration } from '#ceb';
import { importLists } from '#declarations';
import { keyText, type LoadedDocument, pauseChanges } from '#documents';
import type { Client } from '#postgres';
import { decidedBy } from '../domain/customs-status.ts';
import type { JudgedFinding } from '../domain/results.ts';
import { type DecisionRecord, type LatestDecision, latestDecisions } from '../storage/decisions.ts';
import type { ListKey } from '../storage/pages.ts';
import { addProgress } from '../storage/progress.ts';
import { waitingLists } from '../storage/waiting.ts';
import { objections } from './companions.ts';
import { listReceipt } from './judge-batch.ts';
import type { ConductorPorts, DecidedList } from './ports.ts';
import { candidateOf } from './reconsider.ts';
import { recordSteps, type StepPorts } from './record-steps.ts';

/** A list as it stands, with what officers have to know of it to decide. */
export interface StillList {
  readonly latest: LatestDecision;
  /** It has been sent again and waits to be judged; known only of a list that stands still. */
  readonly waiting: boolean;
  /** When the latest of its papers came in. */
  readonly papersAt: Date;
  readonly head: ImportDeclaration['head'];
}

/** What an officer says of a list. */
export interface OfficerSaying {
  readonly list: StillList;
  readonly returnStatus: string;
  readonly returnInfo: string;
  /**
   * The list stays held only for what others object to: officers have nothing against it any more, and it goes on by
   * `reconsider`.
   */
  readonly leftToOthers?: boolean | undefined;
}

/** What an officer's desk does with lists. */
export interface OfficerDecisions {
  /** Where customs decides, the desk only shows. */
  readonly decides: boolean;
  /** Lists that are on file and have been judged, by business key, as they stand at this moment. */
  look(client: Client, keys: readonly ListKey[]): Promise<ReadonlyMap<string, StillList>>;
  /** The same, locked for the caller's transaction. Throws a conflict where one is just being changed. */
  still(client: Client, keys: readonly ListKey[]): Promise<ReadonlyMap<string, StillList>>;
  /**
   * Of lists that stand still, which may not be released yet and why: others have a say in it.
   * @returns findings by business key; lists that may be released are left out
   */
  barred(
    client: Client,
    at: Date,
    lists: readonly StillList[],
  ): Promise<ReadonlyMap<string, readonly JudgedFinding[]>>;
  /**
   * Records decisions in the caller's transaction, ledgers and receipts with them. A sum over the yearly limit is
   * refused by the database (check violation 23514, `within_yearly_limit`).
   * @returns what is to be done after the commit
   */
  decide(client: Client, at: Date, sayings: readonly OfficerSaying[]): Promise<Recorded>;
  /** Tells senders something about their lists that decides nothing: a receipt of the status they stand at. */
  tell(client: Client, at: Date, sayings: readonly OfficerSaying[]): Promise<() => void>;
}

export interface Recorded {
  /** In the order of what was said. */
  readonly decisions: readonly DecisionRecord[];
  readonly committed: () => void;
}

type Ports = StepPorts & Pick<ConductorPorts, 'addReceipts' | 'returnTime' | 'decided'>;

/** Decisions of officers, recorded the way the rules' and customs' are. */
export function officerDecisions(ports: Ports, decides: boolean): OfficerDecisions {
  return {
    decides,
    look: async (client, keys) => look(ports, client, keys, []),
    still: (client, keys) => standStill(ports, client, keys),
    barred: (client, at, lists) => barred(ports, client, at, lists),
    decide: async (client, at, sayings) => {
      const steps = sayings.map(({ list: { latest }, returnStatus, returnInfo, leftToOthers }) => ({
        before: latest,
        decision: nextStep(ports, latest, { returnStatus, returnInfo, leftToOthers, at }),
      }));
      const decisions = await recordSteps(ports, client, steps, 'within-limit');
      await ports.addReceipts(
        client,
        decisions.map((decision, i) => listReceipt(ports, headOf(sayings[i]), decision)),
      );
      return { decisions, committed: () => ports.decided(toldOf(decisions)) };
    },
    tell: async (client, at, sayings) => {
      const told = sayings.map(({ list: { latest }, returnStatus, returnInfo }) => ({
        ...latest,
        ...{ returnStatus, returnInfo, decidedAt: at },
      }));
      const receipts = told.map((one, i) => listReceipt(ports, headOf(sayings[i]), one));
      await ports.addReceipts(client, receipts);
      await addProgress(
        client,
        told.map((one, i) => ({ ...one, at, returnTime: receipts[i]?.returnTime ?? '' })),
      );
      return () => ports.decided(toldOf(told));
    },
  };
}

async function barred(
  { companions, papers }: Ports,
  client: Client,
  at: Date,
  lists: readonly StillList[],
): Promise<ReadonlyMap<string, readonly JudgedFinding[]>> {
  if (companions.length === 0 || lists.length === 0) return new Map();
  const orderNos = [...new Set(lists.map(({ latest }) => latest.orderNo))];
  const documents = new Map(
    (await papers.declarations(client, orderNos)).map(({ key, document }) => [key, document]),
  );
  const candidates = lists.flatMap(({ latest }) => {
    const declaration = documents.get(keyOf(latest));
    return declaration ? [candidateOf(latest, declaration, 'released')] : [];
  });
  return objections(companions, client, candidates, at);
}

const headOf = (saying: OfficerSaying | undefined): ImportDeclaration['head'] => {
  if (!saying) throw new RangeError('a decision without what was said');
  return saying.list.head;
};

function toldOf(lists: readonly LatestDecision[]): {
  lists: DecidedList[];
  recipients: ReadonlySet<string>;
} {
  return {
    lists: lists.map(({ orderNo, ebpCode, outcome }) => ({ orderNo, ebpCode, state: outcome })),
    recipients: new Set(lists.map(({ recipient }) => recipient)),
  };
}

async function standStill(
  ports: Ports,
  client: Client,
  keys: readonly ListKey[],
): Promise<ReadonlyMap<string, StillList>> {
  const orderNos = [...new Set(keys.map(({ orderNo }) => orderNo))];
  // As whoever sends a list again or withdraws it locks it: one of the two comes first, the other sees what it did.
  await importLists.find(client, orderNos);
  if (!(await pauseChanges(client, orderNos)))
    throw Object.assign(new Error('papers of these lists are just being changed'), { code: '40001' });
  return look(ports, client, keys, await waitingLists.lock(client, orderNos));
}

/** @param locked lists that wait to be judged, where they have been locked */
async function look(
  ports: Ports,
  client: Client,
  keys: readonly ListKey[],
  locked: readonly ListKey[],
): Promise<ReadonlyMap<string, StillList>> {
  const orderNos = [...new Set(keys.map(({ orderNo }) => orderNo))];
  const waiting = new Set(locked.map(keyOf));
  const latest = new Map((await latestDecisions(client, orderNos)).map((one) => [keyOf(one), one]));
  const lists = await ports.papers.declarations(client, orderNos);
  const arrived = await arrivals(ports, client, orderNos);
  const wanted = new Set(keys.map(keyOf));
  const found = new Map<string, StillList>();
  for (const { key, document, receivedAt } of lists) {
    const decision = latest.get(key);
    if (!decision || !wanted.has(key)) continue;
    const papersAt = Math.max(receivedAt.getTime(), arrived.get(decision.orderNo) ?? 0);
    found.set(key, {
      ...{ latest: decision, waiting: waiting.has(key), papersAt: new Date(papersAt) },
      head: document.head,
    });
  }
  return found;
}

/** When the latest order, payment or waybill of each order number came in. */
async function arrivals(
  { papers }: Ports,
  client: Client,
  orderNos: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const latest = new Map<string, number>();
  const note = (
    found: readonly LoadedDocument<{ head: { orderNo: string }; items: readonly object[] }>[],
  ) => {
    for (const { document, receivedAt } of found) {
      const { orderNo } = document.head;
      latest.set(orderNo, Math.max(latest.get(orderNo) ?? 0, receivedAt.getTime()));
    }
  };
  note(await papers.orders(client, orderNos));
  note(await papers.payments(client, orderNos));
  note(await papers.waybills(client, orderNos));
  return latest;
}

const keyOf = ({ orderNo, ebpCode }: ListKey): string => keyText([orderNo, ebpCode]);

/** As the rules write it where nothing but others' objections holds a list. */
const HELD_BY_OTHERS = '{"heldByOthers":true}';

function nextStep(
  { rulebook }: Ports,
  before: LatestDecision,
  said: Omit<OfficerSaying, 'list'> & { readonly at: Date },
): DecisionRecord {
  const { returnStatus, returnInfo, leftToOthers, at } = said;
  const outcome = decidedBy(returnStatus);
  if (outcome === undefined) throw new RangeError(`returnStatus ${returnStatus} decides nothing`);
  // What had been sent back and is taken up after all reserves anew, and the ledger counts by attempt.
  const anew = before.outcome === 'refused';
  return {
    ...before,
    attempt: anew ? before.attempt + 1 : before.attempt,
    step: anew ? 0 : before.step + 1,
    decidedAt: at,
    judge: 'officer',
    ...{ outcome, returnStatus, returnInfo },
    buyerKey: outcome === 'refused' ? null : before.buyerKey,
    rulebook: rulebook.edition,
    assessment: leftToOthers ? HELD_BY_OTHERS : '{}',
  };
}
