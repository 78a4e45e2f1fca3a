import type { OutgoingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { accessTo, partyOf, stillLetIn } from '#access';
import { answer, counted, type Http, problems } from '#http';
import { type DetailPorts, listDetail } from '../application/detail.ts';
import type { LiveLists } from '../application/live.ts';
import { listsPage, type Viewer } from '../application/pages.ts';
import { Summaries, type SummaryPorts } from '../application/summaries.ts';
import { listDetail as listDetailSchema, listParams } from './list-detail-schemas.ts';
import {
  listsPage as listsPageSchema,
  listsQuery,
  summaryQuery,
  summary as summarySchema,
} from './list-schemas.ts';

export interface ClearanceRoutes extends DetailPorts, SummaryPorts {
  readonly live: LiveLists;
}

/** A program shows its key, a person the session; a demonstration may be read without either. */
const security = [{ apiKey: [] }, { session: [] }];

const viewerOf = (request: object): Viewer => ({ party: partyOf(request) });

/** The read views of the lists. */
export function clearanceRoutes(app: Http, routes: ClearanceRoutes): void {
  const summaries = new Summaries(routes);
  app.get(
    '/api/lists',
    {
      config: accessTo('lists', 'read'),
      schema: {
        operationId: 'listLists',
        summary: 'Lists, newest first',
        description:
          'Of an enterprise: those it takes part in; of an operator: all. Pages by `cursor`; `search` finds a list by the beginning of any of its numbers.',
        tags: ['lists'],
        security,
        querystring: listsQuery,
        response: { 200: answer('A page of lists.', listsPageSchema), ...problems(400, 401, 403, 503) },
      },
    },
    async (request) => listsPage(routes, viewerOf(request), request.query),
  );
  app.get(
    '/api/lists/:ebpCode/:orderNo',
    {
      config: accessTo('lists', 'read'),
      schema: {
        operationId: 'getList',
        summary: 'One list: its papers, the comparison, the calculation, the decision and why',
        description:
          'Everything that was compared, computed and decided, with the rules, their versions and sources, in Chinese and English. Personal data is masked.',
        tags: ['lists'],
        security,
        params: listParams,
        response: {
          200: answer('The list and its whole story.', listDetailSchema),
          ...problems(400, 401, 403, 404, 503),
        },
      },
    },
    async (request) => listDetail(routes, viewerOf(request), request.params),
  );
  app.get(
    '/api/summary',
    {
      config: accessTo('lists', 'read'),
      schema: {
        operationId: 'getSummary',
        summary: 'Counts and volume of the day',
        tags: ['lists'],
        security,
        querystring: summaryQuery,
        response: {
          200: answer('The day so far, in Beijing time.', summarySchema),
          ...problems(400, 401, 403, 503),
        },
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      return summaries.of(viewer, Number(request.query.bucketSeconds));
    },
  );
  stream(app, routes);
}

/** How often a stream that stays open shows that it does, and is looked at whether its reader may still have it. */
const beatMs = 15_000;

/** Server-sent events: which lists have changed, at most four times a second. */
function stream(app: Http, routes: ClearanceRoutes): void {
  app.get(
    '/api/stream',
    {
      config: { ...accessTo('lists', 'read'), ...counted('unlimited') },
      // Asked for its head alone it would stay open all the same, with nothing to tell.
      exposeHeadRoute: false,
      schema: {
        operationId: 'streamLists',
        summary: 'Changes of lists as server-sent events named `list`',
        description:
          'An operator is told of all lists, an enterprise of those it sent. At most four events a second, each with a `ListChanges` object as data; a comment line keeps the connection alive.',
        tags: ['lists'],
        security,
        response: {
          200: {
            description: 'A stream that stays open.',
            content: { 'text/event-stream': { schema: z.string() } },
          },
          ...problems(401, 403),
        },
      },
    },
    async (request, reply) => {
      const viewer = viewerOf(request);
      reply.hijack();
      const { raw } = reply;
      raw.writeHead(200, {
        ...(reply.getHeaders() as OutgoingHttpHeaders),
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
      const beat = setInterval(async () => {
        const still = await stillLetIn(request);
        if (raw.writableEnded || raw.destroyed) return;
        if (still) raw.write(': beat\n\n');
        else raw.end();
      }, beatMs);
      raw.once('close', () => {
        clearInterval(beat);
        leave();
      });
    },
  );
}
