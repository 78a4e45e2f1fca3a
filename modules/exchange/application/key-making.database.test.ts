import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EnterpriseCaller, KeyScope } from '#access';
import { entriesAfter } from '#journal';
import {
  type TestDatabase,
  testDatabase,
  transactionsEnded,
} from '../../../platform/postgres/testing/index.ts';
import { listKeys } from '../storage/keys.ts';
import { CertificateRing } from './certificate-ring.ts';
import { KeyKeeper } from './key-keeper.ts';
import { endKey, makeKey, rotateKey } from './key-making.ts';
import { issueKey, KeyRing } from './keys.ts';

const FIRM = '5301960001';
const OTHER = '5301960002';
const DAY = 86_400_000;
const begun = new Date('2026-11-23T05:00:00Z');
const clock = { now: begun };
const later = (days: number): Date => new Date(begun.getTime() + days * DAY);

let rented: TestDatabase;
beforeAll(async () => {
  rented = await testDatabase();
});
afterAll(() => rented.close());

const ports = () => ({
  database: rented.database,
  now: () => clock.now,
  parameters: () => ({ lifetimeDays: 365, longestDays: 730, overlapDays: 7, warningDays: 14, most: 100 }),
});
const person: EnterpriseCaller = {
  ...{ by: 'session', id: '11111111-0000-4000-8000-000000000001', role: 'enterprise' },
  ...{ customsCode: FIRM, member: 'administrator' },
};
const withKey = (...keyScopes: KeyScope[]): EnterpriseCaller => ({
  ...{ by: 'key', id: '22222222-0000-4000-8000-000000000001', role: 'enterprise', customsCode: FIRM },
  keyScopes,
});
const wish = (more: Partial<Parameters<typeof makeKey>[2]> = {}) => ({
  ...{ label: 'ERP', scopes: ['hand-in', 'receipts'] as const, days: 30 },
  ...more,
});
const caller = (token: string, at: Date) => new KeyRing(rented.database).caller(token, at);
const codes = (promise: Promise<unknown>) =>
  promise.then(
    () => [],
    (problem) => [problem.status, problem.code, ...(problem.findings ?? []).map(({ code }: never) => code)],
  );

describe('a key of an enterprise', () => {
  test('may what it was made for, until its last day', async () => {
    const { token, key } = await makeKey(ports(), person, wish());
    expect(key).toMatchObject({ customsCode: FIRM, madeBy: person.id, expiresAt: later(30) });
    expect(await caller(token, begun)).toMatchObject({ keyScopes: ['hand-in', 'receipts'] });
    expect(await caller(token, new Date(later(30).getTime() - 1))).toBeDefined();
    expect(await caller(token, later(30))).toBeUndefined();
  });

  test('that expires within the seconds it is believed ends on time where it is in use', async () => {
    const { token } = await makeKey(ports(), person, wish());
    const ring = new KeyRing(rented.database);
    expect(await ring.caller(token, new Date(later(30).getTime() - 1_000))).toBeDefined();
    expect(await ring.caller(token, later(30))).toBeUndefined();
  });

  test('is made for no longer than is allowed, and by a key for nothing that key may not', async () => {
    expect(await codes(makeKey(ports(), person, wish({ days: 731 })))).toEqual([
      422,
      'KEY-REFUSED',
      'KEY-DAYS',
    ]);
    const scopes = ['hand-in', 'keys'] as const;
    expect(await codes(makeKey(ports(), withKey('keys'), wish({ scopes })))).toEqual([
      ...[422, 'KEY-REFUSED', 'KEY-MORE'],
    ]);
    expect(await codes(makeKey(ports(), withKey('keys', 'hand-in'), wish({ scopes })))).toEqual([]);
  });

  test('is one of so many, also when several are made at once', async () => {
    const few = { ...ports(), parameters: () => ({ ...ports().parameters(), most: 3 }) };
    const of = { ...person, customsCode: OTHER };
    const made = await Promise.all([1, 2, 3, 4, 5].map(() => codes(makeKey(few, of, wish()))));
    expect(made.filter(([status]) => status === 409)).toHaveLength(2);
    const [first] = await listKeys(rented.database, OTHER);
    await endKey(few, of, OTHER, first?.keyId ?? '');
    expect(await codes(makeKey(few, of, wish()))).toEqual([]);
  });

  test('is revoked by its own enterprise, and is not there for another', async () => {
    const { token, key } = await makeKey(ports(), person, wish());
    expect(await codes(endKey(ports(), person, OTHER, key.keyId))).toEqual([404, 'KEY-NOT-FOUND']);
    expect(await caller(token, begun)).toBeDefined();
    await endKey(ports(), person, FIRM, key.keyId);
    expect(await caller(token, begun)).toBeUndefined();
  });
});

