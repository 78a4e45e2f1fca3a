import { standingCounts } from '#clearance';
import { type FourEyesRule, fourEyesFor } from '#four-eyes';
import { type Act, actNames, mayFollow } from '../domain/acts.ts';
import { type Officer, worksOn } from '../domain/officer.ts';
import type { ActView, CaseDetail } from '../http/schemas.ts';
import { actsOf, type StoredAct } from '../storage/acts.ts';
import { type CaseFile, type CaseKey, casesOf } from '../storage/case-files.ts';
import { casesOfSender } from '../storage/queue.ts';
import { keyOf } from './follow.ts';
import { inAnothersHand, versionOf } from './hold.ts';
import type { DeskPorts } from './ports.ts';
import { caseView } from './queue-view.ts';
import { DeskRefusal } from './refusals.ts';
import { lastDecision, whyNotUndone } from './undo.ts';

/** Everything an officer decides on: the case, the list with its papers and why it is held, what may be done and why. */
export async function caseDetail(ports: DeskPorts, officer: Officer, key: CaseKey): Promise<CaseDetail> {
  const now = ports.now();
  const { readers } = ports.database;
  // The version first: what is read after it can only be newer, and then the decision is refused, not made blindly.
  const { file, still } = await readers.transaction(async (client) => {
    const [found] = await casesOf(client, [key]);
    return { file: found, still: (await ports.lists.look(client, [key])).get(keyOf(key)) };
  });
  if (!still) throw new DeskRefusal('CASE-NOT-FOUND');
  const list = await ports.listDetail(key);
  const acts = await actsOf(readers, key);
  const open = file !== undefined && file.state !== 'closed';
  const mine = ports.lists.decides && worksOn(officer, still.latest.customsCode);
  const decided = lastDecision(acts, officer);
  const undoable =
    file && mine && decided && !whyNotUndone(ports, officer, { file, still }, decided, now)
      ? { until: new Date(decided.at.getTime() + ports.parameters().undoMs).toISOString() }
      : undefined;
  const { recipient } = still.latest;
  return {
    ...(file ? { case: caseView(ports, officer, file, now) } : {}),
    ...(file ? { version: versionOf(file, still) } : {}),
    decides: ports.lists.decides,
    may: {
      acts: mine ? offered(ports, file, still.latest, now) : [],
      ask: mine && open && file.state === 'open',
      confirm: mine && open && file.state === 'proposed' && file.proposal?.officer !== officer.id,
      reject: mine && open && file.state === 'proposed',
      take: mine && open && !inAnothersHand(officer, file, now),
      ...(undoable ? { undo: undoable } : {}),
    },
    reasons: ports.tables
      .reasonsOn(ports.chinaDay(now))
      .map(({ code, act, status, zh, en }) => ({ code, act, ...(status ? { status } : {}), zh, en })),
    history: acts.map(actView),
    sender: {
      code: recipient,
      lists: (await standingCounts(readers, { recipient })).map(({ outcome, lists }) => ({
        value: outcome,
        lists,
      })),
      cases: (await casesOfSender(readers, recipient)).map(({ closedAs, cases }) => ({
        ...(closedAs === null ? {} : { closedAs }),
        cases,
      })),
    },
    list,
    now: now.toISOString(),
  };
}

/** The acts that may follow now, each with the row that asks for a second officer. */
function offered(
  ports: DeskPorts,
  file: CaseFile | undefined,
  latest: { readonly returnStatus: string; readonly decidedAt: Date; readonly dutiableValue: string | null },
  now: Date,
): { act: Act; fourEyes?: { code: string; zh: string; en: string } }[] {
  if (file?.state === 'proposed') return [];
  const open = file !== undefined && file.state !== 'closed';
  const recallable = now.getTime() - latest.decidedAt.getTime() <= ports.parameters().recallMs;
  const status = open ? file.status : latest.returnStatus;
  const rules = ports.tables.fourEyesOn(ports.chinaDay(now));
  return actNames
    .filter((act) => mayFollow(act, status) && (act === 'recall' ? recallable && !open : open))
    .map((act) => {
      const { riskClass = null, dutiableValue = latest.dutiableValue } = file ?? {};
      const rule = fourEyesFor(rules, act, { riskClass, value: dutiableValue });
      return { act, ...(rule ? { fourEyes: named(rule) } : {}) };
    });
}

const named = ({ code, zh, en }: FourEyesRule<Act>) => ({ code, zh, en });

function actView(act: StoredAct): ActView {
  const { kind, officerName, office, fromStatus, toStatus, reason, note, fourEyes, at } = act;
  return {
    ...{ kind, at: at.toISOString(), fromStatus, toStatus, note },
    ...(officerName === null ? {} : { by: officerName }),
    ...(office === null ? {} : { office }),
    ...(act.act === null ? {} : { act: act.act }),
    ...(reason === null ? {} : { reason }),
    ...(fourEyes === null ? {} : { fourEyes }),
  };
}
