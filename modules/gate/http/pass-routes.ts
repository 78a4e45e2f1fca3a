import { accessTo, answererOf, partyOf } from '#access';
import { answer, type Http, problems } from '#http';
import type { GatePorts } from '../application/gate-ports.ts';
import { checkPass, makePass, voidOwnPass } from '../application/passes.ts';
import { type Pass, passesBefore, wholePass } from '../application/reading.ts';
import { checklistView } from './checklist-routes.ts';
import { byOf, described, nextOf, paperWish } from './described.ts';
import * as schemas from './schemas.ts';

function viewOf({ madeBy: _by, drawn, drawnOn, checkResult, madeAt, settledAt, ...plain }: Pass) {
  return {
    ...{ ...plain, check: checkResult, madeAt: madeAt.toISOString() },
    ...(drawn === null || drawnOn === null ? {} : { drawn, drawnOn }),
    ...(settledAt === null ? {} : { settledAt: settledAt.toISOString() }),
  };
}

/** Passes of vehicles. */
export function passRoutes(app: Http, ports: GatePorts): void {
  reading(app, ports);
  writing(app, ports);
}

function reading(app: Http, ports: GatePorts): void {
  app.get(
    '/api/passes',
    {
      config: accessTo('passes', 'read'),
      schema: {
        ...described,
        operationId: 'listPasses',
        summary: 'Passes of vehicles',
        querystring: schemas.passesQuery,
        response: { 200: answer('The latest first.', schemas.passesPage), ...problems(400, 401, 403, 503) },
      },
    },
    async (request) => {
      const passes = await passesBefore(ports, paperWish(request.query, partyOf(request)));
      return { passes: passes.map(viewOf), ...nextOf(passes, request.query.limit, ({ passNo }) => passNo) };
    },
  );
  app.get(
    '/api/passes/:passNo',
    {
      config: accessTo('passes', 'read'),
      schema: {
        ...described,
        operationId: 'getPass',
        summary: 'One pass with what is on it',
        params: schemas.passParams,
        response: { 200: answer('The pass.', schemas.wholePass), ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request) => {
      const { loaded, listed, ...pass } = await wholePass(ports, request.params.passNo, partyOf(request));
      return { ...viewOf(pass), loaded: loaded.map(checklistView), listed: [...listed] };
    },
  );
}

function writing(app: Http, ports: GatePorts): void {
  app.post(
    '/api/passes',
    {
      config: accessTo('passes', 'make'),
      schema: {
        ...described,
        operationId: 'makePass',
        summary: 'Make a pass for a vehicle',
        description:
          'It carries checklists, released lists bought direct, or nothing at all, and is good once at the gate.',
        body: schemas.newPass,
        response: {
          201: answer('Show its number at the gate.', schemas.pass),
          ...problems(400, 401, 403, 415, 422),
        },
      },
    },
    async (request, reply) => {
      const { packingKg = '0', checklists = [], lists = [], ...plain } = request.body;
      const made = await makePass(ports, byOf(request), { ...plain, packingKg, checklists, lists });
      return reply.code(201).send(viewOf(made));
    },
  );
  app.post(
    '/api/passes/:passNo/void',
    {
      config: accessTo('passes', 'make'),
      schema: {
        ...described,
        operationId: 'voidPass',
        summary: 'Void a pass that has not been used',
        description: 'What was on it may be put on another one.',
        params: schemas.passParams,
        response: { 200: answer('Void.', schemas.pass), ...problems(400, 401, 403, 404, 409) },
      },
    },
    async (request) => viewOf(await voidOwnPass(ports, byOf(request), request.params.passNo)),
  );
  app.post(
    '/api/passes/:passNo/check',
    {
      config: accessTo('passes', 'check'),
      schema: {
        ...described,
        operationId: 'checkPass',
        summary: 'Write down what the check of a vehicle found',
        description: 'A vehicle that is clear may come to the gate again; it is not drawn twice.',
        params: schemas.passParams,
        body: schemas.check,
        response: { 200: answer('Written down.', schemas.pass), ...problems(400, 401, 403, 404, 409, 415) },
      },
    },
    async (request) => {
      const { result, note = '' } = request.body;
      return viewOf(await checkPass(ports, answererOf(request), request.params.passNo, { result, note }));
    },
  );
}
