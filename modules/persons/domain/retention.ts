import { addMonths, type Bilingual } from '#kernel';

/** What `chama retention` erases; the other rows of the table say who else does, or that nobody does yet. */
export const erasedKinds = [
  ...(['order', 'list', 'waybill', 'payment', 'message', 'payment-message', 'correction'] as const),
  'identity-try',
] as const;
export type ErasedKind = (typeof erasedKinds)[number];

/** What becomes of it when its time is over. */
export const afterwards = ['pseudonymise', 'erase', 'keep'] as const;
/** How sure we are of the months: V seen … D our own default. */
export const confidences = ['V', 'H', 'M', 'L', 'D'] as const;
type AfterIt = (typeof afterwards)[number];

/** A row of `contracts/retention.csv`. */
export interface RetentionRow extends Bilingual {
  readonly kind: string;
  /** Undefined where each thing carries its own day, or is kept without end. */
  readonly months: number | undefined;
  /** release: the later of receipt and the last decision on the list. */
  readonly countedFrom: string;
  readonly afterwards: AfterIt;
  readonly doneBy: string;
  readonly rule: string;
  readonly source: string;
  readonly confidence: (typeof confidences)[number];
}

export interface Retention {
  readonly rows: readonly RetentionRow[];
  /** Months something is kept. */
  monthsOf(kind: ErasedKind): number;
}

/**
 * Reads the table.
 * @throws RangeError when a kind that is erased has no row or no number of months above zero
 */
export function readRetention(rows: readonly Readonly<Record<string, string>>[]): Retention {
  const read = rows.map((row) => ({
    ...{ kind: row.kind ?? '', zh: row.zh ?? '', en: row.en ?? '', countedFrom: row.counted_from ?? '' },
    ...{
      afterwards: afterwards.find((one) => one === row.afterwards) ?? 'keep',
      doneBy: row.done_by ?? '',
      rule: row.rule ?? '',
      source: row.source ?? '',
    },
    ...{
      confidence: confidences.find((one) => one === row.confidence) ?? 'D',
      months: row.months ? Number(row.months) : undefined,
    },
  }));
  const months = new Map(read.map((row) => [row.kind, row.months]));
  for (const kind of erasedKinds)
    if (!((months.get(kind) ?? 0) > 0)) throw new RangeError(`retention.csv says no months for ${kind}`);
  return { rows: read, monthsOf: (kind) => months.get(kind) ?? 0 };
}

/** The last day something is kept that was counted from a day. */
export const keptUntil = (countedFrom: string, months: number): string => addMonths(countedFrom, months);

/** What counts from that day or before is past its time today. */
export const pastSince = (today: string, months: number): string => addMonths(today, -months);
