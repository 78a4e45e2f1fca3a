import { importLists } from '#declarations';
import { keyText, pauseChanges } from '#documents';
import type { Client } from '#postgres';
import { results } from '../domain/results.ts';
import { heldByOthers, type LatestDecision } from '../storage/decisions.ts';
import type { ListKey } from '../storage/pages.ts';
import { waitingLists } from '../storage/waiting.ts';
import { objections, type ReleaseCandidate } from './companions.ts';
import { listReceipt } from './judge-batch.ts';
import type { ConductorPorts, DecidedList } from './ports.ts';
import { recordSteps, type StepPorts } from './record-steps.ts';

export type ReconsiderPorts = StepPorts &
  Pick<ConductorPorts, 'addReceipts' | 'returnTime' | 'decided' | 'forward'>;

export interface Reconsidered {
  readonly released: readonly ListKey[];
  /** To be done after the commit. */
  readonly committed: () => void;
}

const nothing: Reconsidered = { released: [], committed: () => undefined };

/**
 * Asks anew of lists that stand held for nothing but others' objections, in the caller's transaction, and releases
 * those that nobody objects to any more. Whatever else has become of a list leaves it as it is.
 * @throws a conflict (40001) where papers of one are just being changed: to be tried again
 */
export async function reconsider(
  ports: ReconsiderPorts,
  client: Client,
  keys: readonly ListKey[],
): Promise<Reconsidered> {
  if (keys.length === 0 || ports.forward) return nothing;
  const at = ports.now();
  const orderNos = [...new Set(keys.map(({ orderNo }) => orderNo))];
  await importLists.find(client, orderNos);
  if (!(await pauseChanges(client, orderNos)))
    throw Object.assign(new Error('papers of these lists are just being changed'), { code: '40001' });
  const waiting = new Set((await waitingLists.lock(client, orderNos)).map(keyOf));
  const wanted = new Set(keys.map(keyOf));
  const held = (await heldByOthers(client, orderNos)).filter(
    (one) => wanted.has(keyOf(one)) && !waiting.has(keyOf(one)),
  );
  if (held.length === 0) return nothing;
  const documents = new Map(
    (await ports.papers.declarations(client, orderNos)).map((loaded) => [loaded.key, loaded.document]),
  );
  const still = held.flatMap((latest) => {
    const declaration = documents.get(keyOf(latest));
    return declaration ? [{ latest, declaration }] : [];
  });
  const against = await objections(
    ports.companions,
    client,
    still.map(({ latest, declaration }) => candidateOf(latest, declaration, 'released')),
    at,
  );
  const free = still.filter(({ latest }) => !against.has(keyOf(latest)));
  if (free.length === 0) return nothing;
  const decisions = await recordSteps(
    ports,
    client,
    free.map(({ latest }) => ({ before: latest, decision: releasing(ports, latest, at) })),
    'within-limit',
  );
  await ports.addReceipts(
    client,
    decisions.map((decision, i) => listReceipt(ports, headOf(free[i]), decision)),
  );
  const lists = decisions.map(
    ({ orderNo, ebpCode, outcome }): DecidedList => ({ orderNo, ebpCode, state: outcome }),
  );
  const recipients = new Set(decisions.map(({ recipient }) => recipient));
  return {
    released: free.map(({ latest }) => latest),
    committed: () => ports.decided({ lists, recipients }),
  };
}

const keyOf = ({ orderNo, ebpCode }: ListKey): string => keyText([orderNo, ebpCode]);

const headOf = (one: { declaration: ReleaseCandidate['declaration'] } | undefined) => {
  if (!one) throw new RangeError('a decision without its list');
  return one.declaration.head;
};

/** A list on file as those are shown it who have a say in its release. */
export function candidateOf(
  latest: LatestDecision,
  declaration: ReleaseCandidate['declaration'],
  outcome: ReleaseCandidate['outcome'],
): ReleaseCandidate {
  const { orderNo, ebpCode, attempt, recipient, dutiableValue, taxTotal, acceptedAt } = latest;
  return {
    ...{ key: keyText([orderNo, ebpCode]), orderNo, ebpCode, attempt, recipient, outcome },
    ...{ declaration, dutiableValue, taxTotal, acceptedAt, judged: false },
  };
}

const releasing = ({ rulebook }: ReconsiderPorts, before: LatestDecision, at: Date) => ({
  ...before,
  step: before.step + 1,
  decidedAt: at,
  judge: 'engine' as const,
  outcome: 'released' as const,
  returnStatus: '800',
  returnInfo: `[Code:${results.released};Desc:${rulebook.resultText(results.released)}]`,
  rulebook: rulebook.edition,
  assessment: '{}',
});
