import { z } from 'zod';
import { accessTo, answererOf } from '#access';
import { answer, type Http, problems } from '#http';
import type { ExportPorts } from '../application/ports.ts';
import { confirmExport, rejectExport } from '../application/second-officer.ts';
import { confirmation, decided, exportParams, rejection } from './schemas.ts';

const described = { tags: ['exports'], security: [{ apiKey: [] }, { session: [] }] };
const refused = problems(400, 401, 403, 404, 409, 415, 422);

/** What a second officer does with what the first has proposed. */
export function secondOfficerRoutes(app: Http, { ports }: { readonly ports: ExportPorts }): void {
  app.post(
    '/api/exports/:ebcCode/:ebpCode/:orderNo/confirmation',
    {
      config: accessTo('exports', 'decide'),
      schema: {
        ...described,
        operationId: 'confirmExportProposal',
        summary: 'Confirm what another officer has proposed of a held export list: then it is decided',
        params: exportParams,
        body: confirmation,
        response: { 200: answer('Decided.', decided), ...refused },
      },
    },
    async (request) => {
      const second = { ...request.body, by: answererOf(request) };
      const { outcome, returnStatus, attempt, step } = await confirmExport(ports, request.params, second);
      return { state: outcome, returnStatus, attempt, step };
    },
  );
  app.post(
    '/api/exports/:ebcCode/:ebpCode/:orderNo/rejection',
    {
      config: accessTo('exports', 'decide'),
      schema: {
        ...described,
        operationId: 'rejectExportProposal',
        summary: 'Reject a proposal of a held export list, or take back one’s own',
        params: exportParams,
        body: rejection,
        response: { 204: z.null().meta({ description: 'Done.' }), ...refused },
      },
    },
    async (request, reply) => {
      await rejectExport(ports, request.params, { ...request.body, by: answererOf(request) });
      return reply.code(204).send(null);
    },
  );
}
