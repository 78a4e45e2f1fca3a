import createClient from 'openapi-fetch';
import type { paths } from './schema.gen.ts';
import type { Problem } from './types.ts';

export const client = createClient<paths>({ credentials: 'same-origin' });

/** What the server said instead of an answer, or that it could not be reached. */
export class ProblemError extends Error {
  readonly status: number;
  readonly problem: Problem | undefined;

  constructor(status: number, problem: Problem | undefined) {
    super(problem?.title ?? `HTTP ${status}`);
    this.name = 'ProblemError';
    this.status = status;
    this.problem = problem;
  }
}

interface Called<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** The answer's content; a problem or a dead line is thrown as ProblemError (status 0: not reached). */
export async function answerOf<T>(call: Promise<Called<T>>): Promise<T> {
  const { data, error, response } = await call.catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ProblemError(0, undefined);
  });
  if (response.ok) return data as T;
  throw new ProblemError(response.status, isProblem(error) ? error : undefined);
}

function isProblem(error: unknown): error is Problem {
  return typeof error === 'object' && error !== null && 'zh' in error && 'en' in error;
}
