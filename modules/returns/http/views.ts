import type { Finding } from '#kernel';
import type { CaseDetail } from '../application/reading.ts';
import { salesOrderOf } from '../application/step.ts';

export const described = { tags: ['returns'], security: [{ apiKey: [] }, { session: [] }] };

/** A case as it leaves the house. */
export function fileView({
  messageId: _message,
  attempt: _attempt,
  exportOrderNo: _order,
  proofKind,
  proofNo,
  ...file
}: CaseDetail['file']) {
  return {
    ...file,
    orderNo: salesOrderOf({ ...file, exportOrderNo: _order }),
    proof: proofKind && proofNo ? { kind: proofKind, number: proofNo } : null,
    refusedFor: [...file.refusedFor],
    appliedAt: file.appliedAt.toISOString(),
    movedAt: file.movedAt.toISOString(),
  };
}

/** A finding as it leaves the house. */
export const findingView = ({ evidence, ...plain }: Finding) => ({
  ...plain,
  ...(evidence ? { evidence: [...evidence] } : {}),
});

/** All there is of a case; who acted for customs is told by what they are, not by name. */
export function detailView({ file, lines, given, dispositions, steps }: CaseDetail) {
  return {
    file: fileView(file),
    lines: lines.map(({ gnum, gcode, gname, unit, quantity, bought, ...found }) => {
      const { original, saleable, disposed, taxFree, taxedBecause } = found;
      return {
        ...{ gnum, gcode, gname, unit, quantity, bought, original, saleable, disposed, taxFree },
        taxedBecause: [...taxedBecause],
      };
    }),
    given: [...given],
    dispositions: dispositions.map(({ dispositionId: _id, at, ...plain }) => ({
      ...plain,
      at: at.toISOString(),
    })),
    steps: steps.map(({ at, toState, byWhat, note, findings }) => ({
      ...{ at: at.toISOString(), to: toState, by: byWhat, note },
      findings: (findings as Finding[]).map(findingView),
    })),
  };
}
