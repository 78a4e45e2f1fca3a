import { accessTo, answererOf, partyOf } from '#access';
import { answer, cursorOf, type Http, Problem, problems, readCursor } from '#http';
import { proposeGuarantee, settleGuarantee } from '../application/instruments.ts';
import type { GuaranteePorts } from '../application/ports.ts';
import { type Instrument, instrumentsBefore } from '../application/reading.ts';
import { described } from './described.ts';
import {
  instrument,
  instrumentParams,
  instrumentsPageSchema,
  newInstrument,
  pageQuery,
  verdict,
} from './schemas.ts';

function viewOf({ proposedBy, settledBy: _by, settledAt, validTo, ...plain }: Instrument, by: string) {
  return {
    ...{ ...plain, proposedAt: plain.proposedAt.toISOString(), own: proposedBy === by },
    ...(settledAt ? { settledAt: settledAt.toISOString() } : {}),
    ...(validTo === null ? {} : { validTo }),
  };
}

/** Guarantees given: entered by one, confirmed by another. */
export function instrumentRoutes(app: Http, ports: GuaranteePorts): void {
  reading(app, ports);
  giving(app, ports);
}

function reading(app: Http, ports: GuaranteePorts): void {
  app.get(
    '/api/guarantees/given',
    {
      config: accessTo('guarantees', 'read'),
      schema: {
        ...described,
        operationId: 'listGuarantees',
        summary: 'Guarantees given: cash, letters, policies',
        querystring: pageQuery,
        response: {
          200: answer('The latest first.', instrumentsPageSchema),
          ...problems(400, 401, 403, 503),
        },
      },
    },
    async (request) => {
      const { cursor, limit } = request.query;
      const [at = '', id = ''] = cursor === undefined ? [] : readCursor(cursor, 2);
      const before = cursor === undefined ? undefined : { at, id };
      const rows = await instrumentsBefore(ports, { guarantor: partyOf(request), before, limit });
      const last = rows.length === limit ? rows.at(-1) : undefined;
      return {
        guarantees: rows.map((row) => viewOf(row, answererOf(request))),
        ...(last ? { next: cursorOf(last.proposedAt.toISOString(), last.instrumentId) } : {}),
      };
    },
  );
}

/** An enterprise gives for itself; whoever looks after the zone names whose guarantee it is. @throws Problem 422 */
function guarantorOf(party: string | undefined, named: string | undefined): string {
  const guarantor = party ?? named;
  if (guarantor === undefined)
    throw new Problem(422, 'GUARANTOR-MISSING', {
      zh: '须填写担保企业的海关注册编码',
      en: 'Name the guarantor by its customs code',
    });
  if (named !== undefined && named !== guarantor)
    throw new Problem(422, 'GUARANTOR-OTHER', {
      zh: '企业只能登记本企业的担保',
      en: 'An enterprise enters its own guarantees only',
    });
  return guarantor;
}

function giving(app: Http, ports: GuaranteePorts): void {
  app.post(
    '/api/guarantees/given',
    {
      config: accessTo('guarantees', 'propose'),
      schema: {
        ...described,
        operationId: 'proposeGuarantee',
        summary: 'Enter a guarantee; it counts once somebody else has confirmed it',
        body: newInstrument,
        response: { 201: answer('To be confirmed.', instrument), ...problems(400, 401, 403, 409, 415, 422) },
      },
    },
    async (request, reply) => {
      const by = answererOf(request);
      const guarantor = guarantorOf(partyOf(request), request.body.guarantor);
      const made = await proposeGuarantee(ports, { ...request.body, guarantor }, by);
      return reply.code(201).send(viewOf(made, by));
    },
  );
  app.post(
    '/api/guarantees/given/:instrumentId/verdict',
    {
      config: accessTo('guarantees', 'confirm'),
      schema: {
        ...described,
        operationId: 'settleGuarantee',
        summary: 'Confirm or reject a guarantee somebody else has entered',
        description: 'From then on it covers tax, and lists that were held for want of cover go on.',
        params: instrumentParams,
        body: verdict,
        response: { 200: answer('Settled.', instrument), ...problems(400, 401, 403, 404, 409, 415, 422) },
      },
    },
    async (request) => {
      const by = answererOf(request);
      const { verdict: said, reason = '' } = request.body;
      const state = said === 'confirm' ? ('in-force' as const) : ('rejected' as const);
      return viewOf(await settleGuarantee(ports, by, request.params.instrumentId, { state, reason }), by);
    },
  );
}
