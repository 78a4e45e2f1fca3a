import { accessTo, callerOf } from '#access';
import { answer, cursorOf, type Http, harmlessTwice, problems, readCursor } from '#http';
import { formatDecimal } from '#kernel';
import { type Credit, fileCredit, ratings } from '../application/credit.ts';
import type { SamplingPorts } from '../application/ports.ts';
import {
  committedDays,
  type DayOfDraws,
  drawnLists,
  raisedNow,
  shownBatches,
  shownDay,
} from '../application/reading.ts';
import type { SamplingRow } from '../domain/rates.ts';
import * as schemas from './schemas.ts';

const tags = ['sampling'];
const described = { tags, security: [{ apiKey: [] }, { session: [] }] };
const open = { tags, security: [] };

/** Draws of lists at release, to be drawn again by anybody; the rates they go by; how customs rates enterprises. */
export function samplingRoutes(app: Http, ports: SamplingPorts): void {
  days(app, ports);
  batches(app, ports);
  tables(app, ports);
  credit(app, ports);
}

const dayView = ({ day, purpose, seedDigest, committedAt }: DayOfDraws) => ({
  ...{ day, purpose, seedDigest, committedAt: committedAt.toISOString() },
});

function days(app: Http, ports: SamplingPorts): void {
  app.get(
    '/api/sampling/draws',
    {
      config: accessTo('sampling-draws', 'read'),
      schema: {
        ...open,
        operationId: 'listSamplingDays',
        summary: 'What draws of lists were committed to, day by day',
        querystring: schemas.daysQuery,
        response: { 200: answer('The latest day first.', schemas.daysPage), ...problems(400, 503) },
      },
    },
    async (request) => {
      const { cursor, limit } = request.query;
      const draws = await committedDays(ports, cursor, limit);
      const last = draws.length === limit ? draws.at(-1) : undefined;
      return { draws: draws.map(dayView), ...(last ? { next: last.day } : {}) };
    },
  );
  app.get(
    '/api/sampling/draws/:day',
    {
      config: accessTo('sampling-draws', 'read'),
      schema: {
        ...open,
        operationId: 'getSamplingDay',
        summary: 'The draws of a day in sum, with its secret once it is over',
        params: schemas.dayParams,
        response: { 200: answer('The day.', schemas.wholeDay), ...problems(400, 404, 503) },
      },
    },
    async (request) => {
      const shown = await shownDay(ports, request.params.day);
      const { seed, totals } = shown;
      return { ...dayView(shown), totals: [...totals], ...(seed === undefined ? {} : { seed }) };
    },
  );
}

function batches(app: Http, ports: SamplingPorts): void {
  app.get(
    '/api/sampling/draws/:day/batches',
    {
      config: accessTo('sampling-draws', 'read'),
      schema: {
        ...open,
        operationId: 'listSamplingBatches',
        summary: 'The draws of a day that is over, each with everything needed to draw again',
        description: 'None before the day is over.',
        params: schemas.dayParams,
        querystring: schemas.batchesQuery,
        response: {
          200: answer('In the order they were made.', schemas.batchesPage),
          ...problems(400, 404, 503),
        },
      },
    },
    async (request) => {
      const { cursor, limit } = request.query;
      const shown = await shownBatches(ports, request.params.day, cursor, limit);
      const last = shown.length === limit ? shown.at(-1) : undefined;
      return {
        batches: shown.map(({ at, why, mode, batchNo, candidates, record }) => ({
          ...{ batchNo, at: at.toISOString(), why, mode: mode, candidates: [...candidates] },
          record: { ...record, drawn: [...record.drawn] },
        })),
        ...(last ? { next: last.batchNo } : {}),
      };
    },
  );
  app.get(
    '/api/sampling/drawn',
    {
      config: accessTo('sampling', 'read'),
      schema: {
        ...described,
        operationId: 'listDrawnLists',
        summary: 'The lists the draw fell on',
        querystring: schemas.pageQuery,
        response: { 200: answer('The latest first.', schemas.drawnPage), ...problems(400, 401, 403, 503) },
      },
    },
    async (request) => {
      const { cursor, limit } = request.query;
      const [at = '', orderNo = '', ebpCode = ''] = cursor === undefined ? [] : readCursor(cursor, 3);
      const lists = await drawnLists(
        ports,
        cursor === undefined ? undefined : { at, orderNo, ebpCode },
        limit,
      );
      const last = lists.length === limit ? lists.at(-1) : undefined;
      return {
        lists: lists.map((one) => ({ ...one, at: one.at.toISOString() })),
        ...(last ? { next: cursorOf(last.at.toISOString(), last.orderNo, last.ebpCode) } : {}),
      };
    },
  );
}

