import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { record } from '#journal';
import { chinaDay } from '#kernel';
import { testAccount } from '../../modules/access/testing/signed-in.ts';
import {
  codeOf,
  demoAccount,
  firstAdministrator,
  fromBase32,
  lockDemoAccounts,
  stepAt,
} from '../../modules/access/wiring.ts';
import { type TestDatabase, testDatabase } from '../../platform/postgres/testing/index.ts';
import { seedZone } from '../demo/seed.ts';
import { createZone } from '../demo/zone.ts';
import { createApi } from './server.ts';
import { AppBrowser } from './testing/browser.ts';

const minute = 60_000;
const begun = new Date('2026-11-23T13:00:00+08:00');
const clock = { now: begun };
const zone = createZone();
const firm = zone.platforms[0]?.customsCode ?? '';
const other = zone.brokers[0]?.customsCode ?? '';
const long = 'seven mules cross the pass';

type Api = Awaited<ReturnType<typeof createApi>>;
let rented: TestDatabase;
let app: Api['app'];
let ports: Api['parts']['access']['ports'];
beforeAll(async () => {
  rented = await testDatabase();
  await seedZone(rented.database, zone);
  const api = await createApi({ database: rented.database, now: () => clock.now }, { print: '', mail: '' });
  app = api.app;
  ports = api.parts.access.ports;
});
afterAll(async () => {
  await app.close();
  await rented.close();
});
beforeEach(async () => {
  // Each test has failures of its own, and codes of its own time.
  await rented.owner.run('delete from access.attempt');
  clock.now = new Date(clock.now.getTime() + 10 * minute);
});

class Browser extends AppBrowser {
  constructor(address?: string) {
    super(app, address);
  }
}

const code = (secret: string, at = clock.now): string => codeOf(Buffer.from(fromBase32(secret)), stepAt(at));
const later = (ms: number): void => {
  clock.now = new Date(clock.now.getTime() + ms);
};

/** Sets up an authenticator app, as a newcomer does; answers its secret and the recovery codes. */
async function setUpTotp(browser: Browser, password?: string) {
  const { secret } = (await browser.ask('POST', '/api/account/totp', password ? { password } : {})).json;
  const confirmed = await browser.ask('POST', '/api/account/totp/confirm', { code: code(secret) });
  expect(confirmed.status).toBe(200);
  // The next code is another: each is good once.
  later(minute);
  return { secret: secret as string, codes: confirmed.json.codes as string[] };
}

/** Somebody of an enterprise with a password of their own. */
async function member(login: string, password = long) {
  const wish = { login, displayName: login, role: 'enterprise', customsCode: firm, member: 'clerk' } as const;
  await demoAccount(ports, wish, { password, totpSecret: undefined });
}

async function administrator(kind: 'system' | 'security' | 'audit') {
  const login = `${kind}-${clock.now.getTime()}`;
  const role = `${kind}Administrator` as const;
  const wish = { login, displayName: kind, role, staffNumber: `S-${login}` };
  const oneTime = await firstAdministrator(ports, wish, true);
  const browser = new Browser();
  await browser.signIn(login, oneTime);
  const password = `${kind} looks after it`;
  await browser.ask('POST', '/api/account/password', { current: oneTime, next: password });
  const { secret, codes } = await setUpTotp(browser);
  return { browser, login, password, secret, codes };
}

