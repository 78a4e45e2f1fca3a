import { accessTo, partyOf } from '#access';
import { writePaymentAnswer } from '#ceb';
import { answer, bodyText, bytesScope, type Http, problems, rawBody } from '#http';
import { type OpenRequestPorts, openRequest } from '../application/open-request.ts';
import { listRequests, oneRequest, type ViewPorts } from '../application/views.ts';
import {
  openAnswer,
  openBody,
  paymentRequest,
  platformParams,
  requestParams,
  requestQuery,
  requestsPage,
  requestsQuery,
} from './schemas.ts';

export type RequestsRoutes = OpenRequestPorts & ViewPorts;

const tags = ['payment-data'];
const reading = [{ apiKey: [] }, { session: [] }];
const form = 'application/x-www-form-urlencoded';
/** A request is a line of JSON. */
const mostBytes = 16 * 1024;

/** Requests of customs: in by the form of the notice, and the view of where they stand. */
export function requestsRoutes(app: Http, routes: RequestsRoutes): void {
  bytesScope(app, [form], (scope) => {
    scope.post('/payment-data/platDataOpen', described('platDataOpen'), async ({ body }, reply) => {
      const answered = await openRequest(routes, bodyText(body), undefined);
      return reply.type('application/json; charset=utf-8').send(writePaymentAnswer(answered) as never);
    });
    const own = described('platDataOpenOfPlatform');
    scope.post(
      '/payment-data/:ebpCode/platDataOpen',
      { ...own, schema: { ...own.schema, params: platformParams } },
      async ({ body, params }, reply) => {
        const answered = await openRequest(routes, bodyText(body), params.ebpCode);
        return reply.type('application/json; charset=utf-8').send(writePaymentAnswer(answered) as never);
      },
    );
  });
  app.get(
    '/api/payment-data/requests',
    {
      config: accessTo('payment-data-requests', 'read'),
      schema: {
        operationId: 'listPaymentDataRequests',
        summary: 'Requests of customs for raw payment data, newest first',
        description: 'Of a platform those for its orders, of an operator all. Pages by `cursor`.',
        tags,
        security: reading,
        querystring: requestsQuery,
        response: { 200: answer('A page of requests.', requestsPage), ...problems(400, 401, 403, 503) },
      },
    },
    async (request) => listRequests(routes, partyOf(request), request.query),
  );
  app.get(
    '/api/payment-data/requests/:sessionID',
    {
      config: accessTo('payment-data-requests', 'read'),
      schema: {
        operationId: 'getPaymentDataRequest',
        summary: 'One request of customs with every sending',
        tags,
        security: reading,
        params: requestParams,
        querystring: requestQuery,
        response: { 200: answer('The request.', paymentRequest), ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request, reply) => {
      const gone = new AbortController();
      reply.raw.once('close', () => gone.abort());
      const { sessionID } = request.params;
      return oneRequest(routes, partyOf(request), sessionID, request.query.wait * 1000, gone.signal);
    },
  );
}

/** Customs shows no key; what it may do by this is to have data sent to itself. */
function described(operationId: string) {
  return {
    bodyLimit: mostBytes,
    config: { ...rawBody(form, openBody), ...accessTo('payment-data-requests', 'ask') },
    schema: {
      operationId,
      summary: 'platDataOpen of notice 2018 No. 179: customs asks for the payment of an order',
      description:
        'Called by customs. Answered at once; the data go to customs by `realTimeDataUp`. ' +
        'With the code of the platform in the address where several platforms are served here.',
      tags,
      security: [],
      response: { 200: answer('10000, or 20000 with the reason.', openAnswer), ...problems(400, 413, 415) },
    },
    // Written by the codec of the notice.
    serializerCompiler: () => (text: unknown) => String(text),
  };
}
