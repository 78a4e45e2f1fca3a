import { fourEyesFor } from '#four-eyes';
import { Problem } from '#http';
import type { ExportKey, ExportStanding } from '../domain/export-list.ts';
import type { OfficerAct } from '../domain/officer-tables.ts';
import { addProposal, openProposal } from '../storage/proposals.ts';
import {
  decidedHere,
  heldList,
  movedOn,
  nobodyObjects,
  reasonWords,
  recordDecision,
} from './officer-step.ts';
import type { ExportPorts } from './ports.ts';

export interface OfficerDecision {
  readonly act: OfficerAct;
  /** Code of the table of reasons; its words stand in the receipt and on record. */
  readonly reason: string;
  /** More, in the officer's own words. */
  readonly note?: string | undefined;
  /** As the officer has seen it: whatever has become of it since is not decided over. */
  readonly attempt: number;
  readonly step: number;
  /** Account of the officer. */
  readonly by: string;
}

/** How a list stands after an officer's act. */
export interface AfterDecision extends ExportStanding {
  /** The row by which another officer has to confirm it first; absent where it is decided. */
  readonly fourEyes?: string;
}

/**
 * Decides a held list as an officer has: a further step of its attempt, with its receipt; where that takes two officers, it
 * is proposed and the list stays as it is.
 * @throws Problem EXPORT-NOT-FOUND, EXPORT-NOT-HELD, EXPORT-MOVED-ON, EXPORT-DECIDED-BY-CUSTOMS,
 *   EXPORT-OTHERS-OBJECT, EXPORT-REASON, EXPORT-PROPOSED
 */
export async function decideExport(
  ports: ExportPorts,
  key: ExportKey,
  { act, reason, note = '', attempt, step, by }: OfficerDecision,
): Promise<AfterDecision> {
  decidedHere(ports);
  const at = ports.now();
  const words = reasonWords(ports, { act, reason, note, at });
  const after = await ports.database.transaction(async (client): Promise<AfterDecision> => {
    const before = await heldList(client, key);
    if (before.attempt !== attempt || before.step !== step) throw movedOn();
    if (await openProposal(client, before)) throw proposed();
    if (act === 'release') await nobodyObjects(ports, client, before);
    const rule = fourEyesFor(ports.officerTables.fourEyesOn(ports.chinaDay(at)), act, {
      ...{ riskClass: null, value: before.valueCny },
    });
    if (!rule) return recordDecision(ports, client, before, { act, reason, words, by });
    const fourEyes = rule.code;
    await addProposal(client, key, { attempt, step, at, act, reason, note, fourEyes, officer: by });
    return { ...before, fourEyes };
  });
  if (after.fourEyes === undefined) ports.moved({ lists: [after], recipients: new Set([after.recipient]) });
  return after;
}

const proposed = () =>
  new Problem(409, 'EXPORT-PROPOSED', {
    zh: '已有处置建议待复核；请另一位关员确认或驳回',
    en: 'A decision is proposed: another officer has to confirm or reject it',
  });
