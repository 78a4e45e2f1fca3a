import type { Finding, ProblemBody } from './answers.ts';

/** The platform did not do what was asked, and says why in both languages. */
export class PlatformProblem extends Error {
  override readonly name = 'PlatformProblem';
  /** HTTP status. */
  readonly status: number;
  /** Stable, e.g. `KEY-UNKNOWN`; `HTTP-…` where the answer was none of the platform's. */
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly findings: readonly Finding[];
  /** When to try again, if the platform said so. */
  readonly retryAfterSeconds: number | undefined;
  /** Name of the request, for who runs the platform; undefined where the answer was none of the platform's. */
  readonly requestId: string | undefined;

  constructor(status: number, body: ProblemBody, retryAfterSeconds?: number, requestId?: string) {
    const code = body.code ?? `HTTP-${status}`;
    super(`${code}: ${body.en ?? `the platform answered ${status}`}`);
    this.status = status;
    this.code = code;
    this.zh = body.zh ?? `平台返回 HTTP ${status}`;
    this.en = body.en ?? `The platform answered HTTP ${status}`;
    this.findings = body.findings ?? [];
    this.retryAfterSeconds = retryAfterSeconds;
    this.requestId = requestId;
  }
}

/** An answer that is none of what was asked for, as the problem to be thrown. */
export function problemOf(response: Response, body: ProblemBody): PlatformProblem {
  const after = Number(response.headers.get('retry-after') ?? Number.NaN);
  return new PlatformProblem(
    response.status,
    body,
    Number.isFinite(after) ? after : undefined,
    response.headers.get('x-request-id') ?? undefined,
  );
}
