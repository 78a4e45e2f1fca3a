import { z } from 'zod';
import { accessTo } from '#access';
import { answer, bytesScope, counted, type Http, harmlessTwice, problems, rawBody } from '#http';
import {
  type AddressPorts,
  confirm,
  forget,
  leave,
  mailViewOf,
  propose,
} from '../application/mail-addresses.ts';
import { type MailsPorts, mailAgain, mailsFor } from '../application/mails-view.ts';
import {
  addressWish,
  again,
  againWish,
  codeWish,
  leaveParams,
  left,
  mailsPage,
  mailsQuery,
  mailView,
} from './mail-schemas.ts';
import { described, personOf } from './person.ts';

/** Where people get mail, the way out of it, and how it goes. */
export function mailRoutes(app: Http, addresses: AddressPorts, mails: MailsPorts): void {
  addressRoutes(app, addresses);
  leavingRoute(app, addresses);
  operatorRoutes(app, mails);
}

function addressRoutes(app: Http, ports: AddressPorts): void {
  app.post(
    '/api/notification-preferences/address',
    {
      config: { ...accessTo('notifications', 'set'), ...counted('outward') },
      schema: {
        ...described,
        operationId: 'proposeMailAddress',
        summary: 'Have a code sent to an address',
        description: 'Nothing else is sent there before the code has come back.',
        body: addressWish,
        response: { 200: answer('On its way.', mailView), ...problems(400, 401, 403, 409, 415, 422) },
      },
    },
    async (request) => {
      const { accountId } = personOf(request);
      await propose(ports, accountId, request.body);
      return mailViewOf(ports, accountId);
    },
  );
  app.post(
    '/api/notification-preferences/address/confirm',
    {
      config: {
        ...accessTo('notifications', 'set'),
        ...harmlessTwice('a code counts once; again it is refused'),
      },
      schema: {
        ...described,
        operationId: 'confirmMailAddress',
        summary: 'Give the code back: from now on mail goes there',
        body: codeWish,
        response: { 200: answer('Confirmed.', mailView), ...problems(400, 401, 403, 409, 415, 422) },
      },
    },
    async (request) => {
      const { accountId } = personOf(request);
      await confirm(ports, accountId, request.body.code);
      return mailViewOf(ports, accountId);
    },
  );
  app.delete(
    '/api/notification-preferences/address',
    {
      config: { ...accessTo('notifications', 'set'), ...harmlessTwice('what is forgotten stays so') },
      schema: {
        ...described,
        operationId: 'forgetMailAddress',
        summary: 'Forget the address; nothing more is sent',
        response: { 204: z.null().meta({ description: 'Forgotten.' }), ...problems(401, 403) },
      },
    },
    async (request, reply) => {
      await forget(ports, personOf(request).accountId);
      return reply.code(204).send(null);
    },
  );
}

/** What mail programs send when their reader wants no more (RFC 8058); the page of the same address sends it too. */
const oneClickBody = {
  type: 'object',
  properties: { 'List-Unsubscribe': { type: 'string', const: 'One-Click' } },
  examples: ['List-Unsubscribe=One-Click'],
};
const oneClick = ['application/x-www-form-urlencoded', 'multipart/form-data'];

function leavingRoute(app: Http, ports: AddressPorts): void {
  bytesScope(app, oneClick, (scope) => {
    scope.post(
      '/unsubscribe/:token',
      {
        config: {
          ...rawBody('application/x-www-form-urlencoded', oneClickBody),
          ...accessTo('mail-link', 'leave'),
        },
        bodyLimit: 4_096,
        schema: {
          tags: ['notifications'],
          security: [],
          operationId: 'leaveMail',
          summary: 'Get no more mail, by the link in one (RFC 8058)',
          params: leaveParams,
          response: { 200: answer('Nothing more is sent.', left), ...problems(404, 415) },
        },
      },
      async (request) => {
        await leave(ports, request.params.token);
        return { left: true as const };
      },
    );
  });
}

function operatorRoutes(app: Http, ports: MailsPorts): void {
  const operators = { tags: ['notifications'], security: [{ apiKey: [] }, { session: [] }] };
  app.get(
    '/api/mails',
    {
      config: accessTo('mails', 'read'),
      schema: {
        ...operators,
        operationId: 'listMails',
        summary: 'Mails of the last weeks and what became of them, the latest first',
        querystring: mailsQuery,
        response: { 200: answer('A page of mails.', mailsPage), ...problems(400, 401, 403, 503) },
      },
    },
    async (request) => mailsFor(ports, request.query),
  );
  app.post(
    '/api/mails/again',
    {
      config: { ...accessTo('mails', 'send-again'), ...counted('outward') },
      schema: {
        ...operators,
        operationId: 'sendMailsAgain',
        summary: 'Have mails sent again that failed, or of which it is not known',
        body: againWish,
        response: { 200: answer('How many.', again), ...problems(400, 401, 403, 415) },
      },
    },
    async (request) => ({ again: await mailAgain(ports, request.body.mails) }),
  );
}
