import { z } from 'zod';
import { accessTo, partyOf } from '#access';
import { answer, bytesScope, type Http, harmlessTwice, Problem, problems } from '#http';
import { photoTypes } from '#registry';
import { addInspectionPhoto, inspectionPicture } from '../application/photos.ts';
import { byOfficers, described, type InspectionRoutes, inspectorOf, shown } from './described.ts';
import { idParams, inspection, photoParams, photoQuery } from './schemas.ts';

/** What a request may carry whatever the parameter says. */
const mostBodyBytes = 12 * 1024 * 1024;

const picture = {
  description: 'The picture.',
  content: Object.fromEntries(
    photoTypes.map((type) => [type, { schema: z.any().meta({ type: 'string', format: 'binary' }) }]),
  ),
};

/** Photos of a visit. */
export function photoRoutes(app: Http, ports: InspectionRoutes): void {
  app.get(
    '/api/inspections/:inspectionId/photos/:photoId',
    {
      config: accessTo('inspections', 'read'),
      schema: {
        ...described,
        operationId: 'getInspectionPhoto',
        summary: 'A photo of a visit',
        params: photoParams,
        response: { 200: picture, ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request, reply) => {
      const { inspectionId, photoId } = request.params;
      const { type, bytes } = await inspectionPicture(ports, partyOf(request), inspectionId, photoId);
      return reply.header('cache-control', 'private, no-cache').type(type).send(bytes);
    },
  );
  bytesScope(app, [...photoTypes], (scope) => adding(scope, ports));
}

function adding(app: Http, ports: InspectionRoutes): void {
  app.post(
    '/api/inspections/:inspectionId/photos',
    {
      bodyLimit: mostBodyBytes,
      config: {
        ...accessTo('inspections', 'record'),
        ...harmlessTwice('the same picture of an inspection is kept once'),
      },
      schema: {
        ...byOfficers,
        operationId: 'addInspectionPhoto',
        summary: 'Add a photo: JPEG, PNG or WebP, of which nothing but the picture is kept, sealed',
        params: idParams,
        querystring: photoQuery,
        response: {
          200: answer('As it stands now.', inspection),
          ...problems(400, 401, 403, 404, 409, 415, 422),
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
      const { photoId, shows, orderNo, ebpCode } = request.query;
      const { inspectionId } = request.params;
      const list = orderNo !== undefined && ebpCode !== undefined ? { orderNo, ebpCode } : undefined;
      const officer = await inspectorOf(ports, request);
      await addInspectionPhoto(ports, officer, inspectionId, { photoId, bytes, shows, list });
      return shown(ports, request, inspectionId);
    },
  );
}
