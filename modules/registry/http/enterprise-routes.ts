import { accessTo, callerOf, partyOf } from '#access';
import { answer, type Http, problems } from '#http';
import { suspendEnterprise } from '../application/carrying-out.ts';
import { contactsInFull, fileSeenBy, historySeenBy, registerPage } from '../application/reading.ts';
import {
  fileView,
  fileViewBody,
  fullContacts,
  fullQuery,
  history,
  historyBody,
  registerPageBody,
  registerQuery,
} from './enterprise-schemas.ts';
import { enterpriseParams, reasonsGiven } from './file-schemas.ts';
import { actorOf, described, type FilingRoutes, reviewed } from './filing-routes.ts';

export interface EnterpriseRoutes extends FilingRoutes {
  readonly noticeDays: () => readonly number[];
}

/** Files in force: one's own, and for who works for the zone all of them. */
export function enterpriseRoutes(app: Http, routes: EnterpriseRoutes): void {
  listRoute(app, routes);
  fileRoutes(app, routes);
  fullRoute(app, routes);
  suspendRoute(app, routes);
}

function listRoute(app: Http, { database }: EnterpriseRoutes): void {
  app.get(
    '/api/registry/enterprises',
    {
      config: accessTo('enterprise-files', 'read'),
      schema: {
        ...described,
        operationId: 'listEnterprises',
        summary: "The register: the caller's own entry, or for operators every one",
        querystring: registerQuery,
        response: {
          200: answer('In the order of customs codes.', registerPageBody),
          ...problems(400, 401, 403, 503),
        },
      },
    },
    async (request) => {
      const party = partyOf(request);
      const page = await registerPage(database.readers, {
        ...request.query,
        ...(party ? { search: party } : {}),
      });
      return pageBody(page);
    },
  );
}

/** A page of the register as a route answers it. */
export const pageBody = ({ enterprises, next }: Awaited<ReturnType<typeof registerPage>>) => ({
  enterprises: enterprises.map((entry) => ({ ...entry, roles: [...entry.roles] })),
  ...(next === undefined ? {} : { next }),
});

function fileRoutes(app: Http, routes: EnterpriseRoutes): void {
  app.get(
    '/api/registry/enterprises/:customsCode',
    {
      config: accessTo('enterprise-files', 'read'),
      schema: {
        ...described,
        operationId: 'getEnterpriseFile',
        summary: 'The file of an enterprise in force, what it lacks and what of it runs out',
        params: enterpriseParams,
        response: { 200: answer('Personal data masked.', fileView), ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request) =>
      fileViewBody(
        await fileSeenBy(routes, routes.database.readers, actorOf(request), request.params.customsCode),
      ),
  );
  app.get(
    '/api/registry/enterprises/:customsCode/history',
    {
      config: accessTo('enterprise-files', 'read'),
      schema: {
        ...described,
        operationId: 'getEnterpriseHistory',
        summary: 'Every version of a file: what changed, when, by whom and from which paper',
        params: enterpriseParams,
        response: { 200: answer('The newest first.', history), ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request) => {
      const { readers } = routes.database;
      const versions = await historySeenBy(readers, actorOf(request), request.params.customsCode);
      const named = versions.map(({ by }) => by);
      return historyBody(versions, await routes.who(named, partyOf(request)));
    },
  );
}

function fullRoute(app: Http, routes: EnterpriseRoutes): void {
  app.get(
    '/api/registry/enterprises/:customsCode/full',
    {
      config: accessTo('enterprise-files', 'read-in-full'),
      schema: {
        ...described,
        operationId: 'getEnterpriseContactsInFull',
        summary: 'Telephones and addresses of the contacts in full',
        description: 'Reader and reason are recorded first.',
        params: enterpriseParams,
        querystring: fullQuery,
        response: { 200: answer('The contacts.', fullContacts), ...problems(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      const { customsCode } = request.params;
      const contacts = await contactsInFull(routes, actorOf(request), customsCode, request.query.reason);
      return { contacts: (contacts ?? []).map((contact) => ({ ...contact })) };
    },
  );
}

function suspendRoute(app: Http, routes: EnterpriseRoutes): void {
  app.post(
    '/api/registry/enterprises/:customsCode/suspend',
    {
      config: accessTo('enterprise-files', 'review'),
      schema: {
        ...reviewed,
        operationId: 'suspendEnterprise',
        summary:
          'Suspend an enterprise at once: what it sends is refused until it is resumed by an application',
        params: enterpriseParams,
        body: reasonsGiven,
        response: { 200: answer('As it is now.', fileView), ...problems(400, 401, 403, 404, 409, 415) },
      },
    },
    async (request) => {
      const { customsCode } = request.params;
      const { reasons, paper = '' } = request.body;
      await suspendEnterprise(routes, callerOf(request).id, customsCode, { reasons, paper });
      return fileViewBody(await fileSeenBy(routes, routes.database, actorOf(request), customsCode));
    },
  );
}
