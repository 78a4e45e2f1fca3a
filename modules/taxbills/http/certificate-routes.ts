import { accessTo, answererOf, partyOf } from '#access';
import { answer, cursorOf, type Http, problems, readCursor } from '#http';
import { type CertificateView, certificateFor, settleCertificate } from '../application/payments.ts';
import type { TaxBillPorts } from '../application/ports.ts';
import { certificatesBefore } from '../application/reading.ts';
import { described } from './described.ts';
import {
  certificateParams,
  certificateSchema,
  certificatesPageSchema,
  certificatesQuery,
  paymentSchema,
} from './schemas.ts';

function viewOf({ madeAt, way, paidOn, paymentReference, settledAt, ...plain }: CertificateView) {
  return {
    ...{ ...plain, madeAt: madeAt.toISOString() },
    ...(way === null ? {} : { way }),
    ...(paidOn === null ? {} : { paidOn }),
    ...(paymentReference === null ? {} : { paymentReference }),
    ...(settledAt === null ? {} : { settledAt: settledAt.toISOString() }),
  };
}

/** Payment certificates: bills that are paid together. */
export function certificateRoutes(app: Http, ports: TaxBillPorts): void {
  app.get(
    '/api/tax-bills/certificates',
    {
      config: accessTo('tax-bills', 'read'),
      schema: {
        ...described,
        operationId: 'listTaxCertificates',
        summary: 'Payment certificates: the bills of one guarantor, office and day of release',
        querystring: certificatesQuery,
        response: {
          200: answer('The latest first.', certificatesPageSchema),
          ...problems(400, 401, 403, 503),
        },
      },
    },
    async (request) => {
      const { cursor, limit, state } = request.query;
      const [at = '', certificateNo = ''] = cursor === undefined ? [] : readCursor(cursor, 2);
      const before = cursor === undefined ? undefined : { at, certificateNo };
      const rows = await certificatesBefore(ports, { guarantor: partyOf(request), state, before, limit });
      const last = rows.length === limit ? rows.at(-1) : undefined;
      return {
        certificates: rows.map(viewOf),
        ...(last ? { next: cursorOf(last.madeAt.toISOString(), last.certificateNo) } : {}),
      };
    },
  );
  app.get(
    '/api/tax-bills/certificates/:certificateNo',
    {
      config: accessTo('tax-bills', 'read'),
      schema: {
        ...described,
        operationId: 'getTaxCertificate',
        summary: 'One payment certificate, with what is charged for being late',
        params: certificateParams,
        response: {
          200: answer('The certificate.', certificateSchema),
          ...problems(400, 401, 403, 404, 503),
        },
      },
    },
    async (request) => viewOf(await certificateFor(ports, request.params.certificateNo, partyOf(request))),
  );
  app.post(
    '/api/tax-bills/certificates/:certificateNo/payment',
    {
      config: accessTo('tax-bills', 'settle'),
      schema: {
        ...described,
        operationId: 'recordTaxPayment',
        summary: 'Record that a certificate is paid, or draw it from the guarantee',
        description:
          'Once. Its bills are paid and the guarantee is free again; lists that wait for cover go on. The amount is exactly what is owed.',
        params: certificateParams,
        body: paymentSchema,
        response: {
          200: answer('Paid.', certificateSchema),
          ...problems(400, 401, 403, 404, 409, 415, 422),
        },
      },
    },
    async (request) =>
      viewOf(await settleCertificate(ports, request.params.certificateNo, request.body, answererOf(request))),
  );
}