describe('a key that another takes over from', () => {
  test('works on beside it for the overlap and then ends by itself; both are seen', async () => {
    const { token, key } = await makeKey(ports(), person, wish());
    const made = await rotateKey(ports(), person, key.keyId, 2);
    expect(made.formerUntil).toEqual(later(2));
    for (const one of [token, made.token])
      expect(await caller(one, later(1))).toMatchObject({ customsCode: FIRM });
    expect(await caller(token, later(2))).toBeUndefined();
    expect(await caller(made.token, later(2))).toMatchObject({ keyScopes: ['hand-in', 'receipts'] });
    const seen = await listKeys(rented.database, FIRM);
    expect(seen.find(({ keyId }) => keyId === key.keyId)).toMatchObject({ replacedBy: made.key.keyId });
    expect(seen.find(({ keyId }) => keyId === made.key.keyId)).toMatchObject({ expiresAt: later(30) });
  });

  test('does not live longer by it, and is replaced once', async () => {
    const { key } = await makeKey(ports(), person, wish({ days: 3 }));
    expect((await rotateKey(ports(), person, key.keyId, 7)).formerUntil).toEqual(later(3));
    expect(await codes(rotateKey(ports(), person, key.keyId, 7))).toEqual([409, 'KEY-OVER']);
    const { key: over } = await makeKey(ports(), person, wish());
    await endKey(ports(), person, FIRM, over.keyId);
    expect(await codes(rotateKey(ports(), person, over.keyId, 7))).toEqual([409, 'KEY-OVER']);
  });

  test('is not another enterprise’s, nor one that may more than the key it is asked with', async () => {
    const { key } = await makeKey(ports(), person, wish());
    const stranger = { ...person, customsCode: OTHER };
    expect(await codes(rotateKey(ports(), stranger, key.keyId, 1))).toEqual([404, 'KEY-NOT-FOUND']);
    expect(await codes(rotateKey(ports(), withKey('keys'), key.keyId, 1))).toEqual([
      ...[422, 'KEY-REFUSED', 'KEY-MORE', 'KEY-MORE'],
    ]);
    // Before keys had scopes they could do what clerks do: only who is more may hand that on.
    const old = await issueKey(rented.database, FIRM, '', 'enterprise', begun);
    const [status, code] = await codes(rotateKey(ports(), withKey('keys', 'write'), old.keyId, 1));
    expect([status, code]).toEqual([422, 'KEY-REFUSED']);
  });
});

describe('beside the requests', () => {
  const keeper = (keys: KeyRing) =>
    new KeyKeeper({
      ...ports(),
      keys,
      certificates: new CertificateRing(rented.database),
      fault: (error) => expect(error).toBeNull(),
    });
  const told = async (kind: string) => {
    await transactionsEnded(rented.database);
    return (await entriesAfter(rented.database, '0.0', 1_000)).filter((entry) => entry.kind === kind);
  };
  const of = async (keyId: string) =>
    (await listKeys(rented.database, FIRM)).find((key) => key.keyId === keyId);

  test('it is noted when a key was last used, not by each request, and at the end', async () => {
    const { token, key } = await makeKey(ports(), person, wish());
    const ring = new KeyRing(rented.database);
    for (const minute of [0, 1, 2]) await ring.caller(token, new Date(begun.getTime() + minute * 1_000));
    expect((await of(key.keyId))?.lastUsedAt).toBeNull();
    await keeper(ring).stop();
    expect((await of(key.keyId))?.lastUsedAt).toEqual(new Date(begun.getTime() + 2_000));
    // Another server that heard of it earlier takes nothing back.
    const other = new KeyRing(rented.database);
    await other.caller(token, begun);
    await other.noteUses();
    expect((await of(key.keyId))?.lastUsedAt).toEqual(new Date(begun.getTime() + 2_000));
  });

  test('an enterprise is told once of a key that expires soon, and not of one that is replaced', async () => {
    const soon = await makeKey(ports(), person, wish({ label: 'soon', days: 14 }));
    await makeKey(ports(), person, wish({ label: 'later', days: 15 }));
    const replaced = await makeKey(ports(), person, wish({ label: 'replaced', days: 10 }));
    await rotateKey(ports(), person, replaced.key.keyId, 7);
    const rounds = [1, 2, 3].map(() => keeper(new KeyRing(rented.database)).round());
    await Promise.all(rounds);
    const labels = (await told('key-expiring')).map(({ body }) => body);
    expect(labels).toContainEqual(
      expect.objectContaining({ enterprise: FIRM, keyId: soon.key.keyId, label: 'soon' }),
    );
    expect(labels.filter((body) => (body as { keyId: string }).keyId === soon.key.keyId)).toHaveLength(1);
    const named = labels.map((body) => (body as { label: string }).label);
    expect(named).not.toContain('later');
    expect(labels.map((body) => (body as { keyId: string }).keyId)).not.toContain(replaced.key.keyId);
  });

  test('making, replacing and revoking are in the journal, by whom, without any secret', async () => {
    const { token, key } = await makeKey(ports(), person, wish());
    await endKey(ports(), person, FIRM, key.keyId);
    for (const kind of ['key-made', 'key-replaced', 'key-revoked']) {
      const entries = await told(kind);
      expect(entries.length, kind).toBeGreaterThan(0);
      expect(JSON.stringify(entries)).not.toContain(token.slice(-43));
      expect(entries.at(-1)?.body, kind).toMatchObject({ enterprise: FIRM, doneBy: expect.any(String) });
    }
  });
});
