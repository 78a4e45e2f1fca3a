import { accessTo, answererOf, partyOf } from '#access';
import { answer, cursorOf, type Http, problems, readCursor } from '#http';
import type { DisplayPorts } from '../application/ports.ts';
import { shopsBefore } from '../application/reading.ts';
import { applyForShop, decideShop } from '../application/shops.ts';
import * as schemas from './schemas.ts';
import { byOf, described, shopView } from './views.ts';

/** Display shops: applied for, approved, closed. */
export function shopRoutes(app: Http, ports: DisplayPorts): void {
  reading(app, ports);
  deciding(app, ports);
}

function reading(app: Http, ports: DisplayPorts): void {
  app.get(
    '/api/display-shops',
    {
      config: accessTo('displays', 'read'),
      schema: {
        ...described,
        operationId: 'listDisplayShops',
        summary: 'Display shops outside the zone',
        querystring: schemas.pageQuery,
        response: { 200: answer('The latest first.', schemas.shopsPage), ...problems(400, 401, 403, 503) },
      },
    },
    async (request) => {
      const { cursor, limit } = request.query;
      const [at = '', id = ''] = cursor === undefined ? [] : readCursor(cursor, 2);
      const before = cursor === undefined ? undefined : { at, id };
      const shops = await shopsBefore(ports, { owner: partyOf(request), before, limit });
      const last = shops.length === limit ? shops.at(-1) : undefined;
      return {
        shops: shops.map(shopView),
        ...(last ? { next: cursorOf(last.proposedAt.toISOString(), last.shopId) } : {}),
      };
    },
  );
}

function deciding(app: Http, ports: DisplayPorts): void {
  app.post(
    '/api/display-shops',
    {
      config: accessTo('displays', 'keep'),
      schema: {
        ...described,
        operationId: 'applyForDisplayShop',
        summary: 'Apply for a display shop',
        description: 'Goods may go there once customs has approved it.',
        body: schemas.newShop,
        response: { 201: answer('Customs is to approve it.', schemas.shop), ...problems(400, 401, 403, 415) },
      },
    },
    async (request, reply) =>
      reply.code(201).send(shopView(await applyForShop(ports, byOf(request), request.body))),
  );
  app.post(
    '/api/display-shops/:shopId/verdict',
    {
      config: accessTo('displays', 'decide'),
      schema: {
        ...described,
        operationId: 'decideDisplayShop',
        summary: 'Approve, reject or close a display shop',
        description:
          'Approving it again says anew whether buyers may take goods away from it. It is closed when it is empty.',
        params: schemas.shopParams,
        body: schemas.shopVerdict,
        response: { 200: answer('Settled.', schemas.shop), ...problems(400, 401, 403, 404, 409, 415) },
      },
    },
    async (request) => {
      const { verdict, pickUp = false, reason = '' } = request.body;
      const wish = { state: verdict, pickUp, reason };
      return shopView(await decideShop(ports, answererOf(request), request.params.shopId, wish));
    },
  );
}
