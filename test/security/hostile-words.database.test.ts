import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enterFirms } from '../../apps/demo/seed.ts';
import { createApi } from '../../apps/server/server.ts';
import type { AccountRole } from '../../modules/access/domain/account.ts';
import { signedInAs } from '../../modules/access/testing/signed-in.ts';
import { type TestDatabase, testDatabase } from '../../platform/postgres/testing/index.ts';
import { root } from '../architecture/tree.ts';
import { readSample } from '../scenarios/folders.ts';

interface Parameter {
  readonly in: 'path' | 'query' | 'header';
  readonly name: string;
  readonly schema: { readonly enum?: readonly unknown[] };
}
interface Content {
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value?: unknown }>>;
}
interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Content>> };
}
const description: { paths: Record<string, Record<string, Operation>> } = JSON.parse(
  readFileSync(join(root, 'contracts/openapi.json'), 'utf8'),
);

/** What attackers write into addresses. */
const words = [
  ...[`' or 1=1 --`, '\\', '%', '{}', '../../etc/passwd', '\u0001', '-1', '99999999999999999999', 'NaN'],
  ...['2026-02-31', '275760-09-13T00:00:00Z', '00000000-0000-0000-0000-00000000000g', '__proto__', 'W10'],
  ...[Buffer.from(JSON.stringify(["'", "'"])).toString('base64url'), '茶'.repeat(110), '9999999999:1'],
];
/** And into bodies. */
const values = ['a\u0000', '\ud800', '2026-02-31', 'x'.repeat(5_000), 1e21];

let rented: TestDatabase;
let app: Awaited<ReturnType<typeof createApi>>['app'];
const faults: string[] = [];
const callers: Record<string, string>[] = [];
beforeAll(async () => {
  rented = await testDatabase();
  const { database } = rented;
  await enterFirms(database, JSON.parse(readSample('enterprises.json').toString('utf8')));
  const rates = () => ({ requests: 1_000_000, seconds: 60 });
  const fault = (error: unknown, what: string) => faults.push(`${what}: ${String(error)}`);
  ({ app } = await createApi(
    { database, rates, fault, refused: () => undefined },
    { print: 'x', mail: 'm' },
  ));
  const roles: AccountRole[] = [
    'enterprise',
    'operator',
    'officer',
    'auditAdministrator',
    'systemAdministrator',
    'securityAdministrator',
    'consumer',
  ];
  for (const role of roles)
    callers.push({
      ...(await signedInAs(database, { role, customsCode: '5301363602', member: 'administrator' })).headers,
    });
}, 60_000);
afterAll(async () => {
  await app.close();
  await rented.close();
});

/** Every reading operation with one word in the place of each of its parameters, the others as they would be. */
function* asked(): Generator<{ readonly path: string; readonly url: string }> {
  for (const [path, { get }] of Object.entries(description.paths)) {
    if (!get || path === '/api/stream') continue;
    const parameters = (get.parameters ?? []).filter((one) => one.in !== 'header');
    for (const { name, in: place } of parameters)
      for (const word of words) {
        const filled = path.replaceAll(/\{(\w+)\}/g, (_, other: string) =>
          encodeURIComponent(
            place === 'path' && other === name ? word.toWellFormed() : usual(parameters, other),
          ),
        );
        const query = place === 'query' ? `?${name}=${encodeURIComponent(word.toWellFormed())}` : '';
        yield { path, url: `${filled}${query}` };
      }
  }
}

function usual(parameters: readonly Parameter[], name: string): string {
  const { schema } = parameters.find((one) => one.name === name) ?? { schema: {} };
  const first = (schema as Parameter['schema']).enum?.[0];
  if (typeof first === 'string') return first;
  return /Id$/.test(name) ? '00000000-0000-4000-8000-000000000000' : '5301363602';
}

/** Asks as whoever may; a fault is noted. */
async function askAs(operation: string, request: InjectOptions): Promise<void> {
  const known = whoMay.get(operation);
  for (const headers of known ? [known] : callers) {
    const { statusCode } = await app.inject({ ...request, headers: { ...headers, ...request.headers } });
    if (statusCode === 401 || statusCode === 403) continue;
    whoMay.set(operation, headers);
    if (statusCode >= 500)
      faults.push(`${statusCode} ${operation} ${request.url} ${String(request.payload).slice(0, 300)}`);
    return;
  }
}

/** Who may ask for an address, as far as it is known from the first answer that is none of 401 and 403. */
const whoMay = new Map<string, Record<string, string>>();

test('no word in any parameter of any reading operation makes a fault', async () => {
  for (const { path, url } of asked()) await askAs(path, { url });
  expect([...new Set(faults)]).toEqual([]);
  expect(whoMay.size).toBeGreaterThan(50);
}, 120_000);

/** What is sent with each part of it in turn something else. */
function* spoilt(whole: unknown): Generator<unknown> {
  yield* values;
  if (typeof whole !== 'object' || whole === null) return;
  for (const [name, part] of Object.entries(whole))
    for (const other of spoilt(part))
      yield Array.isArray(whole) ? whole.with(Number(name), other) : { ...whole, [name]: other };
}

test('nothing in any body makes a fault: neither what the database cannot keep nor what is far too deep', async () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  let bodies = 0;
  for (const [path, operations] of Object.entries(description.paths))
    for (const [name, { requestBody }] of Object.entries(operations)) {
      const content = requestBody?.content['application/json'];
      // Signing in is slowed down after some failures, and has tests of its own.
      if (!content || /^\/(api\/session|sandbox)/.test(path)) continue;
      const whole = content.example ?? Object.values(content.examples ?? {})[0]?.value;
      const url = path.replaceAll(/\{(\w+)\}/g, (_, parameter: string) => usual([], parameter));
      const method = name.toUpperCase() as 'POST';
      const ask = (payload: string) =>
        askAs(`${name} ${path}`, { method, url, payload, headers: { 'content-type': 'application/json' } });
      await ask(JSON.stringify(whole));
      // Of a large body as many as show every kind of place.
      const all = [...spoilt(whole)];
      const step = Math.ceil(all.length / 24);
      for (const other of all.filter((_, at) => at % step === 0)) await ask(JSON.stringify(other));
      await ask(deep);
      bodies += 1;
    }
  expect([...new Set(faults)]).toEqual([]);
  expect(bodies).toBeGreaterThan(40);
}, 120_000);
