import createClient from 'openapi-fetch';
import { isResting } from './resting.ts';
import type { paths } from './schema.gen.ts';
import type { Problem } from './types.ts';

export const client = createClient<paths>({ credentials: 'same-origin' });
// What changes something was asked for by somebody, also where it goes on for long, as an upload does.
client.use({
  onRequest: ({ request }) => {
    if (request.method === 'GET' && isResting()) request.headers.set('x-chama-unasked', '1');
  },
});

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

/** The answer's content with the tag that a change of it may be asked under, where it has one. */
export async function taggedAnswerOf<T>(
  call: Promise<Called<T>>,
): Promise<{ readonly content: T; readonly tag: string | undefined }> {
  const called = await call.catch(() => undefined);
  const content = await answerOf(called ? Promise.resolve(called) : call);
  return { content, tag: called?.response.headers.get('etag') ?? undefined };
}

function isProblem(error: unknown): error is Problem {
  return typeof error === 'object' && error !== null && 'zh' in error && 'en' in error;
}
