import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** The published description, as far as the tests look at it. */
export interface Description {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly webhooks: Readonly<Record<string, { readonly post: Operation }>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly examples: Readonly<Record<string, { readonly summary: string; readonly value: unknown }>>;
    readonly headers: Readonly<Record<string, object>>;
    readonly securitySchemes: Readonly<Record<string, object>>;
  };
}

export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly tags: readonly string[];
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, Answer>>;
}

interface Answer {
  readonly description: string;
  readonly content?: Content;
  readonly headers?: Readonly<Record<string, object>>;
}

interface Parameter {
  readonly in: string;
  readonly name: string;
  readonly required: boolean;
  readonly schema: Schema;
}

type Content = Readonly<Record<string, Media>>;

interface Media {
  readonly schema: Schema;
  readonly examples?: Readonly<Record<string, Example>>;
}

interface Example {
  readonly summary: string;
  readonly value: unknown;
  readonly $ref?: string;
}

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly examples?: readonly unknown[];
}

export const published = readFileSync(new URL('../../contracts/openapi.json', import.meta.url), 'utf8');
export const description = JSON.parse(published) as Description;

/** Every operation with its place, `GET /api/lists`. */
export const operations: readonly (readonly [place: string, operation: Operation, path: string])[] =
  Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, operation]) => [`${method.toUpperCase()} ${path}`, operation, path] as const,
    ),
  );

/** Classes of characters (`\\P{Cc}`) are words of JSON Schema, which reads patterns as Unicode; this reader does not. */
const readable = (key: string, value: unknown): unknown =>
  key === 'pattern' && /\\p\{/i.test(String(value)) ? undefined : value;

/** The schemas a schema refers to, and those that these refer to. */
function referred(schema: object, found: Record<string, Schema> = {}): Record<string, Schema> {
  for (const [, name = ''] of JSON.stringify(schema).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
    const other = description.components.schemas[name];
    if (other === undefined || name in found) continue;
    found[name] = other;
    referred(other, found);
  }
  return found;
}

/** What a value has against a schema of the description; nothing when it fits. */
export function objections(schema: object, value: unknown): readonly string[] {
  const whole = { ...schema, $defs: referred(schema) };
  const local = JSON.parse(JSON.stringify(whole).replaceAll('#/components/schemas/', '#/$defs/'), readable);
  const result = z.fromJSONSchema(local).safeParse(value);
  return result.success
    ? []
    : result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}