describe('who signs in by password', () => {
  test('is let in, sees the session, and signs out for good', async () => {
    await member('wang');
    const browser = new Browser();
    const signedIn = await browser.signIn('  Wang ', long);
    expect(signedIn.json).toMatchObject({
      signedIn: true,
      role: 'enterprise',
      by: 'account',
      login: 'wang',
      member: 'clerk',
    });
    const { sessions } = (await browser.ask('GET', '/api/account/sessions')).json;
    expect(sessions).toMatchObject([
      { current: true, factors: ['password'], browser: 'Test Browser', address: '127.0.0.1' },
    ]);
    const { cookie } = browser;
    expect((await browser.ask('DELETE', '/api/session')).status).toBe(200);
    expect((await browser.ask('GET', '/api/session', undefined, { cookie })).json.role).toBe('nobody');
  });

  test('is told the same of a wrong password, an unknown login and an account that is closed', async () => {
    await member('li');
    await testAccount(rented.database, { role: 'operator', login: 'closed', state: 'closed' }, clock.now);
    const answers = [];
    for (const [login, password] of [
      ['li', 'wrong'],
      ['nobody-here', long],
      ['closed', long],
    ] as const)
      answers.push((await new Browser().signIn(login, password)).json);
    expect(answers[0]).toMatchObject({ status: 401, code: 'SIGN-IN-WRONG' });
    expect(new Set(answers.map((one) => JSON.stringify({ ...one, instance: '' }))).size).toBe(1);
  });

  test('by a password the database knows only as argon2id', async () => {
    await member('zhao');
    const rows = await rented.owner.query<{ phc: string }>(
      `select phc from access.password p join access.account a using (account_id) where login = 'zhao'`,
    );
    expect(rows[0]?.phc).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(rows[0]?.phc).not.toContain('mules');
  });

  test('and guesses waits longer each time, whether there is such an account or not, and is let in after', async () => {
    await member('sun');
    for (const login of ['sun', 'no-such-person']) {
      for (let tries = 0; tries < 4; tries++)
        expect((await new Browser().signIn(login, 'guess')).status).toBe(401);
      const barred = await new Browser().signIn(login, long);
      expect([barred.status, barred.code, barred.headers['retry-after']]).toEqual([429, 'SIGN-IN-WAIT', '5']);
      later(5_000);
      expect((await new Browser().signIn(login, 'guess')).status).toBe(401);
      expect((await new Browser().signIn(login, long)).headers['retry-after']).toBe('10');
      later(10_000);
    }
    expect((await new Browser().signIn('sun', long)).status).toBe(200);
    // Forgotten after a good one.
    expect((await new Browser().signIn('sun', 'guess')).status).toBe(401);
    expect((await new Browser().signIn('sun', long)).status).toBe(200);
  }, 60_000);

  test('is not kept out by who guesses: neither where it has signed in before nor at another address', async () => {
    await member('ouyang');
    const known = new Browser();
    expect((await known.signIn('ouyang', long)).status).toBe(200);
    for (let tries = 0; tries < 5; tries++) {
      expect((await new Browser('192.0.2.7').signIn('ouyang', 'guess')).status).toBe(tries < 4 ? 401 : 429);
      await known.ask('DELETE', '/api/session');
      expect((await known.signIn('ouyang', long)).status).toBe(200);
    }
    expect((await new Browser('192.0.2.7').signIn('ouyang', long)).status).toBe(429);
    expect((await new Browser('198.51.100.3').signIn('ouyang', long)).status).toBe(200);
    // A mark is of one account, cannot be made up, and is known for ninety days.
    const otherwise = async (cookie: string) => {
      const from = new Browser('192.0.2.7');
      return (await from.ask('POST', '/api/session', { login: 'ouyang', password: long }, { cookie })).status;
    };
    await member('situ');
    const neighbour = new Browser();
    await neighbour.signIn('situ', long);
    const mark = /chama_device=[^;]+/.exec(known.cookie)?.[0] ?? '';
    for (let tries = 0; tries < 4; tries++) await new Browser('192.0.2.7').signIn('ouyang', 'guess');
    expect(await otherwise(neighbour.cookie)).toBe(429);
    expect(await otherwise(`${mark}A`)).toBe(429);
    expect(await otherwise(mark.replace('=', '=z'))).toBe(429);
    expect(await otherwise(mark)).toBe(200);
    later(91 * 24 * 60 * minute);
    for (let tries = 0; tries < 4; tries++) await new Browser('192.0.2.7').signIn('ouyang', 'guess');
    expect(await otherwise(mark)).toBe(429);
  }, 60_000);

  test('after a hundred failures in a row of strangers is let in on a known device alone, which is on record', async () => {
    await member('zhou');
    const known = new Browser();
    await known.signIn('zhou', long);
    const failed = (subject: string) =>
      rented.owner.run(
        `insert into access.attempt (subject, failures, last_at) values ($1, 99, $2)
         on conflict (subject) do update set failures = 99, barred_until = null`,
        [subject, clock.now],
      );
    await failed('account:zhou');
    expect((await new Browser().signIn('zhou', 'guess')).status).toBe(401);
    later(23 * 60 * minute);
    expect((await new Browser('198.51.100.4').signIn('zhou', long)).status).toBe(429);
    expect((await known.signIn('zhou', long)).status).toBe(200);
    later(61 * minute);
    expect((await new Browser('198.51.100.4').signIn('zhou', long)).status).toBe(200);
    const { browser } = await administrator('audit');
    const last = async (kind: string) =>
      (await browser.ask('GET', `/api/account-events?kind=${kind}&limit=1`)).json.events;
    expect(await last('sign-in-barred')).toMatchObject([
      { login: 'zhou', address: '127.0.0.1', detail: { by: 'account', failures: 100 } },
    ]);
    // Who has the device itself is held to a hundred as well: then the account is locked.
    const device = /chama_device=[^.]+[.]([^.]+)/.exec(known.cookie)?.[1];
    await failed(`device:${device}`);
    expect((await known.signIn('zhou', 'guess')).status).toBe(401);
    later(16 * minute);
    expect((await known.signIn('zhou', long)).status).toBe(401);
    expect(await last('account-locked')).toMatchObject([
      {
        ...{ login: 'zhou', accountName: 'zhou', actor: null, actorName: null, address: '127.0.0.1' },
        detail: { by: 'device', failures: 100 },
      },
    ]);
  }, 60_000);

  test('in the place of somebody else on a browser ends the session that was there', async () => {
    await member('bo');
    const browser = new Browser();
    await browser.signIn('bo', long);
    const former = browser.cookie;
    await browser.signIn('bo', long);
    expect((await browser.ask('GET', '/api/account/sessions')).json.sessions).toHaveLength(1);
    expect((await browser.ask('GET', '/api/session', undefined, { cookie: former })).json.signedIn).toBe(
      false,
    );
  });
});

