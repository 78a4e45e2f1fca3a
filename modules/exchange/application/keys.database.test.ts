import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../platform/postgres/testing/index.ts';
import { requireCertificate } from '../storage/certificates.ts';
import { listKeys, revokeKey } from '../storage/keys.ts';
import { issueKey, KeyRing } from './keys.ts';

const FIRM = '5301960001';
const now = new Date('2026-11-23T05:00:00Z');
const later = (ms: number): Date => new Date(now.getTime() + ms);

let rented: TestDatabase;
beforeAll(async () => {
  rented = await testDatabase();
});
afterAll(() => rented.close());

const issue = (scope: 'enterprise' | 'operator' = 'enterprise') =>
  issueKey(rented.database, FIRM, 'ERP', scope, now);

describe('a key', () => {
  test('names its enterprise and what it may do', async () => {
    const { token, keyId } = await issue('operator');
    expect(token).toMatch(/^chk_[0-9a-f]{32}_[\w-]{43}$/);
    expect(await new KeyRing(rented.database).caller(token, now)).toEqual({
      ...{ by: 'key', id: keyId, role: 'operator' },
      customsCode: FIRM,
    });
  });

  test('is kept as a hash only: its secret stands nowhere in the database', async () => {
    const { token } = await issue();
    const [row] = await rented.database.query<{ all: string }>(
      'select string_agg(k::text, chr(10)) as all from exchange.api_key k',
    );
    expect(row?.all).not.toContain(token.slice(-43));
  });

  test.each([
    ['nothing', () => ''],
    ['a word', () => 'chk_'],
    ['one of another form', (token: string) => token.toUpperCase()],
    ['one with something after it', (token: string) => `${token} `],
    ['one with a wrong secret', (token: string) => `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`],
    ['one of an unknown id', (token: string) => `chk_${'0'.repeat(32)}${token.slice(36)}`],
  ])('is not %s', async (_what, spoil) => {
    const { token } = await issue();
    expect(await new KeyRing(rented.database).caller(spoil(token), now)).toBeUndefined();
  });

  test('revoked works on for five seconds at most where it was in use, and nowhere else', async () => {
    const { token, keyId } = await issue();
    const ring = new KeyRing(rented.database);
    expect(await ring.caller(token, now)).toMatchObject({ id: keyId });
    expect(await revokeKey(rented.database, keyId, now)).toBe(true);
    expect(await ring.caller(token, later(4_999))).toMatchObject({ id: keyId });
    expect(await ring.caller(token, later(5_000))).toBeUndefined();
    expect(await new KeyRing(rented.database).caller(token, now)).toBeUndefined();
  });

  test('has no session where its enterprise asks for a certificate beside it, which no session shows', async () => {
    const { keyId } = await issue();
    const ring = new KeyRing(rented.database);
    expect(await ring.callerById(keyId, now)).toMatchObject({ id: keyId });
    await rented.database.transaction((client) => requireCertificate(client, FIRM, true, now, null));
    expect(await ring.callerById(keyId, now)).toBeUndefined();
    await rented.database.transaction((client) => requireCertificate(client, FIRM, false, now, null));
  });

  test('is revoked once; an unknown one cannot be', async () => {
    const { keyId } = await issue();
    expect(await revokeKey(rented.database, keyId, now)).toBe(true);
    expect(await revokeKey(rented.database, keyId, later(1_000))).toBe(false);
    expect(await revokeKey(rented.database, '00000000-0000-4000-8000-000000000000', now)).toBe(false);
    const [key] = (await listKeys(rented.database, FIRM)).filter((one) => one.keyId === keyId);
    expect(key).toMatchObject({ revokedAt: now, label: 'ERP', scope: 'enterprise' });
  });

  test('in use is not looked up again for five seconds', async () => {
    const { token } = await issue();
    let asked = 0;
    const counting = {
      ...rented.database,
      query: (...question: Parameters<typeof rented.database.query>) => {
        asked += 1;
        return rented.database.query(...question);
      },
    };
    const ring = new KeyRing(counting as typeof rented.database);
    for (const ms of [0, 1_000, 4_000]) await ring.caller(token, later(ms));
    expect(asked).toBe(1);
    await ring.caller(token, later(6_000));
    expect(asked).toBe(2);
  });
});

test('keys are listed by enterprise, without their secrets', async () => {
  await issueKey(rented.database, '5301960009', 'other', 'enterprise', now);
  const keys = await listKeys(rented.database, '5301960009');
  expect(keys.map(({ label }) => label)).toEqual(['other']);
  expect(Object.keys(keys[0] ?? {})).not.toContain('secretHash');
  expect((await listKeys(rented.database)).length).toBeGreaterThan(1);
});
