import { accessTo, answererOf, partyOf, type WhoLookup } from '#access';
import { answer, type Http, problems } from '#http';
import type { Queryable } from '#postgres';
import type { Actor, FilingPorts } from '../application/filing-ports.ts';
import {
  beginFiling,
  filingSeenBy,
  findingsWhileTyping,
  saveFiling,
  stepFiling,
} from '../application/filings.ts';
import { filingsSeenBy, filingView } from '../application/reading.ts';
import type { Filing } from '../domain/filing.ts';
import { enterpriseFile, fileGiven, reasonsGiven } from './file-schemas.ts';
import {
  entryBody,
  fileFindings,
  filing,
  filingBody,
  filingChange,
  filingParams,
  filingsPage,
  filingsQuery,
  findingBody,
  newFiling,
} from './filing-schemas.ts';

export const described = { tags: ['registry'], security: [{ apiKey: [] }, { session: [] }] };

/** Checking and approving are for people. */
export const reviewed = { tags: ['registry'], security: [{ session: [] }] };

/** What the routes of filings need. */
export interface FilingRoutes extends FilingPorts {
  readonly who: WhoLookup;
}

/** Who asks, and whose filings they may have. */
export const actorOf = (request: object): Actor => ({ who: answererOf(request), party: partyOf(request) });

/** Filings of an enterprise, and for who works for the zone the queue of all. */
export function filingRoutes(app: Http, ports: FilingRoutes): void {
  readingRoutes(app, ports);
  findingsRoute(app, ports);
  draftRoutes(app, ports);
  for (const [step, summary] of [
    ['apply', 'Apply: hand a draft or a returned filing in to be checked'],
    ['withdraw', 'Withdraw a filing'],
  ] as const)
    stepRoute(app, ports, step, summary);
  reviewRoutes(app, ports);
}

/** A filing with its story and whoever is named in it. */
async function storyOf(
  ports: FilingRoutes,
  request: object,
  one: Filing,
  client: Queryable = ports.database,
) {
  const view = await filingView(ports, client, actorOf(request), one);
  const named = [view.filing.madeBy, ...view.steps.map(({ by }) => by)];
  return filingBody(view, await ports.who(named, partyOf(request)));
}

function readingRoutes(app: Http, ports: FilingRoutes): void {
  app.get(
    '/api/registry/filings',
    {
      config: accessTo('enterprise-files', 'read'),
      schema: {
        ...described,
        operationId: 'listFilings',
        summary:
          "Applications of the caller's enterprise, or for operators of all; whoever waits longest first",
        querystring: filingsQuery,
        response: { 200: answer('A page of filings.', filingsPage), ...problems(400, 401, 403, 503) },
      },
    },
    async (request) => {
      const party = partyOf(request);
      const { filings, ...rest } = await filingsSeenBy(ports.database.readers, { party }, request.query);
      return { filings: filings.map(entryBody), ...rest };
    },
  );
  app.get(
    '/api/registry/filings/:filingId',
    {
      config: accessTo('enterprise-files', 'read'),
      schema: {
        ...described,
        operationId: 'getFiling',
        summary: 'One application: what is asked for, what it changes, what was done with it',
        params: filingParams,
        response: { 200: answer('The filing.', filing), ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const { readers } = ports.database;
      const one = await filingSeenBy(readers, actor, request.params.filingId);
      return storyOf(ports, request, one, readers);
    },
  );
}

function findingsRoute(app: Http, ports: FilingRoutes): void {
  app.post(
    '/api/registry/filings/findings',
    {
      config: accessTo('enterprise-files', 'apply'),
      schema: {
        ...described,
        operationId: 'checkEnterpriseFile',
        summary: 'What is wrong with a file, as it is typed: the same checks as when it is applied for',
        body: enterpriseFile,
        response: { 200: answer('Every finding.', fileFindings), ...problems(400, 401, 403, 415, 503) },
      },
    },
    async (request) => {
      // Who asks for another's file is told what anyone would be told of it.
      const party = partyOf(request);
      const file = fileGiven(request.body);
      const own = party === undefined ? file : { ...file, customsCode: party };
      const findings = await findingsWhileTyping(ports, ports.database.readers, own);
      return { findings: findings.map(findingBody) };
    },
  );
}

function draftRoutes(app: Http, ports: FilingRoutes): void {
  app.post(
    '/api/registry/filings',
    {
      config: accessTo('enterprise-files', 'apply'),
      schema: {
        ...described,
        operationId: 'createFiling',
        summary: 'Begin an application as a draft: to register, change, resume or cancel',
        body: newFiling,
        response: {
          201: answer('The draft, with its findings.', filing),
          ...problems(400, 401, 403, 409, 415, 422),
        },
      },
    },
    async (request, reply) => {
      const { file, paper = '', ...wish } = request.body;
      const given = { ...wish, paper, file: file && fileGiven(file) };
      const made = await beginFiling(ports, actorOf(request), given);
      void reply.code(201);
      return storyOf(ports, request, made);
    },
  );
  app.put(
    '/api/registry/filings/:filingId',
    {
      config: accessTo('enterprise-files', 'apply'),
      schema: {
        ...described,
        operationId: 'saveFiling',
        summary: 'Write a draft or a returned application anew',
        params: filingParams,
        body: filingChange,
        response: {
          200: answer('As it is now, with its findings.', filing),
          ...problems(400, 401, 403, 404, 409, 415, 422),
        },
      },
    },
    async (request) => {
      const { file, paper = '' } = request.body;
      const wish = { file: file && fileGiven(file), paper };
      return storyOf(
        ports,
        request,
        await saveFiling(ports, actorOf(request), request.params.filingId, wish),
      );
    },
  );
}

function stepRoute(
  app: Http,
  ports: FilingRoutes,
  step: 'apply' | 'withdraw' | 'check' | 'approve',
  summary: string,
): void {
  const review = step === 'check' || step === 'approve';
  app.post(
    `/api/registry/filings/:filingId/${step}`,
    {
      config: accessTo('enterprise-files', review ? 'review' : 'apply'),
      schema: {
        ...(review ? reviewed : described),
        operationId: `${step}Filing`,
        summary,
        params: filingParams,
        response: { 200: answer('As it is now.', filing), ...problems(400, 401, 403, 404, 409, 422) },
      },
    },
    async (request) =>
      storyOf(ports, request, await stepFiling(ports, actorOf(request), request.params.filingId, step)),
  );
}

function reviewRoutes(app: Http, ports: FilingRoutes): void {
  stepRoute(app, ports, 'check', 'Say that an application has been checked; another person approves it');
  stepRoute(app, ports, 'approve', 'Approve a checked application: what it asks for is in force at once');
  app.post(
    '/api/registry/filings/:filingId/return',
    {
      config: accessTo('enterprise-files', 'review'),
      schema: {
        ...reviewed,
        operationId: 'returnFiling',
        summary: 'Return an application with reasons, to be mended',
        params: filingParams,
        body: reasonsGiven,
        response: { 200: answer('As it is now.', filing), ...problems(400, 401, 403, 404, 409, 415) },
      },
    },
    async (request) => {
      const { reasons } = request.body;
      const { filingId } = request.params;
      return storyOf(ports, request, await stepFiling(ports, actorOf(request), filingId, 'return', reasons));
    },
  );
}
