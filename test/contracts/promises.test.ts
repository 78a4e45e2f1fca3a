import { beforeAll, describe, expect, it } from 'vitest';
import { type DeclaredRoute, heedsKey, rateClassOf, routesOf } from '#http';
import { createDescribed } from '../../apps/server/description.ts';
import { description, type Operation, operations, type Schema } from './description.ts';

const inInterface = operations.filter(([, , path]) => path.startsWith('/api/'));
const reading = inInterface.filter(([place]) => place.startsWith('GET '));
const writing = inInterface.filter(([place]) => !place.startsWith('GET '));

/** Lists that end by themselves, and why there is never a second page. */
const whole: Readonly<Record<string, string>> = {
  listAgenciesToSignInBy: 'some in a zone',
  listAgencySignIns: 'some in a zone',
  listAgencyLinks: 'one an agency',
  listAccountSessions: 'they end by themselves',
  listOwnSessions: 'they end by themselves',
  listBulkKinds: 'one a kind of document',
  listCodeLists: 'as many as the standard has',
  listDrafts: 'some two hundred a person',
  listEditions: 'as many as a table has had',
  listClientCertificates: 'some an enterprise',
  listInspectionSites: 'some in a zone',
  listKeys: 'keys.most an enterprise that work, and those that did',
  listLinks: 'one an agency',
  listRulebooks: 'as many as the rules have had editions',
  listSavedFilters: 'some a person',
  listTransitCorridors: 'some a zone',
  listTransitsOfList: 'one at a time a list',
  listWebhooks: 'webhooks.most_subscriptions an enterprise',
};

function schemaOf({ responses }: Operation): Schema {
  const { schema = {} } = responses['200']?.content?.['application/json'] ?? {};
  const name = schema.$ref?.split('/').at(-1);
  return name === undefined ? schema : (description.components.schemas[name] ?? {});
}

const parameterNames = ({ parameters = [] }: Operation): string[] => parameters.map(({ name }) => name);

let routes: ReadonlyMap<string, DeclaredRoute>;
beforeAll(async () => {
  const app = await createDescribed();
  const declared = routesOf(app).map((route) => {
    const path = route.url.replaceAll(/:(\w+)/g, '{$1}');
    return [`${route.method} ${path}`, route] as const;
  });
  routes = new Map(declared);
  await app.close();
});

describe('every route that changes something', () => {
  it.each(writing)('%s may be asked twice: by a key, or it says why it needs none', (place, operation) => {
    const { method, url, config } = routes.get(place) ?? { method: '', url: '', config: {} };
    const { harmlessTwice } = config as { readonly harmlessTwice?: string };
    const keyed = heedsKey(method, url, config);
    expect(parameterNames(operation).includes('Idempotency-Key')).toBe(keyed);
    if (!keyed) expect(harmlessTwice).toMatch(/^.{15,}$/);
  });

  it('is kept by a key as a rule', () => {
    const keyed = writing.filter(([, operation]) => parameterNames(operation).includes('Idempotency-Key'));
    expect(keyed.length / writing.length).toBeGreaterThan(0.5);
  });
});

describe('every route of the interface', () => {
  it.each(inInterface)('%s says that too much is refused, if it counts', (place, { responses }) => {
    const { method, config } = routes.get(place) ?? { method: '', config: {} };
    const counts = rateClassOf(config, method, true) !== 'unlimited';
    expect('429' in responses).toBe(counts);
  });

  it('counts, but where that would cost what is asked most, or the health of the platform', () => {
    const free = inInterface.filter(([, { responses }]) => !('429' in responses));
    expect(free.map(([, { operationId }]) => operationId).sort()).toEqual(
      ['askGate', 'getHealth', 'getReceipts', 'postMessage', 'streamLists'].sort(),
    );
  });
});

describe('every route that answers with a list', () => {
  const lists = reading.filter(([, { operationId }]) => operationId.startsWith('list'));

  it.each(lists)('%s is read page by page in the one way, or ends by itself', (_place, operation) => {
    if (whole[operation.operationId] !== undefined) return;
    expect(parameterNames(operation)).toEqual(expect.arrayContaining(['cursor', 'limit']));
    const { properties = {}, required = [] } = schemaOf(operation);
    // Opaque to who reads: it is handed back as it came.
    expect(['string', 'integer']).toContain(properties.next?.type);
    expect(required).not.toContain('next');
    expect(Object.values(properties).some(({ type }) => type === 'array')).toBe(true);
  });

  it('alone has a cursor, besides the receipts', () => {
    const paged = reading.filter(([, operation]) => parameterNames(operation).includes('cursor'));
    const names = paged.map(([, { operationId }]) => operationId);
    expect(names.length).toBeGreaterThanOrEqual(8);
    expect(names.filter((name) => !/^list[A-Z]|^getReceipts$/.test(name))).toEqual([]);
  });

  it('that is said to end by itself is there', () => {
    const names = lists.map(([, { operationId }]) => operationId);
    expect(names).toEqual(expect.arrayContaining(Object.keys(whole)));
  });
});
