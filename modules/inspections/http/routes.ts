import { accessTo, callerOf, partyOf } from '#access';
import { answer, cursorOf, type Http, harmlessTwice, problems, readCursor } from '#http';
import { askInspection } from '../application/ask.ts';
import { book, giveUp } from '../application/booking.ts';
import { inspectionsBefore } from '../application/reading.ts';
import { correctionRoutes } from './correction-routes.ts';
import { byOfficers, described, type InspectionRoutes, inspectorOf, shown } from './described.ts';
import { photoRoutes } from './photo-routes.ts';
import {
  holdOutcome,
  idParams,
  inspection,
  inspectionStates,
  inspectionsPage,
  newHold,
  pageQuery,
  slotWish,
} from './schemas.ts';
import { siteRoutes } from './site-routes.ts';
import { rowOf } from './views.ts';
import { visitRoutes } from './visit-routes.ts';

/** Inspections: who wants what, when, and what was found. */
export function inspectionRoutes(app: Http, ports: InspectionRoutes): void {
  reading(app, ports);
  asking(app, ports);
  booking(app, ports);
  siteRoutes(app, ports);
  visitRoutes(app, ports);
  photoRoutes(app, ports);
  correctionRoutes(app, ports);
}

function reading(app: Http, ports: InspectionRoutes): void {
  app.get(
    '/api/inspections',
    {
      config: accessTo('inspections', 'read'),
      schema: {
        ...described,
        operationId: 'listInspections',
        summary: 'Inspections',
        querystring: pageQuery,
        response: { 200: answer('The latest first.', inspectionsPage), ...problems(400, 401, 403, 503) },
      },
    },
    async (request) => {
      const { state, siteCode, customsCode, agency, ebpCode, orderNo, from, days, cursor, limit } =
        request.query;
      const [at = '', id = ''] = cursor === undefined ? [] : readCursor(cursor, 2);
      const wanted = state?.split(',') ?? [];
      const rows = await inspectionsBefore(ports, {
        party: partyOf(request),
        states: state === undefined ? undefined : inspectionStates.filter((one) => wanted.includes(one)),
        list: ebpCode !== undefined && orderNo !== undefined ? { ebpCode, orderNo } : undefined,
        ...{
          siteCode,
          customsCode,
          agency,
          from,
          days,
          before: cursor === undefined ? undefined : { at, id },
          limit,
        },
      });
      const last = rows.length === limit ? rows.at(-1) : undefined;
      return {
        inspections: rows.map(rowOf),
        ...(last ? { next: cursorOf(last.openedAt.toISOString(), last.inspectionId) } : {}),
      };
    },
  );
  app.get(
    '/api/inspections/:inspectionId',
    {
      config: accessTo('inspections', 'read'),
      schema: {
        ...described,
        operationId: 'getInspection',
        summary: 'One inspection: what is wanted, what was found, samples, photos, what was done',
        params: idParams,
        response: { 200: answer('The inspection.', inspection), ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request) => shown(ports, request, request.params.inspectionId),
  );
}

function asking(app: Http, ports: InspectionRoutes): void {
  app.post(
    '/api/inspections',
    {
      config: {
        ...accessTo('inspections', 'ask'),
        ...harmlessTwice('what is wanted already is not wanted twice'),
      },
      schema: {
        ...byOfficers,
        operationId: 'askInspection',
        summary: 'Have a list inspected for one’s agency',
        description:
          'What agencies want of lists of one consignment is one order with one visit; where another agency has found the same in order, that counts by the table of mutual recognition.',
        body: newHold,
        response: {
          200: answer('What came of it.', holdOutcome),
          ...problems(400, 401, 403, 404, 415, 422),
        },
      },
    },
    async (request) => {
      const { agency = '' } = callerOf(request);
      const { orderNo, ebpCode, ground, note = '', sampleWanted = false } = request.body;
      const officer = await inspectorOf(ports, request);
      const list = { orderNo, ebpCode };
      return askInspection(ports, { ...officer, agency }, { list, ground, note, sampleWanted });
    },
  );
}

function booking(app: Http, ports: InspectionRoutes): void {
  const bookerOf = (request: object) => ({ id: callerOf(request).id, party: partyOf(request) });
  app.put(
    '/api/inspections/:inspectionId/booking',
    {
      config: { ...accessTo('inspections', 'book'), ...harmlessTwice('the same slot is booked once') },
      schema: {
        ...described,
        operationId: 'bookInspection',
        summary: 'Book a slot, or another one in place of it',
        params: idParams,
        body: slotWish,
        response: { 200: answer('Booked.', inspection), ...problems(400, 401, 403, 404, 409, 415, 422) },
      },
    },
    async (request) => {
      const { siteCode, startsAt } = request.body;
      const { inspectionId } = request.params;
      await book(ports, bookerOf(request), inspectionId, { siteCode, startsAt: new Date(startsAt) });
      return shown(ports, request, inspectionId);
    },
  );
  app.delete(
    '/api/inspections/:inspectionId/booking',
    {
      config: { ...accessTo('inspections', 'book'), ...harmlessTwice('what is given up stays given up') },
      schema: {
        ...described,
        operationId: 'giveInspectionSlotUp',
        summary: 'Give the slot up; another has to be booked',
        params: idParams,
        response: {
          200: answer('It waits for a slot.', inspection),
          ...problems(400, 401, 403, 404, 409, 422),
        },
      },
    },
    async (request) => {
      await giveUp(ports, bookerOf(request), request.params.inspectionId);
      return shown(ports, request, request.params.inspectionId);
    },
  );
}
