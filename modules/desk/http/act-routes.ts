import { z } from 'zod';
import { accessTo } from '#access';
import { answer, type Http, problems } from '#http';
import { decide, type Outcome, type SeenCase, type Wish } from '../application/decide.ts';
import { handBack, take } from '../application/in-hand.ts';
import { ask } from '../application/questions.ts';
import { caseView } from '../application/queue-view.ts';
import { DeskRefusal, refusalText } from '../application/refusals.ts';
import { confirm, reject } from '../application/second-officer.ts';
import { undo } from '../application/undo.ts';
import { type DeskRoutes, described, officerOf } from './officer-of.ts';
import {
  caseParams,
  caseView as caseViewSchema,
  confirmation,
  decided,
  decidedMany,
  decisionWish,
  handingBack,
  manyDecisions,
  nowAt,
  question,
  rejection,
  undoWish,
} from './schemas.ts';

const config = accessTo('cases', 'decide');
const refused = problems(400, 401, 403, 404, 409, 415, 422, 503);
const done = z.null().meta({ description: 'Done.' });

/** Everything an officer does with cases. */
export function actRoutes(app: Http, routes: DeskRoutes): void {
  inHand(app, routes);
  deciding(app, routes);
  secondEyes(app, routes);
  takingBack(app, routes);
}

function inHand(app: Http, routes: DeskRoutes): void {
  app.post(
    '/api/desk/cases/:ebpCode/:orderNo/take',
    {
      config,
      schema: {
        ...described,
        operationId: 'takeCase',
        summary: 'Take a case in hand, or keep it there',
        params: caseParams,
        response: { 200: answer('It is yours.', caseViewSchema), ...refused },
      },
    },
    async (request) => {
      const officer = await officerOf(routes, request);
      return caseView(routes, officer, await take(routes, officer, request.params), routes.now());
    },
  );
  app.post(
    '/api/desk/cases/:ebpCode/:orderNo/hand-back',
    {
      config,
      schema: {
        ...described,
        operationId: 'handBackCase',
        summary: 'Hand a case back to the queue',
        params: caseParams,
        body: handingBack,
        response: { 204: done, ...refused },
      },
    },
    async (request, reply) => {
      await handBack(routes, await officerOf(routes, request), request.params, request.body.note ?? '');
      return reply.code(204).send(null);
    },
  );
}

function told(one: Outcome) {
  if (one.done !== 'nothing') return one;
  return { ...one, ...refusalText(one.code) };
}

function deciding(app: Http, routes: DeskRoutes): void {
  app.post(
    '/api/desk/cases/:ebpCode/:orderNo/decide',
    {
      config,
      schema: {
        ...described,
        operationId: 'decideCase',
        summary: 'Decide a case, with a reason; where two officers have to, propose it',
        params: caseParams,
        body: decisionWish,
        response: { 200: answer('Decided, or proposed.', decided), ...refused },
      },
    },
    async (request) => {
      const { version, act, reason, note = '' } = request.body;
      const [one] = await decideAll(routes, request, [{ ...request.params, version }], {
        ...{ act, reason, note },
      });
      if (!one) throw new DeskRefusal('CASE-NOT-FOUND');
      if (one.done === 'nothing') throw new DeskRefusal(one.code);
      return one;
    },
  );
  app.post(
    '/api/desk/decisions',
    {
      config,
      schema: {
        ...described,
        operationId: 'decideCases',
        summary: 'Decide many cases with one reason',
        description:
          'All in one transaction; a case that cannot be decided is told and holds up no other. Without `version` a case is decided as the rules judged it: if papers came in since, it is left.',
        body: manyDecisions,
        response: {
          200: answer('What came of each.', decidedMany),
          ...problems(400, 401, 403, 409, 415, 422, 503),
        },
      },
    },
    async (request) => {
      const { cases, act, reason, note = '' } = request.body;
      return { items: (await decideAll(routes, request, cases, { act, reason, note })).map(told) };
    },
  );
  app.post(
    '/api/desk/cases/:ebpCode/:orderNo/ask',
    {
      config,
      schema: {
        ...described,
        operationId: 'askSender',
        summary: 'Ask the sender for papers or an explanation; the deadline waits',
        params: caseParams,
        body: question,
        response: { 204: done, ...refused },
      },
    },
    async (request, reply) => {
      const { version, reason, note = '' } = request.body;
      const seen = { ...request.params, version };
      await ask(routes, await officerOf(routes, request), seen, { reason, note });
      return reply.code(204).send(null);
    },
  );
}

const decideAll = async (
  routes: DeskRoutes,
  request: object,
  cases: readonly SeenCase[],
  wish: Wish,
): Promise<Outcome[]> => decide(routes, await officerOf(routes, request), cases, wish);

function secondEyes(app: Http, routes: DeskRoutes): void {
  app.post(
    '/api/desk/cases/:ebpCode/:orderNo/confirm',
    {
      config,
      schema: {
        ...described,
        operationId: 'confirmProposal',
        summary: 'Confirm what another officer has proposed: then it is decided',
        params: caseParams,
        body: confirmation,
        response: { 200: answer('Decided.', nowAt), ...refused },
      },
    },
    async (request) => {
      const seen = { ...request.params, version: request.body.version };
      return { status: await confirm(routes, await officerOf(routes, request), seen) };
    },
  );
  app.post(
    '/api/desk/cases/:ebpCode/:orderNo/reject',
    {
      config,
      schema: {
        ...described,
        operationId: 'rejectProposal',
        summary: 'Reject a proposal, or take back one’s own',
        params: caseParams,
        body: rejection,
        response: { 204: done, ...refused },
      },
    },
    async (request, reply) => {
      const { version, note = '' } = request.body;
      await reject(routes, await officerOf(routes, request), { ...request.params, version }, note);
      return reply.code(204).send(null);
    },
  );
}

function takingBack(app: Http, routes: DeskRoutes): void {
  app.post(
    '/api/desk/cases/:ebpCode/:orderNo/undo',
    {
      config,
      schema: {
        ...described,
        operationId: 'undoDecision',
        summary: 'Take one’s own decision back, in time and while nothing has followed',
        description:
          'The list stands again where it stood, and its sender is told by a receipt. A release that is older is called back by the act `recall`.',
        params: caseParams,
        body: undoWish,
        response: { 200: answer('Taken back.', nowAt), ...refused },
      },
    },
    async (request) => {
      const officer = await officerOf(routes, request);
      const { reason, note = '' } = request.body;
      return { status: await undo(routes, officer, request.params, { reason, note }) };
    },
  );
}