describe('a second factor', () => {
  test('is asked for after the password, taken once, and stands in for by a recovery code used once', async () => {
    await member('wu');
    const browser = new Browser();
    await browser.signIn('wu', long);
    expect((await browser.ask('POST', '/api/account/totp', {})).code).toBe('ACCOUNT-PASSWORD-WRONG');
    const { secret, codes } = await setUpTotp(browser, long);
    expect(codes).toHaveLength(10);
    const again = new Browser();
    expect(await again.signIn('wu', long)).toMatchObject({ status: 401, code: 'SECOND-FACTOR-NEEDED' });
    expect(await again.signIn('wu', long, '000000')).toMatchObject({
      status: 401,
      code: 'SECOND-FACTOR-WRONG',
    });
    expect((await again.signIn('wu', long, code(secret))).status).toBe(200);
    // Whoever looked over the shoulder comes too late.
    expect((await new Browser().signIn('wu', long, code(secret))).code).toBe('SECOND-FACTOR-WRONG');
    expect((await new Browser().signIn('wu', long, codes[0]?.toUpperCase())).status).toBe(200);
    expect((await new Browser().signIn('wu', long, codes[0])).code).toBe('SECOND-FACTOR-WRONG');
    expect((await again.ask('GET', '/api/account')).json).toMatchObject({ recoveryCodesLeft: 9 });
  }, 60_000);

  test('is renewed and taken away by the password once more, and the codes before are good no longer', async () => {
    await member('feng');
    const browser = new Browser();
    await browser.signIn('feng', long);
    const { secret, codes } = await setUpTotp(browser, long);
    expect((await browser.ask('POST', '/api/account/recovery-codes', { password: 'wrong' })).status).toBe(
      403,
    );
    const renewed = await browser.ask('POST', '/api/account/recovery-codes', { password: long });
    expect(renewed.json.codes).toHaveLength(10);
    expect((await new Browser().signIn('feng', long, codes[0])).code).toBe('SECOND-FACTOR-WRONG');
    expect((await new Browser().signIn('feng', long, renewed.json.codes[0])).status).toBe(200);
    expect((await new Browser().signIn('feng', long, code(secret))).status).toBe(200);
    expect((await browser.ask('POST', '/api/account/totp/remove', { password: long })).status).toBe(204);
    expect((await new Browser().signIn('feng', long)).status).toBe(200);
  });

  test('cannot be guessed by giving the right password in between', async () => {
    await member('zheng');
    const browser = new Browser();
    await browser.signIn('zheng', long);
    const { secret } = await setUpTotp(browser, long);
    for (let tries = 0; tries < 3; tries++) {
      expect((await new Browser().signIn('zheng', long, '123456')).status).toBe(401);
      expect((await new Browser().signIn('zheng', long)).code).toBe('SECOND-FACTOR-NEEDED');
    }
    expect((await new Browser().signIn('zheng', long, '123456')).status).toBe(401);
    expect((await new Browser().signIn('zheng', long, code(secret))).status).toBe(429);
  }, 60_000);

  test('lies sealed in the database, and opens for no other account', async () => {
    const rows = await rented.owner.query<{ accountId: string; sealed: Buffer }>(
      'select account_id as "accountId", sealed from access.totp where sealed is not null',
    );
    const [one, another] = rows;
    expect(() => ports.box.open(one?.sealed ?? Buffer.of(), another?.accountId ?? '')).toThrow();
    expect(ports.box.open(one?.sealed ?? Buffer.of(), one?.accountId ?? '')).toHaveLength(20);
  });
});

