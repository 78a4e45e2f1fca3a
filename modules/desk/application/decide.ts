import { type FourEyesRule, fourEyesFor } from '#four-eyes';
import { record as recordInJournal } from '#journal';
import type { Client } from '#postgres';
import { type Act, mayFollow } from '../domain/acts.ts';
import { type Officer, worksOn } from '../domain/officer.ts';
import { returnInfoOf } from '../domain/return-info.ts';
import type { Reason } from '../domain/tables.ts';
import { type ActRecord, addActs } from '../storage/acts.ts';
import { type CaseKey, changeCases, lockCases, openCases } from '../storage/case-files.ts';
import { actRecord, changed, handedBack } from './act-records.ts';
import { casesFor, keyOf } from './follow.ts';
import { type HeldCase, holding, obstacle, versionOf } from './hold.ts';
import type { DeskPorts } from './ports.ts';
import { DeskRefusal, type RefusalCode } from './refusals.ts';

/** A case as an officer has seen it; without a version, as the rules judged it. */
export interface SeenCase extends CaseKey {
  readonly version?: string | undefined;
}

/** Status of a list that is released. */
const released = '800';

/** What an officer wants done, and why. */
export interface Wish {
  readonly act: Act;
  /** Code of the table of reasons. */
  readonly reason: string;
  /** What is to be said besides; the sender reads it. */
  readonly note: string;
}

/** What came of it: decided, or proposed for another officer to confirm, or why not. */
export type Outcome = CaseKey &
  (
    | { readonly done: 'decided' | 'proposed'; readonly status: string }
    | { readonly done: 'nothing'; readonly code: RefusalCode }
  );

/** A case that can be decided as was wished. */
export interface Ready extends HeldCase {
  readonly reason: Reason;
  readonly fourEyes: FourEyesRule<Act> | undefined;
}

/**
 * Decides on cases, all in one transaction; those that cannot be decided are told and hold up no other.
 * @throws DeskRefusal where the desk decides nothing at all
 */
export async function decide(
  ports: DeskPorts,
  officer: Officer,
  cases: readonly SeenCase[],
  wish: Wish,
): Promise<Outcome[]> {
  if (cases.length > ports.parameters().mostAtOnce) throw new DeskRefusal('DESK-TOO-MANY');
  const { outcomes, committed } = await holding(ports, cases, async (client, held) => {
    const at = ports.now();
    const [ready, nothing] = [new Map<string, Ready>(), new Map<string, RefusalCode>()];
    for (const seen of cases) {
      const found = await makeReady(ports, client, officer, held.get(keyOf(seen)) ?? {}, { seen, wish, at });
      if (typeof found === 'string') nothing.set(keyOf(seen), found);
      else ready.set(keyOf(seen), found);
    }
    for (const key of await barred(ports, client, [...ready.values()], at)) {
      ready.delete(key);
      nothing.set(key, 'CASE-BARRED');
    }
    const all = [...ready.values()];
    const alone = all.filter(({ fourEyes }) => fourEyes === undefined);
    const done = await record(ports, client, officer, alone, { at, note: wish.note, act: wish.act });
    await propose(
      client,
      officer,
      all.filter(({ fourEyes }) => fourEyes !== undefined),
      wish,
      at,
    );
    return { outcomes: cases.map((seen) => outcomeOf(seen, ready, nothing)), committed: done };
  });
  committed();
  return outcomes;
}

function outcomeOf(
  { orderNo, ebpCode }: SeenCase,
  ready: ReadonlyMap<string, Ready>,
  nothing: ReadonlyMap<string, RefusalCode>,
): Outcome {
  const key = { orderNo, ebpCode };
  const one = ready.get(keyOf(key));
  if (!one) return { ...key, done: 'nothing', code: nothing.get(keyOf(key)) ?? 'CASE-NOT-FOUND' };
  return one.fourEyes
    ? { ...key, done: 'proposed', status: one.file.status }
    : { ...key, done: 'decided', status: one.reason.status };
}

/** Releases that others bar: another agency has not decided, nothing covers the tax. By key of the case. */
export async function barred(
  { lists }: DeskPorts,
  client: Client,
  ready: readonly (HeldCase & { readonly reason: Reason })[],
  at: Date,
): Promise<string[]> {
  const releases = ready.filter(({ reason }) => reason.status === released).map(({ still }) => still);
  return [...(await lists.barred(client, at, releases)).keys()];
}

