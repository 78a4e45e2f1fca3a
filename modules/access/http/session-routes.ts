import { answer, type Http, harmlessTwice, problems } from '#http';
import { signedOutThere } from '../application/agency-logout.ts';
import { entryOf } from '../application/entries.ts';
import { beginPasskeySignIn } from '../application/passkeys.ts';
import { viewOf } from '../application/session-view.ts';
import { signIn, signInByKey, signInByPasskey } from '../application/sign-in.ts';
import { signOut } from '../application/sign-out.ts';
import { accessTo } from '../domain/policy.ts';
import { leaving } from './agency-schemas.ts';
import { setCookie, tokenIn } from './cookie.ts';
import { passkeyAsked } from './passkey-schemas.ts';
import { type AccessRoutes, opening, originOf, siteOf, waited } from './routing.ts';
import { session, signInBody } from './schemas.ts';

const tags = ['session'];

/** Signing in and out. */
export function sessionRoutes(app: Http, routes: AccessRoutes): void {
  app.get(
    '/api/session',
    {
      config: accessTo('session', 'read'),
      schema: {
        operationId: 'getSession',
        summary: 'Who is signed in, and what they may do here',
        tags,
        security: [],
        response: { 200: answer('The session, or that there is none.', session), ...problems() },
      },
    },
    async (request) => viewOf(routes, entryOf(request).caller),
  );
  signingIn(app, routes);
  app.delete(
    '/api/session',
    {
      config: { ...accessTo('session', 'sign-out'), ...harmlessTwice('Who has signed out is signed out.') },
      schema: {
        operationId: 'signOut',
        summary: 'Sign out',
        tags,
        security: [],
        description:
          'Where an agency has signed somebody in, the answer may say where to go to be signed out there as well.',
        response: {
          200: answer('Signed out.', leaving),
          ...problems(403),
        },
      },
    },
    async (request, reply) => {
      const token = tokenIn(request.headers.cookie, routes.secureCookies);
      const ended = token ? await signOut(routes.ports, token, originOf(request)) : undefined;
      setCookie(reply, '', 0, routes.secureCookies);
      const location =
        ended?.providerId && (await signedOutThere(routes.ports, ended.providerId, siteOf(request, routes)));
      return location ? { location } : {};
    },
  );
}

function signingIn(app: Http, routes: AccessRoutes): void {
  app.post(
    '/api/session/passkey',
    {
      config: {
        ...accessTo('session', 'sign-in'),
        ...harmlessTwice('Each answer is a challenge of its own.'),
      },
      schema: {
        operationId: 'beginPasskeySignIn',
        summary: 'What to ask of a passkey to sign in',
        description:
          'Answers what `PublicKeyCredential.parseRequestOptionsFromJSON` takes, the same for everybody but for the challenge, which is good once.',
        tags,
        security: [],
        response: { 200: answer('What to ask of the authenticator.', passkeyAsked), ...problems(403) },
      },
    },
    async (request) => beginPasskeySignIn(routes.ports, siteOf(request, routes)),
  );
  app.post(
    '/api/session',
    {
      config: {
        ...accessTo('session', 'sign-in'),
        ...harmlessTwice('Who signs in twice has two sessions, each of which can be ended.'),
      },
      schema: {
        operationId: 'signIn',
        summary: 'Sign in by password and second factor, by a passkey, or with an API key',
        description:
          'Sets an HttpOnly cookie. Where an account has a second factor and `code` is missing, the answer is 401 SECOND-FACTOR-NEEDED: ask for it, or for a passkey, and send all three. ' +
          'Who has yet to replace a one-time password or to set up a second factor is let in as a newcomer, who can do nothing else.',
        tags,
        security: [],
        body: signInBody,
        response: { 200: answer('Signed in.', session), ...problems(400, 401, 403, 415, 429) },
      },
    },
    async (request, reply) => {
      const { body } = request;
      const opened = await waited(reply, () =>
        'key' in body
          ? signInByKey(routes.ports, body.key, originOf(request))
          : 'login' in body
            ? signIn(routes.ports, body, siteOf(request, routes), originOf(request))
            : signInByPasskey(routes.ports, body.passkey, siteOf(request, routes), originOf(request)),
      );
      return opening(request, reply, routes, opened);
    },
  );
}
