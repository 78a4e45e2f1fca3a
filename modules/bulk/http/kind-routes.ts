import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { accessTo } from '#access';
import { answer, type Http, problems } from '#http';
import { type Language, type TableFormat, template } from '../application/templates.ts';
import { targetOf, type UploadPorts } from '../application/uploads.ts';
import { kindView } from '../application/views.ts';
import { kindParams, kindsPage, tableQuery } from './schemas.ts';

export const described = { tags: ['bulk'], security: [{ apiKey: [] }, { session: [] }] };

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const csvType = 'text/csv; charset=utf-8';

/** A table that is downloaded, in the form that was asked for. */
export const tableAnswer = (description: string) => ({
  description,
  content: {
    [workbookType]: { schema: z.string().meta({ format: 'binary' }) },
    'text/csv': { schema: z.string() },
  },
});

/** Sends a table as it is made. */
export function sendTable(
  reply: FastifyReply,
  name: string,
  { format }: { readonly format: TableFormat; readonly lang: Language },
  pieces: AsyncIterable<Uint8Array | string>,
): FastifyReply {
  return reply
    .type(format === 'xlsx' ? workbookType : csvType)
    .header('content-disposition', `attachment; filename="${name}.${format}"`)
    .header('cache-control', 'no-store')
    .send(Readable.from(pieces, { objectMode: false }));
}

/** Bytes of one part of an upload: what one request may carry. */
export const mostPartBytes = 4 * 1024 * 1024;

/** What can be taken in by tables, and empty tables of it. */
export function kindRoutes(app: Http, ports: UploadPorts): void {
  app.get(
    '/api/bulk/kinds',
    {
      config: accessTo('bulk-templates', 'read'),
      schema: {
        ...described,
        operationId: 'listBulkKinds',
        summary: 'What can be handed in by tables, column by column',
        response: { 200: answer('Every kind.', kindsPage), ...problems(401, 403) },
      },
    },
    async () => ({
      kinds: [...ports.targets.values()].map(kindView),
      mostFileBytes: ports.parameters().mostFileBytes,
      mostPartBytes,
    }),
  );
  app.get(
    '/api/bulk/templates/:kind',
    {
      config: accessTo('bulk-templates', 'read'),
      schema: {
        ...described,
        operationId: 'getBulkTemplate',
        summary: 'An empty table of a kind, with an example that is passed over when it is left in',
        params: kindParams,
        querystring: tableQuery,
        response: { 200: tableAnswer('The table.'), ...problems(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const { format, lang } = request.query;
      const target = targetOf(ports, request.params.kind);
      return sendTable(reply, `chama-${target.kind}`, request.query, template(target, format, lang));
    },
  );
}
