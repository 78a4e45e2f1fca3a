import { setTimeout as pause } from 'node:timers/promises';
import type { StillList } from '#clearance';
import { type Client, isConflict } from '#postgres';
import { type Officer, worksOn } from '../domain/officer.ts';
import { type CaseFile, type CaseKey, lockCases } from '../storage/case-files.ts';
import { keyOf } from './follow.ts';
import type { DeskPorts } from './ports.ts';
import { DeskRefusal, type RefusalCode } from './refusals.ts';

/** A list of the desk with its case, both locked until the transaction ends. */
export interface HeldCase {
  readonly file: CaseFile;
  readonly still: StillList;
}

const mostTries = 5;
const pauseMs = 15;

/**
 * Runs work on lists and their cases, locked in the order everybody locks them. Who meets the sender, a judge or another
 * officer in the act begins again.
 */
export async function holding<Result>(
  { database, lists }: DeskPorts,
  keys: readonly CaseKey[],
  work: (client: Client, held: ReadonlyMap<string, Partial<HeldCase>>) => Promise<Result>,
): Promise<Result> {
  if (!lists.decides) throw new DeskRefusal('DESK-READ-ONLY');
  for (let tries = 1; ; tries += 1) {
    try {
      return await database.transaction(async (client) => {
        const still = await lists.still(client, keys);
        const files = new Map((await lockCases(client, keys)).map((file) => [keyOf(file), file]));
        const held = keys.map((key) => {
          const [list, file] = [still.get(keyOf(key)), files.get(keyOf(key))];
          return [keyOf(key), { ...(list ? { still: list } : {}), ...(file ? { file } : {}) }] as const;
        });
        return work(client, new Map(held));
      });
    } catch (error) {
      if (isOverAllowance(error)) throw new DeskRefusal('CASE-ALLOWANCE');
      if (!isConflict(error)) throw error;
      if (tries === mostTries) throw new DeskRefusal('DESK-BUSY');
      await pause(pauseMs * 2 ** tries);
    }
  }
}

const isOverAllowance = (error: unknown): boolean =>
  (error as { constraint?: string }).constraint === 'within_yearly_limit';

/** What an officer has seen of a case: as long as it is the same, nothing has changed. */
export const versionOf = (file: CaseFile, { papersAt }: Pick<StillList, 'papersAt'>): string =>
  `${file.attempt}.${file.step}.${file.revision}.${papersAt.getTime()}`;

/** Why this officer cannot act on the case now; undefined where nothing is in the way. */
export function obstacle(
  officer: Officer,
  { file, still }: Partial<HeldCase>,
  version: string | undefined,
  now: Date,
): RefusalCode | undefined {
  if (!file || !still) return 'CASE-NOT-FOUND';
  const { latest, waiting, papersAt } = still;
  if (!worksOn(officer, file.customsCode)) return 'CASE-OTHER-OFFICE';
  const moved = waiting || latest.attempt !== file.attempt || latest.step !== file.step;
  if (file.state === 'closed' || moved) return 'CASE-CLOSED';
  if (inAnothersHand(officer, file, now)) return 'CASE-TAKEN';
  // Who has not opened the case decides on what the rules judged: papers that came after it are not among that.
  const same = version === undefined ? papersAt <= latest.decidedAt : version === versionOf(file, still);
  return same ? undefined : 'CASE-CHANGED';
}

export const inAnothersHand = ({ id }: Officer, { takenBy, leaseUntil }: CaseFile, now: Date): boolean =>
  takenBy !== null && takenBy !== id && leaseUntil !== null && leaseUntil >= now;
