import { accessTo, enterpriseOf, partyOf } from '#access';
import { answer, type Http, problems, readCursor } from '#http';
import { handInParcels } from '../application/hand-in.ts';
import type { CentrePorts } from '../application/ports.ts';
import { parcelDetail, parcelsBefore } from '../application/reading.ts';
import { endParcel, identifyParcel, sortParcel } from '../application/sort.ts';
import { byOf, described, detailView, handedInView, nextOf, parcelView } from './described.ts';
import * as schemas from './schemas.ts';

/** Parcels in return centres. */
export function parcelRoutes(app: Http, ports: CentrePorts): void {
  reading(app, ports);
  working(app, ports);
  leaving(app, ports);
}

function reading(app: Http, ports: CentrePorts): void {
  app.get(
    '/api/return-parcels',
    {
      config: accessTo('return-centres', 'read'),
      schema: {
        ...described,
        operationId: 'listReturnParcels',
        summary: 'Parcels in return centres',
        querystring: schemas.parcelsQuery,
        response: {
          200: answer('The latest received first.', schemas.parcelsPage),
          ...problems(400, 401, 403, 503),
        },
      },
    },
    async (request) => {
      const { cursor, limit, ...wish } = request.query;
      const [at = '', parcelNo = ''] = cursor === undefined ? [] : readCursor(cursor, 2);
      const before = cursor === undefined ? undefined : { at, parcelNo };
      const found = await parcelsBefore(ports, { ...wish, party: partyOf(request), before, limit });
      return {
        parcels: found.parcels.map(parcelView),
        ...{ waiting: found.waiting, ...nextOf(found.parcels, limit) },
      };
    },
  );
  app.get(
    '/api/return-parcels/:parcelNo',
    {
      config: accessTo('return-centres', 'read'),
      schema: {
        ...described,
        operationId: 'getReturnParcel',
        summary: 'One parcel with its goods and steps',
        params: schemas.parcelParams,
        response: {
          200: answer('The parcel.', schemas.parcelDetail),
          ...problems(400, 401, 403, 404, 503),
        },
      },
    },
    async (request) => detailView(await parcelDetail(ports, request.params.parcelNo, partyOf(request))),
  );
}

const worked = {
  200: answer('The parcel as it stands now.', schemas.parcelDetail),
  ...problems(400, 401, 403, 404, 409, 415, 503),
};

function working(app: Http, ports: CentrePorts): void {
  app.post(
    '/api/return-parcels/:parcelNo/identification',
    {
      config: accessTo('return-centres', 'work'),
      schema: {
        ...described,
        operationId: 'identifyReturnParcel',
        summary: 'Say which list a kept parcel comes back from',
        ...{ params: schemas.parcelParams, body: schemas.identificationBody, response: worked },
      },
    },
    async (request) => {
      const by = byOf(request);
      const { revision, ...key } = request.body;
      const { parcelNo } = request.params;
      await identifyParcel(ports, by, { parcelNo, revision }, key);
      return detailView(await parcelDetail(ports, parcelNo, by.party));
    },
  );
  app.post(
    '/api/return-parcels/:parcelNo/sorting',
    {
      config: accessTo('return-centres', 'work'),
      schema: {
        ...described,
        operationId: 'sortReturnParcel',
        summary: 'Write down what lies in a parcel',
        description:
          'What is fit may come back: a return that asks for just this has its goods back. What is not is set apart as a parcel of its own.',
        ...{ params: schemas.parcelParams, body: schemas.sortingBody },
        response: { ...worked, ...problems(422) },
      },
    },
    async (request) => {
      const by = byOf(request);
      const { revision, lines, note = '' } = request.body;
      const { parcelNo } = request.params;
      await sortParcel(ports, by, { parcelNo, revision }, { lines, note });
      return detailView(await parcelDetail(ports, parcelNo, by.party));
    },
  );
}

function leaving(app: Http, ports: CentrePorts): void {
  app.post(
    '/api/return-parcels/:parcelNo/end',
    {
      config: accessTo('return-centres', 'work'),
      schema: {
        ...described,
        operationId: 'endReturnParcel',
        summary: 'Say that a parcel has left: sent out of the zone again, or destroyed',
        ...{ params: schemas.parcelParams, body: schemas.endBody, response: worked },
      },
    },
    async (request) => {
      const by = byOf(request);
      const { revision, note = '', ...said } = request.body;
      const { parcelNo } = request.params;
      await endParcel(ports, by, { parcelNo, revision }, { ...said, note });
      return detailView(await parcelDetail(ports, parcelNo, by.party));
    },
  );
  app.post(
    '/api/return-parcels/returns',
    {
      config: accessTo('return-centres', 'hand-in'),
      schema: {
        ...described,
        operationId: 'handInReturnParcels',
        summary: 'Hand in the return list of sorted parcels of one order',
        description:
          'Written as CEB625 from what was sorted, naming the parcels, and handed in as a message of yours; once the rules accept it its goods are back.',
        body: schemas.handInBody,
        response: {
          200: answer('What became of the document.', schemas.handedIn),
          ...problems(400, 401, 403, 415, 422, 503),
        },
      },
    },
    async (request) => {
      return handedInView(await handInParcels(ports, enterpriseOf(request), request.body));
    },
  );
}