describe('a password', () => {
  test('is changed with the one before, needs length and not to be known, and ends other sessions', async () => {
    await member('feng');
    const [browser, elsewhere] = [new Browser(), new Browser()];
    for (const one of [browser, elsewhere]) await one.signIn('feng', long);
    const change = (current: string, next: string) =>
      browser.ask('POST', '/api/account/password', { current, next });
    expect((await change('wrong', 'another long phrase')).code).toBe('ACCOUNT-PASSWORD-WRONG');
    for (const [next, finding] of [
      ['short phrase', 'PASSWORD-SHORT'],
      ['x'.repeat(129), 'PASSWORD-LONG'],
      ['aaaaaaaaaaaaaaaaaaa', 'PASSWORD-COMMON'],
      ['passwordpassword', 'PASSWORD-COMMON'],
      ['1234567890123456', 'PASSWORD-COMMON'],
      ['Kunming-20262026', 'PASSWORD-COMMON'],
      [long, undefined],
    ] as const) {
      const refused = await change(long, next);
      expect([next, refused.code, refused.json.findings?.[0]?.code]).toEqual([
        next,
        'ACCOUNT-PASSWORD-UNFIT',
        finding,
      ]);
    }
    expect((await change(long, '茶马古道上走着七匹骡子和一个赶马人')).status).toBe(204);
    expect(await browser.role()).toBe('enterprise');
    expect(await elsewhere.role()).toBe('nobody');
    expect((await new Browser().signIn('feng', long)).status).toBe(401);
  }, 60_000);
});

test('who signs in while the password is replaced is not let in by the one before', async () => {
  await member('zhao');
  const browser = new Browser();
  let signingIn: ReturnType<Browser['signIn']> | undefined;
  const [row] = await rented.owner.query<{ id: string; phc: string }>(
    `select a.account_id as id, phc from access.account a join access.password p using (account_id) where login = 'zhao'`,
  );
  // The password that is looked at now is replaced, as it would be by an administrator, and all sessions end.
  const held = await rented.owner.transaction(async (client) => {
    await client.run('update access.password set phc = $2 where account_id = $1', [row?.id, `${row?.phc}x`]);
    signingIn = browser.signIn('zhao', long);
    // Time to look at a password, also on a busy machine.
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    return client.run('delete from access.session where account_id = $1', [row?.id]);
  });
  expect([held, (await signingIn)?.code]).toEqual([0, 'SIGN-IN-WRONG']);
}, 60_000);

