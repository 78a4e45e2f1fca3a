import { keyText } from '#documents';
import { add, compare, formatDecimal, parseDecimal, yearOf, ZERO } from '#kernel';
import type { Client } from '#postgres';
import { lockAllowances, moveAllowances, reserveWeightsAgain } from '#quotas';
import type { DecisionRecord } from '../storage/decisions.ts';
import type { ConductorPorts } from './ports.ts';

type Ports = Pick<ConductorPorts, 'now' | 'chinaDay' | 'rulebook' | 'papers' | 'buyerKey'>;

/** Whether what is taken anew may pass the yearly limit; where it may not, the database refuses it (23514). */
export type Bound = 'beyond-limit' | 'within-limit';

/**
 * Takes of the buyers' allowances what nobody had reserved: our rules had advised against these lists, or they had
 * been sent back before and now are not. The decision of customs stands even where the sum then passes the limit; the
 * ledger says so, and the next list of that buyer is advised against. Weights of sugar and rice are taken again as an
 * earlier attempt had taken them.
 * @param decisions one a list, each with a value
 * @returns the ledger key of each buyer, by decision
 */
export async function reserveAnew(
  ports: Ports,
  client: Client,
  decisions: readonly DecisionRecord[],
  bound: Bound,
): Promise<ReadonlyMap<DecisionRecord, string>> {
  const reserved = new Map<DecisionRecord, string>();
  if (decisions.length === 0) return reserved;
  const orderNos = decisions.map(({ orderNo }) => orderNo);
  const lists = await ports.papers.declarations(client, orderNos);
  const byKey = new Map(lists.map(({ key, document }) => [key, document.head]));
  for (const decision of decisions) {
    const head = byKey.get(keyText([decision.orderNo, decision.ebpCode]));
    if (head) reserved.set(decision, ports.buyerKey(head.buyerIdType, head.buyerIdNumber));
  }
  // In the order of the ledger keys, as judges lock them.
  const inOrder = [...reserved].sort(([, one], [, other]) => (one < other ? -1 : 1));
  for (const [decision, buyerKey] of inOrder) await take(ports, client, decision, buyerKey, bound);
  return reserved;
}

async function take(
  ports: Ports,
  client: Client,
  decision: DecisionRecord,
  buyerKey: string,
  bound: Bound,
): Promise<void> {
  const { orderNo, ebpCode, attempt, dutiableValue, acceptedAt } = decision;
  const amount = dutiableValue ?? '0';
  const acceptedOn = ports.chinaDay(acceptedAt);
  const year = yearOf(acceptedOn);
  const used = (await lockAllowances(client, [buyerKey], year)).get(buyerKey);
  const sum = add(used === undefined ? ZERO : parseDecimal(used), parseDecimal(amount));
  const limit = ports.rulebook.annualLimit(acceptedOn);
  await moveAllowances(
    client,
    [
      {
        ...{ buyerKey, year, orderNo, ebpCode, attempt, amount },
        kind: 'reserve',
        day: ports.chinaDay(ports.now()),
      },
    ],
    new Map([[buyerKey, amount]]),
    year,
    formatDecimal(bound === 'beyond-limit' && compare(sum, limit) > 0 ? sum : limit),
    () => used !== undefined,
  );
  await reserveWeightsAgain(client, { buyerKey, orderNo, ebpCode, attempt });
}
