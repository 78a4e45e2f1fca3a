import openapi from '../../contracts/openapi.json' with { type: 'json' };

/** One thing the interface does, as its description has it. */
export interface Operation {
  readonly name: string;
  readonly method: string;
  /** `/api/lists/{ebpCode}/{orderNo}` */
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
  /** Content type of the body it takes; undefined for none. */
  readonly bodyType: string | undefined;
  /** Whether its answer is a page that may be followed by another. */
  readonly paged: boolean;
}

interface Described {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly parameters?: Operation['parameters'];
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
}

/** Everything the interface does, in the order of its description. */
export function operations(): readonly Operation[] {
  const paths = openapi.paths as unknown as Readonly<Record<string, Readonly<Record<string, Described>>>>;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, summary, tags, parameters = [], requestBody }]) => ({
      ...{ name: operationId, method: method.toUpperCase(), path, summary, tag: tags[0] ?? '', parameters },
      bodyType: Object.keys(requestBody?.content ?? {})[0],
      paged: parameters.some(({ name }) => name === 'cursor'),
    })),
  );
}
