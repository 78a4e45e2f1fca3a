/** One request to a described route and its answer, as the recorder puts it down. */
export interface Exchange {
  readonly operationId: string;
  readonly status: number;
  /** Of a problem; empty otherwise. */
  readonly code: string;
  /** As text, or as JSON; left out where there was none or it was no text. */
  readonly request?: unknown;
  readonly type: string;
  /** As text; left out where it was no text. */
  readonly answer?: string;
}
