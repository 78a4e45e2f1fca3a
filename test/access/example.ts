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
  /** For whoever may have it of the whole zone, where that is another. */
  readonly ofZone?: number;
  /** For a session a key stands behind; as for anybody by default. */
  readonly ofKey?: number;
  /** Ends the session it is asked with: everybody comes with a further one. */
  readonly ends?: boolean;
}

/** A body as JSON. */
export const json = (body: unknown) => ({
  body: typeof body === 'string' ? body : JSON.stringify(body),
  type: 'application/json',
});

/** An id nothing has. */
export const noMessage = '00000000-0000-4000-8000-000000000000';
