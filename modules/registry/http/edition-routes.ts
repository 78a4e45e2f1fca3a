import { z } from 'zod';
import { accessTo, answererOf, people, type WhoLookup } from '#access';
import { answer, bodyText, bytesScope, type Http, problems, rawBody } from '#http';
import {
  type Edition,
  type EditionPorts,
  type EditionView,
  editionSeen,
  editionsOf,
  proposeEdition,
  stepEdition,
} from '../application/editions.ts';
import { day, reasonsGiven, time } from './file-schemas.ts';

const described = { tags: ['code-lists'], security: [{ apiKey: [] }, { session: [] }] };
/** Deciding is for people. */
const byPeople = { security: [{ session: [] }] };

const row = z.record(z.string(), z.string());
const editionEntry = z
  .object({
    table: z
      .string()
      .meta({ description: 'A code list, or `tariff`, which holds the positive list as well.' }),
    editionId: z.uuid(),
    state: z.enum(['proposed', 'approved', 'returned', 'withdrawn']),
    from: day.meta({ description: 'First day it is in force.' }),
    source: z.string(),
    note: z.string(),
    proposedBy: z.string(),
    proposedAt: time,
    decidedBy: z.string().optional(),
    decidedAt: time.optional(),
    reasons: z.string().optional(),
  })
  .meta({ id: 'TableEdition' });
const editionView = editionEntry
  .extend({
    added: z.array(row),
    ended: z.array(row).meta({ description: 'Rows that end the day before.' }),
    changed: z.array(z.object({ before: row, after: row })),
    people,
  })
  .meta({
    id: 'TableEditionView',
    description: 'An edition with what it changes, column by column as the table has them.',
  });
const editionsPage = z
  .object({ editions: z.array(editionEntry), tables: z.array(z.string()) })
  .meta({ id: 'TableEditionsPage' });

const params = z.object({ editionId: z.uuid() });
const wish = z.object({
  table: z.string().max(40),
  from: day,
  source: z.string().trim().min(2).max(300).meta({ description: 'Where the new edition comes from.' }),
  note: z.string().max(1_000).default(''),
});

const entryBody = ({ proposedAt, decidedAt, ...edition }: Edition): z.infer<typeof editionEntry> => ({
  ...edition,
  proposedAt: proposedAt.toISOString(),
  ...(decidedAt ? { decidedAt: decidedAt.toISOString() } : {}),
});

interface EditionRoutes extends EditionPorts {
  readonly who: WhoLookup;
}

const viewBody = async (
  { who }: EditionRoutes,
  { edition, difference }: EditionView,
): Promise<z.infer<typeof editionView>> => ({
  // Whoever reads editions works for the zone.
  people: await who([edition.proposedBy, edition.decidedBy], undefined),
  ...entryBody(edition),
  added: difference.added.map((one) => ({ ...one })),
  ended: difference.ended.map((one) => ({ ...one })),
  changed: difference.changed.map(({ before, after }) => ({ before: { ...before }, after: { ...after } })),
});

/** Editions of the tables rules are read from. */
export function editionRoutes(app: Http, ports: EditionRoutes): void {
  readingRoutes(app, ports);
  bytesScope(app, ['text/csv'], (scope) => proposeRoute(scope, ports));
  decisionRoutes(app, ports);
}

function readingRoutes(app: Http, ports: EditionRoutes): void {
  app.get(
    '/api/registry/editions',
    {
      config: accessTo('rule-tables', 'read'),
      schema: {
        ...described,
        operationId: 'listEditions',
        summary: 'Editions of code lists and of the tariff: proposed, in force, returned',
        querystring: z.object({ table: z.string().max(40).optional() }),
        response: { 200: answer('The newest first.', editionsPage), ...problems(400, 401, 403, 503) },
      },
    },
    async (request) => ({
      editions: (await editionsOf(ports.database.readers, request.query.table)).map(entryBody),
      tables: [...ports.tables.names],
    }),
  );
  app.get(
    '/api/registry/editions/:editionId',
    {
      config: accessTo('rule-tables', 'read'),
      schema: {
        ...described,
        operationId: 'getEdition',
        summary: 'One edition, and what it adds, ends and changes',
        params,
        response: { 200: answer('The edition.', editionView), ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request) =>
      viewBody(ports, await editionSeen(ports, ports.database.readers, request.params.editionId)),
  );
}

function proposeRoute(app: Http, ports: EditionRoutes): void {
  app.post(
    '/api/registry/editions',
    {
      config: { ...accessTo('rule-tables', 'propose'), ...rawBody('text/csv', { type: 'string' }) },
      schema: {
        ...described,
        operationId: 'proposeEdition',
        summary:
          'Propose a new edition of a table: read, compared, and in force once another person approves it',
        querystring: wish,
        response: {
          201: answer('The edition, with what it would change.', editionView),
          ...problems(400, 401, 403, 404, 409, 413, 415, 422),
        },
      },
    },
    async (request, reply) => {
      const given = { ...request.query, text: bodyText(request.body) };
      const view = await proposeEdition(ports, answererOf(request), given);
      void reply.code(201);
      return viewBody(ports, view);
    },
  );
}

function decisionRoutes(app: Http, ports: EditionRoutes): void {
  const seen = async (editionId: string) =>
    viewBody(ports, await editionSeen(ports, ports.database, editionId));
  for (const [deed, action, summary] of [
    ['approve', 'decide', 'Approve an edition: from its day on it is in force on every server'],
    ['withdraw', 'propose', "Withdraw one's own proposed edition"],
  ] as const)
    app.post(
      `/api/registry/editions/:editionId/${deed}`,
      {
        config: accessTo('rule-tables', action),
        schema: {
          ...described,
          ...(action === 'decide' ? byPeople : {}),
          operationId: `${deed}Edition`,
          summary,
          params,
          response: { 200: answer('As it is now.', editionView), ...problems(400, 401, 403, 404, 409, 422) },
        },
      },
      async (request) => {
        const { editionId } = request.params;
        await stepEdition(ports, answererOf(request), editionId, deed);
        return seen(editionId);
      },
    );
  app.post(
    '/api/registry/editions/:editionId/return',
    {
      config: accessTo('rule-tables', 'decide'),
      schema: {
        ...described,
        ...byPeople,
        operationId: 'returnEdition',
        summary: 'Return a proposed edition with reasons',
        params,
        body: reasonsGiven,
        response: { 200: answer('As it is now.', editionView), ...problems(400, 401, 403, 404, 409, 415) },
      },
    },
    async (request) => {
      const { editionId } = request.params;
      await stepEdition(ports, answererOf(request), editionId, 'return', request.body.reasons);
      return seen(editionId);
    },
  );
}
