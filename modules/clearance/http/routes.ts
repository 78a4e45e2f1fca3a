import type { FastifyRequest } from 'fastify';
import type { Http } from '#http';
import { problem } from '#http';
import { type DetailPorts, listDetail } from '../application/detail.ts';
import type { LiveLists } from '../application/live.ts';
import { listsPage, summaryView, type Viewer } from '../application/pages.ts';
import { listDetail as listDetailSchema, listParams } from './list-detail-schemas.ts';
import {
  listsPage as listsPageSchema,
  listsQuery,
  summaryQuery,
  summary as summarySchema,
} from './list-schemas.ts';

export interface ClearanceRoutes extends DetailPorts {
  /** Who reads; throws a 401 problem for nobody known. */
  readonly viewer: (request: FastifyRequest) => Promise<Viewer>;
  readonly live: LiveLists;
  /** The instant the day began in China. */
  readonly chinaMidnight: (at: Date) => Date;
}

const security = [{ apiKey: [] }];

/** The read views of the lists. */
export function clearanceRoutes(app: Http, routes: ClearanceRoutes): void {
  app.get(
    '/api/lists',
    {
      schema: {
        summary: 'Lists, newest first',
        tags: ['lists'],
        security,
        querystring: listsQuery,
        response: { 200: listsPageSchema, 400: problem, 401: problem },
      },
    },
    async (request) => listsPage(routes, await routes.viewer(request), request.query),
  );
  app.get(
    '/api/lists/:ebpCode/:orderNo',
    {
      schema: {
        summary: 'One list: its papers, the comparison, the calculation, the decision and why',
        tags: ['lists'],
        security,
        params: listParams,
        response: { 200: listDetailSchema, 401: problem, 404: problem },
      },
    },
    async (request) => listDetail(routes, await routes.viewer(request), request.params),
  );
  app.get(
    '/api/summary',
    {
      schema: {
        summary: 'Counts and volume of the day',
        tags: ['lists'],
        security,
        querystring: summaryQuery,
        response: { 200: summarySchema, 401: problem },
      },
    },
    async (request) => {
      await routes.viewer(request);
      return summaryView(routes, Number(request.query.bucketSeconds), routes.chinaMidnight(routes.now()));
    },
  );
  stream(app, routes);
}

/** Server-sent events: which lists have changed, at most four times a second. */
function stream(app: Http, routes: ClearanceRoutes): void {
  app.get(
    '/api/stream',
    {
      schema: {
        summary: 'Changes of lists as server-sent events named `list`',
        tags: ['lists'],
        security,
        response: { 401: problem },
      },
    },
    async (request, reply) => {
      const viewer = await routes.viewer(request);
      reply.hijack();
      const { raw } = reply;
      raw.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      raw.write('retry: 2000\n\n');
      const leave = routes.live.join({
        viewer,
        // A reader too slow for its events reads the page again when it can.
        tell: (changes) => {
          if (raw.writableLength < 65_536) raw.write(`event: list\ndata: ${JSON.stringify(changes)}\n\n`);
        },
        end: () => raw.end(),
      });
      const beat = setInterval(() => raw.write(': beat\n\n'), 15_000);
      raw.once('close', () => {
        clearInterval(beat);
        leave();
      });
    },
  );
}
