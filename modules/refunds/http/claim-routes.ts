import { accessTo, callerOf, partyOf } from '#access';
import { answer, cursorOf, type Http, problems, readCursor, readWords } from '#http';
import {
  type Claim,
  type ClaimAct,
  claimFor,
  claimLinesAfter,
  claimsBefore,
  decideClaim,
  draftClaim,
  moveClaim,
} from '../application/claims.ts';
import type { RefundPorts } from '../application/ports.ts';
import {
  claim,
  claimLines,
  claimLinesQuery,
  claimParams,
  claimsPageSchema,
  claimsQuery,
  decision,
  newClaim,
} from './claim-schemas.ts';
import { described, doerOf, placeOf, told } from './described.ts';

const claimView = ({ ebcCode, month, ...row }: Claim) => ({
  ...{ enterprise: ebcCode, month: month.slice(0, 7) },
  ...told(row),
});

/** Claims for export refund, from the draft to what the tax bureau decides. */
export function claimRoutes(app: Http, ports: RefundPorts): void {
  reading(app, ports);
  app.post(
    '/api/export-tax/claims',
    {
      config: accessTo('export-tax', 'claim'),
      schema: {
        ...described,
        operationId: 'draftRefundClaim',
        summary: 'Claim the refund of all lines of a month that may be claimed',
        description:
          'Each line is in one live claim only; what is refused or withdrawn may be claimed again.',
        body: newClaim,
        response: { 201: answer('Drafted.', claim), ...problems(400, 401, 403, 409, 415, 422) },
      },
    },
    async (request, reply) =>
      reply.code(201).send(claimView(await draftClaim(ports, doerOf(request), `${request.body.month}-01`))),
  );
  moving(app, ports, 'hand-in', 'handInRefundClaim', 'Hand a drafted claim in');
  moving(app, ports, 'withdraw', 'withdrawRefundClaim', 'Take a claim back that is not decided');
  app.post(
    '/api/export-tax/claims/:claimNo/decision',
    {
      config: accessTo('export-tax', 'decide'),
      schema: {
        ...described,
        operationId: 'decideRefundClaim',
        summary: 'Decide a claim that is handed in',
        params: claimParams,
        body: decision,
        response: { 200: answer('Decided.', claim), ...problems(400, 401, 403, 404, 409, 415, 422) },
      },
    },
    async (request) =>
      claimView(await decideClaim(ports, callerOf(request).id, request.params.claimNo, request.body)),
  );
}

function reading(app: Http, ports: RefundPorts): void {
  app.get(
    '/api/export-tax/claims',
    {
      config: accessTo('export-tax', 'read'),
      schema: {
        ...described,
        operationId: 'listRefundClaims',
        summary: 'Claims for export refund',
        querystring: claimsQuery,
        response: { 200: answer('The latest first.', claimsPageSchema), ...problems(400, 401, 403, 503) },
      },
    },
    async (request) => {
      const { cursor, limit, state } = request.query;
      const [at = '', claimNo = ''] = cursor === undefined ? [] : readCursor(cursor, 2);
      const before = cursor === undefined ? undefined : { at, claimNo };
      const rows = await claimsBefore(ports, { party: partyOf(request), state, before, limit });
      const last = rows.length === limit ? rows.at(-1) : undefined;
      return {
        claims: rows.map(claimView),
        ...(last ? { next: cursorOf(last.draftedAt.toISOString(), last.claimNo) } : {}),
      };
    },
  );
  app.get(
    '/api/export-tax/claims/:claimNo',
    {
      config: accessTo('export-tax', 'read'),
      schema: {
        ...described,
        operationId: 'getRefundClaim',
        summary: 'How a claim stands',
        params: claimParams,
        response: { 200: answer('As it stands.', claim), ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request) => claimView(await claimFor(ports, request.params.claimNo, partyOf(request))),
  );
  app.get(
    '/api/export-tax/claims/:claimNo/lines',
    {
      config: accessTo('export-tax', 'read'),
      schema: {
        ...described,
        operationId: 'listRefundClaimLines',
        summary: 'The lines of a claim with their sums',
        params: claimParams,
        querystring: claimLinesQuery,
        response: { 200: answer('By list and line.', claimLines), ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request) => {
      const { cursor, limit } = request.query;
      const found = await claimFor(ports, request.params.claimNo, partyOf(request));
      const [invtNo = '', gnum = '0'] = cursor === undefined ? [] : readWords(cursor, 2);
      const rows = await claimLinesAfter(ports, found, [invtNo, placeOf(gnum)], limit);
      const last = rows.length === limit ? rows.at(-1) : undefined;
      return { lines: rows.map(told), ...(last ? { next: cursorOf(last.invtNo, String(last.gnum)) } : {}) };
    },
  );
}

function moving(app: Http, ports: RefundPorts, act: ClaimAct, operationId: string, summary: string): void {
  app.post(
    `/api/export-tax/claims/:claimNo/${act}`,
    {
      config: accessTo('export-tax', 'claim'),
      schema: {
        ...described,
        ...{ operationId, summary, params: claimParams },
        response: { 200: answer('As it stands now.', claim), ...problems(400, 401, 403, 404, 409) },
      },
    },
    async (request) => claimView(await moveClaim(ports, doerOf(request), request.params.claimNo, act)),
  );
}
