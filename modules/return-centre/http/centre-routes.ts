import { accessTo, enterpriseOf } from '#access';
import { answer, cursorOf, type Http, harmlessTwice, problems, readCursor } from '#http';
import { centresFrom, fileCentre } from '../application/centres.ts';
import type { CentrePorts } from '../application/ports.ts';
import { parcelDetail } from '../application/reading.ts';
import { announceParcel, scanParcel } from '../application/receive.ts';
import { byOf, centreView, described, detailView } from './described.ts';
import * as schemas from './schemas.ts';

/** Return centres, and parcels as they come in. */
export function centreRoutes(app: Http, ports: CentrePorts): void {
  filing(app, ports);
  receiving(app, ports);
}

function filing(app: Http, ports: CentrePorts): void {
  app.get(
    '/api/return-centres',
    {
      config: accessTo('return-centres', 'read-centres'),
      schema: {
        ...described,
        operationId: 'listReturnCentres',
        summary: 'Return centres',
        querystring: schemas.centresQuery,
        response: {
          200: answer('In the order of their codes.', schemas.centresPage),
          ...problems(400, 401, 403, 503),
        },
      },
    },
    async (request) => {
      const { cursor, limit } = request.query;
      const [after = ''] = cursor === undefined ? [] : readCursor(cursor, 1);
      const centres = await centresFrom(ports, after, limit);
      const last = centres.length === limit ? centres.at(-1) : undefined;
      return { centres: centres.map(centreView), ...(last ? { next: cursorOf(last.centreCode) } : {}) };
    },
  );
  app.put(
    '/api/return-centres/:centreCode',
    {
      config: accessTo('return-centres', 'file'),
      schema: {
        ...described,
        operationId: 'fileReturnCentre',
        summary: 'File a return centre, or how it is from now on',
        params: schemas.centreParams,
        body: schemas.centreBody,
        response: { 200: answer('Filed.', schemas.centre), ...problems(400, 401, 403, 415, 422, 503) },
      },
    },
    async (request) => {
      const { validTo = null, ...body } = request.body;
      const { centreCode } = request.params;
      return centreView(await fileCentre(ports, byOf(request), { ...body, centreCode, validTo }));
    },
  );
}

function receiving(app: Http, ports: CentrePorts): void {
  app.post(
    '/api/return-centres/:centreCode/scans',
    {
      config: {
        ...accessTo('return-centres', 'work'),
        ...harmlessTwice('A label read twice is one parcel.'),
      },
      schema: {
        ...described,
        operationId: 'scanReturnParcel',
        summary: 'Take a parcel in by its label',
        description:
          'Known by what was announced of it, or by the number of its waybill, order or list; else kept until somebody knows it. What may not come back is set apart, with the reasons.',
        params: schemas.centreParams,
        body: schemas.scanBody,
        response: {
          200: answer('The parcel.', schemas.scanAnswer),
          ...problems(400, 401, 403, 404, 409, 415, 503),
        },
      },
    },
    async (request) => {
      const by = byOf(request);
      const { centreCode } = request.params;
      const { parcelNo, again } = await scanParcel(ports, by, centreCode, request.body.scanned);
      return { ...detailView(await parcelDetail(ports, parcelNo, by.party)), again };
    },
  );
  app.post(
    '/api/return-centres/:centreCode/announcements',
    {
      config: {
        ...accessTo('return-centres', 'hand-in'),
        ...harmlessTwice('Said twice it is said.'),
      },
      schema: {
        ...described,
        operationId: 'announceReturnParcel',
        summary: 'Tell beforehand which list a label will stand for',
        description: 'A parcel with that label that is kept already is known from then on.',
        params: schemas.centreParams,
        body: schemas.announcementBody,
        response: {
          200: answer('Noted.', schemas.announcementAnswer),
          ...problems(400, 401, 403, 404, 409, 415, 503),
        },
      },
    },
    async (request) => {
      const { id, customsCode: party } = enterpriseOf(request);
      return announceParcel(ports, { id, party }, request.params.centreCode, request.body);
    },
  );
}
