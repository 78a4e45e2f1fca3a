import { accessTo, answererOf, partyOf } from '#access';
import { answer, cursorOf, type Http, problems, readCursor } from '#http';
import { comeBack } from '../application/come-back.ts';
import type { DisplayPorts } from '../application/ports.ts';
import { shownBefore, wholeShown } from '../application/reading.ts';
import { sell } from '../application/sell.ts';
import { sendOut } from '../application/send-out.ts';
import { prolong } from '../application/time.ts';
import * as schemas from './schemas.ts';
import { byOf, countView, described, displayView, paperView } from './views.ts';

/** Goods on display: sent out, sold, sent back, given more time. */
export function displayRoutes(app: Http, ports: DisplayPorts): void {
  reading(app, ports);
  goingOut(app, ports);
  ending(app, ports);
  prolonging(app, ports);
}

async function wholeView(ports: DisplayPorts, displayNo: string, party: string | undefined) {
  const { papers, counts, ...one } = await wholeShown(ports, displayNo, party);
  return {
    ...displayView(one, ports.today()),
    papers: papers.map(paperView),
    counts: counts.map(countView),
  };
}

function reading(app: Http, ports: DisplayPorts): void {
  app.get(
    '/api/displays',
    {
      config: accessTo('displays', 'read'),
      schema: {
        ...described,
        operationId: 'listDisplays',
        summary: 'Goods on display outside the zone',
        querystring: schemas.displaysQuery,
        response: { 200: answer('The latest first.', schemas.displaysPage), ...problems(400, 401, 403, 503) },
      },
    },
    async (request) => {
      const { cursor, limit, state, overdue } = request.query;
      const [at = '', id = ''] = cursor === undefined ? [] : readCursor(cursor, 2);
      const before = cursor === undefined ? undefined : { at, id };
      const wish = { owner: partyOf(request), state, overdue: overdue !== undefined, before, limit };
      const rows = await shownBefore(ports, wish);
      const last = rows.length === limit ? rows.at(-1) : undefined;
      return {
        displays: rows.map((one) => displayView(one, ports.today())),
        ...(last ? { next: cursorOf(last.madeAt.toISOString(), last.displayNo) } : {}),
      };
    },
  );
  app.get(
    '/api/displays/:displayNo',
    {
      config: accessTo('displays', 'read'),
      schema: {
        ...described,
        operationId: 'getDisplay',
        summary: 'Goods on display with what became of them',
        params: schemas.displayParams,
        response: {
          200: answer('With sales, returns and counts.', schemas.wholeDisplay),
          ...problems(400, 401, 403, 404, 503),
        },
      },
    },
    async (request) => wholeView(ports, request.params.displayNo, partyOf(request)),
  );
}

function goingOut(app: Http, ports: DisplayPorts): void {
  app.post(
    '/api/displays',
    {
      config: accessTo('displays', 'keep'),
      schema: {
        ...described,
        operationId: 'sendOnDisplay',
        summary: 'Send goods of a book to a display shop',
        description:
          'They are set aside in the book, and the tax they would bear is reserved of the guarantee. They go out on the checklist that is made of them, on a pass; cancelling the checklist undoes it.',
        body: schemas.newDisplay,
        response: {
          201: answer('Put its checklist on a pass.', schemas.wholeDisplay),
          ...problems(400, 401, 403, 404, 409, 415, 422),
        },
      },
    },
    async (request, reply) => {
      const { displayNo, owner } = await sendOut(ports, byOf(request), request.body);
      return reply.code(201).send(await wholeView(ports, displayNo, owner));
    },
  );
}

function ending(app: Http, ports: DisplayPorts): void {
  app.post(
    '/api/displays/:displayNo/sales',
    {
      config: accessTo('displays', 'keep'),
      schema: {
        ...described,
        operationId: 'sellFromDisplay',
        summary: 'Sell goods from display, before they are handed over',
        description:
          'By released lists of the book that name the display in the note of each goods line, each once. The goods leave the book, and the cover they stood under is free again.',
        params: schemas.displayParams,
        body: schemas.newSale,
        response: {
          201: answer('They may be handed over.', schemas.paper),
          ...problems(400, 401, 403, 404, 409, 415, 422),
        },
      },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(paperView(await sell(ports, byOf(request), request.params.displayNo, request.body))),
  );
  app.post(
    '/api/displays/:displayNo/returns',
    {
      config: accessTo('displays', 'keep'),
      schema: {
        ...described,
        operationId: 'returnFromDisplay',
        summary: 'Bring goods on display back into the zone',
        description:
          'A checklist is made of them. They are in stock again when the gate has let their vehicle in.',
        params: schemas.displayParams,
        body: schemas.newReturn,
        response: {
          201: answer('Put its checklist on a pass.', schemas.paper),
          ...problems(400, 401, 403, 404, 409, 415, 422),
        },
      },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(paperView(await comeBack(ports, byOf(request), request.params.displayNo, request.body))),
  );
}

function prolonging(app: Http, ports: DisplayPorts): void {
  app.post(
    '/api/displays/:displayNo/prolong',
    {
      config: accessTo('displays', 'decide'),
      schema: {
        ...described,
        operationId: 'prolongDisplay',
        summary: 'Give goods on display more time',
        description: 'Once, and within what may be given.',
        params: schemas.displayParams,
        body: schemas.longer,
        response: {
          200: answer('With its new last day.', schemas.wholeDisplay),
          ...problems(400, 401, 403, 404, 409, 415),
        },
      },
    },
    async (request) => {
      const { displayNo } = request.params;
      const { dueOn, reason = '' } = request.body;
      await prolong(ports, answererOf(request), displayNo, { dueOn, reason });
      return wholeView(ports, displayNo, undefined);
    },
  );
}
