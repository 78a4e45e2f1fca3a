import { z } from 'zod';
import { accessTo } from '#access';
import { answer, type Http, problems } from '#http';
import { findingsOf } from '../application/filings.ts';
import {
  applicationState,
  applyWithoutAccount,
  type PublicPorts,
} from '../application/public-applications.ts';
import { registerEntry, registerPage } from '../application/reading.ts';
import { unmasked } from '../domain/enterprise-file.ts';
import { filingStates } from '../domain/filing.ts';
import { pageBody } from './enterprise-routes.ts';
import { registerEntryBody, registerPageBody, registerQuery } from './enterprise-schemas.ts';
import { enterpriseFile, enterpriseParams, fileGiven, paper, time } from './file-schemas.ts';
import { fileFindings, filingParams, findingBody } from './filing-schemas.ts';

const open = { tags: ['registry'], security: [] };

const application = z
  .object({ file: enterpriseFile, paper: paper.optional() })
  .meta({ id: 'EnterpriseApplication' });
const applicationMade = z
  .object({
    filingId: z.uuid(),
    ticket: z.string().meta({ description: 'Shows how the application stands; given this once.' }),
  })
  .meta({ id: 'EnterpriseApplicationMade' });
const ticketHeader = z.object({
  'x-application-ticket': z.string().max(100).meta({ description: 'The ticket given with the application.' }),
});
const applicationStanding = z
  .object({
    filingId: z.uuid(),
    state: z.enum(filingStates),
    changedAt: time,
    reasons: z.string().optional().meta({ description: 'Why it was returned.' }),
  })
  .meta({ id: 'EnterpriseApplicationState' });

/** What anyone may do: look an enterprise up, and apply without an account. */
export function publicRoutes(app: Http, ports: PublicPorts): void {
  registerRoutes(app, ports);
  applyRoutes(app, ports);
}

function registerRoutes(app: Http, { database }: PublicPorts): void {
  app.get(
    '/api/registry/public/enterprises',
    {
      config: accessTo('public-register', 'read'),
      schema: {
        ...open,
        operationId: 'listPublicRegister',
        summary: 'The public register: who is registered, in which roles, and in which state',
        querystring: registerQuery,
        response: { 200: answer('In the order of customs codes.', registerPageBody), ...problems(400, 503) },
      },
    },
    async (request) => pageBody(await registerPage(database.readers, request.query)),
  );
  app.get(
    '/api/registry/public/enterprises/:customsCode',
    {
      config: accessTo('public-register', 'read'),
      schema: {
        ...open,
        operationId: 'getPublicEntry',
        summary: 'One enterprise of the public register',
        params: enterpriseParams,
        response: { 200: answer('The entry.', registerEntryBody), ...problems(400, 404, 503) },
      },
    },
    async (request) => {
      const entry = await registerEntry(database.readers, request.params.customsCode);
      return { ...entry, roles: [...entry.roles] };
    },
  );
}

function applyRoutes(app: Http, ports: PublicPorts): void {
  app.post(
    '/api/registry/applications/findings',
    {
      config: accessTo('enterprise-applications', 'apply'),
      schema: {
        ...open,
        operationId: 'checkApplication',
        summary: 'What is wrong with a file, as it is typed by a firm that has no account',
        body: enterpriseFile,
        response: { 200: answer('Every finding.', fileFindings), ...problems(400, 415, 503) },
      },
    },
    async (request) => {
      const file = unmasked(fileGiven(request.body), undefined);
      return { findings: (await findingsOf(ports, ports.database.readers, file)).map(findingBody) };
    },
  );
  app.post(
    '/api/registry/applications',
    {
      config: accessTo('enterprise-applications', 'apply'),
      schema: {
        ...open,
        operationId: 'applyWithoutAccount',
        summary: 'Apply to be registered without an account',
        body: application,
        response: {
          201: answer('Applied; the ticket is not shown again.', applicationMade),
          ...problems(400, 409, 415, 422, 429),
        },
      },
    },
    async (request, reply) => {
      const { file, paper: on = '' } = request.body;
      const made = await applyWithoutAccount(ports, fileGiven(file), on);
      void reply.code(201).header('cache-control', 'no-store');
      return made;
    },
  );
  app.get(
    '/api/registry/applications/:filingId',
    {
      config: accessTo('enterprise-applications', 'read'),
      schema: {
        ...open,
        operationId: 'getApplication',
        summary: 'How an application stands that was made without an account',
        params: filingParams,
        headers: ticketHeader,
        response: { 200: answer('The state.', applicationStanding), ...problems(400, 404, 503) },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      const ticket = request.headers['x-application-ticket'];
      const standing = await applicationState(ports.database.readers, request.params.filingId, ticket);
      return { ...standing, changedAt: standing.changedAt.toISOString() };
    },
  );
}
