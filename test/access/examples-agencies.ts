import { type Example, json, noMessage } from './example.ts';

/** Routes of signing in by an agency; where there is none, who is let in is told so. */
export function agencyExamples(): Readonly<Record<string, Example>> {
  const provider = `/api/agency-providers/${noMessage}`;
  const identity = `/api/agency-identities/${noMessage}`;
  const state = 'A'.repeat(43);
  const settings = {
    ...{ name: { zh: '海关', en: 'Customs' }, scopes: ['openid'], userInfo: false, audiences: [] },
    claims: { office: 'office', officer: 'staff', name: 'name' },
    ...{ agencies: { '*': 'customs' }, twoFactors: { acr: [], amr: [] } },
  };
  const client = { clientId: 'chama', settings };
  const inside = { ...client, shortName: 'kmg', issuer: 'https://10.0.0.1', clientSecret: 'a long secret' };
  return {
    'POST /api/agency-sign-in/:providerId': { url: `/api/agency-sign-in/${noMessage}`, good: 404 },
    'POST /api/agency-sign-in/:providerId/logout': {
      url: `/api/agency-sign-in/${noMessage}/logout`,
      body: 'logout_token=none',
      type: 'application/x-www-form-urlencoded',
      good: 404,
    },
    'POST /api/session/agency': { ...json({ state, code: 'none' }), good: 401 },
    'POST /api/session/agency/factor': { ...json({ state, code: '000000' }), good: 401 },
    'POST /api/agency-providers': { ...json(inside), good: 422 },
    'PUT /api/agency-providers/:providerId': { ...json(client), url: provider, good: 404 },
    'POST /api/agency-providers/:providerId/secret': {
      ...json({ clientSecret: 'a long secret' }),
      url: `${provider}/secret`,
      good: 404,
    },
    'POST /api/agency-providers/:providerId/trial': { url: `${provider}/trial`, good: 404 },
    'POST /api/agency-providers/:providerId/confirmation': {
      ...json({ changedAt: '2026-11-23T05:00:00.000Z' }),
      url: `${provider}/confirmation`,
      good: 404,
    },
    'POST /api/agency-providers/:providerId/stop': {
      ...json({ reason: 'a test' }),
      url: `${provider}/stop`,
      good: 404,
    },
    'POST /api/agency-identities': {
      ...json({ providerId: noMessage, subject: 's-1', accountId: noMessage }),
      good: 404,
    },
    'POST /api/agency-identities/:identityId/confirmation': { url: `${identity}/confirmation`, good: 404 },
    'DELETE /api/agency-identities/:identityId': { url: identity, good: 404 },
  };
}
