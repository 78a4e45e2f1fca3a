import { z } from 'zod';
import { answer, type Http, harmlessTwice, problems } from '#http';
import { closeOwnAccount, signUp } from '../application/consumers.ts';
import { callerOf } from '../application/entries.ts';
import { accessTo } from '../domain/policy.ts';
import { confirmed, signUpBody } from './account-schemas.ts';
import { setCookie } from './cookie.ts';
import { type AccessRoutes, opening, originOf, security, waited } from './routing.ts';
import { session } from './schemas.ts';

/** Consumers make their accounts themselves, and close them themselves. */
export function consumerRoutes(app: Http, routes: AccessRoutes): void {
  const { ports, secureCookies } = routes;
  app.post(
    '/api/consumers',
    {
      config: {
        ...accessTo('consumer-accounts', 'sign-up'),
        ...harmlessTwice('The login is taken then, and nothing is made.'),
      },
      schema: {
        operationId: 'signUp',
        summary: 'Make an account of a consumer and sign in',
        description:
          'Nobody approves it. It shows nothing of anybody until `confirmOwnIdentity` has said who its owner is, by a paper on file.',
        ...{ tags: ['session'], security: [] },
        body: signUpBody,
        response: { 201: answer('Made, and signed in.', session), ...problems(400, 403, 409, 415, 422, 429) },
      },
    },
    async (request, reply) => {
      const opened = await waited(reply, () => signUp(ports, request.body, originOf(request)));
      const view = await opening(request, reply, routes, opened);
      void reply.code(201).header('cache-control', 'no-store');
      return view;
    },
  );
  app.post(
    '/api/account/close',
    {
      config: {
        ...accessTo('consumer-accounts', 'close'),
        ...harmlessTwice('An account that is closed closes no further time: nobody is signed in to it.'),
      },
      schema: {
        operationId: 'closeOwnAccount',
        summary: "Close one's own account of a consumer, for good",
        description:
          'Login, name and who the account is are taken off it. Papers of purchases and the evidence of what was done stay as long as the law asks for.',
        ...{ tags: ['account'], security },
        body: confirmed,
        response: {
          204: z.null().meta({ description: 'Closed, and signed out everywhere.' }),
          ...problems(400, 401, 403, 409, 415, 429),
        },
      },
    },
    async (request, reply) => {
      const close = () => closeOwnAccount(ports, callerOf(request), request.body.password, originOf(request));
      await waited(reply, close);
      setCookie(reply, '', 0, secureCookies);
      return reply.code(204).send(null);
    },
  );
}
