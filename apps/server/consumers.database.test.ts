import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { signedInAs } from '../../modules/access/testing/signed-in.ts';
import { confirmIdentity } from '../../modules/persons/wiring.ts';
import { type TestDatabase, testDatabase } from '../../platform/postgres/testing/index.ts';
import { createApi } from './server.ts';
import { AppBrowser } from './testing/browser.ts';

const clock = { now: new Date('2026-11-23T13:00:00+08:00') };
const password = 'seven mules cross the pass';

type Api = Awaited<ReturnType<typeof createApi>>;
let rented: TestDatabase;
let app: Api['app'];
beforeAll(async () => {
  rented = await testDatabase();
  ({ app } = await createApi({ database: rented.database, now: () => clock.now }, { print: '', mail: '' }));
});
afterAll(async () => {
  await app.close();
  await rented.close();
});
beforeEach(async () => {
  await rented.owner.run('delete from access.attempt');
});

/** Signs up from a browser of its own. */
async function signUp(
  login: string,
  { displayName = '刘买', address = '127.0.0.1', secret = password } = {},
) {
  const browser = new AppBrowser(app, address);
  const asked = { login, displayName, password: secret };
  return { browser, answer: await browser.ask('POST', '/api/consumers', asked) };
}

const accountOf = async (browser: AppBrowser): Promise<string> =>
  (await browser.ask('GET', '/api/account')).json.account.accountId;

/** What is left of an account and on record about it. */
async function keptOf(accountId: string) {
  const [kept] = await rented.owner.query(
    `select state, login, display_name as "displayName",
       (select count(*)::int from persons.identity where account_id = $1) as identities,
       (select array_agg(kind order by seq) from access.event where account_id = $1) as kinds,
       (select count(login)::int from access.event where account_id = $1) as logins,
       (select count(*)::int from access.password where account_id = $1) as passwords
     from access.account where account_id = $1`,
    [accountId],
  );
  return kept;
}

describe('a consumer', () => {
  test('makes an account, is signed in with it, and sees nothing of anybody before a paper says who they are', async () => {
    const { browser, answer } = await signUp('Liu.Mai@example.com');
    expect(answer).toMatchObject({
      status: 201,
      json: { signedIn: true, role: 'consumer', by: 'account', login: 'liu.mai@example.com', name: '刘买' },
    });
    expect(answer.headers['cache-control']).toBe('no-store');
    expect((await browser.ask('GET', '/api/me/identity')).json).toMatchObject({ confirmed: false });
    expect((await browser.ask('GET', '/api/me/lists')).status).toBe(409);
    const again = new AppBrowser(app);
    expect((await again.signIn('liu.mai@example.com', password)).status).toBe(200);
    expect(await again.role()).toBe('consumer');
  });

  test('is told all that is wrong with login and password at once, and nothing is made', async () => {
    const { answer, browser } = await signUp('王', { secret: 'short' });
    expect(answer).toMatchObject({ status: 422, code: 'ACCOUNT-SIGN-UP-UNFIT' });
    const found = answer.json.findings.map(({ code, path }: { code: string; path: string }) => [code, path]);
    expect(found).toEqual([
      ['LOGIN-FORM', 'login'],
      ['PASSWORD-SHORT', 'password'],
    ]);
    expect(await browser.role()).toBe('nobody');
    const known = await signUp('zhao.mai', { secret: 'zhao.mai 2026 2026 2026' });
    expect(known.answer.json.findings).toMatchObject([{ code: 'PASSWORD-COMMON' }]);
  });

  test('cannot take the login of another, whose account stays as it is', async () => {
    await signUp('taken.by.one');
    const { answer, browser } = await signUp('TAKEN.by.one ', { secret: 'another four words of mine' });
    expect(answer).toMatchObject({ status: 409, code: 'ACCOUNT-LOGIN-TAKEN' });
    expect(await browser.role()).toBe('nobody');
    expect((await browser.signIn('taken.by.one', password)).status).toBe(200);
  });

  test('waits where many have signed up at one address, and others do not', async () => {
    const answers = [];
    for (let at = 0; at < 22; at += 1)
      answers.push((await signUp(`many.${at}`, { address: '203.0.113.7' })).answer);
    expect(answers.slice(0, 21).map(({ status }) => status)).toEqual(Array(21).fill(201));
    expect(answers[21]).toMatchObject({ status: 429, code: 'SIGN-IN-WAIT' });
    expect(Number(answers[21]?.headers['retry-after'])).toBeGreaterThan(0);
    expect((await signUp('elsewhere', { address: '203.0.114.7' })).answer.status).toBe(201);
    // It counts by the day, though somebody signed up in between.
    clock.now = new Date(clock.now.getTime() + 86_400_000);
    expect((await signUp('next.day', { address: '203.0.113.7' })).answer.status).toBe(201);
    // Who signs in at that address is not held up by it.
    expect((await new AppBrowser(app, '203.0.113.7').signIn('many.0', password)).status).toBe(200);
  });

  test('closes the account: login, name and who they are go, the evidence stays, and the login is free', async () => {
    const { browser } = await signUp('goes.away');
    const accountId = await accountOf(browser);
    await confirmIdentity(rented.database, { accountId, person: 'p', orderNo: 'D1', at: clock.now });
    const close = (secret: string) => browser.ask('POST', '/api/account/close', { password: secret });
    const guesses = [];
    for (let guess = 0; guess < 5; guess += 1) guesses.push(await close(`not this one ${guess}`));
    expect(guesses[0]).toMatchObject({ status: 403, code: 'ACCOUNT-PASSWORD-WRONG' });
    expect(guesses[4]).toMatchObject({ status: 429, code: 'SIGN-IN-WAIT' });
    clock.now = new Date(clock.now.getTime() + 60_000);
    const elsewhere = new AppBrowser(app);
    await elsewhere.signIn('goes.away', password);
    expect((await close(password)).status).toBe(204);
    for (const one of [browser, elsewhere]) expect(await one.role()).toBe('nobody');
    const kept = await keptOf(accountId);
    expect(kept).toMatchObject({
      state: 'closed',
      login: `closed:${accountId}`,
      displayName: '—',
      ...{ identities: 0, logins: 0, passwords: 0 },
    });
    expect(kept?.kinds).toEqual(['account-made', 'signed-in', 'signed-in', 'account-closed']);
    expect((await elsewhere.signIn('goes.away', password)).code).toBe('SIGN-IN-WRONG');
    expect((await signUp('goes.away')).answer.status).toBe(201);
  });

  test('whose account an administrator closes is forgotten just so', async () => {
    const { browser } = await signUp('has.lost.it');
    const accountId = await accountOf(browser);
    await confirmIdentity(rented.database, { accountId, person: 'p', orderNo: 'D1', at: clock.now });
    const administrator = { role: 'systemAdministrator' } as const;
    const { headers } = await signedInAs(rented.database, administrator, clock.now);
    const closed = await new AppBrowser(app).ask(
      'POST',
      `/api/accounts/${accountId}/close`,
      { reason: '密码遗失' },
      headers,
    );
    expect([closed.status, closed.code]).toEqual([204, undefined]);
    expect(await keptOf(accountId)).toMatchObject({
      ...{ state: 'closed', login: `closed:${accountId}`, displayName: '—' },
      ...{ identities: 0, logins: 0, passwords: 0 },
    });
    expect(await browser.role()).toBe('nobody');
  });
});