describe('three administrators', () => {
  test('make an account together: neither can sign in with it, its owner makes it whole', async () => {
    const system = await administrator('system');
    const security = await administrator('security');
    const wish = {
      login: 'guan',
      displayName: '关守',
      role: 'officer',
      agency: 'customs',
      office: '8601',
      staffNumber: 'K1',
    };
    expect((await security.browser.ask('POST', '/api/accounts', wish)).status).toBe(403);
    const made = await system.browser.ask('POST', '/api/accounts', wish);
    expect(made.json).toMatchObject({ whole: false, account: { state: 'proposed', role: 'officer' } });
    const { accountId } = made.json.account;
    expect((await system.browser.ask('POST', `/api/accounts/${accountId}/approval`)).status).toBe(403);
    const approved = await security.browser.ask('POST', `/api/accounts/${accountId}/approval`);
    expect(approved.json).toMatchObject({ whole: false, account: { state: 'active' } });
    const onRecord = `/api/account-events?accountId=${accountId}&day=`;
    expect(
      (await security.browser.ask('GET', `${onRecord}${chinaDay(clock.now.getTime())}`)).json,
    ).toMatchObject({
      events: [
        { kind: 'account-approved', accountName: '关守', actorLogin: security.login, actorName: 'security' },
        { kind: 'account-proposed', accountName: '关守', actorLogin: system.login, actorName: 'system' },
      ],
    });
    expect((await security.browser.ask('GET', `${onRecord}2020-01-01`)).json.events).toEqual([]);
    const wrote = { at: clock.now, kind: 'goods-approved', subject: 'A/1', body: { by: accountId } };
    await rented.database.transaction((client) => record(client, [wrote]));
    const auditor = await administrator('audit');
    expect((await auditor.browser.ask('GET', '/api/audit/entries?subject=A/1')).json).toEqual({
      entries: [
        {
          ...{
            entryId: expect.any(String),
            at: wrote.at.toISOString(),
            kind: 'goods-approved',
            subject: 'A/1',
          },
          ...{ actor: accountId, actorLogin: 'guan', actorName: '关守', body: { by: accountId } },
        },
      ],
    });
    expect((await auditor.browser.ask('GET', '/api/audit/entries?cursor=x')).code).toBe('CURSOR');
    expect((await security.browser.ask('GET', '/api/audit/entries')).status).toBe(403);
    const [first, second] = [made.json.password, approved.json.password];
    for (const half of [first, second]) expect((await new Browser().signIn('guan', half)).status).toBe(401);
    const browser = new Browser();
    expect((await browser.signIn('guan', `${first} ${second.toUpperCase()}`)).json).toMatchObject({
      role: 'newcomer',
    });
    // Not yet whole: nothing is shown.
    expect((await browser.ask('GET', '/api/lists')).status).toBe(403);
    await setUpTotp(browser);
    expect(await browser.role()).toBe('newcomer');
    await browser.ask('POST', '/api/account/password', { current: `${first}${second}`, next: 'gate2601' });
    expect(await browser.role()).toBe('officer');
    expect((await browser.ask('GET', '/api/lists')).status).toBe(200);
    expect((await browser.ask('POST', '/api/account/totp/remove', { password: 'gate2601' })).code).toBe(
      'SECOND-FACTOR-REQUIRED',
    );
  }, 60_000);

  test('are three people: none may hold another role, approve its own wish, or deal with its own account', async () => {
    const system = await administrator('system');
    const security = await administrator('security');
    const wish = (role: string, staffNumber: string) => ({
      login: `x-${staffNumber}`,
      displayName: 'x',
      role,
      staffNumber,
    });
    const propose = (role: string, staffNumber: string) =>
      system.browser.ask('POST', '/api/accounts', wish(role, staffNumber.toLowerCase()));
    const own = (await security.browser.ask('GET', '/api/account')).json.account;
    for (const role of ['auditAdministrator', 'securityAdministrator', 'operator'])
      expect(
        (
          await system.browser.ask('POST', '/api/accounts', {
            ...wish(role, 'a'),
            login: `${role}-2`.toLowerCase(),
            staffNumber: own.staffNumber,
          })
        ).code,
      ).toBe('ADMINISTRATORS-DIFFER');
    // Asked for at once, granted once.
    const both = [await propose('operator', 'z9'), await propose('auditAdministrator', 'z9')];
    expect(both.map(({ status }) => status)).toEqual([201, 409]);
    expect(
      (await security.browser.ask('POST', `/api/accounts/${own.accountId}/lock`, { reason: 'x' })).code,
    ).toBe('ACCOUNT-OWN');
    // One person with two accounts of one role would confirm their own work.
    const twin = { ...wish('operator', 'z9'), login: 'y-z9', staffNumber: 'z9' };
    expect((await system.browser.ask('POST', '/api/accounts', twin)).code).toBe('ACCOUNT-TWIN');
    expect((await propose('consumer', 'z8')).status).toBe(422);
    const refusal = `/api/accounts/${both[0]?.json.account.accountId}/refusal`;
    expect((await security.browser.ask('POST', refusal, { reason: 'not known here' })).status).toBe(204);
    expect((await propose('auditAdministrator', 'z7')).status).toBe(201);
  }, 60_000);

  test('give a password back and a factor back by different hands, so that none can take an account over', async () => {
    const system = await administrator('system');
    const security = await administrator('security');
    const officer = await administrator('audit');
    const { accountId } = (await officer.browser.ask('GET', '/api/account')).json.account;
    const url = `/api/accounts/${accountId}`;
    expect((await security.browser.ask('POST', `${url}/password`)).status).toBe(403);
    expect((await system.browser.ask('DELETE', `${url}/factors`)).status).toBe(403);
    const { password } = (await system.browser.ask('POST', `${url}/password`)).json;
    expect(await officer.browser.role()).toBe('nobody');
    expect((await new Browser().signIn(officer.login, password)).code).toBe('SECOND-FACTOR-NEEDED');
    later(73 * 60 * minute);
    expect((await new Browser().signIn(officer.login, password, code(officer.secret))).code).toBe(
      'SIGN-IN-WRONG',
    );
  }, 60_000);

  test('give nobody a password whose owner has no second factor yet: it would be enough to be that owner', async () => {
    const system = await administrator('system');
    const security = await administrator('security');
    const wish = { login: 'linyuan', displayName: '林园', role: 'operator', staffNumber: 'Y1' };
    const { accountId } = (await system.browser.ask('POST', '/api/accounts', wish)).json.account;
    await security.browser.ask('POST', `/api/accounts/${accountId}/approval`);
    const given = await system.browser.ask('POST', `/api/accounts/${accountId}/password`);
    expect([given.status, given.code]).toEqual([409, 'ACCOUNT-NO-FACTOR']);
    // Nor of an enterprise's staff: whoever works for the zone would be that enterprise.
    await member('gongsun');
    const staff = new Browser();
    await staff.signIn('gongsun', long);
    const own = (await staff.ask('GET', '/api/account')).json.account.accountId;
    const reset = () => system.browser.ask('POST', `/api/accounts/${own}/password`);
    expect(await reset()).toMatchObject({ status: 409, code: 'ACCOUNT-NO-FACTOR' });
    expect((await staff.ask('GET', '/api/session')).json.signedIn).toBe(true);
    await setUpTotp(staff, long);
    expect((await reset()).status).toBe(200);
  }, 60_000);

  test('the first of each kind is made on the machine, a second only on record', async () => {
    const wish = {
      login: 'first-one',
      displayName: 'x',
      role: 'systemAdministrator',
      staffNumber: 'F1',
    } as const;
    await expect(firstAdministrator(ports, wish, false)).rejects.toThrow(
      /There is a systemAdministrator already/,
    );
    expect(await firstAdministrator(ports, wish, true)).toMatch(/^\w{4}-\w{4}-\w{4}-\w{4}$/);
    const second = { ...wish, login: 'first-two', role: 'auditAdministrator' } as const;
    await expect(firstAdministrator(ports, second, true)).rejects.toThrow(/Staff number F1 has an account/);
  });
});

