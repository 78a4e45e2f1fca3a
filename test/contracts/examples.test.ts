import { describe, expect, it } from 'vitest';
import problems from '../../contracts/problems.json' with { type: 'json' };
import { kindGroups } from '../../modules/notices/domain/event-kinds.ts';
import { description, type Operation, objections, operations, type Schema } from './description.ts';

/** How whoever adds a route gives it what is asked for here. */
const REMEDY = 'npm run examples -- path/of/the/database.test.ts that asks it and is answered well';

/** Operations whose answer never ends, so that no test can take it down whole. */
const endless = ['streamLists'];
/** Bodies that an example has to be shown of: what is asked as text, and what is answered as JSON, not as a file. */
const readable = /^(application\/(json|xml|x-www-form-urlencoded)|text\/csv)$/;
const json = /^application\/json$/;

type Content = NonNullable<Operation['requestBody']>['content'];

const goodOf = ({ responses }: Operation): Content =>
  Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1].content ?? {};

/** The schema, where it is named by reference. */
function named(schema: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1);
  return (name === undefined ? schema : description.components.schemas[name]) ?? {};
}

/** Every example of a body with its type, beside the schema or in it. */
const shown = (content: Content) =>
  Object.entries(content).flatMap(([type, { schema, examples = {} }]) => [
    ...Object.values(examples).map(({ value }) => ({ type, schema, value })),
    ...(named(schema).examples ?? []).map((value) => ({ type, schema, value })),
  ]);

describe('every operation', () => {
  it.each(operations)('%s says at length what it is for and who may call it', (_place, operation) => {
    expect(operation.operationId).toMatch(/^[a-z][A-Za-z]+$/);
    expect(operation.description ?? '').toMatch(/^[\s\S]{30,}$/);
    expect(operation.description).toMatch(/\p{Script=Han}/u);
  });

  it.each(operations)('%s shows a request and an answer that fit', (_place, operation) => {
    const bodies = [
      ['request', operation.requestBody?.content ?? {}],
      ['answer', goodOf(operation)],
    ] as const;
    for (const [what, content] of bodies) {
      const examples = shown(content);
      const due = Object.keys(content).some((type) => (what === 'request' ? readable : json).test(type));
      if (due && !endless.includes(operation.operationId))
        expect(examples.length, `${operation.operationId} shows no ${what}: ${REMEDY}`).toBeGreaterThan(0);
      for (const { type, schema, value } of examples)
        if (type === 'application/json')
          expect([operation.operationId, what, objections(schema, value)]).toEqual([
            operation.operationId,
            what,
            [],
          ]);
    }
  });

  it.each(operations)('%s shows with each refusal the codes it may be of', (place, { responses }) => {
    for (const [status, { content = {}, headers = {} }] of Object.entries(responses)) {
      const { examples = {} } = content['application/problem+json'] ?? {};
      const codes = Object.keys(examples);
      if (status === '429' || (status === '503' && place.includes(' /api/')))
        expect(Object.keys(headers), `${place} ${status}`).toContain('Retry-After');
      if (status.startsWith('2') || !place.includes(' /api/')) continue;
      expect(codes.length, `${place} shows no code of ${status}: ${REMEDY}`).toBeGreaterThan(0);
      for (const code of codes)
        expect(
          problems.some((one) => one.code === code),
          `${code}: npm run docs`,
        ).toBe(true);
    }
  });
});

describe('what the platform sends by itself', () => {
  const sent = Object.entries(description.webhooks);

  it('is described for every group of events that can be subscribed to', () => {
    expect(sent.map(([group]) => group)).toEqual(kindGroups.map(({ group }) => group).sort());
  });

  it.each(sent)('%s shows an event that fits', (_group, { post }) => {
    const [example] = shown(post.requestBody?.content ?? {});
    expect(objections(example?.schema ?? {}, example?.value)).toEqual([]);
    expect(post.parameters?.map(({ name }) => name)).toEqual([
      'webhook-id',
      'webhook-timestamp',
      'webhook-signature',
    ]);
  });
});

describe('what is taken down', () => {
  it('holds no key, no secret and no place of the machine it was taken on', () => {
    const all = JSON.stringify(operations.map(([, { requestBody, responses }]) => [requestBody, responses]));
    expect(all).not.toMatch(/chk_(?!0{32}_A{43})[0-9a-f]{32}_/);
    expect(all).not.toMatch(/whsec_(?!A{43}=|…)[\w+/]{20}/);
    expect(all).not.toMatch(/127\.0\.0\.1:(?!8080)\d{4,5}|\/tmp\//);
  });
});
