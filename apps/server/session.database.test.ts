import { afterAll, beforeAll, expect, test } from 'vitest';
import { issueKey, revokeKey } from '#exchange';
import { type TestDatabase, testDatabase } from '../../platform/postgres/testing/index.ts';
import { createApi } from './server.ts';

const now = new Date('2026-11-23T13:00:00+08:00');
const secrets = { print: 'secret of papers', mail: 'secret of mails' };

let rented: TestDatabase;
beforeAll(async () => {
  rented = await testDatabase();
});
afterAll(() => rented.close());

/** Signs in and answers the cookie that is set. */
async function signIn(secureCookies: boolean, key: string) {
  const { app } = await createApi({ database: rented.database, now: () => now, secureCookies }, secrets);
  const answer = await app.inject({ method: 'POST', url: '/api/session', payload: { key } });
  const cookie = String(answer.headers['set-cookie']);
  const session = async (): Promise<boolean> => {
    const headers = { cookie: cookie.split(';', 1)[0] ?? '' };
    return (await app.inject({ url: '/api/session', headers })).json().signedIn;
  };
  return { cookie, session, close: () => app.close() };
}

test('a session is sent by HTTPS only where that is set', async () => {
  const { token } = await issueKey(rented.database, '5301960001', '', 'enterprise', now);
  for (const secure of [true, false]) {
    const signedIn = await signIn(secure, token);
    expect(/^__Host-chama_session=.*; Path=\/;.*; Secure$/.test(signedIn.cookie)).toBe(secure);
    expect(signedIn.cookie).toContain('HttpOnly; SameSite=Strict');
    await signedIn.close();
  }
});

test('a session ends with the key it stands for, not with another key of the firm', async () => {
  const [own, other] = await Promise.all(
    [1, 2].map(() => issueKey(rented.database, '5301960001', '', 'enterprise', now)),
  );
  const { session, close } = await signIn(false, own?.token ?? '');
  await revokeKey(rented.database, other?.keyId ?? '', now);
  expect(await session()).toBe(true);
  await revokeKey(rented.database, own?.keyId ?? '', now);
  expect(await session()).toBe(false);
  await close();
});