describe('the administrator of an enterprise', () => {
  const people = async () => {
    const login = `boss-${clock.now.getTime()}`;
    const wish = {
      login,
      displayName: 'boss',
      role: 'enterprise',
      customsCode: firm,
      member: 'administrator',
    } as const;
    await demoAccount(ports, wish, { password: long, totpSecret: undefined });
    const browser = new Browser();
    await browser.signIn(login, long);
    return browser;
  };

  test('invites a colleague, who replaces the password first, and says what they may do', async () => {
    const boss = await people();
    const invited = await boss.ask('POST', '/api/accounts', {
      ...{ login: 'zhang', displayName: '张叶', role: 'enterprise', member: 'reader' },
      // Whose staff it is is not taken from here.
      customsCode: other,
    });
    expect(invited.json).toMatchObject({
      whole: true,
      account: { customsCode: firm, state: 'active', member: 'reader' },
    });
    const { accountId } = invited.json.account;
    const zhang = new Browser();
    await zhang.signIn('zhang', invited.json.password);
    expect(await zhang.role()).toBe('newcomer');
    await zhang.ask('POST', '/api/account/password', {
      current: invited.json.password,
      next: 'leaves and more leaves',
    });
    const may = async () =>
      (await zhang.ask('POST', '/api/webhooks', { address: 'https://10.0.0.1/', events: ['list.*'] })).status;
    expect(await may()).toBe(403);
    expect((await boss.ask('PATCH', `/api/accounts/${accountId}`, { member: 'clerk' })).status).toBe(204);
    expect(await may()).toBe(422);
    expect((await boss.ask('POST', `/api/accounts/${accountId}/close`, { reason: 'left' })).status).toBe(204);
    expect(await zhang.role()).toBe('nobody');
  }, 60_000);

  test('reaches nobody of another enterprise, and makes nobody who works for the zone', async () => {
    const boss = await people();
    const stranger = await testAccount(
      rented.database,
      { role: 'enterprise', customsCode: other },
      clock.now,
    );
    const url = `/api/accounts/${stranger.accountId}`;
    const asked = [
      boss.ask('GET', url),
      boss.ask('GET', `${url}/sessions`),
      boss.ask('PATCH', url, { displayName: 'x' }),
      boss.ask('POST', `${url}/password`),
      boss.ask('DELETE', `${url}/factors`),
      boss.ask('DELETE', `${url}/sessions`),
      ...['lock', 'unlock', 'close'].map((name) => boss.ask('POST', `${url}/${name}`, { reason: 'x' })),
    ];
    expect((await Promise.all(asked)).map(({ code }) => code)).toEqual(asked.map(() => 'ACCOUNT-UNKNOWN'));
    const listed = (await boss.ask('GET', `/api/accounts?customsCode=${other}`)).json.accounts;
    expect(new Set(listed.map((one: { customsCode: string }) => one.customsCode))).toEqual(new Set([firm]));
    const made = await boss.ask('POST', '/api/accounts', {
      login: 'sly',
      displayName: 'x',
      role: 'operator',
      staffNumber: '1',
      member: 'reader',
    });
    expect(made.json.account).toMatchObject({ role: 'enterprise', customsCode: firm });
  }, 60_000);
});

