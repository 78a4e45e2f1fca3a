import { pauseChanges } from '#documents';
import type { Client } from '#postgres';
import type { ExportList } from '../domain/dossier.ts';
import { type ExportKey, type ExportStanding, listKey } from '../domain/export-list.ts';
import { heldByOthers } from '../storage/decisions.ts';
import { exportLists } from '../storage/export-papers.ts';
import { standingsOfOrders } from '../storage/standings.ts';
import { waitingExports } from '../storage/waiting.ts';
import { type ExportCandidate, exportObjections } from './companions.ts';
import type { ExportPorts } from './ports.ts';
import { recordSteps } from './record-steps.ts';

export interface ReconsideredExports {
  readonly released: readonly ExportKey[];
  /** To be done after the commit. */
  readonly committed: () => void;
}

const nothing: ReconsideredExports = { released: [], committed: () => undefined };

/**
 * Asks anew of export lists that stand held for nothing but others' objections, in the caller's transaction, and releases
 * those that nobody objects to any more. Whatever else has become of a list leaves it as it is.
 * @throws a conflict (40001) where papers of one are just being changed: to be tried again
 */
export async function reconsiderExports(
  ports: ExportPorts,
  client: Client,
  keys: readonly ExportKey[],
): Promise<ReconsideredExports> {
  // Where customs decides, it hears of consents itself.
  if (keys.length === 0 || ports.forward) return nothing;
  const orderNos = [...new Set(keys.map(({ orderNo }) => orderNo))];
  await exportLists.find(client, orderNos);
  const waiting = new Set((await waitingExports.lock(client, orderNos)).map(listKey));
  const wanted = new Set(keys.map(listKey));
  const others = new Set((await heldByOthers(client, orderNos)).map(listKey));
  const held = (await standingsOfOrders(client, orderNos)).filter(
    (one) =>
      wanted.has(listKey(one)) &&
      others.has(listKey(one)) &&
      one.outcome === 'held' &&
      !waiting.has(listKey(one)),
  );
  if (held.length === 0) return nothing;
  const numbers = [...new Set([...orderNos, ...held.map(({ logisticsNo }) => logisticsNo)])];
  if (!(await pauseChanges(client, numbers)))
    throw Object.assign(new Error('papers of these export lists are just being changed'), { code: '40001' });
  const at = ports.now();
  const candidates = await candidatesOf(client, held, 'released');
  const against = await exportObjections(ports.companions, client, candidates, at);
  const named = new Set(candidates.map(({ key }) => key));
  const free = held.filter((one) => named.has(listKey(one)) && !against.has(listKey(one)));
  const returnInfo = `[Code:2600;Desc:${ports.rules.resultText('2600')}]`;
  const after = await recordSteps(
    ports,
    client,
    free.map((before) => ({
      ...{ before, judge: 'engine' as const, outcome: 'released' as const, returnStatus: '800' },
      ...{ returnInfo, at },
    })),
    'by-us',
  );
  if (after.length === 0) return nothing;
  return {
    released: after,
    committed: () =>
      ports.moved({ lists: after, recipients: new Set(after.map(({ recipient }) => recipient)) }),
  };
}

/** Lists on file as those are shown them who have a say in their release. */
export async function candidatesOf(
  client: Client,
  standings: readonly ExportStanding[],
  outcome: ExportCandidate['outcome'],
): Promise<ExportCandidate[]> {
  if (standings.length === 0) return [];
  const documents = await exportLists.load<ExportList>(client, [
    ...new Set(standings.map(({ orderNo }) => orderNo)),
  ]);
  const byKey = new Map(documents.map(({ key, document }) => [key, document]));
  return standings.flatMap((standing): ExportCandidate[] => {
    const { orderNo, ebpCode, ebcCode, attempt, recipient, valueCny, acceptedAt } = standing;
    const key = listKey(standing);
    const list = byKey.get(key);
    return list
      ? [{ key, orderNo, ebpCode, ebcCode, attempt, recipient, outcome, list, valueCny, acceptedAt }]
      : [];
  });
}
