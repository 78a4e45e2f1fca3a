import type { SwaggerTransformObject } from '@fastify/swagger';
import { jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { completed, type DescribedProblem, type Entrance, type Sources } from './completing.ts';
import type { Recorded } from './shown.ts';

/** How the interface is introduced to its readers; the routes describe themselves. */
export interface Introduction {
  readonly title: string;
  readonly version: string;
  readonly description: string;
  /** Groups of routes in the order shown, by the tag the routes carry. */
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  /** Codes of problems and what they say, for examples of refusals. */
  readonly problems?: readonly DescribedProblem[];
  /** Who may call a route, by what it declares. */
  readonly entrance?: (config: object) => Entrance | undefined;
  /** What was seen of operations, by their names; asked when the description is made. */
  readonly recorded?: () => Readonly<Record<string, Recorded>>;
  /** What the platform sends by itself, as OpenAPI describes webhooks. */
  readonly webhooks?: Readonly<Record<string, object>>;
  /** The ways to say who is calling, by the name routes refer to them. */
  readonly security: Readonly<Record<string, SecurityScheme>>;
}

/** A bearer token, or a cookie. */
type SecurityScheme =
  | { readonly type: 'http'; readonly scheme: 'bearer'; readonly description: string }
  | { readonly type: 'apiKey'; readonly in: 'cookie'; readonly name: string; readonly description: string };

/** Settings of the OpenAPI 3.1 description. */
export function openapi({ title, version, description, tags, security }: Introduction) {
  return {
    openapi: '3.1.0',
    info: {
      ...{ title, version, description },
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    tags: tags.map((tag) => ({ ...tag })),
    components: { securitySchemes: { ...security } },
  };
}

/** The whole description, the same every time: sorted by name, schemas once, objects open to later fields. */
export function tidied(
  sources: () => Sources,
  webhooks: Introduction['webhooks'] = {},
): SwaggerTransformObject {
  return (document) => {
    const whole = completed(jsonSchemaTransformObject(document) as Description, sources());
    const { paths, components } = oncePerSchema(open(whole));
    const schemas = sorted(spokenOf(paths, components.schemas));
    return {
      ...whole,
      paths: sorted(paths),
      webhooks: sorted(webhooks),
      components: { ...components, schemas },
    } as ReturnType<SwaggerTransformObject>;
  };
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: Readonly<Record<string, unknown>> & {
    readonly schemas: Readonly<Record<string, unknown>>;
  };
}

function sorted<Value>(entries: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(entries).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Answers may gain fields: a reader that checks by the description must not refuse them. */
function open<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(open) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(
    ([key, inner]) => key !== 'additionalProperties' || inner !== false,
  );
  return Object.fromEntries(
    kept.map(([key, inner]) => [key, key === 'examples' ? inner : open(inner)]),
  ) as Value;
}

/**
 * The schemas that paths refer to or name in words, and those that these refer to. The others come of modules that happen to be loaded
 * in the same process and whose routes this server does not have.
 */
function spokenOf(paths: object, schemas: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const spoken = new Map<string, unknown>();
  const follow = (value: unknown): void => {
    for (const [, referred, named] of JSON.stringify(value).matchAll(
      /"#\/components\/schemas\/(\w+)"|`(\w+)`/g,
    )) {
      const name = referred ?? named ?? '';
      if (spoken.has(name) || !(name in schemas)) continue;
      spoken.set(name, schemas[name]);
      follow(schemas[name]);
    }
  };
  follow(paths);
  return Object.fromEntries(spoken);
}

/**
 * Each schema comes twice, as `X` for what is sent and as `XInput` for what is read; one is enough.
 * @throws where the two differ, as by a field with a default: then they are two schemas, and need two names.
 */
function oncePerSchema({ paths, components }: Description): Description {
  const plain = (value: unknown): string =>
    JSON.stringify(value).replaceAll(/("#\/components\/schemas\/\w+)Input"/g, '$1"');
  const once = Object.entries(components.schemas).filter(([name]) => !name.endsWith('Input'));
  for (const [name, schema] of once)
    if (plain(schema) !== plain(components.schemas[`${name}Input`] ?? schema))
      throw new Error(`What is read as ${name} is not what is sent as ${name}: name the two apart.`);
  return {
    paths: JSON.parse(plain(paths)),
    components: { ...components, schemas: JSON.parse(plain(Object.fromEntries(once))) },
  };
}
