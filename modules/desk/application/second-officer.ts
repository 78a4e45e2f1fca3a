import type { StillList } from '#clearance';
import { answerable, type Hindrance } from '#four-eyes';
import { type Act, acts } from '../domain/acts.ts';
import type { Officer } from '../domain/officer.ts';
import { addActs } from '../storage/acts.ts';
import { changeCases } from '../storage/case-files.ts';
import { actRecord, changed } from './act-records.ts';
import { barred, record, type SeenCase } from './decide.ts';
import { keyOf } from './follow.ts';
import { type HeldCase, holding, obstacle } from './hold.ts';
import type { DeskPorts } from './ports.ts';
import { DeskRefusal, type RefusalCode } from './refusals.ts';

const refusalOf = {
  'not-proposed': 'CASE-NOT-PROPOSED',
  'same-officer': 'CASE-SAME-OFFICER',
} as const satisfies Readonly<Record<Hindrance, RefusalCode>>;

/** Confirms what another officer has proposed: then it is decided. */
export async function confirm(ports: DeskPorts, officer: Officer, seen: SeenCase): Promise<string> {
  const { status, committed } = await holding(ports, [seen], async (client, held) => {
    const at = ports.now();
    const found = held.get(keyOf(seen)) ?? {};
    const stop = obstacle(officer, found, seen.version, at);
    if (stop) throw new DeskRefusal(stop);
    const { file, still } = found as HeldCase;
    const proposal = answerable(file.proposal, 'confirm', officer.id);
    if (typeof proposal === 'string') throw new DeskRefusal(refusalOf[proposal]);
    // The reason as it was on the day it was given.
    const day = ports.chinaDay(new Date(proposal.at));
    const reason = ports.tables.reasonsOn(day).find(({ code }) => code === proposal.reason);
    const act = proposal.act as Act;
    if (!reason || !(act in acts)) throw new DeskRefusal('CASE-REASON');
    if ((await barred(ports, client, [{ file, still, reason }], at)).length > 0)
      throw new DeskRefusal('CASE-BARRED');
    const more = { fourEyes: proposal.fourEyes, proposal: proposal.seq };
    const done = await record(ports, client, officer, [{ file, still, reason }], {
      ...{ at, note: proposal.note, act, more },
    });
    return { status: reason.status, committed: done };
  });
  committed();
  return status;
}

/** Rejects a proposal, or takes back one's own: the case is open again, or stands as it stood. */
export async function reject(
  ports: DeskPorts,
  officer: Officer,
  seen: SeenCase,
  note: string,
): Promise<void> {
  await holding(ports, [seen], async (client, held) => {
    const at = ports.now();
    const found = held.get(keyOf(seen)) ?? {};
    const stop = obstacle(officer, found, seen.version, at);
    if (stop) throw new DeskRefusal(stop);
    const { file } = found as HeldCase & { readonly still: StillList };
    const proposal = answerable(file.proposal, 'reject', officer.id);
    if (typeof proposal === 'string') throw new DeskRefusal(refusalOf[proposal]);
    const { act, fourEyes, seq, reason } = proposal;
    await addActs(client, [
      actRecord(file, 'rejected', officer, at, { act, fourEyes, proposal: seq, reason, note }),
    ]);
    const recalled = file.status === '800';
    await changeCases(client, [
      changed(file, {
        proposal: null,
        ...(recalled ? { state: 'closed', closedAt: at, closedAs: 'released' } : { state: 'open' }),
      }),
    ]);
  });
}