/** A case that can be decided so, or why it cannot. */
export async function makeReady(
  ports: DeskPorts,
  client: Client,
  officer: Officer,
  held: Partial<HeldCase>,
  { seen, wish, at }: { readonly seen: SeenCase; readonly wish: Wish; readonly at: Date },
): Promise<Ready | RefusalCode> {
  const { act } = wish;
  const day = ports.chinaDay(at);
  const reason = ports.tables.reasonsOn(day).find((one) => one.act === act && one.code === wish.reason);
  if (!reason) return 'CASE-REASON';
  const found = act === 'recall' ? await releasedCase(ports, client, officer, held, at) : held;
  if (typeof found === 'string') return found;
  const stop = act === 'recall' ? undefined : obstacle(officer, found, seen.version, at);
  if (stop) return stop;
  const { file, still } = found as HeldCase;
  if (file.state === 'proposed') return 'CASE-PROPOSED';
  if (!mayFollow(act, file.status)) return 'CASE-ACT';
  const { riskClass, dutiableValue } = file;
  const weighed = { riskClass, value: dutiableValue && plain(dutiableValue) };
  return { file, still, reason, fourEyes: fourEyesFor(ports.tables.fourEyesOn(day), act, weighed) };
}

/** A numeric of the database without the zeros of its scale. */
const plain = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);

/** A released list comes to the desk when an officer wants it back; it may never have been there. */
async function releasedCase(
  ports: DeskPorts,
  client: Client,
  officer: Officer,
  { file: before, still }: Partial<HeldCase>,
  at: Date,
): Promise<HeldCase | RefusalCode> {
  if (!still) return 'CASE-NOT-FOUND';
  const { latest, waiting } = still;
  if (!worksOn(officer, latest.customsCode)) return 'CASE-OTHER-OFFICE';
  if (before?.state === 'proposed') return 'CASE-PROPOSED';
  if (waiting || latest.returnStatus !== '800') return 'CASE-ACT';
  if (at.getTime() - latest.decidedAt.getTime() > ports.parameters().recallMs) return 'CASE-TOO-LATE';
  await openCases(client, await casesFor(client, [{ ...latest, decidedAt: at }], ports.parameters()));
  const [file] = await lockCases(client, [latest]);
  return file ? { file, still } : 'CASE-NOT-FOUND';
}

interface RecordWish {
  readonly at: Date;
  readonly note: string;
  readonly act: Act;
  readonly more?: Partial<ActRecord>;
  /** Nothing but what others object to holds the lists from now on. */
  readonly leftToOthers?: boolean;
}

/** Records decisions with their acts; what is returned is done after the commit. */
export async function record(
  ports: DeskPorts,
  client: Client,
  officer: Officer,
  ready: readonly (HeldCase & { readonly reason: Reason })[],
  { at, note, act, more, leftToOthers }: RecordWish,
): Promise<() => void> {
  if (ready.length === 0) return () => undefined;
  const { decisions, committed } = await ports.lists.decide(
    client,
    at,
    ready.map(({ still, reason }) => ({
      list: still,
      returnStatus: reason.status,
      returnInfo: returnInfoOf(reason, note),
      leftToOthers,
    })),
  );
  await addActs(
    client,
    ready.map(({ file, still, reason }, i) =>
      actRecord(file, 'decided', officer, at, {
        ...{ toStatus: reason.status, reason: reason.code, note, act },
        evidence: { seen: versionOf(file, still), ...stepOf(decisions[i]) },
        ...more,
      }),
    ),
  );
  await recordInJournal(
    client,
    ready.map(({ file, reason }) => ({
      ...{ at, kind: 'case-decided', subject: `${file.ebpCode}/${file.orderNo}` },
      body: { act, reason: reason.code, status: reason.status, by: officer.id },
    })),
  );
  return committed;
}

const stepOf = (decision: { readonly attempt: number; readonly step: number } | undefined) =>
  decision ? { attempt: decision.attempt, step: decision.step } : {};

async function propose(
  client: Client,
  officer: Officer,
  ready: readonly Ready[],
  { act, note }: Wish,
  at: Date,
): Promise<void> {
  if (ready.length === 0) return;
  const proposed = await addActs(
    client,
    ready.map(({ file, still, reason, fourEyes }) =>
      actRecord(file, 'proposed', officer, at, {
        ...{ toStatus: reason.status, reason: reason.code, note, act, fourEyes: fourEyes?.code ?? null },
        evidence: { seen: versionOf(file, still) },
      }),
    ),
  );
  const numbers = new Map(proposed.map((one) => [keyOf(one), one.seq]));
  await changeCases(
    client,
    ready.map(({ file, reason, fourEyes }) =>
      changed(file, {
        ...{ ...handedBack, state: 'proposed' },
        proposal: {
          seq: numbers.get(keyOf(file)) ?? '',
          ...{ act, status: reason.status, reason: reason.code, note },
          ...{ officer: officer.id, officerName: officer.name, at: at.toISOString() },
          fourEyes: fourEyes?.code ?? '',
        },
      }),
    ),
  );
}
