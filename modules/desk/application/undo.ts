import type { Officer } from '../domain/officer.ts';
import { returnInfoOf } from '../domain/return-info.ts';
import { actsOf, addActs, type StoredAct } from '../storage/acts.ts';
import type { CaseKey } from '../storage/case-files.ts';
import { actRecord } from './act-records.ts';
import { keyOf } from './follow.ts';
import { type HeldCase, holding, inAnothersHand } from './hold.ts';
import type { DeskPorts } from './ports.ts';
import { DeskRefusal, type RefusalCode } from './refusals.ts';

/**
 * Takes one's own decision back, while its time is not over and nothing has followed it: the list stands again where it
 * stood, and its sender is told so by a receipt.
 */
export async function undo(
  ports: DeskPorts,
  officer: Officer,
  key: CaseKey,
  { reason: code, note }: { readonly reason: string; readonly note: string },
): Promise<string> {
  const { status, committed } = await holding(ports, [key], async (client, held) => {
    const at = ports.now();
    const { file, still } = held.get(keyOf(key)) ?? {};
    if (!file || !still) throw new DeskRefusal('CASE-NOT-FOUND');
    const decided = lastDecision(await actsOf(client, key), officer);
    const stop = whyNotUndone(ports, officer, { file, still }, decided, at);
    if (stop || !decided) throw new DeskRefusal(stop ?? 'CASE-FOLLOWED');
    const reason = ports.tables
      .reasonsOn(ports.chinaDay(at))
      .find((one) => one.act === 'undo' && one.code === code);
    if (!reason) throw new DeskRefusal('CASE-REASON');
    const recorded = await ports.lists.decide(client, at, [
      { list: still, returnStatus: decided.fromStatus, returnInfo: returnInfoOf(reason, note) },
    ]);
    const [now] = recorded.decisions;
    await addActs(client, [
      actRecord(file, 'undone', officer, at, {
        ...{
          attempt: now?.attempt ?? file.attempt,
          fromStatus: decided.toStatus,
          toStatus: decided.fromStatus,
        },
        ...{ reason: reason.code, note, act: decided.act },
        evidence: { undoes: decided.seq, attempt: now?.attempt, step: now?.step },
      }),
    ]);
    return { status: decided.fromStatus, committed: recorded.committed };
  });
  committed();
  return status;
}

/** The last decision on a list, if this officer made it and it was not taken back. */
export function lastDecision(acts: readonly StoredAct[], { id }: Officer): StoredAct | undefined {
  const last = acts.findLast(({ kind }) => kind === 'decided' || kind === 'undone' || kind === 'overtaken');
  return last?.kind === 'decided' && last.officer === id ? last : undefined;
}

/** Why a decision cannot be taken back now; undefined where it can. */
export function whyNotUndone(
  ports: Pick<DeskPorts, 'parameters'>,
  officer: Officer,
  { file, still: { latest, waiting } }: HeldCase,
  decided: StoredAct | undefined,
  now: Date,
): RefusalCode | undefined {
  if (!decided || file.state === 'asked') return 'CASE-FOLLOWED';
  if (file.state === 'proposed') return 'CASE-PROPOSED';
  if (inAnothersHand(officer, file, now)) return 'CASE-TAKEN';
  const { attempt, step } = decided.evidence as { readonly attempt?: number; readonly step?: number };
  if (waiting || latest.attempt !== attempt || latest.step !== step) return 'CASE-FOLLOWED';
  return now.getTime() - decided.at.getTime() > ports.parameters().undoMs ? 'CASE-TOO-LATE' : undefined;
}
