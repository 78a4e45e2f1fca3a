import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { signedInAs } from '../../modules/access/testing/signed-in.ts';
import { type Agency, clientId, clientSecret } from './peer.ts';
import { Stand, settings, site } from './stand.ts';

let stand: Stand;
beforeAll(async () => {
  stand = await Stand.open();
});
afterAll(() => stand?.close());
beforeEach(() => stand.calm());

describe('who has signed out', () => {
  const sidOf = async (staff: string) => {
    const { accountId } = await stand.accountOf(staff);
    const [row] = await stand.rented.database.query<{ sid: string }>(
      `select sid from access.session where account_id = $1`,
      [accountId],
    );
    return row?.sid ?? '';
  };

  test('there is signed out here at once, of that session alone', async () => {
    stand.agency.enterOurs(stand.logoutUrl);
    const person = await stand.known();
    const one = stand.browser();
    expect((await one.signIn(person)).status).toBe(200);
    const sid = await sidOf(person.staff ?? '');
    const two = stand.browser();
    expect((await two.signIn(person)).status).toBe(200);
    await stand.agency.tellSignedOut(person.sub, sid);
    expect([(await one.session()).signedIn, (await two.session()).signedIn]).toEqual([false, true]);
    expect(await stand.eventOf('session-ended')).toMatchObject({ actor: `agency:${stand.providerId}` });
  });

  test('is told to us by a token of that kind, of now and once, or nobody is signed out', async () => {
    const person = await stand.known();
    const browser = stand.browser();
    expect((await browser.signIn(person)).status).toBe(200);
    const now = Math.floor(Date.now() / 1000);
    const events = { 'http://schemas.openid.net/event/backchannel-logout': {} };
    const good = {
      iss: stand.agency.issuer,
      aud: clientId,
      iat: now,
      exp: now + 120,
      jti: 'one',
      sub: person.sub,
      events,
    };
    const tell = async (claims: object) => {
      const token = await stand.agency.sign(claims as Parameters<Agency['sign']>[0], { typ: 'logout+jwt' });
      const response = await fetch(stand.logoutUrl, {
        method: 'POST',
        body: new URLSearchParams({ logout_token: token }),
      });
      return response.status;
    };
    for (const amiss of [
      { ...good, nonce: 'as an ID token has' },
      { ...good, events: {} },
      { ...good, aud: 'another' },
      { ...good, iss: 'https://another.example.cn' },
      { ...good, iat: now - 3_600, exp: now + 120 },
      { ...good, jti: undefined },
      { ...good, sub: undefined },
    ])
      expect([await tell(amiss), amiss]).toEqual([400, amiss]);
    expect((await browser.session()).signedIn).toBe(true);
    expect(await tell(good)).toBe(200);
    expect((await browser.session()).signedIn).toBe(false);
    expect(await tell(good)).toBe(400);
  });

  test('here is sent on to sign out there as well', async () => {
    const browser = stand.browser();
    expect((await browser.signIn(await stand.known())).status).toBe(200);
    const { status, json } = await browser.ask('DELETE', '/api/session');
    expect([status, new URL(json.location).origin]).toEqual([200, stand.agency.issuer]);
    expect(new URL(json.location).searchParams.get('post_logout_redirect_uri')).toBe(`${site}/sign-in`);
    expect((await browser.session()).signedIn).toBe(false);
  });
});

