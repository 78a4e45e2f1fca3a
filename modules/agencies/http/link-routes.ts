import { accessTo, answererOf } from '#access';
import { answer, type Http, harmlessTwice, ifMatch, ifMatchHeader, problems } from '#http';
import { formatDecimal } from '#kernel';
import { agencyLinks, endLink, setLink } from '../application/keeping-links.ts';
import { replayDelivery, replayFailed } from '../application/link-deeds.ts';
import { answersOf, deliveriesOf } from '../application/link-pages.ts';
import type { AgencyPorts } from '../application/ports.ts';
import { linkDeedRoutes } from './link-deed-routes.ts';
import {
  agencyParams,
  answersQuery,
  answersView,
  deliveriesQuery,
  deliveriesView,
  deliveryParams,
  done,
  linksView,
  linkWish,
  replayedView,
  setLinkView,
} from './link-schemas.ts';
import { agency, tablesView } from './schemas.ts';

const described = { tags: ['agencies'], security: [{ apiKey: [] }, { session: [] }] };

/** Links to agencies, for the operator; and the tables, for anybody. */
export function linkRoutes(app: Http, ports: AgencyPorts): void {
  looking(app, ports);
  keeping(app, ports);
  linkDeedRoutes(app, ports);
  deliveries(app, ports);
  allDeliveries(app, ports);
  answers(app, ports);
  tables(app, ports);
}

function looking(app: Http, ports: AgencyPorts): void {
  app.get(
    '/api/agency-links',
    {
      config: accessTo('agency-links', 'read'),
      schema: {
        ...described,
        operationId: 'listAgencyLinks',
        summary: 'Who decides for each agency, how its link is, and what waits for it',
        response: { 200: answer('Every agency.', linksView), ...problems(401, 403, 503) },
      },
    },
    async (request) => {
      const { agencies, now } = await agencyLinks(ports, answererOf(request));
      return { now, agencies: agencies.map((one) => ({ ...one, agency: agency.parse(one.agency) })) };
    },
  );
}

function keeping(app: Http, ports: AgencyPorts): void {
  app.put(
    '/api/agency-links/:agency',
    {
      config: {
        ...accessTo('agency-links', 'set'),
        ...harmlessTwice('The same link set twice is the same link; a new secret is told once only.'),
      },
      schema: {
        ...{ tags: described.tags, security: [{ session: [] }] },
        operationId: 'setAgencyLink',
        summary: 'Set where an agency is reached, and ask that it decide itself',
        description:
          'That an agency decides itself counts once somebody else has confirmed it. A link that decides and is moved decides no longer until then.',
        params: agencyParams,
        headers: ifMatchHeader,
        body: linkWish,
        response: {
          200: answer('Set. A secret that was made is told this once.', setLinkView),
          ...problems(400, 401, 403, 412, 415, 422),
        },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return setLink(ports, request.params.agency, request.body, answererOf(request), (tag) => {
        ifMatch(request, tag);
      });
    },
  );
  app.delete(
    '/api/agency-links/:agency',
    {
      config: accessTo('agency-links', 'set'),
      schema: {
        ...{ tags: described.tags, security: [{ session: [] }] },
        operationId: 'endAgencyLink',
        summary: 'End a link: the table and the officers of the agency decide',
        params: agencyParams,
        response: { 204: done, ...problems(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      await endLink(ports, request.params.agency, answererOf(request));
      return reply.code(204).send(null);
    },
  );
}

function deliveries(app: Http, ports: AgencyPorts): void {
  app.get(
    '/api/agency-links/:agency/deliveries',
    {
      config: accessTo('agency-links', 'read'),
      schema: {
        ...described,
        operationId: 'listAgencyDeliveries',
        summary: 'What was put down to be asked of an agency, by what became of it',
        params: agencyParams,
        querystring: deliveriesQuery,
        response: { 200: answer('The latest first.', deliveriesView), ...problems(400, 401, 403, 503) },
      },
    },
    async (request) => deliveriesOf(ports, { ...request.query, agency: request.params.agency }),
  );
  app.post(
    '/api/agency-links/:agency/deliveries/:deliveryId/replay',
    {
      config: accessTo('agency-links', 'replay'),
      schema: {
        ...described,
        operationId: 'replayAgencyDelivery',
        summary: 'Have a delivery that did not arrive tried again at once, under its old identity',
        params: deliveryParams,
        response: { 204: done, ...problems(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const { agency: of, deliveryId } = request.params;
      await replayDelivery(ports, of, deliveryId, answererOf(request));
      return reply.code(204).send(null);
    },
  );
}

function allDeliveries(app: Http, ports: AgencyPorts): void {
  app.post(
    '/api/agency-links/:agency/replay',
    {
      config: {
        ...accessTo('agency-links', 'replay'),
        ...harmlessTwice('What has been put back to be tried is not put back again.'),
      },
      schema: {
        ...described,
        operationId: 'replayFailedDeliveries',
        summary:
          'Have all that failed on the way to an agency tried again at once, each under its old identity',
        params: agencyParams,
        response: { 200: answer('They are tried.', replayedView), ...problems(400, 401, 403) },
      },
    },
    async (request) => ({
      replayed: await replayFailed(ports, request.params.agency, answererOf(request)),
    }),
  );
}

function answers(app: Http, ports: AgencyPorts): void {
  app.get(
    '/api/agency-links/:agency/answers',
    {
      config: accessTo('agency-links', 'read'),
      schema: {
        ...described,
        operationId: 'listAgencyLinkAnswers',
        summary: 'What an agency answered over its link, and what became of it',
        params: agencyParams,
        querystring: answersQuery,
        response: { 200: answer('The latest first.', answersView), ...problems(400, 401, 403, 503) },
      },
    },
    async (request) => answersOf(ports, { ...request.query, agency: request.params.agency }),
  );
}

function tables(app: Http, { projections, requirements }: AgencyPorts): void {
  app.get(
    '/api/agency-tables',
    {
      config: accessTo('agency-tables', 'read'),
      schema: {
        tags: ['agencies'],
        security: [],
        operationId: 'getAgencyTables',
        summary:
          'Which agency decides about which lists, and which fields each may see, for what and by which law',
        response: { 200: answer('Both tables, of all days.', tablesView), ...problems(503) },
      },
    },
    async () => ({
      projections: projections.map(({ value, agency: of, purpose, ...row }) => ({
        ...{ ...row, agency: agency.parse(of), form: value, purpose },
      })),
      requirements: requirements.rows.map(
        ({ value, agency: of, modes, goods, origins, minValue, minQuantity, ...row }) => ({
          ...{ ...row, agency: agency.parse(of), engine: value },
          ...{ modes: [...modes], goods: [...goods], origins: [...origins] },
          ...(minValue === undefined ? {} : { minValue: formatDecimal(minValue) }),
          ...(minQuantity === undefined ? {} : { minQuantity: formatDecimal(minQuantity) }),
        }),
      ),
    }),
  );
}
