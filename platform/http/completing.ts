import type { DeclaredRoute } from './guarding.ts';
import { rateClassOf } from './rates/rates.ts';
import { heedsKey } from './repeats/repeats.ts';
import { type Recorded, withExample } from './shown.ts';

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

/** Who may call a route, in words, and what a key that is limited needs for it. */
export interface Entrance {
  readonly words: string;
  readonly keyScope: string | undefined;
}

/** What the description is completed from, besides what the routes say of themselves. */
export interface Sources {
  readonly routes: readonly DeclaredRoute[];
  readonly problems: readonly DescribedProblem[];
  readonly entrance: (config: object) => Entrance | undefined;
  /** By the name of the operation. */
  readonly recorded: Readonly<Record<string, Recorded>>;
}

/** The part of a description that is completed here. */
interface Operation {
  readonly operationId?: string;
  readonly description?: string;
  readonly parameters?: readonly unknown[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, object>> };
  readonly responses?: Readonly<Record<string, Response>>;
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
}

interface Response {
  readonly description: string;
  readonly content?: Readonly<Record<string, object>>;
  readonly headers?: object;
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

/** Headers of answers, described once. */
const headers = {
  'x-request-id': { description: 'The name of the request, yours if you sent one.', type: 'string' },
  'RateLimit-Policy': { description: 'How much may be asked in a time.', type: 'string' },
  RateLimit: {
    description: 'How much of it is left, and when all of it is there again.',
    type: 'string',
  },
  'Retry-After': { description: 'Seconds to wait before asking again.', type: 'integer' },
  'Idempotency-Replayed': {
    description: '`true` where the key has been seen: nothing was done again, this is the answer given then.',
    type: 'string',
  },
  ETag: {
    description:
      'What this is like. Sent as `If-None-Match` it is answered by 304 and nothing else while nothing has changed.',
    type: 'string',
  },
} as const;

const described = Object.fromEntries(
  Object.entries(headers).map(([name, { description, type }]) => [name, { description, schema: { type } }]),
);
const headed = (...names: readonly (keyof typeof headers)[]) =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

const TOO_MANY = {
  ...problemAnswer('Too much was asked in a time (RATE-LIMIT); `Retry-After` says when to go on.'),
  headers: headed('Retry-After', 'RateLimit-Policy', 'RateLimit'),
};

/** What all routes have in common is written into the description of each, from what each declares. */
export function completed<Document extends Described>(document: Document, sources: Sources): Document {
  const declared = new Map(
    sources.routes.map((route) => [`${route.method} ${route.url.replaceAll(/:(\w+)/g, '{$1}')}`, route]),
  );
  const paths = Object.entries(document.paths).map(([path, operations]) => [
    path,
    Object.fromEntries(
      Object.entries(operations).map(([method, operation]) => {
        const route = declared.get(`${method.toUpperCase()} ${path}`);
        return [method, route ? complete(operation as Operation, route, sources) : operation];
      }),
    ),
  ]);
  const named = [...JSON.stringify(paths).matchAll(/"#\/components\/examples\/([A-Z0-9-]+)"/g)];
  const shown = new Set(named.map(([, code]) => code));
  const examples = sources.problems.filter(({ code }) => shown.has(code)).map(exampleOf);
  return {
    ...document,
    paths: Object.fromEntries(paths),
    components: { ...document.components, headers: described, examples: Object.fromEntries(examples) },
  };
}

function complete(operation: Operation, route: DeclaredRoute, sources: Sources): Operation {
  const { method, url, config } = route;
  const seen = sources.recorded[operation.operationId ?? ''] ?? {};
  const entrance = sources.entrance(config);
  const keyed = heedsKey(method, url, config);
  const ofInterface = url.startsWith('/api/');
  const words = [operation.description, entrance?.words].filter((one) => one !== undefined);
  return {
    ...operation,
    ...(words.length > 0 ? { description: words.join('\n\n') } : {}),
    ...(keyed ? { parameters: [...(operation.parameters ?? []), IDEMPOTENCY_KEY] } : {}),
    ...(operation.requestBody
      ? { requestBody: withExample(operation.requestBody, 'As it was asked', seen.request) }
      : {}),
    ...(operation.security ? { security: scoped(operation.security, entrance?.keyScope) } : {}),
    responses: withExamples(
      ofInterface ? answersOf(operation, route) : operation.responses,
      keyed,
      seen,
      sources,
    ),
  };
}

/** Roles of a way in are words of OpenAPI 3.1: a key that is limited needs the scope named beside it. */
const scoped = (ways: NonNullable<Operation['security']>, keyScope: string | undefined) =>
  ways.map((way) => ('apiKey' in way && keyScope !== undefined ? { apiKey: [keyScope] } : way));

/** Every answer with what any route may answer besides, and with its headers. */
function answersOf({ responses = {} }: Operation, { method, url, config }: DeclaredRoute) {
  const keyed = heedsKey(method, url, config);
  const limited = rateClassOf(config, method, true) !== 'unlimited';
  const all: Readonly<Record<string, Response>> = {
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
    ...responses,
  };
  const told = Object.entries(all).map(([status, response]) => {
    if (status === '429') return [status, { ...response, headers: TOO_MANY.headers }];
    if (status === '503') return [status, { ...response, headers: headed('Retry-After') }];
    if (!status.startsWith('2')) return [status, response];
    const tagged = method === 'GET' && limited && 'application/json' in (response.content ?? {});
    const also = headed(
      'x-request-id',
      ...(limited ? (['RateLimit-Policy', 'RateLimit'] as const) : []),
      ...(keyed ? (['Idempotency-Replayed'] as const) : []),
      ...(tagged ? (['ETag'] as const) : []),
    );
    return [status, { ...response, headers: { ...also, ...response.headers } }];
  });
  return Object.fromEntries(told) as Record<string, Response>;
}

/** Said once for all operations; a code that comes under two statuses once more under the other. */
function exampleUnder(status: string, code: string, problems: readonly DescribedProblem[]): object {
  const found = problems.find((problem) => problem.code === code && String(problem.status) !== status);
  return found
    ? exampleOf({ ...found, status: Number(status) })[1]
    : { $ref: `#/components/examples/${code}` };
}

function exampleOf({ code, status, text: { zh, en } }: DescribedProblem) {
  const value = {
    ...{ type: `/docs/problems/${code}`, title: en, status },
    instance: 'urn:chama:request:4e1a37e6-3a0f-4b0e-9a39-6d1f5d7e1c55',
    ...{ code, zh, en },
  };
  return [code, { summary: en, value }] as const;
}

/** A good answer shows one that was given; a refusal the codes that may come of every route, and those seen of this one. */
function withExamples(
  responses: Operation['responses'],
  keyed: boolean,
  seen: Recorded,
  { problems }: Pick<Sources, 'problems'>,
): Record<string, Response> {
  const { refusals = {} } = seen;
  const unsaid = Object.keys(refusals).filter((status) => !(status in (responses ?? {})));
  const all = {
    ...responses,
    ...Object.fromEntries(unsaid.map((status) => [status, problemAnswer(refused)])),
  };
  const shown = Object.entries(all).map(([status, response]) => {
    if (status.startsWith('2')) return [status, withExample(response, 'As it was answered', seen.answer)];
    const { 'application/problem+json': media, ...others } = response.content ?? {};
    const codes = new Set(
      [general[status], keyed ? ofKeys[status] : [], refusals[status]]
        .flatMap((some) => some ?? [])
        .filter((code) => problems.some((problem) => problem.code === code)),
    );
    if (!media || codes.size === 0) return [status, response];
    const examples = Object.fromEntries(
      [...codes].map((code) => [code, exampleUnder(status, code, problems)]),
    );
    return [
      status,
      { ...response, content: { ...others, 'application/problem+json': { ...media, examples } } },
    ];
  });
  return Object.fromEntries(shown);
}

const refused = 'It is refused for what the examples say.';

/** Codes that any route may answer with under a status, so that none has to say so of itself. */
export const codesOfAll = (status: number): readonly string[] => [
  ...(general[status] ?? []),
  ...(ofKeys[status] ?? []),
];
