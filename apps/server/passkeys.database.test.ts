import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Amiss, TestAuthenticator } from '../../modules/access/testing/authenticator.ts';
import { demoAccount, firstAdministrator } from '../../modules/access/wiring.ts';
import { type TestDatabase, testDatabase } from '../../platform/postgres/testing/index.ts';
import { seedZone } from '../demo/seed.ts';
import { createZone } from '../demo/zone.ts';
import { createApi } from './server.ts';

const minute = 60_000;
const clock = { now: new Date('2026-11-23T13:00:00+08:00') };
const zone = createZone();
const firm = zone.platforms[0]?.customsCode ?? '';
const password = 'seven mules cross the pass';
const site = 'https://zone.example.cn';

type Api = Awaited<ReturnType<typeof createApi>>;
let rented: TestDatabase;
let app: Api['app'];
let ports: Api['parts']['access']['ports'];
beforeAll(async () => {
  rented = await testDatabase();
  await seedZone(rented.database, zone);
  const settings = { database: rented.database, now: () => clock.now, publicUrl: site };
  const api = await createApi(settings, { print: '', mail: '' });
  app = api.app;
  ports = api.parts.access.ports;
});
afterAll(async () => {
  await app.close();
  await rented.close();
});
beforeEach(async () => {
  await rented.owner.run('delete from access.attempt');
  clock.now = new Date(clock.now.getTime() + 10 * minute);
});

/** A browser on a page of ours. */
class Browser {
  cookie = '';

  async ask(method: 'GET' | 'POST' | 'PATCH', url: string, body?: object) {
    const response = await app.inject({
      ...{ method, url, ...(body ? { payload: body } : {}) },
      headers: { 'sec-fetch-site': 'same-origin', cookie: this.cookie },
    });
    const [cookie] = String(response.headers['set-cookie'] ?? '').split(';', 1);
    if (cookie) this.cookie = cookie;
    const json = response.body === '' ? {} : response.json();
    return { status: response.statusCode, code: json.code as string | undefined, json };
  }

  signIn(login: string, more: object = {}) {
    return this.ask('POST', '/api/session', { login, password, ...more });
  }

  async asked() {
    return (await this.ask('POST', '/api/session/passkey')).json as { challenge: string };
  }

  async signInWith(device: TestAuthenticator, amiss: Amiss = {}) {
    return this.ask('POST', '/api/session', { passkey: device.answer(await this.asked(), amiss) });
  }

  async begin(given: object = { password }) {
    return this.ask('POST', '/api/account/passkeys', given);
  }

  async add(device = new TestAuthenticator(site), amiss: Amiss = {}, given: object = { password }) {
    const passkey = device.make((await this.begin(given)).json, amiss);
    const kept = await this.ask('POST', '/api/account/passkeys/confirm', { name: 'my phone', passkey });
    return { device, kept, passkey };
  }

  async passkeys(): Promise<{ passkeyId: string; name: string; lastUsedAt: string | null }[]> {
    return (await this.ask('GET', '/api/account')).json.passkeys;
  }
}

/** Somebody of an enterprise, signed in. */
async function member(login: string): Promise<Browser> {
  const wish = { login, displayName: login, role: 'enterprise', customsCode: firm, member: 'clerk' } as const;
  await demoAccount(ports, wish, { password, totpSecret: undefined });
  const browser = new Browser();
  expect((await browser.signIn(login)).status).toBe(200);
  return browser;
}

const eventsOf = async (login: string) =>
  (
    await rented.database.query<{ kind: string; factors: string | null }>(
      `select kind, detail ->> 'factors' as factors from access.event where login = $1 order by seq`,
      [login],
    )
  ).map(({ kind, factors }) => (factors ? `${kind} ${factors}` : kind));

