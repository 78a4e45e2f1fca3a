import { accessTo, partyOf } from '#access';
import { answer, bodyText, bytesScope, type Http, problems, rawBody } from '#http';
import { readGoodsFile } from '../application/goods-csv.ts';
import { fileGoods, findingsOfGoods, goodsFound, stepGoods } from '../application/goods-filings.ts';
import { reasonsGiven } from './file-schemas.ts';
import { actorOf } from './filing-routes.ts';
import { findingBody } from './filing-schemas.ts';
import {
  filedBody,
  type GoodsRoutes,
  goods,
  goodsFindings,
  goodsGiven,
  goodsPage,
  goodsParams,
  goodsQuery,
  goodsReport,
  goodsStory,
  goodsView,
  importQuery,
  reportBody,
} from './goods-schemas.ts';

const described = { tags: ['goods'], security: [{ apiKey: [] }, { session: [] }] };
/** Deciding is for people. */
const people = { security: [{ session: [] }] };

/** Goods of a seller, and for who works for the zone the goods of all. */
export function goodsRoutes(app: Http, ports: GoodsRoutes): void {
  readingRoutes(app, ports);
  filingRoutes(app, ports);
  bytesScope(app, ['text/csv'], (scope) => importRoute(scope, ports));
  decisionRoutes(app, ports);
}

function readingRoutes(app: Http, ports: GoodsRoutes): void {
  app.get(
    '/api/registry/goods',
    {
      config: accessTo('goods', 'read'),
      schema: {
        ...described,
        operationId: 'listGoods',
        summary: 'Filed goods, found by name, reading, English, tariff code or GTIN',
        querystring: goodsQuery,
        response: { 200: answer('By seller and number.', goodsPage), ...problems(400, 401, 403, 503) },
      },
    },
    async (request) => {
      const party = partyOf(request);
      const { goods: found, ...rest } = await goodsFound(ports.database.readers, { party }, request.query);
      return { goods: found.map(filedBody), ...rest };
    },
  );
  app.get(
    '/api/registry/goods/:ebcCode/:itemNo',
    {
      config: accessTo('goods', 'read'),
      schema: {
        ...described,
        operationId: 'getGoods',
        summary: 'Goods as they are filed, what the tariff says of them today, and what was done with them',
        params: goodsParams,
        response: { 200: answer('The goods.', goodsView), ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request) => goodsStory(ports, ports.database.readers, request, request.params),
  );
}

function filingRoutes(app: Http, ports: GoodsRoutes): void {
  app.post(
    '/api/registry/goods/findings',
    {
      config: accessTo('goods', 'file'),
      schema: {
        ...described,
        operationId: 'checkGoods',
        summary: 'What is wrong with goods, as they are typed: the same checks as when they are filed',
        body: goods,
        response: {
          200: answer('Every finding, and what the tariff says.', goodsFindings),
          ...problems(400, 401, 403, 415),
        },
      },
    },
    async (request) => {
      const one = goodsGiven(request.body);
      const { tariff, day } = ports.goodsChecks();
      const facts = tariff(one.gcode, day);
      const findings = findingsOfGoods(ports, one).map(findingBody);
      return { findings, ...(facts ? { tariff: { ...facts } } : {}) };
    },
  );
  app.post(
    '/api/registry/goods',
    {
      config: accessTo('goods', 'file'),
      schema: {
        ...described,
        operationId: 'fileGoods',
        summary: 'File goods, or file them anew: they wait to be approved',
        body: goods,
        response: {
          200: answer('Filed, or told every finding.', goodsReport),
          ...problems(400, 401, 403, 415),
        },
      },
    },
    async (request) =>
      reportBody(await fileGoods(ports, actorOf(request), [goodsGiven(request.body)], false)),
  );
}

function importRoute(app: Http, ports: GoodsRoutes): void {
  app.post(
    '/api/registry/goods/import',
    {
      config: { ...accessTo('goods', 'file'), ...rawBody('text/csv', { type: 'string' }) },
      schema: {
        ...described,
        operationId: 'importGoods',
        summary: 'File goods from CSV: every bad row is explained, the sound ones filed or not as is asked',
        querystring: importQuery,
        response: {
          200: answer('What became of the rows.', goodsReport),
          ...problems(400, 401, 403, 413, 415, 422),
        },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const rows = readGoodsFile(bodyText(request.body), actor.party);
      return reportBody(await fileGoods(ports, actor, rows, request.query.accept === 'sound'));
    },
  );
}

function decisionRoutes(app: Http, ports: GoodsRoutes): void {
  for (const [step, action, summary] of [
    ['approve', 'review', 'Approve goods that were filed'],
    ['withdraw', 'file', 'Withdraw goods'],
  ] as const)
    app.post(
      `/api/registry/goods/:ebcCode/:itemNo/${step}`,
      {
        config: accessTo('goods', action),
        schema: {
          ...described,
          ...(action === 'review' ? people : {}),
          operationId: `${step}Goods`,
          summary,
          params: goodsParams,
          response: { 200: answer('As they are now.', goodsView), ...problems(400, 401, 403, 404, 409) },
        },
      },
      async (request) => {
        await stepGoods(ports, actorOf(request), request.params, step);
        return goodsStory(ports, ports.database, request, request.params);
      },
    );
  app.post(
    '/api/registry/goods/:ebcCode/:itemNo/return',
    {
      config: accessTo('goods', 'review'),
      schema: {
        ...described,
        ...people,
        operationId: 'returnGoods',
        summary: 'Return goods with reasons, to be mended',
        params: goodsParams,
        body: reasonsGiven,
        response: { 200: answer('As they are now.', goodsView), ...problems(400, 401, 403, 404, 409, 415) },
      },
    },
    async (request) => {
      await stepGoods(ports, actorOf(request), request.params, 'return', request.body.reasons);
      return goodsStory(ports, ports.database, request, request.params);
    },
  );
}
