import type { FastifyReply, FastifyRequest } from 'fastify';
import { accessTo, callerOf } from '#access';
import { answer, counted, type Http, harmlessTwice, problems } from '#http';
import {
  type Asker,
  confirmOwnIdentity,
  type OwnDataPorts,
  ownAllowance,
  ownData,
  ownIdentity,
  ownLists,
} from '../application/own-data.ts';
import { ownReturns } from '../application/own-returns.ts';
import { ownSendings } from '../application/own-sendings.ts';
import type { Parcels } from '../application/parcels.ts';
import {
  allowanceView,
  identityBody,
  identityView,
  ownDataView,
  ownListsView,
  ownReturnsView,
  ownSendingsView,
  parcelBody,
  parcelView,
} from './own-schemas.ts';

export const mine = { tags: ['persons'], security: [{ session: [] }] };

/** What is a person's own is not for any cache. */
export function askerOf(request: FastifyRequest, reply: FastifyReply): Asker {
  reply.header('cache-control', 'no-store');
  return { caller: callerOf(request), address: request.ip };
}

/** How a parcel stands, for anybody who holds its number and knows whose it is. */
export function parcelRoutes(app: Http, parcels: Parcels): void {
  app.post(
    '/api/parcels',
    {
      config: {
        ...accessTo('parcels', 'look'),
        ...counted('public'),
        ...harmlessTwice('A look changes nothing.'),
      },
      schema: {
        operationId: 'lookForParcel',
        summary: 'How a parcel stands, in plain words',
        description:
          'By order, waybill or list number and the last four digits of the telephone number in its papers. Tells nothing of a ' +
          'person; an unknown number and wrong digits are answered alike, and wrong tries of a number are few.',
        tags: ['persons'],
        security: [],
        body: parcelBody,
        response: { 200: answer('How it stands.', parcelView), ...problems(400, 404, 415, 429, 503) },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return parcels.look(request.body.number, request.body.phone);
    },
  );
}

/** What a consumer may see of themselves. */
export function ownRoutes(app: Http, ports: OwnDataPorts): void {
  identityRoutes(app, ports);
  purchaseRoutes(app, ports);
  dataRoute(app, ports);
}

function identityRoutes(app: Http, ports: OwnDataPorts): void {
  app.get(
    '/api/me/identity',
    {
      config: accessTo('own-data', 'read'),
      schema: {
        ...mine,
        operationId: 'getOwnIdentity',
        summary: 'Whether this account has been confirmed as a person',
        response: { 200: answer('Whether it is.', identityView), ...problems(401, 403, 503) },
      },
    },
    async (request, reply) => ownIdentity(ports, askerOf(request, reply)),
  );
  app.post(
    '/api/me/identity',
    {
      config: { ...accessTo('own-data', 'confirm'), ...harmlessTwice('Confirmed twice is confirmed.') },
      schema: {
        ...mine,
        operationId: 'confirmOwnIdentity',
        summary: 'Confirm who one is, by name, identity number and telephone number as given with an order',
        description:
          'All three must stand in one paper on file (our own design, until a national identity service answers). Tries a day are few.',
        body: identityBody,
        response: { 200: answer('Confirmed.', identityView), ...problems(400, 401, 403, 415, 422, 429, 503) },
      },
    },
    async (request, reply) => confirmOwnIdentity(ports, askerOf(request, reply), request.body),
  );
}

function purchaseRoutes(app: Http, ports: OwnDataPorts): void {
  app.get(
    '/api/me/allowance',
    {
      config: accessTo('own-data', 'read'),
      schema: {
        ...mine,
        operationId: 'getOwnAllowance',
        summary: 'My yearly allowance: used and left',
        response: { 200: answer('The years.', allowanceView), ...problems(401, 403, 409, 503) },
      },
    },
    async (request, reply) => ownAllowance(ports, askerOf(request, reply)),
  );
  app.get(
    '/api/me/lists',
    {
      config: accessTo('own-data', 'read'),
      schema: {
        ...mine,
        operationId: 'getOwnLists',
        summary: 'Lists declared in my name, the latest first',
        response: { 200: answer('The lists.', ownListsView), ...problems(401, 403, 409, 503) },
      },
    },
    async (request, reply) => ownLists(ports, askerOf(request, reply)),
  );
  app.get(
    '/api/me/returns',
    {
      config: accessTo('own-data', 'read'),
      schema: {
        ...mine,
        operationId: 'getOwnReturns',
        summary: 'Returns of what I bought, and what they gave back of tax and allowance',
        response: { 200: answer('The latest first.', ownReturnsView), ...problems(401, 403, 409, 503) },
      },
    },
    async (request, reply) => ownReturns(ports, askerOf(request, reply)),
  );
  app.get(
    '/api/me/sendings',
    {
      config: accessTo('own-data', 'read'),
      schema: {
        ...mine,
        operationId: 'getOwnSendings',
        summary: 'Which agency got what of lists in my name, for what and by which law',
        response: { 200: answer('The latest first.', ownSendingsView), ...problems(401, 403, 409, 503) },
      },
    },
    async (request, reply) => ownSendings(ports, askerOf(request, reply)),
  );
}

function dataRoute(app: Http, ports: OwnDataPorts): void {
  app.get(
    '/api/me/data',
    {
      config: { ...accessTo('own-data', 'read'), ...counted('reveal') },
      schema: {
        ...mine,
        operationId: 'getOwnData',
        summary: 'Everything held about me, and who was shown it',
        description: 'In full, as JSON to keep; this reading is on record like any other.',
        response: { 200: answer('What is held.', ownDataView), ...problems(401, 403, 409, 503) },
      },
    },
    async (request, reply) => {
      const data = await ownData(ports, askerOf(request, reply));
      reply.header('content-disposition', 'attachment; filename="my-data.json"');
      return data;
    },
  );
}
