import type { JournalEntry } from '#journal';
import type { ExportMove } from '../domain/export-list.ts';

/** What listeners get to know of a step of an export list. */
export function journalEntry({ what, at, list }: ExportMove): JournalEntry {
  const { orderNo, ebpCode, ebcCode, attempt, step, returnStatus, tradeMode, customsCode } = list;
  return {
    at,
    kind: `export-${what}`,
    subject: `${ebcCode}/${ebpCode}/${orderNo}`,
    body: {
      ...{ orderNo, ebpCode, ebcCode, attempt },
      ...(step > 0 ? { step } : {}),
      ...{ returnStatus, tradeMode, customsCode },
      ...(list.invtNo === null ? {} : { invtNo: list.invtNo }),
      recipient: list.recipient,
    },
  };
}
