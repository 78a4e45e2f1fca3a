import { z } from 'zod';
import { accessTo } from '#access';
import { answer, bilingual, type Http, problems } from '#http';
import type { Readers } from '#postgres';
import { editionRead, editionsUsed } from '../application/rulebooks.ts';
import { confidence, instant, ruleMode } from './list-schemas.ts';

export interface RulebookRoutes {
  readonly database: Readers;
  readonly rulebookEdition: string;
}

const edition = z
  .string()
  .regex(/^[0-9a-f]{12}$/)
  .meta({ description: 'Twelve characters of the digest of all its tables and rules.' });

const ruleRow = z
  .object({
    group: z.enum(['list', 'matching', 'risk', 'tax', 'figure']),
    code: z.string(),
    sentence: bilingual,
    value: z.string().optional().meta({ description: 'Of a figure.' }),
    unit: z.string().optional(),
    rule: z.string(),
    source: z.string(),
    confidence,
    from: z.iso.date(),
    to: z.iso.date().optional().meta({ description: 'Last day; absent while it is open.' }),
    mode: ruleMode.optional(),
  })
  .meta({ id: 'RuleRow' });

const rulebooks = z
  .object({
    current: edition,
    editions: z.array(z.object({ edition, firstUsedAt: instant })).meta({ description: 'Latest first.' }),
  })
  .meta({
    id: 'Rulebooks',
    examples: [
      {
        current: 'cc4e4ec9cb6f',
        editions: [{ edition: 'cc4e4ec9cb6f', firstUsedAt: '2026-03-10T02:00:00.000Z' }],
      },
    ],
  });

const rulebook = z.object({ edition, rows: z.array(ruleRow) }).meta({
  id: 'RulebookEdition',
  examples: [
    {
      edition: 'cc4e4ec9cb6f',
      rows: [
        {
          ...{ group: 'figure', code: 'import.single_limit_cny', value: '5000', unit: 'CNY', rule: 'R-2.1' },
          sentence: { zh: '零售进口单次交易限值', en: 'limit of one retail import transaction' },
          ...{ source: '财关税〔2018〕49号', confidence: 'V', from: '2019-01-01' },
        },
      ],
    },
  ],
});

/** What decisions rest on, for anybody: the law has no secrets, and our own defaults say that they are. */
export function rulebookRoutes(app: Http, routes: RulebookRoutes): void {
  app.get(
    '/api/rulebooks',
    {
      config: accessTo('rulebooks', 'read'),
      schema: {
        operationId: 'listRulebooks',
        summary: 'Editions of the rules decisions rest on',
        tags: ['lists'],
        security: [],
        response: { 200: answer('Every edition that was ever used here.', rulebooks), ...problems(503) },
      },
    },
    async () => ({ current: routes.rulebookEdition, editions: await editionsUsed(routes.database) }),
  );
  app.get(
    '/api/rulebooks/:edition',
    {
      config: accessTo('rulebooks', 'read'),
      schema: {
        operationId: 'getRulebook',
        summary: 'Every rule and dated figure of an edition, with its source and how sure we are of it',
        description: 'An edition never changes: it may be kept for good.',
        tags: ['lists'],
        security: [],
        params: z.object({ edition }),
        response: { 200: answer('The edition.', rulebook), ...problems(400, 404, 503) },
      },
    },
    async (request, reply) => {
      const read = await editionRead(routes.database, request.params.edition);
      void reply.header('cache-control', 'public, max-age=31536000, immutable');
      return read;
    },
  );
}
