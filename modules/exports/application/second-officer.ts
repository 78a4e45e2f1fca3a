import { answerable, type Hindrance } from '#four-eyes';
import { Problem } from '#http';
import type { Client } from '#postgres';
import type { ExportKey, ExportStanding } from '../domain/export-list.ts';
import { answerProposal, openProposal, type StoredProposal } from '../storage/proposals.ts';
import { decidedHere, heldList, nobodyObjects, reasonWords, recordDecision } from './officer-step.ts';
import type { ExportPorts } from './ports.ts';

/** What a second officer answers. */
export interface SecondOfficer {
  /** Number of the proposal that was read: another one is not answered in its place. */
  readonly proposal: string;
  /** Account of the officer. */
  readonly by: string;
}

/**
 * Confirms what another officer has proposed: then it is decided, with the reason the first gave.
 * @throws Problem EXPORT-NOT-FOUND, EXPORT-NOT-HELD, EXPORT-MOVED-ON, EXPORT-DECIDED-BY-CUSTOMS,
 *   EXPORT-OTHERS-OBJECT, EXPORT-NOT-PROPOSED, EXPORT-SAME-OFFICER
 */
export async function confirmExport(
  ports: ExportPorts,
  key: ExportKey,
  second: SecondOfficer,
): Promise<ExportStanding> {
  decidedHere(ports);
  const after = await ports.database.transaction(async (client) => {
    const before = await heldList(client, key);
    const proposal = await proposalFor('confirm', client, before, second);
    const { act, reason, fourEyes, officer } = proposal;
    if (act === 'release') await nobodyObjects(ports, client, before);
    await answerProposal(client, key, {
      ...{ proposal: proposal.seq, at: ports.now(), answer: 'confirmed', note: '', officer: second.by },
    });
    return recordDecision(ports, client, before, {
      ...{ act, reason, words: reasonWords(ports, proposal), by: second.by },
      two: { proposedBy: officer, fourEyes },
    });
  });
  ports.moved({ lists: [after], recipients: new Set([after.recipient]) });
  return after;
}

/**
 * Rejects what another officer has proposed, or takes one's own proposal back: the list waits for an officer as before.
 * @throws Problem EXPORT-NOT-FOUND, EXPORT-NOT-HELD, EXPORT-MOVED-ON, EXPORT-DECIDED-BY-CUSTOMS, EXPORT-NOT-PROPOSED
 */
export async function rejectExport(
  ports: ExportPorts,
  key: ExportKey,
  second: SecondOfficer & { readonly note?: string | undefined },
): Promise<void> {
  decidedHere(ports);
  await ports.database.transaction(async (client) => {
    const before = await heldList(client, key);
    const { seq } = await proposalFor('reject', client, before, second);
    const { by: officer, note = '' } = second;
    await answerProposal(client, key, { proposal: seq, at: ports.now(), answer: 'rejected', note, officer });
  });
}

async function proposalFor(
  answer: 'confirm' | 'reject',
  client: Client,
  before: ExportStanding,
  { proposal: seen, by }: SecondOfficer,
): Promise<StoredProposal> {
  const open = await openProposal(client, before);
  const found = answerable(open?.seq === seen ? open : undefined, answer, by);
  if (typeof found === 'string') throw hindered[found]();
  return found;
}

const hindered: Readonly<Record<Hindrance, () => Problem>> = {
  'not-proposed': () =>
    new Problem(409, 'EXPORT-NOT-PROPOSED', {
      zh: '没有待复核的此项建议；请刷新',
      en: 'Nothing of the kind is proposed any more; look again',
    }),
  'same-officer': () =>
    new Problem(409, 'EXPORT-SAME-OFFICER', {
      zh: '建议人不得自行确认；请另一位关员确认',
      en: 'Who proposes may not confirm; have another officer do it',
    }),
};
