import type { DeclaredRoute } from './guarding.ts';
import { rateClassOf } from './rates/rates.ts';
import { heedsKey } from './repeats/repeats.ts';

/** A code callers may be answered with, and what it says. */
export interface DescribedProblem {
  readonly code: string;
  readonly status: number;
  readonly text: { readonly zh: string; readonly en: string };
}

/** What every route may be answered with under a status, as far as it has that status at all. */
const general: Readonly<Record<string, readonly string[]>> = {
  400: ['HTTP-PARAMETER'],
  401: ['KEY-UNKNOWN'],
  403: ['ACCESS-REFUSED'],
  412: ['CHANGED-MEANWHILE'],
  413: ['HTTP-TOO-LARGE'],
  415: ['HTTP-MEDIA-TYPE'],
  429: ['RATE-LIMIT'],
  500: ['FAULT'],
  503: ['READERS-BUSY'],
};
/** And those that heed a key besides. */
const ofKeys: Readonly<Record<string, readonly string[]>> = {
  400: ['IDEMPOTENCY-KEY'],
  409: ['IDEMPOTENCY-UNDER-WAY', 'IDEMPOTENCY-UNKNOWN'],
  422: ['IDEMPOTENCY-OTHER-REQUEST'],
};

/** The part of a description that is completed here. */
interface Operation {
  readonly parameters?: readonly unknown[];
  readonly responses?: Readonly<Record<string, unknown>>;
}

interface Described {
  readonly components: Readonly<Record<string, unknown>>;
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const problemRef = { $ref: '#/components/schemas/Problem' };
const problemAnswer = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemRef } },
});

const IDEMPOTENCY_KEY = {
  ...{ name: 'Idempotency-Key', in: 'header', required: false },
  description:
    'A new word for each request, such as a UUID; quotation marks around it are taken off. Asked again with it, the same request ' +
    'is not carried out again but answered as it was, with `Idempotency-Replayed: true`.',
  schema: { type: 'string', minLength: 16, maxLength: 257 },
  example: '8e03978e-40d5-43e8-bc93-6894a57f9324',
};

const TOO_MANY = {
  ...problemAnswer('Too much was asked in a time (RATE-LIMIT); `Retry-After` says when to go on.'),
  headers: {
    'Retry-After': { description: 'Seconds.', schema: { type: 'integer' } },
    'RateLimit-Policy': { description: 'How much may be asked in a time.', schema: { type: 'string' } },
    RateLimit: {
      description: 'How much of it is left, and when all of it is there again.',
      schema: { type: 'string' },
    },
  },
};

/** What all routes have in common is written into the description of each, from what each declares. */
export function completed<Document extends Described>(
  document: Document,
  routes: readonly DeclaredRoute[],
  problems: readonly DescribedProblem[],
): Document {
  const declared = new Map(routes.map((route) => [`${route.method} ${pathOf(route.url)}`, route]));
  const paths = Object.entries(document.paths).map(([path, operations]) => [
    path,
    Object.fromEntries(
      Object.entries(operations).map(([method, operation]) => {
        const route = declared.get(`${method.toUpperCase()} ${path}`);
        return [method, route ? complete(operation as Operation, route) : operation];
      }),
    ),
  ]);
  const shown = new Set([general, ofKeys].flatMap((table) => Object.values(table).flat()));
  const examples = problems.filter(({ code }) => shown.has(code)).map(exampleOf);
  return {
    ...document,
    paths: Object.fromEntries(paths),
    components: { ...document.components, examples: Object.fromEntries(examples) },
  };
}

/** `/api/lists/:orderNo` as OpenAPI writes it. */
const pathOf = (url: string): string => url.replaceAll(/:(\w+)/g, '{$1}');

function complete(operation: Operation, { method, url, config }: DeclaredRoute): Operation {
  if (!url.startsWith('/api/')) return operation;
  const keyed = heedsKey(method, url, config);
  const limited = rateClassOf(config, method, true) !== 'unlimited';
  const more = {
    400: problemAnswer('The request is not as described here; `findings` tell every lapse.'),
    ...(keyed
      ? {
          409: problemAnswer(
            'The same request is under way, or was cut off (IDEMPOTENCY-UNDER-WAY, IDEMPOTENCY-UNKNOWN).',
          ),
          422: problemAnswer('The key was used for another request (IDEMPOTENCY-OTHER-REQUEST).'),
        }
      : {}),
    ...(limited ? { 429: TOO_MANY } : {}),
  };
  return {
    ...operation,
    ...(keyed ? { parameters: [...(operation.parameters ?? []), IDEMPOTENCY_KEY] } : {}),
    responses: withExamples({ ...more, ...operation.responses }, keyed),
  };
}

function exampleOf({ code, status, text: { zh, en } }: DescribedProblem) {
  const value = {
    ...{ type: `/docs/problems/${code}`, title: en, status },
    instance: 'urn:chama:request:4e1a37e6-3a0f-4b0e-9a39-6d1f5d7e1c55',
    ...{ code, zh, en },
  };
  return [code, { summary: en, value }] as const;
}

/** Each refusal shows the codes that may come of every route; those of its own stand on the pages of problems. */
function withExamples(responses: Readonly<Record<string, unknown>>, keyed: boolean): Record<string, unknown> {
  const shown = Object.entries(responses).map(([status, response]) => {
    const { content = {} } = response as { content?: Record<string, object> };
    const { 'application/problem+json': media } = content;
    const codes = [...(general[status] ?? []), ...(keyed ? (ofKeys[status] ?? []) : [])];
    if (!media || codes.length === 0) return [status, response];
    const examples = Object.fromEntries(
      codes.map((code) => [code, { $ref: `#/components/examples/${code}` }]),
    );
    const described = { ...content, 'application/problem+json': { ...media, examples } };
    return [status, { ...(response as object), content: described }];
  });
  return Object.fromEntries(shown);
}
