/** An answer by the agency's clock. */
export interface Timed {
  readonly returnStatus: string;
  /** YYYYMMDDhhmmssSSS; compares as text. */
  readonly returnTime: string;
}

/** 1 saved, 2 being declared, 3 and 5 on the way: whatever else is said stands above them. */
const onTheWay: ReadonlySet<string> = new Set(['1', '2', '3', '5']);

/**
 * Whether an answer was overtaken by one that came before it: receipts come in any order, and an older one must not
 * move a document back. At the same instant what decides stands above what is on the way.
 */
export function isLate(answer: Timed, newest: Timed | undefined): boolean {
  if (newest === undefined || answer.returnTime > newest.returnTime) return false;
  if (answer.returnTime < newest.returnTime) return true;
  return onTheWay.has(answer.returnStatus) && !onTheWay.has(newest.returnStatus);
}
