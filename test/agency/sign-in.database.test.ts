import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { codeOf, fromBase32, stepAt } from '../../modules/access/wiring.ts';
import { clientId, strangeKey } from './peer.ts';
import { type Browser, Stand } from './stand.ts';

let stand: Stand;
beforeAll(async () => {
  stand = await Stand.open();
});
afterAll(() => stand?.close());
beforeEach(() => stand.calm());

describe('whoever signs in by their agency', () => {
  test('for the first time has an account asked for, and comes in once it is approved', async () => {
    const person = stand.officer();
    const browser = stand.browser();
    for (let times = 0; times < 2; times += 1) {
      const { status, code } = await browser.signIn(person);
      expect([status, code]).toEqual([403, 'AGENCY-ACCOUNT-WAITS']);
    }
    const account = await stand.accountOf(person.staff);
    expect(account).toMatchObject({
      ...{
        login: `${person.staff?.toLowerCase()}@kmg`,
        state: 'proposed',
        role: 'officer',
        agency: 'customs',
      },
      ...{ office: '8600', displayName: person.name, madeBy: `agency:${stand.providerId}` },
    });
    const approval = `/api/accounts/${account.accountId}/approval`;
    expect((await stand.as(stand.system, 'POST', approval)).status).toBe(403);
    expect((await stand.as(stand.security, 'POST', approval)).status).toBe(200);
    const again = stand.browser();
    const came = await again.signIn(person);
    expect(came.json).toMatchObject({ signedIn: true, role: 'officer', agency: 'customs', office: '8600' });
    const { sessions } = (await again.ask('GET', '/api/account/sessions')).json;
    expect(sessions[0].factors).toEqual(['agency', 'agency-factor']);
    expect(await stand.eventOf('signed-in')).toMatchObject({
      login: account.login,
      detail: { agency: stand.providerId },
    });
  });

  test('and has not shown the agency two factors sets up one of ours first, and is asked for it from then on', async () => {
    const person = await stand.known({ amr: ['pwd'] });
    const browser = stand.browser();
    expect((await browser.signIn(person)).json.role).toBe('newcomer');
    const { secret } = (await browser.ask('POST', '/api/account/totp', {})).json;
    const at = (): Date => new Date(Date.now() + stand.aheadMs);
    const code = () => codeOf(Buffer.from(fromBase32(secret)), stepAt(at()));
    expect((await browser.ask('POST', '/api/account/totp/confirm', { code: code() })).status).toBe(200);
    expect((await browser.session()).role).toBe('officer');
    stand.aheadMs += 60_000;
    const again = stand.browser();
    const brought = await again.away(person);
    expect((await again.ask('POST', '/api/session/agency', brought)).code).toBe('SECOND-FACTOR-NEEDED');
    const factor = '/api/session/agency/factor';
    const { state } = brought;
    expect((await stand.browser().ask('POST', factor, { state, code: code() })).code).toBe(
      'AGENCY-VISIT-OVER',
    );
    expect((await again.ask('POST', factor, { state, code: '000000' })).code).toBe('SECOND-FACTOR-WRONG');
    expect((await again.ask('POST', factor, { state, code: code() })).json.role).toBe('officer');
    expect((await again.ask('POST', factor, { state, code: code() })).code).toBe('AGENCY-VISIT-OVER');
  });

  test('lacks what the agency has to say of them and is told what, with no account asked for', async () => {
    const { status, json } = await stand
      .browser()
      .signIn(stand.officer({ staff: 'X99', rights: ['other'], office: '' }));
    expect([status, json.code]).toEqual([403, 'AGENCY-RIGHT-MISSING']);
    expect(json.en).toContain('office, rights');
    expect(await stand.accountOf('X99')).toBeUndefined();
  });

  test('loses everything when the agency says something else of them, until a security administrator unlocks', async () => {
    const person = await stand.known();
    const old = stand.browser();
    expect((await old.signIn(person)).status).toBe(200);
    const gone = await stand.browser().signIn({ ...person, rights: [] });
    expect([gone.status, gone.code]).toEqual([403, 'AGENCY-RIGHT-CHANGED']);
    expect((await old.session()).signedIn).toBe(false);
    expect((await stand.browser().signIn(person)).code).toBe('AGENCY-ACCOUNT-OFF');
    const { accountId } = await stand.accountOf(person.staff);
    await stand.as(stand.security, 'POST', `/api/accounts/${accountId}/unlock`, {
      reason: 'a mistake there',
    });
    expect((await stand.browser().signIn({ ...person, office: '5300' })).code).toBe('AGENCY-RIGHT-CHANGED');
  });

  test('is locked or closed here and stays out; who was closed may be asked for anew', async () => {
    const person = await stand.known();
    const { accountId } = await stand.accountOf(person.staff);
    await stand.as(stand.security, 'POST', `/api/accounts/${accountId}/lock`, { reason: 'a test' });
    expect((await stand.browser().signIn(person)).code).toBe('AGENCY-ACCOUNT-OFF');
    await stand.as(stand.system, 'POST', `/api/accounts/${accountId}/close`, { reason: 'a test' });
    expect((await stand.browser().signIn(person)).code).toBe('AGENCY-ACCOUNT-WAITS');
  });
});

