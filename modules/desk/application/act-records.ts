import type { Officer } from '../domain/officer.ts';
import type { ActKind, ActRecord } from '../storage/acts.ts';
import type { CaseChange, CaseFile } from '../storage/case-files.ts';

/** An act of an officer on a case, as it is put on record; what is not said stays as it is. */
export function actRecord(
  file: CaseFile,
  kind: ActKind,
  officer: Officer | null,
  at: Date,
  more: Partial<ActRecord> = {},
): ActRecord {
  const { orderNo, ebpCode, attempt, status } = file;
  return {
    ...{ orderNo, ebpCode, attempt, at, kind },
    ...{ officer: officer?.id ?? null, officerName: officer?.name ?? null, office: officer?.office ?? null },
    ...{ fromStatus: status, toStatus: status, reason: null, note: '', act: null },
    ...{ fourEyes: null, proposal: null, evidence: {} },
    ...more,
  };
}

/** How a case stands now, but for what is said. */
export function changed(file: CaseFile, to: Partial<CaseChange>): CaseChange {
  const { orderNo, ebpCode, attempt, state, dueAt, answerDueAt, closedAt, closedAs, proposal } = file;
  const { takenBy, takenName, takenAt, leaseUntil } = file;
  return {
    ...{ orderNo, ebpCode, attempt, state, dueAt, answerDueAt, closedAt, closedAs, proposal },
    ...{ takenBy, takenName, takenAt, leaseUntil },
    ...to,
  };
}

/** In nobody's hand. */
export const handedBack = { takenBy: null, takenName: null, takenAt: null, leaseUntil: null } as const;
