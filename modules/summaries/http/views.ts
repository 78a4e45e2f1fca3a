import { addDays } from '#kernel';
import type { SummariesPorts } from '../application/ports.ts';
import type { MonthRow, SummaryRow } from '../application/reading.ts';
import type { Application } from '../domain/application.ts';
import { dueOf } from '../domain/due.ts';

export const described = { tags: ['summaries'], security: [{ apiKey: [] }, { session: [] }] };

/** A month as it is shown, with until when it is declared. */
export function monthView(ports: SummariesPorts, { month, ...row }: MonthRow) {
  const { dueDay, warningDays } = ports.parameters();
  const due = dueOf(month, dueDay, ports.calendar);
  const today = ports.today();
  const near = today >= addDays(due.day, -warningDays) ? 'due' : 'open';
  const standing = row.lists === row.taken ? 'done' : today > due.day ? 'overdue' : near;
  return { ...row, month: month.slice(0, 7), due: due.day, dueConfidence: due.confidence, standing } as const;
}

/** An application as it is shown; who handed it in stays with it. */
export function applicationView(one: Application) {
  const { copNo, closedFrom, closedBefore, appliedAt, finishedAt, ebcCode, ebcName, sumNo, origin } = one;
  const { byNumbers, bySeller, byName, mostLines, state, lists, placed, summaries } = one;
  return {
    ...{
      ebcCode,
      ebcName,
      sumNo,
      origin,
      byNumbers,
      bySeller,
      byName,
      mostLines,
      state,
      lists,
      placed,
      summaries,
    },
    ...(copNo === null ? {} : { copNo }),
    ...(closedFrom ? { closedFrom: closedFrom.toISOString() } : {}),
    ...(closedBefore ? { closedBefore: closedBefore.toISOString() } : {}),
    appliedAt: appliedAt.toISOString(),
    ...(finishedAt ? { finishedAt: finishedAt.toISOString() } : {}),
  };
}

/** A summary as it is shown. */
export function summaryView({ month, madeAt, cancelledAt, lines, ...plain }: SummaryRow) {
  return {
    ...plain,
    ...{ month: month.slice(0, 7), madeAt: madeAt.toISOString(), lineCount: lines },
    ...(cancelledAt ? { cancelledAt: cancelledAt.toISOString() } : {}),
  };
}
