import { ProblemError } from '../api/client.ts';
import type { Problem } from '../api/types.ts';

type Found = NonNullable<Problem['findings']>[number];

/** What the server found wrong in what it was asked; none where it was not asked, or refused for another reason. */
export function foundIn(error: unknown): readonly Found[] {
  return error instanceof ProblemError ? (error.problem?.findings ?? []) : [];
}
