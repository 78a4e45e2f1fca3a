import type { Bilingual, Finding } from '#kernel';

/** A refusal that HTTP answers as an RFC 9457 problem; thrown by routes, answered in one place. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly text: Bilingual;
  readonly findings: readonly Finding[] | undefined;

  constructor(status: number, code: string, text: Bilingual, findings?: readonly Finding[]) {
    super(text.en);
    this.status = status;
    this.code = code;
    this.text = text;
    this.findings = findings;
  }
}

export interface ProblemBody {
  /** Where the code is explained, on the server that answered. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** The request that met it, by the name in `x-request-id`. */
  readonly instance: string;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly findings?: readonly Finding[];
}

export function problemBody(problem: Problem, requestId: string): ProblemBody {
  return {
    type: `/docs/problems/${problem.code}`,
    title: problem.text.en,
    status: problem.status,
    instance: `urn:chama:request:${requestId}`,
    code: problem.code,
    zh: problem.text.zh,
    en: problem.text.en,
    ...(problem.findings ? { findings: problem.findings } : {}),
  };
}