describe('a session', () => {
  test('is noted as used once a minute at most, and ends where its owner says', async () => {
    await member('chu');
    const [here, there] = [new Browser(), new Browser()];
    for (const one of [here, there]) await one.signIn('chu', long);
    const seen = async () =>
      (await here.ask('GET', '/api/account/sessions')).json.sessions.map(
        (one: { lastSeenAt: string }) => one.lastSeenAt,
      );
    const before = await seen();
    later(59_000);
    expect(await seen()).toEqual(before);
    later(2_000);
    await seen();
    expect(new Set(await seen()).size).toBe(2);
    const sessions: { sessionId: string; current: boolean }[] = (
      await here.ask('GET', '/api/account/sessions')
    ).json.sessions;
    const foreign = sessions.find(({ current }) => !current)?.sessionId;
    expect((await here.ask('DELETE', `/api/account/sessions/${foreign}`)).status).toBe(204);
    expect(await there.role()).toBe('nobody');
    expect((await here.ask('DELETE', `/api/account/sessions/${foreign}`)).code).toBe('SESSION-UNKNOWN');
  });

  test('ends after half an hour in which only the page asked, and not while somebody uses it', async () => {
    await member('duan');
    const unasked = { 'x-chama-unasked': '1' };
    const browser = new Browser();
    await browser.signIn('duan', long);
    const wait = async (more: object) => {
      for (let minutes = 0; minutes < 32; minutes += 4) {
        later(4 * minute);
        await browser.ask('GET', '/api/session', undefined, more);
      }
      return browser.role();
    };
    expect(await wait({})).toBe('enterprise');
    expect(await wait(unasked)).toBe('nobody');
  });

  test('of a demonstration opens nothing on real data', async () => {
    await member('shen');
    const browser = new Browser();
    await browser.signIn('shen', long);
    await lockDemoAccounts(ports);
    expect(await browser.role()).toBe('nobody');
    expect((await new Browser().signIn('shen', long)).status).toBe(401);
  });
});