function tables(app: Http, ports: SamplingPorts): void {
  app.get(
    '/api/sampling/plan',
    {
      config: accessTo('sampling-draws', 'read'),
      schema: {
        ...open,
        operationId: 'getSamplingPlan',
        summary: 'The rates lists are drawn by, and the goods whose rate is raised now',
        response: { 200: answer('As it is in force.', schemas.plan), ...problems(503) },
      },
    },
    async () => ({
      rows: ports.rates().map(rowView),
      raised: (await raisedNow(ports)).map((one) => ({ ...one })),
    }),
  );
}

function rowView(row: SamplingRow) {
  const { code, kind, value, mode, zh, en, rule, from, to, source, confidence } = row;
  return {
    ...{ code, kind, value: formatDecimal(value), mode, why: { zh, en }, rule, from, source, confidence },
    ...(to === undefined ? {} : { to }),
    ...(row.kind === 'goods' ? { hs: [...row.hs], origins: [...row.origins] } : {}),
    ...(row.kind === 'raised' ? { days: row.days, faults: [...row.faults] } : {}),
    ...(row.kind === 'share' || row.kind === 'least' ? { credit: row.credit } : {}),
  };
}

const creditView = ({ customsCode, from, class: rated, note, filedAt }: Credit) => ({
  ...{ customsCode, from, class: rated, note, filedAt: filedAt.toISOString() },
});

function credit(app: Http, ports: SamplingPorts): void {
  app.get(
    '/api/sampling/credit',
    {
      config: accessTo('sampling', 'read'),
      schema: {
        ...described,
        operationId: 'listEnterpriseCredits',
        summary: 'How customs rates enterprises',
        querystring: schemas.pageQuery,
        response: {
          200: answer('By enterprise and day.', schemas.creditPage),
          ...problems(400, 401, 403, 503),
        },
      },
    },
    async (request) => {
      const { cursor, limit } = request.query;
      const [customsCode = '', from = ''] = cursor === undefined ? [] : readCursor(cursor, 2);
      const found = await ratings(ports, cursor === undefined ? undefined : { customsCode, from }, limit);
      const last = found.length === limit ? found.at(-1) : undefined;
      return {
        ratings: found.map(creditView),
        ...(last ? { next: cursorOf(last.customsCode, last.from) } : {}),
      };
    },
  );
  app.put(
    '/api/sampling/credit/:customsCode',
    {
      config: {
        ...accessTo('sampling', 'rate'),
        ...harmlessTwice('what is filed for one day is filed once'),
      },
      schema: {
        ...{ tags, security: [{ session: [] }] },
        operationId: 'fileEnterpriseCredit',
        summary: 'File how customs rates an enterprise, from a day on',
        params: schemas.creditParams,
        body: schemas.creditWish,
        response: { 200: answer('Filed.', schemas.credit), ...problems(400, 401, 403, 415, 422, 503) },
      },
    },
    async (request) => {
      const { customsCode } = request.params;
      const { note = '', ...rest } = request.body;
      const wish = { customsCode, note, ...rest };
      return creditView(await fileCredit(ports, callerOf(request).id, wish));
    },
  );
}
