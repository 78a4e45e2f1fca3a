import type { z } from 'zod';
import { accessTo, enterpriseOf, partyOf } from '#access';
import { readPaymentBatch } from '#ceb';
import type { Sender } from '#exchange';
import {
  answer,
  bodyText,
  bytesScope,
  counted,
  type finding,
  type Http,
  harmlessTwice,
  Problem,
  problems,
  rawBody,
} from '#http';
import type { Finding } from '#kernel';
import { type TakePaymentsPorts, takePayments } from '../application/take-payments.ts';
import { listPayments, onePayment, paymentInFull, type ViewPorts } from '../application/views.ts';
import {
  fullQuery,
  givenPayment,
  paymentParams,
  paymentRecord,
  paymentRecords,
  paymentsAnswer,
  paymentsBody,
  paymentsQuery,
} from './schemas.ts';

export interface RecordsRoutes extends TakePaymentsPorts, ViewPorts {
  /** The enterprise behind a customs code; undefined when it is not registered or not active. */
  readonly sender: (customsCode: string) => Promise<Sender | undefined>;
}

const tags = ['payment-data'];
const key = [{ apiKey: [] }];
const reading = [{ apiKey: [] }, { session: [] }];

/** Payments in one call at most; a design limit (D). */
const mostPayments = 500;

/** Raw payment records: in from the platforms' own systems, out to their owners. */
export function recordsRoutes(app: Http, routes: RecordsRoutes): void {
  bytesScope(app, ['application/json'], (scope) => postPayments(scope, routes));
  app.get(
    '/api/payment-records',
    {
      config: accessTo('payment-records', 'read'),
      schema: {
        operationId: 'listPaymentRecords',
        summary: 'Raw payment records, newest first, masked',
        description: 'Of an enterprise its own, of an operator all.',
        tags,
        security: reading,
        querystring: paymentsQuery,
        response: { 200: answer('A page of records.', paymentRecords), ...problems(400, 401, 403, 503) },
      },
    },
    async (request) => listPayments(routes, partyOf(request), request.query),
  );
  app.get(
    '/api/payment-records/:ebpCode/:payTransactionId',
    {
      config: accessTo('payment-records', 'read'),
      schema: {
        operationId: 'getPaymentRecord',
        summary: 'One raw payment record, masked',
        tags,
        security: reading,
        params: paymentParams,
        response: { 200: answer('The record.', paymentRecord), ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request) => onePayment(routes, partyOf(request), request.params),
  );
  app.get(
    '/api/payment-records/:ebpCode/:payTransactionId/full',
    {
      config: { ...accessTo('payment-records', 'read-in-full'), ...counted('reveal') },
      schema: {
        operationId: 'getPaymentRecordInFull',
        summary: 'One raw payment record exactly as it was handed in',
        description: 'For the platform it belongs to alone. Reader and reason are recorded first.',
        tags,
        security: reading,
        params: paymentParams,
        querystring: fullQuery,
        response: {
          200: {
            description: 'The very characters that were handed in.',
            content: { 'application/json': { schema: givenPayment } },
          },
          ...problems(400, 401, 403, 404),
        },
      },
      serializerCompiler: () => (text) => String(text),
    },
    async (request, reply) => {
      const text = await paymentInFull(
        routes,
        { caller: enterpriseOf(request), address: request.ip },
        request.params,
        request.query.reason,
      );
      return reply.type('application/json; charset=utf-8').header('cache-control', 'no-store').send(text);
    },
  );
}

function postPayments(app: Http, routes: RecordsRoutes): void {
  app.post(
    '/api/payment-records',
    {
      config: {
        ...{ ...rawBody('application/json', paymentsBody), ...accessTo('payment-records', 'hand-in') },
        ...harmlessTwice('A payment has a number of its own: the same again is a repeat.'),
      },
      schema: {
        operationId: 'postPaymentRecords',
        summary: 'Hand in raw payment records (1 to 500 payments)',
        description:
          'Answered after the durable commit, payment by payment: accepted, repeated, or refused with every finding. ' +
          '`ebpCode` must be the enterprise of the API key. What was handed in once is kept as it was and never changed; ' +
          'further orders of a payment may follow later. `totalAmount` is kept in the characters it is written in.',
        tags,
        security: key,
        response: {
          200: answer('What became of every payment.', paymentsAnswer),
          ...problems(400, 401, 403, 413, 415, 422, 503),
        },
      },
    },
    async (request) => {
      const caller = enterpriseOf(request);
      const sender = await routes.sender(caller.customsCode);
      if (!sender?.roles.includes('EBP')) throw notAPlatform(caller.customsCode);
      const batch = readPaymentBatch(bodyText(request.body), mostPayments);
      if (!batch.payments)
        throw new Problem(
          422,
          'PAYMENTS-UNREADABLE',
          { zh: '请求体不是支付记录列表，见 findings', en: 'The body is no list of payments; see findings' },
          batch.findings,
        );
      const payments = await takePayments(routes, batch.payments, sender, caller);
      const count = (verdict: string): number => payments.filter((one) => one.verdict === verdict).length;
      return {
        ...{ accepted: count('accepted'), repeated: count('repeated'), refused: count('refused') },
        payments: payments.map((one) => ({
          ...one,
          orderNos: [...one.orderNos],
          findings: mutable(one.findings),
        })),
      };
    },
  );
}

const mutable = (findings: readonly Finding[]): z.infer<typeof finding>[] =>
  findings as z.infer<typeof finding>[];

function notAPlatform(customsCode: string): Problem {
  return new Problem(403, 'NOT-A-PLATFORM', {
    zh: `企业 ${customsCode} 不是在册有效的电商平台企业，不能报送支付原始数据`,
    en: `Enterprise ${customsCode} is no active e-commerce platform and hands in no raw payment data`,
  });
}
