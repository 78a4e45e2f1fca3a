import { Readable } from 'node:stream';
import { z } from 'zod';
import { accessTo, callerOf, partyOf } from '#access';
import { answer, cursorOf, type Http, Problem, problems, readCursor } from '#http';
import type { SummariesPorts } from '../application/ports.ts';
import { listsText, proofText } from '../application/proving.ts';
import { linesFor, membersFrom, summariesBefore } from '../application/reading.ts';
import { cancel, summaryFor } from '../application/undoing.ts';
import {
  cancelling,
  membersPageSchema,
  membersQuery,
  proof,
  summariesPageSchema,
  summariesQuery,
  summary,
  summaryParams,
  summaryWithLines,
} from './schemas.ts';
import { described, summaryView } from './views.ts';

/** Summaries, their lines, lists and proofs. */
export function summaryRoutes(app: Http, ports: SummariesPorts): void {
  pageRoute(app, ports);
  lookingRoutes(app, ports);
  provingRoutes(app, ports);
  app.post(
    '/api/summaries/:declSeqNo/cancel',
    {
      config: accessTo('summaries', 'cancel'),
      schema: {
        ...described,
        operationId: 'cancelSummaryDeclaration',
        summary: 'Cancel a summary: its lists may be summed up again',
        params: summaryParams,
        body: cancelling,
        response: { 200: answer('Cancelled.', summary), ...problems(400, 401, 403, 404, 409, 415) },
      },
    },
    async (request) => {
      const { declSeqNo } = request.params;
      await cancel(ports, declSeqNo, { by: callerOf(request).id, reason: request.body.reason });
      return summaryView(await summaryFor(ports, declSeqNo, undefined));
    },
  );
}

/** Places are numbers of at most so many digits. */
const PLACE = /^\d{1,9}$/;

function placeOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (PLACE.test(cursor)) return Number(cursor);
  throw new Problem(400, 'CURSOR', {
    zh: '游标无效，请从第一页重新读取',
    en: 'Not a cursor of this API; start from the first page',
  });
}

function pageRoute(app: Http, ports: SummariesPorts): void {
  app.get(
    '/api/summaries',
    {
      config: accessTo('summaries', 'read'),
      schema: {
        ...described,
        operationId: 'listSummaryDeclarations',
        summary: 'Summary declarations of export lists',
        querystring: summariesQuery,
        response: { 200: answer('The latest first.', summariesPageSchema), ...problems(400, 401, 403, 503) },
      },
    },
    async (request) => {
      const { cursor, limit, month, sumNo } = request.query;
      const [at = '', declSeqNo = ''] = cursor === undefined ? [] : readCursor(cursor, 2);
      const rows = await summariesBefore(ports, {
        ...{ party: partyOf(request), month: month === undefined ? undefined : `${month}-01`, sumNo, limit },
        before: cursor === undefined ? undefined : { at, declSeqNo },
      });
      const last = rows.length === limit ? rows.at(-1) : undefined;
      return {
        summaries: rows.map(summaryView),
        ...(last ? { next: cursorOf(last.madeAt.toISOString(), last.declSeqNo) } : {}),
      };
    },
  );
}

function lookingRoutes(app: Http, ports: SummariesPorts): void {
  app.get(
    '/api/summaries/:declSeqNo',
    {
      config: accessTo('summaries', 'read'),
      schema: {
        ...described,
        operationId: 'getSummaryDeclaration',
        summary: 'One summary with its lines',
        params: summaryParams,
        response: { 200: answer('The summary.', summaryWithLines), ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request) => {
      const found = await summaryFor(ports, request.params.declSeqNo, partyOf(request));
      const lines = await linesFor(ports, found);
      return { ...summaryView(found), lines };
    },
  );
  app.get(
    '/api/summaries/:declSeqNo/lists',
    {
      config: accessTo('summaries', 'read'),
      schema: {
        ...described,
        operationId: 'listSummaryLists',
        summary: 'Lists of a summary, or those behind one of its lines',
        params: summaryParams,
        querystring: membersQuery,
        response: { 200: answer('In their order.', membersPageSchema), ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request) => {
      const { cursor, limit, line } = request.query;
      const from = placeOf(cursor);
      const found = await summaryFor(ports, request.params.declSeqNo, partyOf(request));
      const rows = await membersFrom(ports, found, { line, from, limit });
      const last = rows.length === limit ? rows.at(-1) : undefined;
      return {
        lists: rows.map(({ closedAt, ...row }) => ({ ...row, closedAt: closedAt.toISOString() })),
        ...(last ? { next: String(last.position + 1) } : {}),
      };
    },
  );
}

const lines = {
  description: 'One list a line, as JSON.',
  content: { 'application/x-ndjson': { schema: z.any().meta({ type: 'string', format: 'binary' }) } },
};

/** Text given out as it is read; its type is that of what the text says. */
const streamed = (text: AsyncIterable<string>): never =>
  Readable.from(text, { objectMode: false }) as unknown as never;

function provingRoutes(app: Http, ports: SummariesPorts): void {
  app.get(
    '/api/summaries/:declSeqNo/proof',
    {
      config: accessTo('summaries', 'read'),
      schema: {
        ...described,
        operationId: 'getSummaryProof',
        summary: 'The proof of a summary: its lines, and of each list the digest of what it contributed',
        description:
          'With the lists (their CEB603 messages, or `contributions`), `chama summary verify` recomputes all of it: that the lines are the sums ' +
          'of the lists, no more and no less.',
        params: summaryParams,
        response: { 200: answer('The proof.', proof), ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request, reply) => {
      const found = await summaryFor(ports, request.params.declSeqNo, partyOf(request));
      return reply
        .type('application/json; charset=utf-8')
        .header('content-disposition', `attachment; filename="${found.declSeqNo}-proof.json"`)
        .send(streamed(proofText(ports.database.readers, found)));
    },
  );
  app.get(
    '/api/summaries/:declSeqNo/contributions',
    {
      config: accessTo('summaries', 'read'),
      schema: {
        ...described,
        operationId: 'getSummaryContributions',
        summary: 'What each list of a summary contributes: with the proof, all that recomputing it takes',
        params: summaryParams,
        response: { 200: lines, ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request, reply) => {
      const found = await summaryFor(ports, request.params.declSeqNo, partyOf(request));
      return reply
        .type('application/x-ndjson; charset=utf-8')
        .header('content-disposition', `attachment; filename="${found.declSeqNo}-lists.ndjson"`)
        .send(streamed(listsText(ports.database.readers, found)));
    },
  );
}
