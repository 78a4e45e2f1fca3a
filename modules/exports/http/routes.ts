import type { z } from 'zod';
import { accessTo, answererOf, partyOf } from '#access';
import { answer, type Http, problems } from '#http';
import { decideExport } from '../application/decide.ts';
import { exportDetail, exportsPage, type LookingPorts } from '../application/looking.ts';
import type { ExportPorts } from '../application/ports.ts';
import {
  decided,
  exportDetailSchema,
  exportParams,
  exportsPageSchema,
  exportsQuery,
  newDecision,
} from './schemas.ts';
import { secondOfficerRoutes } from './second-officer-routes.ts';

const described = { tags: ['exports'], security: [{ apiKey: [] }, { session: [] }] };

export interface ExportRoutes extends LookingPorts {
  readonly ports: ExportPorts;
}

/** Export lists: looked at by those they concern, decided by officers where held. */
export function exportRoutes(app: Http, routes: ExportRoutes): void {
  app.get(
    '/api/exports',
    {
      config: accessTo('exports', 'read'),
      schema: {
        ...described,
        operationId: 'listExports',
        summary: 'Export lists, the latest first',
        description:
          'Of an enterprise: those it takes part in; of an operator and officers of customs: all. A page may be short and still have a `next`.',
        querystring: exportsQuery,
        response: { 200: answer('A page of lists.', exportsPageSchema), ...problems(400, 401, 403, 503) },
      },
    },
    async (request) => {
      const { proposed, ...wish } = request.query;
      const party = partyOf(request);
      // What officers propose no enterprise is told of.
      if (proposed && party !== undefined) return { lists: [] };
      return exportsPage(routes, { ...wish, proposed: proposed === 'true', party });
    },
  );
  app.get(
    '/api/exports/:ebcCode/:ebpCode/:orderNo',
    {
      config: accessTo('exports', 'read'),
      schema: {
        ...described,
        operationId: 'getExport',
        summary:
          'One export list: its goods, what is missing, the way it is finished and why, where its goods are',
        params: exportParams,
        response: {
          200: answer('The list and its whole story.', exportDetailSchema),
          ...problems(400, 401, 403, 404, 503),
        },
      },
    },
    async (request) =>
      (await exportDetail(routes, request.params, {
        ...{ party: partyOf(request), account: answererOf(request) },
      })) as z.infer<typeof exportDetailSchema>,
  );
  decisionRoute(app, routes);
  secondOfficerRoutes(app, routes);
}

function decisionRoute(app: Http, { ports }: ExportRoutes): void {
  app.post(
    '/api/exports/:ebcCode/:ebpCode/:orderNo/decision',
    {
      config: accessTo('exports', 'decide'),
      schema: {
        ...described,
        operationId: 'decideExport',
        summary:
          'Release, refuse or have inspected a held export list; where two officers have to, propose it',
        description:
          'The reason is one of the table for the act, and stands in the receipt. What has changed since it was read is not decided over.',
        params: exportParams,
        body: newDecision,
        response: {
          200: answer('Decided, or proposed.', decided),
          ...problems(400, 401, 403, 404, 409, 415, 422),
        },
      },
    },
    async (request) => {
      const decision = { ...request.body, by: answererOf(request) };
      const { outcome, returnStatus, attempt, step, fourEyes } = await decideExport(
        ports,
        request.params,
        decision,
      );
      return { state: outcome, returnStatus, attempt, step, ...(fourEyes ? { fourEyes } : {}) };
    },
  );
}
