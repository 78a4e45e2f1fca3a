import { accessTo, callerOf, partyOf } from '#access';
import { answer, counted, cursorOf, type Http, harmlessTwice, problems, readCursor } from '#http';
import type { GatePorts } from '../application/gate-ports.ts';
import { countsSince, type DayOfDraws, type Passage, passagesBefore } from '../application/reading.ts';
import { checklistRoutes } from './checklist-routes.ts';
import { described } from './described.ts';
import { passRoutes } from './pass-routes.ts';
import * as schemas from './schemas.ts';

/** Checklists, passes and the gate. */
export function gateRoutes(app: Http, ports: GatePorts): void {
  checklistRoutes(app, ports);
  passRoutes(app, ports);
  asking(app, ports);
  watching(app, ports);
  drawing(app, ports);
}

function viewOf({ askedBy: _by, owner: _owner, weightKg, at, reasons, ...plain }: Passage) {
  return {
    ...{ ...plain, at: at.toISOString(), reasons: [...reasons] as never },
    ...(weightKg === null ? {} : { weightKg }),
  };
}

function asking(app: Http, ports: GatePorts): void {
  app.post(
    '/api/gate/passages',
    {
      config: {
        ...accessTo('gate', 'pass'),
        ...counted('unlimited'),
        ...harmlessTwice('Each coming has a number of the gate: what comes again is answered as it was.'),
      },
      schema: {
        ...described,
        operationId: 'askGate',
        summary: 'A vehicle is at the gate: open, or stop',
        description:
          'Open: the pass is used, its checklists have passed, and the account books are written. Stop: nothing is written but the stop; the vehicle may come again under another number.',
        body: schemas.newPassage,
        response: {
          200: answer('Open or stop.', schemas.passageAnswer),
          ...problems(400, 401, 403, 415),
        },
      },
    },
    async (request) => {
      const { weightKg = null, ...asked } = request.body;
      const { repeated, ...passage } = await ports.keeper.ask({
        ...{ ...asked, weightKg, askedBy: callerOf(request).id },
      });
      return { ...viewOf(passage), repeated };
    },
  );
}

function watching(app: Http, ports: GatePorts): void {
  app.get(
    '/api/gate/passages',
    {
      config: accessTo('gate', 'read'),
      schema: {
        ...described,
        operationId: 'listPassages',
        summary: 'Vehicles at the gate, and what was answered',
        querystring: schemas.passagesQuery,
        response: { 200: answer('The latest first.', schemas.passagesPage), ...problems(400, 401, 403, 503) },
      },
    },
    async (request) => {
      const { cursor, limit, passNo, answer: answered } = request.query;
      const [at = '', gate = '', eventNo = ''] = cursor === undefined ? [] : readCursor(cursor, 3);
      const before = cursor === undefined ? undefined : { at, gate, eventNo };
      const wish = { owner: partyOf(request), passNo, answer: answered, before, limit };
      const passages = await passagesBefore(ports, wish);
      const last = passages.length === limit ? passages.at(-1) : undefined;
      return {
        passages: passages.map(viewOf),
        ...(last ? { next: cursorOf(last.at.toISOString(), last.gate, last.eventNo) } : {}),
      };
    },
  );
  app.get(
    '/api/gate/board',
    {
      config: accessTo('gate', 'read'),
      schema: {
        ...described,
        operationId: 'getGateBoard',
        summary: 'How the gate stands today',
        response: { 200: answer('Counts of today.', schemas.board), ...problems(401, 403, 503) },
      },
    },
    async (request) => {
      const since = new Date(`${ports.today()}T00:00:00+08:00`);
      return { since: since.toISOString(), ...(await countsSince(ports, partyOf(request), since)) };
    },
  );
}

const dayView = ({ committedAt, ...plain }: DayOfDraws) => ({
  ...{ ...plain, committedAt: committedAt.toISOString() },
});

function drawing(app: Http, ports: GatePorts): void {
  app.get(
    '/api/gate/draws',
    {
      config: accessTo('gate-draws', 'read'),
      schema: {
        ...described,
        security: [],
        operationId: 'listGateDraws',
        summary: 'What random checks at the gate were committed to, day by day',
        querystring: schemas.daysQuery,
        response: { 200: answer('The latest day first.', schemas.drawsPage), ...problems(400, 503) },
      },
    },
    async (request) => {
      const { cursor, limit } = request.query;
      const draws = await ports.draws.page(cursor, limit);
      const last = draws.length === limit ? draws.at(-1) : undefined;
      return { draws: draws.map(dayView), ...(last ? { next: last.day } : {}) };
    },
  );
  app.get(
    '/api/gate/draws/:day',
    {
      config: accessTo('gate-draws', 'read'),
      schema: {
        ...described,
        security: [],
        operationId: 'getGateDraw',
        summary: 'The draw of a day, with everything needed to draw again once it is over',
        params: schemas.dayParams,
        response: { 200: answer('The draw.', schemas.wholeDraw), ...problems(400, 404, 503) },
      },
    },
    async (request) => {
      const { day, record, candidates } = await ports.draws.shown(request.params.day);
      return {
        ...{ ...dayView(day), candidates: [...candidates] },
        ...(record ? { record: { ...record, drawn: [...record.drawn] } } : {}),
      };
    },
  );
}
