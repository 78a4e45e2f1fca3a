import type { Companion, ReleaseCandidate } from '#clearance';
import { isDrawn, ticketOf } from '#draws';
import { type Day, formatDecimal } from '#kernel';
import type { Client } from '#postgres';
import {
  type CreditClass,
  likeGoods,
  planOf,
  type Rate,
  rateOf,
  type SamplingPlan,
  type SamplingRow,
} from '../domain/rates.ts';
import { creditOn } from '../storage/credit.ts';
import { addBatches, type Batch, type Drawn, drawnBefore } from '../storage/draws.ts';
import { candidateName } from './candidate.ts';
import type { DrawnToInspect, SamplingPorts } from './ports.ts';
import { raisedSince } from './reading.ts';
import type { Seeds } from './seeds.ts';

type Ports = Pick<SamplingPorts, 'chinaDay' | 'rates' | 'digest' | 'nonconforming' | 'inspect'>;

/**
 * The draw of lists at release: each takes part when the rules judge it, whatever becomes of it then. It says nothing
 * against a release itself: what it has inspected, inspections keep.
 */
export function samplingCompanion(ports: Ports, seeds: Seeds): Companion {
  const planFor = plansOf(ports);
  return {
    name: 'sampling',
    consent: async (client, candidates, at) => {
      const judged = candidates.filter(({ judged: byRules }) => byRules);
      if (judged.length > 0) await drawAmong({ ...ports, planFor, seeds }, client, judged, at);
      return new Map();
    },
  };
}

type PlanFor = (day: Day) => SamplingPlan;

/** The plan of a day is laid out once, and anew when the table changes. */
function plansOf({ rates }: Pick<Ports, 'rates'>): PlanFor {
  let laid:
    | { readonly rows: readonly SamplingRow[]; readonly day: Day; readonly plan: SamplingPlan }
    | undefined;
  return (day) => {
    const rows = rates();
    if (laid?.rows !== rows || laid.day !== day) laid = { rows, day, plan: planOf(rows, day) };
    return laid.plan;
  };
}

interface Rated extends Rate {
  readonly candidate: ReleaseCandidate;
}

async function drawAmong(
  ports: Ports & { readonly planFor: PlanFor; readonly seeds: Seeds },
  client: Client,
  candidates: readonly ReleaseCandidate[],
  at: Date,
): Promise<void> {
  const day = ports.chinaDay(at);
  const plan = ports.planFor(day);
  // Whom the draw fell on it fell on, however often the list is declared anew.
  const again = candidates.filter(({ attempt }) => attempt > 1);
  const before = again.length === 0 ? [] : await drawnBefore(client, again);
  const known = new Map(before.map((one) => [`${one.ebpCode} ${one.orderNo}`, one]));
  const earlier = (one: ReleaseCandidate) => known.get(`${one.ebpCode} ${one.orderNo}`);
  const rated = await ratesOf(
    ports,
    client,
    candidates.filter((one) => !earlier(one)),
    { plan, day },
  );
  const { purpose, seed } = await ports.seeds.of(day);
  const fallsOn = ({ candidate, rate }: Rated): boolean =>
    isDrawn(rate, ticketOf(purpose, seed, candidateName(candidate, ports.digest), ports.digest));
  const drawn = rated.filter(fallsOn);
  await addBatches(client, batchesOf(rated, new Set(drawn), day, at), drawn.map(drawnOf(day, at)));
  const raisedBy = plan.raised?.code;
  const toInspect = [
    ...drawn.filter(({ mode }) => mode === 'live'),
    ...candidates.flatMap((candidate) => {
      const one = earlier(candidate);
      return one?.mode === 'live' ? [{ candidate, why: one.why }] : [];
    }),
  ].map(({ candidate, why }): DrawnToInspect => ({ candidate, why, raised: why === raisedBy }));
  if (toInspect.length > 0) await ports.inspect(client, toInspect, at);
}

async function ratesOf(
  { nonconforming }: Pick<Ports, 'nonconforming'>,
  client: Client,
  candidates: readonly ReleaseCandidate[],
  { plan, day }: { readonly plan: SamplingPlan; readonly day: Day },
): Promise<Rated[]> {
  if (candidates.length === 0) return [];
  const codes = new Set(candidates.flatMap(({ declaration: { head } }) => [head.agentCode, head.ebcCode]));
  const credit = await creditOn(client, [...codes], day);
  const of = (code: string): CreditClass => credit.get(code) ?? 'regular';
  const raised = new Set(
    plan.raised
      ? (await nonconforming(client, raisedSince(day, plan.raised.days), plan.raised.faults)).map(
          ({ hsChapter, origin }) => likeGoods(hsChapter, origin),
        )
      : [],
  );
  return candidates.flatMap((candidate) => {
    const { head, items } = candidate.declaration;
    const list = { items, declarant: of(head.agentCode), seller: of(head.ebcCode) };
    const rate = rateOf(plan, list, raised);
    return rate && rate.rate > 0n ? [{ ...rate, candidate }] : [];
  });
}

/** One row for the lists that were drawn by one rate for one reason: each can be drawn again by itself. */
function batchesOf(rated: readonly Rated[], drawn: ReadonlySet<Rated>, day: Day, at: Date): Batch[] {
  return [...Map.groupBy(rated, ({ why, rate, mode }) => `${why} ${rate} ${mode}`).values()].flatMap((of) => {
    const [first] = of;
    if (!first) return [];
    return {
      ...{ day, at, why: first.why, rate: formatDecimal(first.rate), mode: first.mode },
      orderNos: of.map(({ candidate }) => candidate.orderNo),
      ebpCodes: of.map(({ candidate }) => candidate.ebpCode),
      drawn: of.filter((one) => drawn.has(one)).length,
    };
  });
}

const drawnOf =
  (day: Day, at: Date) =>
  ({ candidate, why, rate, mode }: Rated): Drawn => ({
    ...{ orderNo: candidate.orderNo, ebpCode: candidate.ebpCode, recipient: candidate.recipient },
    ...{ day, at, why, rate: formatDecimal(rate), mode },
  });
