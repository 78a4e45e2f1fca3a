import { accessTo, partyOf } from '#access';
import { answer, cursorOf, type Http, problems, readCursor } from '#http';
import type { BondedPorts } from '../application/ports.ts';
import { type Transfer, transfersBefore } from '../application/reading.ts';
import { proposeTransfer, settle, type TransferAct } from '../application/transfers.ts';
import { described, keeperOf } from './described.ts';
import { newTransfer, pageQuery, transfer, transferParams, transfersPageSchema } from './schemas.ts';

function viewOf({ proposedBy: _by, proposedAt, settledAt, ...plain }: Transfer) {
  return {
    ...plain,
    proposedAt: proposedAt.toISOString(),
    ...(settledAt ? { settledAt: settledAt.toISOString() } : {}),
  };
}

/** Moves of goods between books. */
export function transferRoutes(app: Http, ports: BondedPorts): void {
  app.get(
    '/api/bonded/transfers',
    {
      config: accessTo('account-books', 'read'),
      schema: {
        ...described,
        operationId: 'listBookTransfers',
        summary: 'Moves between account books, sent and received',
        querystring: pageQuery,
        response: { 200: answer('The latest first.', transfersPageSchema), ...problems(400, 401, 403, 503) },
      },
    },
    async (request) => {
      const { cursor, limit } = request.query;
      const [at = '', id = ''] = cursor === undefined ? [] : readCursor(cursor, 2);
      const before = cursor === undefined ? undefined : { at, id };
      const rows = await transfersBefore(ports, { party: partyOf(request), before, limit });
      const last = rows.length === limit ? rows.at(-1) : undefined;
      return {
        transfers: rows.map(viewOf),
        ...(last ? { next: cursorOf(last.proposedAt.toISOString(), last.transferId) } : {}),
      };
    },
  );
  app.post(
    '/api/bonded/transfers',
    {
      config: accessTo('account-books', 'keep'),
      schema: {
        ...described,
        operationId: 'proposeBookTransfer',
        summary: 'Move goods of your book into another',
        description:
          'They are set aside at once, and arrive when the other side accepts: both books are written, or neither is.',
        body: newTransfer,
        response: {
          201: answer('The other side is to accept it.', transfer),
          ...problems(400, 401, 403, 404, 409, 415, 422),
        },
      },
    },
    async (request, reply) =>
      reply.code(201).send(viewOf(await proposeTransfer(ports, keeperOf(request), request.body))),
  );
  settling(app, ports, 'accept', 'Accept goods into your book');
  settling(app, ports, 'decline', 'Decline goods: they go back into their stock');
  settling(app, ports, 'withdraw', 'Take back what the other side has not accepted');
}

function settling(app: Http, ports: BondedPorts, act: TransferAct, summary: string): void {
  app.post(
    `/api/bonded/transfers/:transferId/${act}`,
    {
      config: accessTo('account-books', 'keep'),
      schema: {
        ...described,
        operationId: `${act}BookTransfer`,
        summary,
        params: transferParams,
        response: { 200: answer('Settled.', transfer), ...problems(400, 401, 403, 404, 409) },
      },
    },
    async (request) => viewOf(await settle(ports, keeperOf(request), request.params.transferId, act)),
  );
}
