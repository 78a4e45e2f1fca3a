import type { SwaggerTransform } from '@fastify/swagger';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { problem } from './schemas.ts';

/** What a problem of each status means here. */
const meanings = {
  400: 'The request is not as described here; `findings` tell every lapse.',
  401: 'The API key is missing, wrong or revoked.',
  403: 'The caller may not do this.',
  404: 'There is no such thing, or not for this caller.',
  409: 'As things stand this cannot be done.',
  412: 'It is no longer as `If-Match` says: somebody else has changed it (CHANGED-MEANWHILE).',
  413: 'The body is larger than the limit.',
  415: 'The content type is not one that is read here.',
  422: 'The content cannot be taken in; `findings` tell why.',
  429: 'Too many requests; try again later.',
  500: 'A fault of the system; it is in the log.',
  503: 'The platform cannot work at present; try again later.',
} as const;

type ProblemStatus = keyof typeof meanings;

interface Answer<Type extends string, Schema extends z.ZodType> {
  readonly description: string;
  readonly content: Readonly<Record<Type, { readonly schema: Schema }>>;
}

type Problems<Status extends ProblemStatus> = Readonly<
  Record<Status | 500, Answer<'application/problem+json', typeof problem>>
>;

/** A good answer as JSON. */
export function answer<Schema extends z.ZodType>(
  description: string,
  schema: Schema,
): Answer<'application/json', Schema> {
  return { description, content: { 'application/json': { schema } } };
}

/** A refusal with more in it than every problem has; the route sends it itself. */
export function refusal<Schema extends z.ZodType>(
  description: string,
  schema: Schema,
): Answer<'application/problem+json', Schema> {
  return { description, content: { 'application/problem+json': { schema } } };
}

/** The problems a route may answer with; each route may answer with a fault besides. */
export function problems<Status extends ProblemStatus = never>(
  ...statuses: readonly Status[]
): Problems<Status> {
  const all: readonly ProblemStatus[] = [...statuses, 500];
  return Object.fromEntries(
    all.map((status) => [status, refusal(meanings[status], problem)]),
  ) as Problems<Status>;
}

/** One body of a request for the description: what it shows, in a word, and the text. */
export interface BodyExample {
  readonly summary: string;
  readonly value: string;
}

/**
 * Describes a body that a route reads by itself. It goes into the description only: nothing looks at the body
 * before the route does.
 */
export function rawBody(
  contentType: string,
  schema: Readonly<Record<string, unknown>>,
): { readonly swaggerTransform: SwaggerTransform } {
  const content = { [contentType]: { schema } };
  return {
    swaggerTransform: (route) => {
      const described = jsonSchemaTransform(route);
      return { ...described, schema: { ...described.schema, body: { content } } };
    },
  };
}

/**
 * Describes an XML body that a route reads as bytes.
 * @param element the root element as a schema: an object with `xml.name`, as OpenAPI describes XML
 */
export function xmlBody(
  element: Readonly<Record<string, unknown>>,
  examples: Readonly<Record<string, BodyExample>>,
): { readonly swaggerTransform: SwaggerTransform } {
  return rawBody('application/xml', { ...element, 'x-examples': examples });
}
