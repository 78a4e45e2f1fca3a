import { accessTo, answererOf, enterpriseOf, partyOf } from '#access';
import { answer, type Http, problems } from '#http';
import { cancelChecklist, decideEntry, makeEntry, makeExit } from '../application/checklists.ts';
import type { GatePorts } from '../application/gate-ports.ts';
import { type Checklist, checklistsBefore, waitingLists, wholeChecklist } from '../application/reading.ts';
import { byOf, described, nextOf, paperWish } from './described.ts';
import * as schemas from './schemas.ts';

/** A checklist as it is shown. */
export function checklistView({ madeBy: _by, entryNo, passNo, madeAt, settledAt, ...plain }: Checklist) {
  return {
    ...{ ...plain, madeAt: madeAt.toISOString() },
    ...(entryNo === null ? {} : { entryNo }),
    ...(passNo === null ? {} : { passNo }),
    ...(settledAt === null ? {} : { settledAt: settledAt.toISOString() }),
  };
}

/** Checklists of bonded goods. */
export function checklistRoutes(app: Http, ports: GatePorts): void {
  reading(app, ports);
  whatWaits(app, ports);
  making(app, ports);
  settling(app, ports);
}

function reading(app: Http, ports: GatePorts): void {
  app.get(
    '/api/checklists',
    {
      config: accessTo('checklists', 'read'),
      schema: {
        ...described,
        operationId: 'listChecklists',
        summary: 'Checklists of bonded goods',
        querystring: schemas.checklistsQuery,
        response: {
          200: answer('The latest first.', schemas.checklistsPage),
          ...problems(400, 401, 403, 503),
        },
      },
    },
    async (request) => {
      const checklists = await checklistsBefore(ports, paperWish(request.query, partyOf(request)));
      return {
        checklists: checklists.map(checklistView),
        ...nextOf(checklists, request.query.limit, ({ checklistNo }) => checklistNo),
      };
    },
  );
  app.get(
    '/api/checklists/:checklistNo',
    {
      config: accessTo('checklists', 'read'),
      schema: {
        ...described,
        operationId: 'getChecklist',
        summary: 'One checklist with its goods and lists',
        params: schemas.checklistParams,
        response: {
          200: answer('The checklist.', schemas.wholeChecklist),
          ...problems(400, 401, 403, 404, 503),
        },
      },
    },
    async (request) => {
      const whole = await wholeChecklist(ports, request.params.checklistNo, partyOf(request));
      return {
        ...checklistView(whole),
        listed: [...whole.listed],
        goods: whole.goods.map(({ expiresOn, ...line }) => ({
          ...{ ...line, ...(expiresOn === null ? {} : { expiresOn }) },
        })),
      };
    },
  );
}

function whatWaits(app: Http, ports: GatePorts): void {
  app.get(
    '/api/checklists/waiting-lists',
    {
      config: accessTo('checklists', 'read-waiting'),
      schema: {
        ...described,
        operationId: 'getWaitingLists',
        summary: 'Released lists of a book that are on no checklist yet',
        querystring: schemas.waitingQuery,
        response: {
          200: answer('The latest first, among the newest lists.', schemas.waitingLists),
          ...problems(400, 401, 403, 404, 503),
        },
      },
    },
    async (request) => {
      const { bookNo, limit } = request.query;
      const lists = await waitingLists(ports, bookNo, enterpriseOf(request).customsCode, limit);
      return {
        lists: lists.map(({ ebpCode, orderNo, invtNo, grossWeight, goods }) => ({
          ...{ ebpCode, orderNo, invtNo: invtNo ?? '', grossKg: grossWeight, lines: goods.length },
        })),
      };
    },
  );
}

function making(app: Http, ports: GatePorts): void {
  app.post(
    '/api/checklists',
    {
      config: accessTo('checklists', 'make'),
      schema: {
        ...described,
        operationId: 'makeChecklist',
        summary: 'Build a checklist of released lists of a book',
        description:
          'Their goods are set aside in the book at once, and leave it when a vehicle with them is let through the gate. A list is on one checklist that counts.',
        body: schemas.newChecklist,
        response: {
          201: answer('Set aside.', schemas.checklist),
          ...problems(400, 401, 403, 404, 409, 415, 422),
        },
      },
    },
    async (request, reply) =>
      reply.code(201).send(checklistView(await makeExit(ports, byOf(request), request.body))),
  );
  app.post(
    '/api/checklists/entries',
    {
      config: accessTo('checklists', 'make'),
      schema: {
        ...described,
        operationId: 'makeEntryChecklist',
        summary: 'Declare goods that are to come into a book',
        description:
          'They are in the book once customs has approved them and a vehicle with them has been let in through the gate.',
        body: schemas.newEntry,
        response: {
          201: answer('Customs is to approve it.', schemas.checklist),
          ...problems(400, 401, 403, 404, 409, 415, 422),
        },
      },
    },
    async (request, reply) =>
      reply.code(201).send(checklistView(await makeEntry(ports, byOf(request), request.body))),
  );
}

function settling(app: Http, ports: GatePorts): void {
  app.post(
    '/api/checklists/:checklistNo/cancel',
    {
      config: accessTo('checklists', 'make'),
      schema: {
        ...described,
        operationId: 'cancelChecklist',
        summary: 'Cancel a checklist that is on no pass',
        description: 'What was set aside goes back into its stock, and its lists may be put on another one.',
        params: schemas.checklistParams,
        response: { 200: answer('Cancelled.', schemas.checklist), ...problems(400, 401, 403, 404, 409) },
      },
    },
    async (request) => checklistView(await cancelChecklist(ports, byOf(request), request.params.checklistNo)),
  );
  app.post(
    '/api/checklists/:checklistNo/verdict',
    {
      config: accessTo('checklists', 'decide'),
      schema: {
        ...described,
        operationId: 'decideEntryChecklist',
        summary: 'Approve or reject goods that are to come into a book',
        params: schemas.checklistParams,
        body: schemas.verdict,
        response: { 200: answer('Settled.', schemas.checklist), ...problems(400, 401, 403, 404, 409, 415) },
      },
    },
    async (request) => {
      const { verdict, reason = '' } = request.body;
      const { checklistNo } = request.params;
      return checklistView(
        await decideEntry(ports, answererOf(request), checklistNo, { state: verdict, reason }),
      );
    },
  );
}
