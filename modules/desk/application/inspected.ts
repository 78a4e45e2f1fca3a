import type { Client } from '#postgres';
import type { Act } from '../domain/acts.ts';
import type { Officer } from '../domain/officer.ts';
import type { Reason } from '../domain/tables.ts';
import { addActs } from '../storage/acts.ts';
import { type CaseKey, lockCases } from '../storage/case-files.ts';
import { actRecord } from './act-records.ts';
import { barred, makeReady, type Ready, record } from './decide.ts';
import { keyOf } from './follow.ts';
import { type HeldCase, holding, versionOf } from './hold.ts';
import type { DeskPorts } from './ports.ts';
import type { RefusalCode } from './refusals.ts';

/** What an inspection has found of a list, as a reason of the desk. */
export interface InspectedVerdict extends CaseKey {
  readonly reason: string;
  readonly note: string;
}

/** What came of it: the status the list has come to stand at, or why it stands where it stood. */
export type InspectedOutcome = CaseKey &
  (
    | { readonly done: 'decided'; readonly said: string }
    | { readonly done: 'nothing'; readonly said: RefusalCode | 'NOT-AT-INSPECTION' }
  );

/** The two who have inspected; the second one may be missing where one is enough. */
export type Inspectors = readonly [Officer, Officer | undefined];

/** Has the desk decide on what was inspected, in the transaction it is lent for. */
export type DecideInspected = (
  officers: Inspectors,
  verdicts: readonly InspectedVerdict[],
) => Promise<InspectedOutcome[]>;

/** Reason by which a list is taken to inspection that an inspection has found something against. */
const toInspection = 'INS-RANDOM';
/** Status of a list under manual review. */
const underReview = '300';

/**
 * Runs work on lists that stand still with their cases, and lets it decide on them by what an inspection has found: one
 * officer decides, and where two are asked for, the other one confirms. Where the desk decides nothing, neither does it.
 */
export async function holdingInspected<Result>(
  ports: DeskPorts,
  keys: readonly CaseKey[],
  work: (client: Client, decide: DecideInspected) => Promise<Result>,
): Promise<Result> {
  if (!ports.lists.decides)
    return ports.database.transaction((client) =>
      work(client, async (_officers, verdicts) =>
        verdicts.map(({ orderNo, ebpCode }) => ({
          orderNo,
          ebpCode,
          done: 'nothing',
          said: 'DESK-READ-ONLY',
        })),
      ),
    );
  let committed: (() => void)[] = [];
  const result = await holding(ports, keys, (client, held) => {
    // What is tried again begins anew.
    committed = [];
    return work(client, async (officers, verdicts) => {
      const outcomes: InspectedOutcome[] = [];
      for (const verdict of verdicts) {
        const { outcome, done } = await decideOne(ports, client, officers, held.get(keyOf(verdict)), verdict);
        outcomes.push(outcome);
        committed.push(...done);
      }
      return outcomes;
    });
  });
  for (const after of committed) after();
  return result;
}

interface Done {
  readonly outcome: InspectedOutcome;
  readonly done: (() => void)[];
}

async function decideOne(
  ports: DeskPorts,
  client: Client,
  officers: Inspectors,
  held: Partial<HeldCase> | undefined,
  verdict: InspectedVerdict,
): Promise<Done> {
  const { orderNo, ebpCode, note } = verdict;
  const nothing = (said: RefusalCode | 'NOT-AT-INSPECTION'): Done => ({
    outcome: { orderNo, ebpCode, done: 'nothing', said },
    done: [],
  });
  const at = ports.now();
  const reason = ports.tables.reasonsOn(ports.chinaDay(at)).find(({ code }) => code === verdict.reason);
  if (!reason || !held?.file || held.file.state === 'closed') return nothing('NOT-AT-INSPECTION');
  const act = reason.act as Act;
  const release = act === 'release';
  // What is held for other reasons than an inspection is not released by one.
  if (release && held.file.status === underReview) return nothing('NOT-AT-INSPECTION');
  const done: (() => void)[] = [];
  let now = held;
  if (!release && act !== 'refuse' && held.file.status === underReview) {
    const first = await readyFor(ports, client, officers, now, {
      act: 'inspect',
      reason: toInspection,
      note,
    });
    if (typeof first === 'string') return nothing(first);
    done.push(await record(ports, client, officers[0], [first], { at, note, act: 'inspect' }));
    now = await asItStandsNow(ports, client, verdict);
  }
  const ready = await readyFor(ports, client, officers, now, { act, reason: reason.code, note });
  if (typeof ready === 'string') return { ...nothing(ready), done };
  const leftToOthers = release && (await barred(ports, client, [ready], at)).length > 0;
  // What officers have nothing against stays where it stands, and goes on when the last of the others agrees.
  const next = leftToOthers ? { ...ready, reason: { ...reason, status: ready.file.status } } : ready;
  const decided = await signed(ports, client, officers, next, { at, note, act, leftToOthers });
  if (!decided) return { ...nothing('CASE-SAME-OFFICER'), done };
  return {
    outcome: { orderNo, ebpCode, done: 'decided', said: next.reason.status },
    done: [...done, decided],
  };
}

/** Whichever of the two may have the case: the other may have it in hand. */
async function readyFor(
  ports: DeskPorts,
  client: Client,
  officers: Inspectors,
  held: Partial<HeldCase>,
  wish: { readonly act: Act; readonly reason: string; readonly note: string },
): Promise<Ready | RefusalCode> {
  const { file } = held;
  const seen = { orderNo: file?.orderNo ?? '', ebpCode: file?.ebpCode ?? '' };
  const at = ports.now();
  const first = await makeReady(ports, client, officers[0], held, { seen, wish, at });
  if (typeof first !== 'string' || !officers[1]) return first;
  return makeReady(ports, client, officers[1], held, { seen, wish, at });
}

async function asItStandsNow(
  ports: DeskPorts,
  client: Client,
  { orderNo, ebpCode }: CaseKey,
): Promise<Partial<HeldCase>> {
  const key = { orderNo, ebpCode };
  const still = (await ports.lists.still(client, [key])).get(keyOf(key));
  const [file] = await lockCases(client, [key]);
  return { ...(still ? { still } : {}), ...(file ? { file } : {}) };
}

/** Decided by one, or proposed by one and confirmed by the other; undefined where there is no other. */
async function signed(
  ports: DeskPorts,
  client: Client,
  [one, other]: Inspectors,
  ready: Ready & { readonly reason: Reason },
  said: { readonly at: Date; readonly note: string; readonly act: Act; readonly leftToOthers: boolean },
): Promise<(() => void) | undefined> {
  const { at, note, act } = said;
  const { file, still, reason, fourEyes } = ready;
  if (!fourEyes) return record(ports, client, other ?? one, [ready], said);
  if (!other) return undefined;
  const [proposal] = await addActs(client, [
    actRecord(file, 'proposed', one, at, {
      ...{ toStatus: reason.status, reason: reason.code, note, act, fourEyes: fourEyes.code },
      evidence: { seen: versionOf(file, still) },
    }),
  ]);
  const more = { fourEyes: fourEyes.code, proposal: proposal?.seq ?? null };
  return record(ports, client, other, [ready], { ...said, more });
}