describe('what comes back from an agency', () => {
  test('is taken once, from the browser that went, and only while it has not been long', async () => {
    const person = await stand.known();
    const browser = stand.browser();
    const brought = await browser.away(person);
    const over = [401, 'AGENCY-VISIT-OVER'];
    const finish = async (one: Browser, body: object) => {
      const { status, code } = await one.ask('POST', '/api/session/agency', body);
      return [status, code];
    };
    expect(await finish(stand.browser(), brought)).toEqual(over);
    const other = randomBytes(32).toString('base64url');
    expect(await finish(browser, { ...brought, state: other })).toEqual(over);
    expect((await finish(browser, brought))[0]).toBe(200);
    expect(await finish(browser, brought)).toEqual(over);
    const late = await browser.away(person);
    stand.aheadMs = 11 * 60_000;
    expect(await finish(browser, late)).toEqual(over);
  });

  test('with a code that was used, of another, or made up is refused, and the provider is not to blame', async () => {
    const person = await stand.known();
    const browser = stand.browser();
    const first = await browser.away(person);
    expect((await browser.ask('POST', '/api/session/agency', first)).status).toBe(200);
    const second = await browser.away(person);
    const replayed = { ...second, code: first.code };
    expect((await browser.ask('POST', '/api/session/agency', replayed)).code).toBe('AGENCY-ANSWER-WRONG');
    expect(await stand.eventOf('sign-in-failed')).toMatchObject({
      detail: { agency: stand.providerId, reason: 'invalid_grant' },
    });
    const { code: _code, ...there } = await browser.away(person);
    const refused = { ...there, error: 'access_denied' };
    expect((await browser.ask('POST', '/api/session/agency', refused)).code).toBe('AGENCY-DECLINED');
  });

  test('of another issuer than was asked is refused before its code is shown to anybody', async () => {
    const person = await stand.known();
    const browser = stand.browser();
    const brought = await browser.away(person);
    const mixedUp = { ...brought, iss: 'https://another.example.cn' };
    expect((await browser.ask('POST', '/api/session/agency', mixedUp)).code).toBe('AGENCY-ANSWER-WRONG');
    const silent = await browser.away(person);
    const { iss: _iss, ...without } = silent;
    expect((await browser.ask('POST', '/api/session/agency', without)).code).toBe('AGENCY-ANSWER-WRONG');
  });

  test('as an ID token that was only signed anew is taken', async () => {
    const person = await stand.known();
    stand.agency.twist = (claims) => ({ claims });
    expect((await stand.browser().signIn(person)).status).toBe(200);
  });

  test.each<[string, (claims: Record<string, unknown>) => Record<string, unknown>]>([
    ['for somebody else', (claims) => ({ ...claims, aud: 'another' })],
    ['for others besides', (claims) => ({ ...claims, aud: [clientId, 'another'], azp: clientId })],
    ['of another issuer', (claims) => ({ ...claims, iss: 'https://another.example.cn' })],
    ['with the nonce of another way', (claims) => ({ ...claims, nonce: 'of another' })],
    ['without a nonce', ({ nonce: _nonce, ...claims }) => claims],
    ['that has ended', (claims) => ({ ...claims, exp: Math.floor(Date.now() / 1000) - 300 })],
  ])('as an ID token %s is refused', async (_what, twist) => {
    const person = await stand.known();
    stand.agency.twist = (claims) => ({ claims: twist(claims) });
    const { status, code } = await stand.browser().signIn(person);
    expect([status, code]).toEqual([401, 'AGENCY-ANSWER-WRONG']);
  });

  test('that ends while it is looked at is refused by the clock of the platform', async () => {
    const person = await stand.known();
    const browser = stand.browser();
    const brought = await browser.away(person);
    stand.aheadMs = 5 * 60_000;
    expect((await browser.ask('POST', '/api/session/agency', brought)).code).toBe('AGENCY-ANSWER-WRONG');
  });

  test('signed by a key nobody has heard of is refused; by one the provider has changed to it is taken', async () => {
    const person = await stand.known();
    const key = await strangeKey();
    stand.agency.twist = (claims) => ({ claims, key });
    expect((await stand.browser().signIn(person)).code).toBe('AGENCY-ANSWER-WRONG');
    stand.agency.twist = undefined;
    await stand.agency.rotate();
    await expect
      .poll(async () => (await stand.browser().signIn(person)).status, { timeout: 20_000, interval: 1_000 })
      .toBe(200);
  });
});

test('a provider that is down is said to be down, and what it said of itself before still counts', async () => {
  const person = await stand.known();
  stand.agency.down = true;
  const browser = stand.browser();
  const begun = await browser.ask('POST', `/api/agency-sign-in/${stand.providerId}`);
  expect(begun.status).toBe(200);
  const state = new URL(begun.json.location).searchParams.get('state');
  const body = { state, code: 'a code', iss: stand.agency.issuer };
  const { status, code } = await browser.ask('POST', '/api/session/agency', body);
  expect([status, code]).toEqual([503, 'AGENCY-UNREACHABLE']);
  stand.agency.down = false;
  expect((await browser.signIn(person)).status).toBe(200);
});