describe('a passkey', () => {
  test('signs in without a password, counts as both factors, and is on record', async () => {
    const browser = await member('wang');
    const { device, kept } = await browser.add();
    expect(kept.status).toBe(204);
    expect(await browser.passkeys()).toMatchObject([{ name: 'my phone', lastUsedAt: null }]);
    const again = new Browser();
    expect((await again.signInWith(device)).json).toMatchObject({ role: 'enterprise', login: 'wang' });
    expect(await again.passkeys()).toMatchObject([{ lastUsedAt: clock.now.toISOString() }]);
    expect((await eventsOf('wang')).slice(-2)).toEqual(['passkey-set', 'signed-in ["passkey"]']);
  });

  test('is the second factor after the password, which alone opens nothing any more', async () => {
    const { device } = await (await member('li')).add();
    const browser = new Browser();
    expect((await browser.signIn('li')).code).toBe('SECOND-FACTOR-NEEDED');
    expect((await browser.signIn('li', { code: '000000' })).code).toBe('SECOND-FACTOR-WRONG');
    const passkey = device.answer(await browser.asked());
    expect((await browser.signIn('li', { passkey })).status).toBe(200);
    expect((await eventsOf('li')).at(-1)).toBe('signed-in ["password","passkey"]');
  });

  test('makes whole who works for the zone, in the place of an app, and cannot be taken away as the last', async () => {
    const wish = {
      login: 'guard',
      displayName: 'guard',
      role: 'securityAdministrator',
      staffNumber: 'P1',
    } as const;
    const oneTime = await firstAdministrator(ports, wish, true);
    const browser = new Browser();
    await browser.ask('POST', '/api/session', { login: 'guard', password: oneTime });
    const { device } = await browser.add(undefined, {}, {});
    expect((await browser.signInWith(device)).json.role).toBe('newcomer');
    await browser.ask('POST', '/api/account/password', { current: oneTime, next: password });
    expect((await browser.signInWith(device)).json.role).toBe('securityAdministrator');
    const [only] = await browser.passkeys();
    const remove = await browser.ask('POST', `/api/account/passkeys/${only?.passkeyId}/remove`, { password });
    expect(remove.code).toBe('SECOND-FACTOR-REQUIRED');
    expect((await browser.signInWith(device)).status).toBe(200);
  });

  test('is added, renamed and removed with the password only; a removed one opens nothing', async () => {
    const browser = await member('zhao');
    expect((await browser.begin({})).code).toBe('ACCOUNT-PASSWORD-WRONG');
    const { device } = await browser.add();
    const [{ passkeyId } = { passkeyId: '' }] = await browser.passkeys();
    const url = `/api/account/passkeys/${passkeyId}`;
    const wrong = { name: 'x', password: 'wrong' };
    expect((await browser.ask('PATCH', url, wrong)).code).toBe('ACCOUNT-PASSWORD-WRONG');
    expect((await browser.ask('POST', `${url}/remove`, wrong)).code).toBe('ACCOUNT-PASSWORD-WRONG');
    expect((await browser.ask('PATCH', url, { name: 'my key', password })).status).toBe(204);
    expect(await browser.passkeys()).toMatchObject([{ name: 'my key' }]);
    const stranger = await member('qian');
    expect((await stranger.ask('PATCH', url, { name: 'x', password })).code).toBe('PASSKEY-UNKNOWN');
    expect((await stranger.ask('POST', `${url}/remove`, { password })).code).toBe('PASSKEY-UNKNOWN');
    expect((await browser.ask('POST', `${url}/remove`, { password })).status).toBe(204);
    expect((await new Browser().signInWith(device)).code).toBe('PASSKEY-WRONG');
    expect((await new Browser().signIn('zhao')).status).toBe(200);
  });

  test('opens nothing of an account that is locked', async () => {
    const { device } = await (await member('feng')).add();
    await rented.owner.run("update access.account set state = 'locked' where login = 'feng'");
    expect((await new Browser().signInWith(device)).code).toBe('PASSKEY-WRONG');
  });
});

