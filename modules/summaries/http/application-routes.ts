import { accessTo, enterpriseOf, partyOf } from '#access';
import { answer, cursorOf, type Http, problems, readCursor } from '#http';
import { apply } from '../application/applying.ts';
import type { SummariesPorts } from '../application/ports.ts';
import { applicationsBefore, leftOutAfter, monthsBefore, statisticsAfter } from '../application/reading.ts';
import { applicationFor, withdraw } from '../application/undoing.ts';
import {
  application,
  applicationsPageSchema,
  leftOutPage,
  monthParams,
  monthsPageSchema,
  newApplication,
  pageQuery,
  statisticsPageSchema,
  sumNoParams,
} from './schemas.ts';
import { applicationView, described, monthView } from './views.ts';

/** What applying needs besides: whoever works applications off is told. */
export interface ApplyingPorts extends SummariesPorts {
  readonly nudge: () => void;
}

/** What is called a month is its first moment, in a cursor. */
const momentOf = (day: string): string => `${day}T00:00:00Z`;

/** Months and their statistics. */
export function monthRoutes(app: Http, ports: SummariesPorts): void {
  app.get(
    '/api/summaries/months',
    {
      config: accessTo('summaries', 'read'),
      schema: {
        ...described,
        operationId: 'listSummaryMonths',
        summary: 'Months with their closed lists, and until when these are declared in summary',
        querystring: pageQuery,
        response: { 200: answer('The latest first.', monthsPageSchema), ...problems(400, 401, 403, 503) },
      },
    },
    async (request) => {
      const { cursor, limit } = request.query;
      const [moment = '', ebcCode = ''] = cursor === undefined ? [] : readCursor(cursor, 2);
      const before = cursor === undefined ? undefined : { month: moment.slice(0, 10), ebcCode };
      const rows = await monthsBefore(ports, { party: partyOf(request), before, limit });
      const last = rows.length === limit ? rows.at(-1) : undefined;
      return {
        months: rows.map((row) => monthView(ports, row)),
        ...(last ? { next: cursorOf(momentOf(last.month), last.ebcCode) } : {}),
      };
    },
  );
  app.get(
    '/api/summaries/months/:month/statistics',
    {
      config: accessTo('summaries', 'read'),
      schema: {
        ...described,
        operationId: 'listSummaryStatistics',
        summary: 'What the lists of summary statistics of a month add up to',
        params: monthParams,
        querystring: pageQuery,
        response: {
          200: answer('By code and country.', statisticsPageSchema),
          ...problems(400, 401, 403, 503),
        },
      },
    },
    async (request) => {
      const { cursor, limit } = request.query;
      const month = `${request.params.month}-01`;
      const after = cursor === undefined ? undefined : readCursor(cursor, 7).slice(1);
      const lines = await statisticsAfter(ports, {
        party: partyOf(request),
        month,
        after,
        limit,
      });
      const last = lines.length === limit ? lines.at(-1) : undefined;
      const key = last && [last.ebcCode, last.tradeMode, last.country, last.gcode, last.currency, last.unit1];
      return { lines, ...(key ? { next: cursorOf(momentOf(month), ...key) } : {}) };
    },
  );
}

/** Applications for summaries. */
export function applicationRoutes(app: Http, ports: ApplyingPorts): void {
  readingRoutes(app, ports);
  app.post(
    '/api/summaries/applications',
    {
      config: accessTo('summaries', 'apply'),
      schema: {
        ...described,
        operationId: 'applyForSummary',
        summary: 'Have closed lists put together into summary declarations',
        description:
          'All lists of a month that are in no summary yet, or those named. It is worked off in steps; `placed` of `lists` tells how far it ' +
          'has come. A list that is in a summary is left out with the reason, and further applications for the same month take what is left.',
        body: newApplication,
        response: {
          201: answer('Entered; it is being worked off.', application),
          ...problems(400, 401, 403, 415, 422),
        },
      },
    },
    async (request, reply) => {
      const made = await apply(ports, enterpriseOf(request), request.body);
      ports.nudge();
      return reply.code(201).send(applicationView(made));
    },
  );
  app.post(
    '/api/summaries/applications/:sumNo/withdraw',
    {
      config: accessTo('summaries', 'apply'),
      schema: {
        ...described,
        operationId: 'withdrawSummaryApplication',
        summary: 'Take an application back that has not come to its end',
        description: 'Its lists are free again, and summaries already made of it are cancelled.',
        params: sumNoParams,
        response: { 200: answer('Taken back.', application), ...problems(400, 401, 403, 404, 409) },
      },
    },
    async (request) => applicationView(await withdraw(ports, request.params.sumNo, enterpriseOf(request))),
  );
}

function readingRoutes(app: Http, ports: SummariesPorts): void {
  app.get(
    '/api/summaries/applications',
    {
      config: accessTo('summaries', 'read'),
      schema: {
        ...described,
        operationId: 'listSummaryApplications',
        summary: 'Applications for summaries and how far each has come',
        querystring: pageQuery,
        response: {
          200: answer('The latest first.', applicationsPageSchema),
          ...problems(400, 401, 403, 503),
        },
      },
    },
    async (request) => {
      const { cursor, limit } = request.query;
      const [at = '', sumNo = ''] = cursor === undefined ? [] : readCursor(cursor, 2);
      const before = cursor === undefined ? undefined : { at, sumNo };
      const rows = await applicationsBefore(ports, { party: partyOf(request), before, limit });
      const last = rows.length === limit ? rows.at(-1) : undefined;
      return {
        applications: rows.map(applicationView),
        ...(last ? { next: cursorOf(last.appliedAt.toISOString(), last.sumNo) } : {}),
      };
    },
  );
  app.get(
    '/api/summaries/applications/:sumNo',
    {
      config: accessTo('summaries', 'read'),
      schema: {
        ...described,
        operationId: 'getSummaryApplication',
        summary: 'One application, and how far it has come',
        params: sumNoParams,
        response: { 200: answer('As it stands.', application), ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request) => applicationView(await applicationFor(ports, request.params.sumNo, partyOf(request))),
  );
  app.get(
    '/api/summaries/applications/:sumNo/left-out',
    {
      config: accessTo('summaries', 'read'),
      schema: {
        ...described,
        operationId: 'listSummaryLeftOut',
        summary: 'Lists an application could not take, with the reason',
        params: sumNoParams,
        querystring: pageQuery,
        response: { 200: answer('By number.', leftOutPage), ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request) => {
      const { cursor = '', limit } = request.query;
      const one = await applicationFor(ports, request.params.sumNo, partyOf(request));
      const lists = await leftOutAfter(ports, one, cursor, limit);
      const last = lists.length === limit ? lists.at(-1) : undefined;
      return { lists, ...(last ? { next: last.invtNo } : {}) };
    },
  );
}