describe('administrators', () => {
  test('bind an account there is already, by two people, and from then on it has no other way in', async () => {
    const person = stand.officer();
    const account = (
      await signedInAs(stand.rented.database, {
        role: 'officer',
        office: '8600',
        staffNumber: person.staff ?? '',
      })
    ).account;
    expect((await stand.browser().signIn(person)).code).toBe('ACCOUNT-TWIN');
    const wish = { providerId: stand.providerId, subject: person.sub, accountId: account.accountId };
    const bound = await stand.as(stand.security, 'POST', '/api/agency-identities', wish);
    expect(bound.status).toBe(201);
    expect((await stand.as(stand.security, 'POST', '/api/agency-identities', wish)).code).toBe(
      'AGENCY-BOUND',
    );
    expect((await stand.browser().signIn(person)).code).toBe('AGENCY-ACCOUNT-WAITS');
    const confirmation = `/api/agency-identities/${bound.json.identityId}/confirmation`;
    expect((await stand.as(stand.security, 'POST', confirmation)).status).toBe(403);
    expect((await stand.as(stand.system, 'POST', confirmation)).status).toBe(204);
    const browser = stand.browser();
    expect((await browser.signIn(person)).json.login).toBe(account.login);
    const { identities } = (await stand.as(stand.security, 'GET', '/api/agency-identities?limit=1')).json;
    expect(identities).toHaveLength(1);
    expect(
      (await stand.as(stand.security, 'DELETE', `/api/agency-identities/${bound.json.identityId}`)).status,
    ).toBe(204);
    expect((await browser.session()).signedIn).toBe(false);
    const forced = `update access.agency_identity set state = 'active', confirmed_by = made_by`;
    await expect(stand.rented.database.run(forced)).rejects.toThrow('agency_identity_four_eyes');
  });

  test('try a connection and see what is wrong with it', async () => {
    const trial = `/api/agency-providers/${stand.providerId}/trial`;
    const steps = async () =>
      Object.fromEntries(
        (await stand.as(stand.security, 'POST', trial)).json.steps.map(
          (one: { step: string; went: string }) => [one.step, one.went],
        ),
      );
    const good = { discovery: 'good', keys: 'good', pkce: 'good', credentials: 'good', 'sign-out': 'good' };
    expect(await steps()).toEqual({ ...good, 'sign-out-by-agency': 'good' });
    const secret = (clientSecret: string) =>
      stand.as(stand.security, 'POST', `/api/agency-providers/${stand.providerId}/secret`, { clientSecret });
    expect((await secret('a wrong secret')).json.state).toBe('active');
    expect(await steps()).toMatchObject({ credentials: 'bad' });
    await secret(clientSecret);
    stand.agency.down = true;
    expect(await steps()).toEqual({ discovery: 'bad' });
  });

  test('change or stop a sign-in, which ends what was opened by it and has to be confirmed anew by another', async () => {
    const person = await stand.known();
    const browser = stand.browser();
    expect((await browser.signIn(person)).status).toBe(200);
    const path = `/api/agency-providers/${stand.providerId}`;
    const before = (await stand.as(stand.system, 'GET', '/api/agency-providers')).json.providers[0];
    expect(JSON.stringify(before)).not.toContain(clientSecret);
    expect((await stand.as(stand.security, 'PUT', path, { clientId, settings })).json.state).toBe('proposed');
    expect((await browser.session()).signedIn).toBe(false);
    expect((await browser.ask('POST', `/api/agency-sign-in/${stand.providerId}`)).code).toBe(
      'AGENCY-UNKNOWN',
    );
    const { changedAt } = before;
    expect((await stand.as(stand.system, 'POST', `${path}/confirmation`, { changedAt })).code).toBe(
      'AGENCY-NOT-TO-CONFIRM',
    );
    expect((await stand.as(stand.security, 'POST', `${path}/confirmation`, { changedAt })).status).toBe(403);
    const forced = `update access.provider set state = 'active', confirmed_by = changed_by`;
    await expect(stand.rented.database.run(forced)).rejects.toThrow('provider_four_eyes');
    await stand.confirm();
    expect((await stand.as(stand.security, 'POST', `${path}/stop`, { reason: 'a test' })).json.state).toBe(
      'stopped',
    );
    expect((await browser.ask('GET', '/api/agency-sign-in')).json.agencies).toEqual([]);
    await stand.as(stand.security, 'PUT', path, { clientId, settings });
    await stand.confirm();
  });

  test('cannot enter what lies inside, speaks no TLS, or maps nobody', async () => {
    const wish = { shortName: 'other', issuer: 'https://id.example.cn', clientId, clientSecret, settings };
    const codeFor = async (more: object) =>
      (await stand.as(stand.security, 'POST', '/api/agency-providers', { ...wish, ...more })).code;
    expect(await codeFor({ issuer: 'http://id.example.cn' })).toBe('AGENCY-ISSUER');
    expect(await codeFor({ issuer: 'https://10.0.0.1' })).toBe('AGENCY-ISSUER');
    expect(await codeFor({ issuer: 'https://169.254.169.254' })).toBe('AGENCY-ISSUER');
    const { agencies: _agencies, ...rest } = settings;
    expect(await codeFor({ settings: { ...rest, agencies: { KM: 'customs' } } })).toBe('AGENCY-MAPPING');
    expect(await codeFor({ settings: { ...settings, scopes: ['officer'] } })).toBe('AGENCY-SCOPES');
    expect(await codeFor({ issuer: stand.agency.issuer })).toBe('AGENCY-THERE');
  });
});