describe('an answer of a passkey is refused', () => {
  let device: TestAuthenticator;
  beforeAll(async () => {
    device = (await (await member('sun')).add()).device;
    expect((await new Browser().signInWith(device)).status).toBe(200);
  });

  test.each<[string, Amiss]>([
    ['from another site', { origin: 'https://zone.example.com' }],
    ['for another site', { rpId: 'example.cn' }],
    ['when nobody has unlocked the device', { verified: false }],
    ['with the credential of no account', { credentialId: 'AAAA' }],
  ])('%s', async (_, amiss) => {
    expect(await new Browser().signInWith(device, amiss)).toMatchObject({
      status: 401,
      code: 'PASSKEY-WRONG',
    });
    expect((await new Browser().signInWith(device)).status).toBe(200);
  });

  test('whose counter has gone back or stood still: there is a copy', async () => {
    const { counter } = device;
    for (const copied of [counter, counter - 1])
      expect((await new Browser().signInWith(device, { counter: copied })).code).toBe('PASSKEY-WRONG');
    expect((await new Browser().signInWith(device, { counter: counter + 1 })).status).toBe(200);
  });

  test('the second time, too late, after a bad answer, and to no challenge of ours', async () => {
    const browser = new Browser();
    const send = (passkey: object) => browser.ask('POST', '/api/session', { passkey });
    const asked = await browser.asked();
    expect((await send(device.answer(asked))).status).toBe(200);
    expect((await send(device.answer(asked))).code).toBe('PASSKEY-WRONG');
    const late = await browser.asked();
    clock.now = new Date(clock.now.getTime() + 5 * minute);
    expect((await send(device.answer(late))).code).toBe('PASSKEY-WRONG');
    const spoilt = await browser.asked();
    await send(device.answer(spoilt, { origin: 'https://evil.example' }));
    expect((await send(device.answer(spoilt))).code).toBe('PASSKEY-WRONG');
    clock.now = new Date(clock.now.getTime() + minute);
    expect((await send(device.answer({ challenge: 'AAAA' }))).code).toBe('PASSKEY-WRONG');
  });

  test('beside the password of another account, and in the name of another', async () => {
    const browser = await member('zhou');
    const { device: own } = await browser.add();
    const passkey = device.answer(await browser.asked());
    expect((await new Browser().signIn('zhou', { passkey })).code).toBe('SECOND-FACTOR-WRONG');
    const renamed = device.answer(await browser.asked());
    expect(
      (
        await new Browser().ask('POST', '/api/session', {
          passkey: { ...renamed, id: own.credentialId, rawId: own.credentialId },
        })
      ).code,
    ).toBe('PASSKEY-WRONG');
    device.userHandle = own.userHandle;
    expect((await new Browser().signInWith(device)).code).toBe('PASSKEY-WRONG');
  });

  test('after too many failures, and keeps nobody from the password', async () => {
    const browser = await member('wu');
    const { device: own } = await browser.add();
    for (let failure = 0; failure < 4; failure += 1)
      await browser.signInWith(own, { origin: 'https://evil.example' });
    expect((await new Browser().signInWith(own)).code).toBe('SIGN-IN-WAIT');
    expect((await new Browser().signIn('wu')).code).toBe('SECOND-FACTOR-NEEDED');
  });
});

describe('a passkey is not kept', () => {
  test.each<[string, Amiss]>([
    ['from another site', { origin: 'https://zone.example.com' }],
    ['for another site', { rpId: 'example.cn' }],
    ['when nobody has unlocked the device', { verified: false }],
  ])('that was made %s', async (_, amiss) => {
    const browser = await member(`made-${clock.now.getTime()}`);
    const { kept } = await browser.add(undefined, amiss);
    expect(kept).toMatchObject({ status: 403, code: 'PASSKEY-WRONG' });
    expect(await browser.passkeys()).toEqual([]);
  });

  test('in another session than it was asked for in, nor twice, nor for two accounts, nor beyond ten', async () => {
    const [browser, stranger] = [await member('zheng'), await member('chen')];
    const device = new TestAuthenticator(site);
    const begun = (await browser.begin()).json;
    const confirm = (of: Browser, passkey: object) =>
      of.ask('POST', '/api/account/passkeys/confirm', { name: 'x', passkey });
    expect((await confirm(stranger, device.make(begun))).code).toBe('PASSKEY-WRONG');
    expect((await confirm(browser, device.make(begun))).status).toBe(204);
    expect((await confirm(browser, device.make(begun))).code).toBe('PASSKEY-WRONG');
    expect((await stranger.add(device)).kept.code).toBe('PASSKEY-KNOWN');
    // A challenge of a sign-in is none to make one with.
    const asked = { ...begun, ...(await browser.asked()) };
    expect((await confirm(browser, new TestAuthenticator(site).make(asked))).code).toBe('PASSKEY-WRONG');
    for (let more = 1; more < 10; more += 1) expect((await browser.add()).kept.status).toBe(204);
    expect((await browser.begin()).code).toBe('PASSKEYS-TOO-MANY');
  }, 60_000);
});
