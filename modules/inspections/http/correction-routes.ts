import { accessTo } from '#access';
import { answer, type Http, harmlessTwice, problems } from '#http';
import { confirmCorrection, proposeCorrection } from '../application/correct.ts';
import { byOfficers, type InspectionRoutes, inspectorOf, shown } from './described.ts';
import { correctionParams, idParams, inspection, newCorrection } from './schemas.ts';

const now = answer('As it stands now.', inspection);

/** Signed results that are taken back: proposed by one officer, confirmed by another. */
export function correctionRoutes(app: Http, ports: InspectionRoutes): void {
  app.post(
    '/api/inspections/:inspectionId/corrections',
    {
      config: {
        ...accessTo('inspections', 'record'),
        ...harmlessTwice('what is entered under one id is written once'),
      },
      schema: {
        ...byOfficers,
        operationId: 'proposeInspectionCorrection',
        summary: 'Propose that a signed result be another one, with the reason',
        params: idParams,
        body: newCorrection,
        response: { 200: now, ...problems(400, 401, 403, 404, 409, 415, 422) },
      },
    },
    async (request) => {
      const { inspectionId } = request.params;
      const { found = '', ...entry } = request.body;
      await proposeCorrection(ports, await inspectorOf(ports, request), inspectionId, { ...entry, found });
      return shown(ports, request, inspectionId);
    },
  );
  app.post(
    '/api/inspections/:inspectionId/corrections/:entryId/confirmation',
    {
      config: {
        ...accessTo('inspections', 'record'),
        ...harmlessTwice('what is confirmed stays confirmed'),
      },
      schema: {
        ...byOfficers,
        operationId: 'confirmInspectionCorrection',
        summary:
          'Confirm as another officer that a signed result is taken back; its agency and the enterprise are told',
        description:
          'Customs decides on the list at its desk, as goods may have gone meanwhile; what no agency bars any more goes on by itself.',
        params: correctionParams,
        response: { 200: now, ...problems(400, 401, 403, 404, 409, 503) },
      },
    },
    async (request) => {
      const { inspectionId, entryId } = request.params;
      await confirmCorrection(ports, await inspectorOf(ports, request), inspectionId, entryId);
      return shown(ports, request, inspectionId);
    },
  );
}
