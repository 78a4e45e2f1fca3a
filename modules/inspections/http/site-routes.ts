import { accessTo } from '#access';
import { answer, type Http, harmlessTwice, problems } from '#http';
import { fileSite, sites, slots } from '../application/sites.ts';
import { described, type InspectionRoutes } from './described.ts';
import { newSite, site, siteParams, sitesList, slotsQuery, slotsSchema, tablesSchema } from './schemas.ts';

/** Places where goods are inspected, when, and by which tables. */
export function siteRoutes(app: Http, ports: InspectionRoutes): void {
  filing(app, ports);
  app.get(
    '/api/inspection-sites/:siteCode/slots',
    {
      config: accessTo('inspection-sites', 'read'),
      schema: {
        ...described,
        operationId: 'getInspectionSlots',
        summary: 'The slots of a site, and how many are free',
        params: siteParams,
        querystring: slotsQuery,
        response: { 200: answer('In the order of time.', slotsSchema), ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request) => {
      const { from, days } = request.query;
      const offered = await slots(ports, request.params.siteCode, from, days);
      return {
        slots: offered.map(({ startsAt, ...slot }) => ({ ...slot, startsAt: startsAt.toISOString() })),
      };
    },
  );
  tables(app, ports);
}

function filing(app: Http, ports: InspectionRoutes): void {
  app.get(
    '/api/inspection-sites',
    {
      config: accessTo('inspection-sites', 'read'),
      schema: {
        ...described,
        operationId: 'listInspectionSites',
        summary: 'Places where goods are inspected, with their hours',
        response: { 200: answer('By their codes.', sitesList), ...problems(401, 403, 503) },
      },
    },
    async () => ({ sites: (await sites(ports)).map(viewOf), now: ports.now().toISOString() }),
  );
  app.put(
    '/api/inspection-sites/:siteCode',
    {
      config: {
        ...accessTo('inspection-sites', 'file'),
        ...harmlessTwice('what was changed meanwhile is not written over'),
      },
      schema: {
        ...described,
        operationId: 'fileInspectionSite',
        summary: 'File a place where goods are inspected, with its whole calendar',
        description: 'Slots that are booked stay booked, whatever the calendar says.',
        params: siteParams,
        body: newSite,
        response: { 200: answer('As it stands now.', site), ...problems(400, 401, 403, 409, 415, 422) },
      },
    },
    async (request) => {
      const { seen, ...body } = request.body;
      return viewOf(await fileSite(ports, { ...body, ...request.params }, seen));
    },
  );
}

const viewOf = ({ openings, closedDays, ...plain }: Awaited<ReturnType<typeof fileSite>>) => ({
  ...plain,
  openings: [...openings],
  closedDays: [...closedDays],
});

function tables(app: Http, ports: InspectionRoutes): void {
  app.get(
    '/api/inspection-tables',
    {
      config: accessTo('inspection-sites', 'read'),
      schema: {
        ...described,
        operationId: 'getInspectionTables',
        summary: 'Grounds, reasons and mutual recognition as they hold today',
        response: { 200: answer('By their codes.', tablesSchema), ...problems(401, 403) },
      },
    },
    async () => {
      const today = ports.chinaDay(ports.now());
      const named = ({ code, zh, en }: { code: string; zh: string; en: string }) => ({ code, zh, en });
      return {
        grounds: ports.tables.groundsOn(today).map((one) => ({ ...named(one), agency: one.agency })),
        faults: ports.tables.faultsOn(today).map(named),
        recognitions: ports.tables
          .recognitionsOn(today)
          .map((one) => ({ ...named(one), by: one.by, for: one.for, validDays: one.validDays })),
      };
    },
  );
}
