import { z } from 'zod';
import { answer, type Http, problems } from '#http';
import { readActs } from '../application/reading-acts.ts';
import { accessTo } from '../domain/policy.ts';
import { type AccessRoutes, security } from './routing.ts';
import { instant } from './schemas.ts';
import { written } from './written.ts';

const actsQuery = z.object({
  kind: z.string().max(60).optional().meta({ description: 'A kind or its beginning, such as `goods-`.' }),
  subject: z.string().max(200).optional().meta({ description: 'What it was done to, whole.' }),
  day: z.iso.date().optional().meta({ description: 'Only of this day in China.' }),
  cursor: z.string().max(200).optional().meta({ description: '`next` of the page before.' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const act = z
  .object({
    entryId: z.string(),
    at: instant,
    kind: z.string(),
    subject: z.string(),
    actor: z.string().nullable().meta({ description: 'Id of the account or key that did it.' }),
    actorLogin: z
      .string()
      .nullable()
      .meta({ description: 'Of that account, or of who answers for that key.' }),
    actorName: z.string().nullable(),
    actorKey: z.string().optional().meta({ description: 'Name of the key, where it was done with one.' }),
    body: z.looseObject({}),
  })
  .meta({ id: 'AuditEntry' });

const actsPage = z
  .object({ entries: z.array(act), next: z.string().optional() })
  .meta({ id: 'AuditEntries', examples: [{ entries: [] }] });

/** What people have done on the platform, as the journal holds it. */
export function auditRoutes(app: Http, { ports }: AccessRoutes): void {
  app.get(
    '/api/audit/entries',
    {
      config: accessTo('audit-entries', 'read'),
      schema: {
        operationId: 'listAuditEntries',
        summary: 'What people have done, newest first',
        description:
          'Enterprises, goods, editions, cases, delegations, keys, messages sent again and words on the status; not what programs decide or send.',
        ...{ tags: ['accounts'], security },
        querystring: actsQuery,
        response: { 200: answer('A page of it.', actsPage), ...problems(400, 401, 403, 503) },
      },
    },
    async (request) => written(await readActs(ports, request.query)),
  );
}
