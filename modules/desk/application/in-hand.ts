import type { Client } from '#postgres';
import { type Officer, worksOn } from '../domain/officer.ts';
import { addActs } from '../storage/acts.ts';
import { type CaseFile, type CaseKey, changeCases, lockCases, takeCase } from '../storage/case-files.ts';
import { actRecord, changed, handedBack } from './act-records.ts';
import { inAnothersHand } from './hold.ts';
import type { DeskPorts } from './ports.ts';
import { DeskRefusal } from './refusals.ts';

/** Takes a case in hand, or keeps it there: nobody else decides on it until it is handed back or its time is up. */
export async function take(ports: DeskPorts, officer: Officer, key: CaseKey): Promise<CaseFile> {
  const at = ports.now();
  return onCase(ports, officer, key, async (client, file) => {
    const until = new Date(at.getTime() + ports.parameters().leaseMs);
    // While the enterprise is asked, the case stays with who asks for as long as the answer may take.
    const longest = file.leaseUntil && file.takenBy === officer.id && file.leaseUntil > until;
    const taken = await takeCase(client, file, officer, at, longest ? (file.leaseUntil as Date) : until);
    if (!taken) throw new DeskRefusal('CASE-TAKEN');
    if (file.takenBy !== officer.id) {
      // Whom the time ran out for is on record too.
      const evidence = file.takenBy === null ? {} : { from: file.takenBy };
      await addActs(client, [actRecord(file, 'took', officer, at, { evidence })]);
    }
    return taken;
  });
}

/** Hands a case back to the queue. */
export async function handBack(
  ports: DeskPorts,
  officer: Officer,
  key: CaseKey,
  note: string,
): Promise<void> {
  const at = ports.now();
  await onCase(ports, officer, key, async (client, file) => {
    if (file.takenBy !== officer.id) throw new DeskRefusal('CASE-NOT-IN-HAND');
    await changeCases(client, [changed(file, handedBack)]);
    await addActs(client, [actRecord(file, 'handed-back', officer, at, { note })]);
  });
}

/** Work on one open case, its row locked. */
async function onCase<Result>(
  { database, lists, now }: DeskPorts,
  officer: Officer,
  key: CaseKey,
  work: (client: Client, file: CaseFile) => Promise<Result>,
): Promise<Result> {
  if (!lists.decides) throw new DeskRefusal('DESK-READ-ONLY');
  return database.transaction(async (client) => {
    const [file] = await lockCases(client, [key]);
    if (!file) throw new DeskRefusal('CASE-NOT-FOUND');
    if (!worksOn(officer, file.customsCode)) throw new DeskRefusal('CASE-OTHER-OFFICE');
    if (file.state === 'closed') throw new DeskRefusal('CASE-CLOSED');
    if (inAnothersHand(officer, file, now())) throw new DeskRefusal('CASE-TAKEN');
    return work(client, file);
  });
}
