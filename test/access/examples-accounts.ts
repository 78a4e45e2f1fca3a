import { type Example, json, noMessage } from './example.ts';

/** Routes of accounts; the member is one of the owner's staff. */
export function accountExamples(memberId: string): Readonly<Record<string, Example>> {
  const member = `/api/accounts/${memberId}`;
  const stranger = `/api/accounts/${noMessage}`;
  const own = { ofKey: 409 };
  const addressed = { good: 200, foreign: 404 };
  const because = json({ reason: 'a test' });
  return {
    'GET /api/account': { good: 200, ...own },
    'GET /api/account/sessions': { good: 200, ...own },
    // Let in, and told what the body lacks: passwords that are wrong would be counted.
    'POST /api/account/password': { ...json({}), good: 400 },
    'POST /api/account/recovery-codes': { ...json({}), good: 400 },
    'POST /api/account/totp': { ...json({ password: 7 }), good: 400 },
    'POST /api/account/totp/remove': { ...json({}), good: 400 },
    'POST /api/account/totp/confirm': { ...json({ code: '000000' }), good: 409, ...own },
    'POST /api/account/passkeys': { ...json({ password: 7 }), good: 400 },
    'POST /api/account/passkeys/confirm': { ...json({}), good: 400 },
    'PATCH /api/account/passkeys/:passkeyId': {
      ...json({}),
      url: `/api/account/passkeys/${noMessage}`,
      good: 400,
    },
    'POST /api/account/passkeys/:passkeyId/remove': {
      ...json({}),
      url: `/api/account/passkeys/${noMessage}/remove`,
      good: 400,
    },
    // Let in, and told that neither login nor password will do.
    'POST /api/consumers': { ...json({ login: '王', displayName: '王芳', password: '1' }), good: 422 },
    'POST /api/account/close': { ...json({}), good: 400 },
    'DELETE /api/account/sessions': { good: 204, ends: true, ...own },
    'DELETE /api/account/sessions/:sessionId': {
      url: `/api/account/sessions/${noMessage}`,
      good: 404,
      ...own,
    },
    'GET /api/accounts/:accountId': { url: member, ...addressed },
    'GET /api/accounts/:accountId/sessions': { url: `${member}/sessions`, ...addressed },
    'PATCH /api/accounts/:accountId': {
      ...json({ displayName: '王芳' }),
      url: member,
      good: 204,
      foreign: 404,
    },
    'DELETE /api/accounts/:accountId/sessions': { url: `${member}/sessions`, good: 204, foreign: 404 },
    'DELETE /api/accounts/:accountId/factors': { url: `${member}/factors`, good: 204, foreign: 404 },
    // The member has no second factor: only the enterprise itself may give a password then.
    'POST /api/accounts/:accountId/password': { url: `${member}/password`, ...addressed, ofZone: 409 },
    // Let in, and told that such a login is none.
    'POST /api/accounts': {
      ...json({ login: '王芳王芳', displayName: '王芳', role: 'enterprise' }),
      good: 422,
    },
    // Let in, and told that it waits for nothing, is not locked, is not there.
    'POST /api/accounts/:accountId/approval': { url: `${member}/approval`, good: 409 },
    'POST /api/accounts/:accountId/refusal': { ...because, url: `${member}/refusal`, good: 409 },
    'POST /api/accounts/:accountId/unlock': { ...because, url: `${member}/unlock`, good: 409, foreign: 404 },
    'POST /api/accounts/:accountId/lock': { ...because, url: `${stranger}/lock`, good: 404 },
    'POST /api/accounts/:accountId/close': { ...because, url: `${stranger}/close`, good: 404 },
  };
}
