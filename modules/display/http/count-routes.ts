import { accessTo, answererOf } from '#access';
import { answer, type Http, problems } from '#http';
import { countShown, decideShopCount } from '../application/counts.ts';
import type { DisplayPorts } from '../application/ports.ts';
import * as schemas from './schemas.ts';
import { byOf, countView, described } from './views.ts';

/** Counts at display shops. */
export function countRoutes(app: Http, ports: DisplayPorts): void {
  app.post(
    '/api/displays/:displayNo/counts',
    {
      config: accessTo('displays', 'keep'),
      schema: {
        ...described,
        operationId: 'countDisplay',
        summary: 'Hand in what was counted at the shop',
        description: 'Nothing is written before customs has approved it.',
        params: schemas.displayParams,
        body: schemas.newCount,
        response: {
          201: answer('Customs is to approve it.', schemas.count),
          ...problems(400, 401, 403, 404, 409, 415, 422),
        },
      },
    },
    async (request, reply) => {
      const { lines, note = '' } = request.body;
      const made = await countShown(ports, byOf(request), request.params.displayNo, { lines, note });
      return reply.code(201).send(countView(made));
    },
  );
  app.post(
    '/api/display-counts/:countId/verdict',
    {
      config: accessTo('displays', 'decide'),
      schema: {
        ...described,
        operationId: 'decideShopCount',
        summary: 'Approve or reject a count at a display shop',
        description: 'What is missing leaves the book, and its tax is drawn from the guarantee.',
        params: schemas.countParams,
        body: schemas.countVerdict,
        response: {
          200: answer('Settled.', schemas.count),
          ...problems(400, 401, 403, 404, 409, 415, 422),
        },
      },
    },
    async (request) => {
      const { verdict, reason = '' } = request.body;
      const wish = { state: verdict, reason };
      return countView(await decideShopCount(ports, answererOf(request), request.params.countId, wish));
    },
  );
}
