/** How a route is asked for something of the owner, and how it answers whom it lets in. */
export interface Example {
  /** The address with its parameters filled in; the route's own by default. */
  readonly url?: string;
  readonly body?: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** HTTP status for the owner, and for whoever may have it of the whole zone. */
  readonly good: number;
  /** For another enterprise that asks for the owner's; `good` by default, as where a page is merely empty. */
  readonly foreign?: number;
}
