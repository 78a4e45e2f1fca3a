import type { Companion, JudgedFinding, ReleaseCandidate } from '#clearance';
import type { Client } from '#postgres';
import { INSPECTION_CODES } from '../domain/finding-codes.ts';
import { type Hold, holdsOfLists } from '../storage/holds.ts';
import { keyOf, lapse, openHolds } from './open-holds.ts';
import type { InspectionPorts } from './ports.ts';

type Ports = Pick<InspectionPorts, 'chinaDay' | 'tables' | 'lists' | 'certificates'>;

/** Status of a list that customs wants inspected. */
const toBeInspected = '500';
/** What customs orders, it may also release without: its officers decide at the desk. */
const ordered = { agency: 'customs', ground: 'CUS-ORDERED' };

/**
 * What inspections have to say of lists: one at 500 gets its order in the transaction that puts it there, one with
 * something to inspect is not released, one that is decided otherwise is inspected no more.
 */
export function inspectionCompanion(ports: Ports): Companion {
  return {
    name: 'inspections',
    consent: async (client, candidates) => {
      const holds = Map.groupBy(await holdsOfLists(client, candidates), keyOf);
      return new Map(
        candidates.flatMap((one) => {
          const against = (holds.get(keyOf(one)) ?? []).flatMap((hold) => objectionOf(hold, one));
          return against.length > 0 ? [[one.key, against] as const] : [];
        }),
      );
    },
    recorded: async (client, decisions) => {
      const wanted = decisions.filter(({ returnStatus }) => returnStatus === toBeInspected);
      if (wanted.length > 0) await orderThese(ports, client, wanted);
      // Nothing can be wanted of a list that is decided for the first time.
      const over = decisions.filter(
        ({ outcome, step, attempt }) =>
          outcome !== 'held' && outcome !== 'forwarded' && (step > 0 || attempt > 1),
      );
      const [first] = over;
      if (first) await lapse(client, over, first.decidedAt);
    },
  };
}

async function orderThese(
  ports: Ports,
  client: Client,
  decisions: readonly { readonly orderNo: string; readonly ebpCode: string; readonly decidedAt: Date }[],
): Promise<void> {
  const [first] = decisions;
  if (!first) return;
  await openHolds(
    ports,
    client,
    decisions.map(({ orderNo, ebpCode }) => ({ list: { orderNo, ebpCode }, ...ordered })),
    await ports.lists(client, decisions),
    { by: 'clearance', at: first.decidedAt },
  );
}

const texts = new Map(INSPECTION_CODES.map((one) => [one.code, one]));

function objectionOf(hold: Hold, { attempt }: ReleaseCandidate): JudgedFinding[] {
  const { state, agency, ground } = hold;
  // What is wanted of a list is wanted of it however often it is declared anew.
  if (state === 'open' && !(agency === ordered.agency && ground === ordered.ground))
    return [finding('INSPECT-OPEN', hold)];
  if (hold.attempt !== attempt) return [];
  // Customs' own officers have seen what was found, and decide with it before them.
  if (state === 'nonconforming' && agency !== ordered.agency) return [finding('INSPECT-FAILED', hold)];
  return [];
}

function finding(code: 'INSPECT-OPEN' | 'INSPECT-FAILED', { agency, ground }: Hold): JudgedFinding {
  const known = texts.get(code);
  if (!known) throw new RangeError(`no code ${code}`);
  return {
    ...{ code, level: 'business', path: 'list', rule: 'R-1.51', message: known.text, remedy: known.remedy },
    ...{ got: `${agency}: ${ground}`, mode: 'live', severity: 'review', customsCode: '1200' },
  };
}
