import { accessTo } from '#access';
import { answer, type Http, harmlessTwice, problems } from '#http';
import { noShow } from '../application/booking.ts';
import { passSample, takeSample } from '../application/samples.ts';
import { sign } from '../application/sign.ts';
import { begin, enterResult } from '../application/visit.ts';
import { byOfficers, type InspectionRoutes, inspectorOf, shown } from './described.ts';
import { idParams, inspection, newResult, newSample, sampleMove, sampleParams } from './schemas.ts';

/** The visit: begun, what was found, samples, signed by a second officer. */
export function visitRoutes(app: Http, ports: InspectionRoutes): void {
  acts(app, ports);
  results(app, ports);
  samples(app, ports);
}

const onlyOnce = { ...accessTo('inspections', 'record'), ...harmlessTwice('an inspection is there once') };
const byEntry = {
  ...accessTo('inspections', 'record'),
  ...harmlessTwice('what is entered under one id is written once'),
};
const now = answer('As it stands now.', inspection);

function acts(app: Http, ports: InspectionRoutes): void {
  const does = [
    ['begin', 'beginInspection', 'Begin the visit as the first of its officers', begin],
    [
      ...(['no-show', 'tellInspectionNoShow'] as const),
      'Say that nobody came with the goods; another slot has to be booked',
      noShow,
    ],
    [
      ...(['signature', 'signInspection'] as const),
      'Sign as the second officer: the inspection is closed, and customs decides',
      sign,
    ],
  ] as const;
  for (const [path, operationId, summary, act] of does)
    app.post(
      `/api/inspections/:inspectionId/${path}`,
      {
        config: onlyOnce,
        schema: {
          ...{ ...byOfficers, operationId, summary, params: idParams },
          response: { 200: now, ...problems(400, 401, 403, 404, 409, 503) },
        },
      },
      async (request) => {
        await act(ports, await inspectorOf(ports, request), request.params.inspectionId);
        return shown(ports, request, request.params.inspectionId);
      },
    );
}

function results(app: Http, ports: InspectionRoutes): void {
  app.post(
    '/api/inspections/:inspectionId/results',
    {
      config: byEntry,
      schema: {
        ...byOfficers,
        operationId: 'enterInspectionResult',
        summary: 'Enter what was found of a list, for every agency that wanted it or for one',
        params: idParams,
        body: newResult,
        response: { 200: now, ...problems(400, 401, 403, 404, 409, 415, 422) },
      },
    },
    async (request) => {
      const { inspectionId } = request.params;
      const officer = await inspectorOf(ports, request);
      await enterResult(ports, officer, inspectionId, { ...request.body, found: request.body.found ?? '' });
      return shown(ports, request, inspectionId);
    },
  );
}

function samples(app: Http, ports: InspectionRoutes): void {
  app.post(
    '/api/inspections/:inspectionId/samples',
    {
      config: byEntry,
      schema: {
        ...byOfficers,
        operationId: 'takeInspectionSample',
        summary: 'Take a sample, sealed and labelled',
        params: idParams,
        body: newSample,
        response: { 200: now, ...problems(400, 401, 403, 404, 409, 415) },
      },
    },
    async (request) => {
      const { inspectionId } = request.params;
      await takeSample(ports, await inspectorOf(ports, request), inspectionId, request.body);
      return shown(ports, request, inspectionId);
    },
  );
  app.post(
    '/api/inspections/:inspectionId/samples/:sampleNo/steps',
    {
      config: byEntry,
      schema: {
        ...byOfficers,
        operationId: 'passInspectionSample',
        summary: 'Say where a sample has come to: sent, received, tested',
        params: sampleParams,
        body: sampleMove,
        response: { 200: now, ...problems(400, 401, 403, 404, 409, 415) },
      },
    },
    async (request) => {
      const { inspectionId, sampleNo } = request.params;
      await passSample(ports, await inspectorOf(ports, request), inspectionId, sampleNo, request.body);
      return shown(ports, request, inspectionId);
    },
  );
}
