/** unique_violation, serialization_failure, deadlock_detected */
const conflicts: ReadonlySet<unknown> = new Set(['23505', '40001', '40P01']);

/** Whether a transaction failed only because another one was there first: done again, it may well go through. */
export const isConflict = (error: unknown): boolean => conflicts.has((error as { code?: string }).code);
