import { z } from 'zod';
import { accessTo, partyOf } from '#access';
import { answer, bytesScope, type Http, harmlessTwice, Problem, problems } from '#http';
import {
  addGoodsPhoto,
  changeGoodsPhoto,
  type PhotoPorts,
  pictureSeenBy,
  removeGoodsPhoto,
} from '../application/goods-photos.ts';
import { photoTypes } from '../domain/photos/clean-photo.ts';
import { actorOf } from './filing-routes.ts';
import { type GoodsRoutes, goodsParams, goodsStory, goodsView } from './goods-schemas.ts';

const described = { tags: ['goods'], security: [{ apiKey: [] }, { session: [] }] };

/** What a request may carry whatever the parameter says. */
const mostBodyBytes = 8 * 1024 * 1024;

const photoParams = goodsParams.extend({ photoId: z.uuid() });
const alt = z.string().trim().min(1).max(200).meta({ description: 'What it shows, for who cannot see it.' });
const photoChange = z
  .object({ alt: alt.optional(), place: z.int().min(1).max(1_000).optional() })
  .meta({ id: 'GoodsPhotoChange' });

const picture = {
  description: 'The picture.',
  content: Object.fromEntries(
    photoTypes.map((type) => [type, { schema: z.any().meta({ type: 'string', format: 'binary' }) }]),
  ),
};

type PhotoRoutes = PhotoPorts & GoodsRoutes;

/** Photos of goods: added, put in order, told about, taken away, and looked at. */
export function photoRoutes(app: Http, ports: PhotoRoutes): void {
  pictureRoute(app, ports);
  bytesScope(app, [...photoTypes], (scope) => addingRoute(scope, ports));
  changingRoutes(app, ports);
}

function pictureRoute(app: Http, { database }: PhotoRoutes): void {
  app.get(
    '/api/registry/goods/:ebcCode/:itemNo/photos/:photoId',
    {
      config: accessTo('goods', 'read'),
      schema: {
        ...described,
        operationId: 'getGoodsPhoto',
        summary: 'A photo of goods',
        params: photoParams,
        response: { 200: picture, ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request, reply) => {
      const { photoId, ...key } = request.params;
      const party = partyOf(request);
      const { type, tag, content } = await pictureSeenBy(database.readers, { party }, key, photoId);
      // Asked for again each time, as whoever may see it today may not tomorrow; answered by 304 as a rule.
      void reply.header('etag', tag).header('cache-control', 'private, no-cache');
      if (request.headers['if-none-match'] === tag) return reply.code(304 as 200).send();
      return reply.type(type).send(await content());
    },
  );
}

function addingRoute(app: Http, ports: PhotoRoutes): void {
  app.post(
    '/api/registry/goods/:ebcCode/:itemNo/photos',
    {
      bodyLimit: mostBodyBytes,
      config: {
        ...accessTo('goods', 'file'),
        ...harmlessTwice('the same picture of the same goods is kept once'),
      },
      schema: {
        ...described,
        operationId: 'addGoodsPhoto',
        summary: 'Add a photo to goods: JPEG, PNG or WebP, of which nothing but the picture is kept',
        description: 'Approved goods are looked at again.',
        params: goodsParams,
        querystring: z.object({ alt }),
        response: {
          200: answer('The goods as they are now.', goodsView),
          ...problems(400, 401, 403, 404, 409, 413, 415, 422),
        },
      },
    },
    async (request) => {
      const bytes = request.body;
      if (!Buffer.isBuffer(bytes) || bytes.length === 0)
        throw new Problem(400, 'UPLOAD-EMPTY', {
          zh: '请求体为空；请发送图片本身',
          en: 'The body is empty; send the picture itself',
        });
      await addGoodsPhoto(ports, actorOf(request), request.params, { bytes, alt: request.query.alt });
      return goodsStory(ports, ports.database, request, request.params);
    },
  );
}

function changingRoutes(app: Http, ports: PhotoRoutes): void {
  app.patch(
    '/api/registry/goods/:ebcCode/:itemNo/photos/:photoId',
    {
      config: { ...accessTo('goods', 'file'), ...harmlessTwice('it says what is to be, not what to add') },
      schema: {
        ...described,
        operationId: 'changeGoodsPhoto',
        summary: 'Give a photo another text or another place',
        params: photoParams,
        body: photoChange,
        response: {
          200: answer('The goods as they are now.', goodsView),
          ...problems(400, 401, 403, 404, 409, 415),
        },
      },
    },
    async (request) => {
      const { photoId, ...key } = request.params;
      await changeGoodsPhoto(ports, actorOf(request), key, photoId, request.body);
      return goodsStory(ports, ports.database, request, key);
    },
  );
  app.delete(
    '/api/registry/goods/:ebcCode/:itemNo/photos/:photoId',
    {
      config: { ...accessTo('goods', 'file'), ...harmlessTwice('what is gone cannot be removed again') },
      schema: {
        ...described,
        operationId: 'removeGoodsPhoto',
        summary: 'Take a photo away; that it was there stays on record',
        params: photoParams,
        response: {
          200: answer('The goods as they are now.', goodsView),
          ...problems(400, 401, 403, 404, 409),
        },
      },
    },
    async (request) => {
      const { photoId, ...key } = request.params;
      await removeGoodsPhoto(ports, actorOf(request), key, photoId);
      return goodsStory(ports, ports.database, request, key);
    },
  );
}
