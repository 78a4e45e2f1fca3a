import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CEB_NAMESPACE, decode } from '#ceb';
import { describeApi } from '../../apps/server/description.ts';
import manifest from '../../package.json' with { type: 'json' };
import { libraryInterface } from '../../tools/library-interface.ts';
import { description, objections, operations, published, type Schema } from './description.ts';

const { components, info, openapi, tags } = description;

/** Every schema inside the description, with its place. */
function schemas(value: unknown = description, place = '#'): [place: string, schema: Schema][] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, part]) =>
    key === 'examples' ? [] : schemas(part, `${place}/${key}`),
  );
  const schema = value as Schema;
  const itself = typeof schema.type === 'string' || Array.isArray(schema.type) || schema.$ref !== undefined;
  return itself && !place.includes('/securitySchemes/') ? [[place, schema], ...inner] : inner;
}

describe('contracts/openapi.json', () => {
  it('is as `npm run openapi` writes it', async () => {
    expect(published).toBe(await describeApi());
    const types = readFileSync(new URL('../../apps/library/interface.gen.ts', import.meta.url), 'utf8');
    expect(types).toBe(libraryInterface(JSON.parse(published)));
  });

  it('is OpenAPI 3.1 with the title, version and purpose of the platform', () => {
    expect(openapi).toBe('3.1.0');
    expect(info).toMatchObject({ title: 'Chama 茶马', version: manifest.version });
    expect(info.description).toMatch(/\p{Script=Han}/u);
  });

  it('refers only to schemas that are there', () => {
    const named = schemas().flatMap(([, { $ref }]) => ($ref === undefined ? [] : [$ref]));
    const known = (['schemas', 'headers'] as const).flatMap((kind) =>
      Object.keys(components[kind]).map((name) => `#/components/${kind}/${name}`),
    );
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((reference) => !known.includes(reference))).toEqual([]);
  });

  it('uses the types of JSON Schema 2020-12 and none of the words OpenAPI 3.0 had for them', () => {
    const types = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'];
    for (const [place, schema] of schemas()) {
      expect(types, place).toEqual(expect.arrayContaining([schema.type ?? 'object'].flat()));
      expect(Object.keys(schema), place).not.toEqual(expect.arrayContaining(['nullable']));
    }
  });

  it('requires of an object only what it describes', () => {
    for (const [place, { properties, required }] of schemas())
      expect(Object.keys(properties ?? {}), place).toEqual(expect.arrayContaining([...(required ?? [])]));
  });

  it('does not close objects, so that an answer may gain a field', () => {
    expect(published).not.toContain('"additionalProperties": false');
  });
});

describe('every operation of the interface', () => {
  it('has a name of its own', () => {
    const names = operations.map(([, { operationId }]) => operationId);
    expect(names.length).toBeGreaterThanOrEqual(10);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(operations)(
    '%s has a summary, and a group that is introduced',
    (_place, { summary, tags: groups }) => {
      expect(summary.length).toBeGreaterThan(5);
      expect(groups).toHaveLength(1);
      expect(tags.map(({ name }) => name)).toEqual(expect.arrayContaining([...groups]));
    },
  );

  it.each(operations)('%s describes every parameter of its path', (_place, { parameters = [] }, path) => {
    const inPath = parameters.filter((parameter) => parameter.in === 'path');
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(inPath.map(({ name }) => name)).toEqual(named);
    for (const { required } of inPath) expect(required).toBe(true);
    for (const { schema } of parameters) expect(schema.type ?? schema.$ref).toBeDefined();
  });

  it.each(operations)('%s says who may call it, and that others are refused', (_place, operation) => {
    const { security, responses } = operation;
    const ways = security.flatMap((way) => Object.keys(way));
    expect(Object.keys(components.securitySchemes)).toEqual(expect.arrayContaining(ways));
    if (ways.length > 0) expect(Object.keys(responses)).toContain('401');
  });

  it.each(operations)('%s describes a good answer and each refusal as a problem', (_place, { responses }) => {
    const good = Object.keys(responses).filter((status) => status.startsWith('2'));
    expect(good).toHaveLength(1);
    expect(Object.keys(responses)).toContain('500');
    for (const [status, { description: meaning, content = {} }] of Object.entries(responses)) {
      expect(meaning, status).not.toBe('Default Response');
      if (!good.includes(status)) expect(Object.keys(content), status).toEqual(['application/problem+json']);
    }
  });
});

describe('the examples', () => {
  const examples = Object.entries(components.schemas).flatMap(([name, schema]) =>
    (schema.examples ?? []).map((example) => [name, schema, example] as const),
  );

  it('are there for what programs and people ask most', () => {
    const shown = examples.map(([name]) => name);
    expect(shown).toEqual(
      expect.arrayContaining(['MessageAnswer', 'RefusedMessage', 'ReceiptsPage', 'ListsPage', 'ListDetail']),
    );
  });

  it.each(examples)('of %s fits its description', (_name, schema, example) => {
    expect(objections(schema, example)).toEqual([]);
  });

  it('of refusals show every code that may come of any route, and each fits its description', () => {
    const { Problem = {} } = components.schemas;
    const shown = Object.entries(components.examples);
    expect(shown.length).toBeGreaterThanOrEqual(12);
    for (const [code, { value }] of shown) {
      expect(value).toMatchObject({ code });
      expect(objections(Problem, value)).toEqual([]);
    }
    for (const [place, { responses }] of operations) {
      const fault = responses['500']?.content?.['application/problem+json']?.examples;
      if (place.includes(' /api/')) expect(Object.keys(fault ?? {}), place).toEqual(['FAULT']);
    }
    const named = [...published.matchAll(/"#\/components\/examples\/([A-Z-]+)"/g)].map(([, code]) => code);
    expect(Object.keys(components.examples)).toEqual(expect.arrayContaining([...new Set(named)]));
  });

  it('that does not fit would be seen', () => {
    const [, schema, example] = examples.find(([name]) => name === 'ListsPage') ?? [];
    expect(objections(schema ?? {}, { ...(example as object), lists: [{ orderNo: 1 }] })).not.toEqual([]);
  });

  it('of messages are messages of the standard, one of each kind that is taken in', () => {
    const body = description.paths['/api/messages']?.post?.requestBody;
    expect(body?.required).toBe(true);
    const { schema, examples: messages = {} } = body?.content['application/xml'] ?? { schema: {} };
    expect(schema).toMatchObject({ type: 'object', xml: { namespace: CEB_NAMESPACE } });
    const decoded = Object.values(messages).map(({ value }) => decode(Buffer.from(String(value))));
    expect(decoded.map(({ root, valid }) => [root, valid])).toEqual([
      ['CEB311Message', true],
      ['CEB411Message', true],
      ['CEB511Message', true],
      ['CEB621Message', true],
    ]);
  });

  it('of receipts as XML holds a message of the standard', () => {
    const [page] = description.paths['/api/receipts']?.get?.responses['200']?.content?.['application/xml']
      ?.schema.examples ?? [''];
    const [message = ''] = /<CEB622Message[\s\S]*<\/CEB622Message>/.exec(String(page)) ?? [];
    expect(decode(Buffer.from(message))).toMatchObject({ root: 'CEB622Message', valid: true });
  });
});
